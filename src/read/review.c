#include "read/review.h"

#include <string.h>

#include "base/json.h"
#include "base/messages.h"

static bv_verdict read_verdict(bv_json_object *object) {
  const char *word = bv_json_text(object, "verdict", BV_JSON_OPTIONAL, false);
  if (word && strcmp(word, "eens") == 0)
    return BV_VERDICT_AGREE;
  if (word && strcmp(word, "niet-eens") == 0)
    return BV_VERDICT_DISAGREE;
  if (word)
    bv_json_refuse(object->json, "%s", MSG_REVIEW_FILE_VERDICT);
  return BV_VERDICT_NONE;
}

static bv_review_mark read_mark(bv_json_object *object) {
  bv_review_mark mark = {.fingerprint = bv_json_text(object, "fingerprint", BV_JSON_REQUIRED, false),
                         .rule = bv_json_text(object, "rule", BV_JSON_REQUIRED, false),
                         .verdict = read_verdict(object),
                         .remark = bv_json_prose(object, "remark", BV_LONGEST_REMARK)};
  bv_json_end(object);
  if (mark.verdict == BV_VERDICT_NONE && !mark.remark)
    bv_json_refuse(object->json, "%s", MSG_REVIEW_FILE_EMPTY_MARK);
  if (mark.verdict == BV_VERDICT_DISAGREE && !mark.remark)
    bv_json_refuse(object->json, "%s", MSG_REVIEW_FILE_NO_REASON);
  return mark;
}

static void read_marks(bv_json_object *root, bv_review *review) {
  bv_json *json = root->json;
  const json_t *marks = bv_json_list(root, "findings");
  if (json_array_size(marks) > BV_MOST_MARKS)
    bv_json_refuse(json, "%s", MSG_REVIEW_FILE_MANY);
  for (size_t i = 0; !json->error && i < json_array_size(marks); i++) {
    bv_json_object item = bv_json_item(root, "findings", marks, i);
    bv_review_mark mark = read_mark(&item);
    BV_PUSH(json->arena, &review->marks, mark);
  }
}

const bv_review *bv_review_read(bv_arena *arena, const char *bytes, size_t length, const char **error) {
  bv_review *review = bv_alloc(arena, sizeof *review);
  bv_json json = bv_json_open(arena, bytes, length);
  bv_json_object root = bv_json_root(&json);
  if (bv_json_number(&root, "bronvast-beoordeling") != 1)
    bv_json_refuse(&json, "%s", MSG_REVIEW_FILE_NEWER);
  review->draft = bv_json_hash(&root, "draft", BV_JSON_REQUIRED);
  review->reference = bv_json_text(&root, "reference", BV_JSON_OPTIONAL, false);
  review->reviewer = bv_json_text(&root, "reviewer", BV_JSON_REQUIRED, false);
  if (review->reviewer && !review->reviewer[strspn(review->reviewer, " \t")])
    bv_json_refuse(&json, "%s", MSG_REVIEW_FILE_NOBODY);
  review->date = bv_json_date(&root, "date");
  read_marks(&root, review);
  bv_json_end(&root);
  bv_json_close(&json);
  *error = json.error ? bv_sprintf(arena, MSG_REVIEW_FILE_WRONG, json.error) : NULL;
  return json.error ? NULL : review;
}
