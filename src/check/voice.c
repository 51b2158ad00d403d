#include "check/voice.h"

#include <ctype.h>
#include <string.h>

#include "base/same.h"
#include "lang/sentences.h"

bool bv_is_blank(const char *string) { return !string || string[strspn(string, " \t\r\n")] == '\0'; }

const bv_field *bv_field_of(const bv_fields *fields, const char *key) {
  for (size_t i = 0; i < fields->count; i++)
    if (fields->items[i].key && bv_same(fields->items[i].key, key))
      return &fields->items[i];
  return NULL;
}

bv_range bv_field_place(const bv_fields *fields, const char *key) {
  const bv_field *field = bv_field_of(fields, key);
  return field ? field->value_range : fields->range;
}

bool bv_is_declared(const bv_fields *fields, const char *key) {
  const bv_field *field = bv_field_of(fields, key);
  return field && !bv_is_blank(field->value);
}

bool bv_is_family(const bv_person *person) {
  return person->role == BV_ROLE_JEUGDIGE || person->role == BV_ROLE_OUDER || person->role == BV_ROLE_VERZORGER ||
         person->role == BV_ROLE_NETWERK;
}

bool bv_is_twelve(const bv_person *person, bv_date day) {
  return person->role == BV_ROLE_JEUGDIGE && person->born.year && day.year && bv_date_age(person->born, day) >= 12;
}

bool bv_has_person(const bv_person_list *list, const bv_person *person) {
  for (size_t i = 0; i < list->count; i++)
    if (list->items[i] == person)
      return true;
  return false;
}

bool bv_names_id(const bv_attribute *list, const char *id) {
  static const char separators[] = ", ";
  if (!list || !id || !*id)
    return false;
  size_t length = strlen(id);
  const char *at = list->value;
  while (*(at += strspn(at, separators))) {
    size_t word = strcspn(at, separators);
    if (word == length && strncmp(at, id, length) == 0)
      return true;
    at += word;
  }
  return false;
}

static bool equal(const char *a, const char *b) { return a && b && strcmp(a, b) == 0; }

bool bv_speaks(const bv_report_source *source, const bv_person *person) {
  return source->person == person || (!source->person && equal(source->author, person->name));
}

const char *bv_source_id(const bv_report_source *source) { return source->id ? source->id : bv_source_voice(source); }

static bool is_same_voice(const bv_report_source *a, const bv_report_source *b) {
  if (a == b)
    return true;
  if (a->person || b->person)
    return a->person == b->person && a->kind == b->kind;
  return a->kind == b->kind && equal(a->title, b->title) && equal(a->author, b->author) && a->date.first.year &&
         bv_date_compare(a->date.first, b->date.first) == 0;
}

bool bv_one_voice(const bv_source_list *sources) {
  for (size_t i = 1; i < sources->count; i++)
    if (!is_same_voice(sources->items[0], sources->items[i]))
      return false;
  return sources->count > 0;
}

const char *bv_source_function(const bv_report_source *source) {
  if (!bv_is_blank(source->function))
    return source->function;
  return source->person && !bv_is_blank(source->person->function) ? source->person->function : NULL;
}

bool bv_lacks_source(const bv_claim *claim) {
  return !claim->sources_attribute || bv_is_blank(claim->sources_attribute->value);
}

bool bv_is_outermost_without_source(const bv_claim *claim) { return !claim->around || !bv_lacks_source(claim->around); }

bool bv_has_own_words(const bv_claim *claim) {
  for (size_t i = 0; i < claim->pieces.count; i++) {
    const bv_piece *piece = &claim->pieces.items[i];
    if (bv_has_word(piece->leaf->text->bytes + piece->start, piece->end - piece->start))
      return true;
  }
  return false;
}

bv_place bv_fault_place(const bv_claim *claim, const bv_attribute *attribute) {
  bv_range own = claim->element->attributes.range;
  if (!attribute || (attribute->key_range.start >= own.start && attribute->key_range.start < own.end))
    return (bv_place){claim->range, claim};
  return (bv_place){{attribute->key_range.start, attribute->value_range.end}, NULL};
}

bv_place bv_label_place(const bv_claim *claim) {
  const bv_node *node = claim->element;
  while (node && !bv_has_class(node, "feit") && !bv_has_class(node, "mening") && !bv_has_class(node, "horen-zeggen"))
    node = node->parent;
  if (!node || node == claim->element)
    return (bv_place){claim->range, claim};
  return (bv_place){node->attributes.range, NULL};
}

const char *bv_excerpt(bv_arena *arena, const char *text, size_t length) {
  enum { LONGEST = 50 };
  size_t end = 0, space = 0, count = 0;
  for (; end < length && count < LONGEST; count++) {
    if (isspace((unsigned char)text[end]))
      space = end;
    for (end++; end < length && ((unsigned char)text[end] & 0xC0) == 0x80; end++)
      ;
  }
  bool whole = end == length;
  char *copy = bv_strndup(arena, text, whole || !space ? end : space);
  for (char *c = copy; *c; c++)
    if (isspace((unsigned char)*c))
      *c = ' ';
  return whole ? copy : bv_sprintf(arena, "%s …", copy);
}
