#include "read/form.h"

#include <stdbool.h>
#include <string.h>

#include "base/json.h"
#include "base/messages.h"

static bool is_point(const char *text) {
  size_t part = strspn(text, "0123456789"), claim = text[part] == '.' ? strspn(text + part + 1, "0123456789") : 0;
  return part && part < 10 && (text[part] == '\0' || (claim && claim < 10 && text[part + 1 + claim] == '\0'));
}

static bv_form_choice read_choice(bv_json_object *object) {
  static const char *const words[] = {[BV_CHOICE_AGREE] = "eens", [BV_CHOICE_DISAGREE] = "niet-eens",
                                      [BV_CHOICE_INCOMPLETE] = "niet-compleet"};
  const char *word = bv_json_text(object, "answer", BV_JSON_OPTIONAL, false);
  for (int choice = BV_CHOICE_AGREE; word && choice <= BV_CHOICE_INCOMPLETE; choice++)
    if (strcmp(word, words[choice]) == 0)
      return (bv_form_choice)choice;
  if (word)
    bv_json_refuse(object->json, "%s", MSG_FORM_CHOICE);
  return BV_CHOICE_NONE;
}

static bv_form_answer read_answer(bv_json_object *object) {
  bv_form_answer answer = {.point = bv_json_text(object, "point", BV_JSON_REQUIRED, false), .choice = read_choice(object),
                           .text = bv_json_prose(object, "text", BV_LONGEST_ANSWER)};
  bv_json_end(object);
  if (answer.point && !is_point(answer.point))
    bv_json_refuse(object->json, "%s", MSG_FORM_POINT);
  if (answer.point && answer.choice == BV_CHOICE_NONE && !answer.text)
    bv_json_refuse(object->json, MSG_FORM_EMPTY_ANSWER, answer.point);
  return answer;
}

static void read_answers(bv_json_object *root, bv_form *form) {
  bv_json *json = root->json;
  const json_t *answers = bv_json_list(root, "answers");
  if (json_array_size(answers) > BV_MOST_ANSWERS)
    bv_json_refuse(json, "%s", MSG_FORM_MANY);
  for (size_t i = 0; !json->error && i < json_array_size(answers); i++) {
    bv_json_object item = bv_json_item(root, "answers", answers, i);
    bv_form_answer answer = read_answer(&item);
    BV_PUSH(json->arena, &form->answers, answer);
  }
}

const bv_form *bv_form_read(bv_arena *arena, const char *bytes, size_t length, const char **error) {
  bv_form *form = bv_alloc(arena, sizeof *form);
  bv_json json = bv_json_open(arena, bytes, length);
  bv_json_object root = bv_json_root(&json);
  if (bv_json_number(&root, "bronvast-reactie") != 1)
    bv_json_refuse(&json, "%s", MSG_FORM_NEWER);
  form->draft = bv_json_hash(&root, "draft", BV_JSON_REQUIRED);
  form->reference = bv_json_text(&root, "reference", BV_JSON_OPTIONAL, false);
  form->reader = bv_json_text(&root, "reader", BV_JSON_OPTIONAL, false);
  form->name = bv_json_text(&root, "name", BV_JSON_OPTIONAL, false);
  form->date = bv_json_date(&root, "date");
  form->general = bv_json_prose(&root, "general", BV_LONGEST_ANSWER);
  read_answers(&root, form);
  bv_json_end(&root);
  bv_json_close(&json);
  if (!json.error && !form->answers.count && !form->general)
    bv_json_refuse(&json, "%s", MSG_FORM_EMPTY);
  *error = json.error ? bv_sprintf(arena, MSG_FORM_WRONG, json.error) : NULL;
  return json.error ? NULL : form;
}
