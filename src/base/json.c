#include "base/json.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/messages.h"
#include "base/utf8.h"

enum { LARGEST_NUMBER = 1000000000 };

void bv_json_refuse(bv_json *json, const char *format, ...) {
  va_list arguments;
  char text[512];
  if (json->error)
    return;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  json->error = bv_strdup(json->arena, text);
}

bv_json bv_json_open(bv_arena *arena, const char *bytes, size_t length) {
  json_error_t error;
  bv_json json = {.arena = arena, .root = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error)};
  if (!json.root)
    bv_json_refuse(&json, json_error_code(&error) == json_error_duplicate_key ? MSG_JSON_TWICE : MSG_JSON_SYNTAX,
                   error.line);
  else if (!json_is_object(json.root))
    bv_json_refuse(&json, "%s", MSG_JSON_NO_OBJECT);
  return json;
}

void bv_json_close(bv_json *json) {
  json_decref(json->root);
  json->root = NULL;
}

bv_json_object bv_json_root(bv_json *json) {
  return (bv_json_object){.json = json, .object = json_is_object(json->root) ? json->root : NULL, .where = ""};
}

/* "outputs[2].file", for messages. */
static const char *place(const bv_json_object *object, const char *key) {
  return bv_sprintf(object->json->arena, "%s%s%s", object->where, *object->where ? "." : "", key);
}

/* The value of a key, or NULL where there is none (null counts as none where it is allowed). */
static const json_t *take(bv_json_object *object, const char *key, bv_json_need need) {
  if (object->json->error)
    return NULL;
  const json_t *value = json_object_get(object->object, key);
  object->taken += value != NULL;
  if (need != BV_JSON_REQUIRED && json_is_null(value))
    return NULL;
  if (!value && need != BV_JSON_OPTIONAL)
    bv_json_refuse(object->json, MSG_JSON_MISSING, place(object, key));
  return value;
}

bv_json_object bv_json_child(bv_json_object *object, const char *key) {
  const json_t *value = take(object, key, BV_JSON_REQUIRED);
  if (value && !json_is_object(value))
    bv_json_refuse(object->json, MSG_JSON_NOT_GROUP, place(object, key));
  return (bv_json_object){.json = object->json, .object = value, .where = place(object, key)};
}

const json_t *bv_json_list(bv_json_object *object, const char *key) {
  const json_t *value = take(object, key, BV_JSON_REQUIRED);
  if (value && !json_is_array(value))
    bv_json_refuse(object->json, MSG_JSON_NOT_LIST, place(object, key));
  return json_is_array(value) ? value : NULL;
}

bv_json_object bv_json_item(bv_json_object *object, const char *key, const json_t *list, size_t index) {
  const json_t *item = json_array_get(list, index);
  const char *where = bv_sprintf(object->json->arena, "%s[%zu]", place(object, key), index + 1);
  if (!json_is_object(item))
    bv_json_refuse(object->json, MSG_JSON_NOT_GROUP, where);
  return (bv_json_object){.json = object->json, .object = item, .where = where};
}

/* The first character that nobody sees; 0: there is none. */
static uint32_t hidden_in(const char *text, size_t length, bool lines) {
  for (size_t i = 0, size; i < length; i += size) {
    uint32_t c = 0xFFFF;
    size = bv_utf8_decode(text + i, length - i, &c);
    size = size ? size : 1;
    if (lines && c == '\r' && i + 1 < length && text[i + 1] == '\n')
      continue;
    if (bv_hides(c) || (!lines && (c == '\n' || c == '\t')))
      return c;
  }
  return 0;
}

const char *bv_json_text(bv_json_object *object, const char *key, bv_json_need need, bool lines) {
  const json_t *value = take(object, key, need);
  if (!value)
    return NULL;
  const char *text = json_string_value(value);
  uint32_t hidden = text ? hidden_in(text, json_string_length(value), lines) : 0;
  if (!text)
    bv_json_refuse(object->json, MSG_JSON_NOT_TEXT, place(object, key));
  else if (hidden)
    bv_json_refuse(object->json, MSG_JSON_HIDDEN, place(object, key), (unsigned)hidden);
  return text && !hidden ? bv_strdup(object->json->arena, text) : NULL;
}

const char *bv_json_prose(bv_json_object *object, const char *key, size_t longest) {
  const char *text = bv_json_text(object, key, BV_JSON_OPTIONAL, true);
  if (!text)
    return NULL;
  if (strlen(text) > longest)
    bv_json_refuse(object->json, MSG_FORM_LONG, key);
  char *clean = bv_alloc(object->json->arena, strlen(text) + 1), *to = clean;
  for (; *text; text++)
    if (*text != '\r')
      *to++ = *text;
  return clean[strspn(clean, " \t\n")] ? clean : NULL;
}

bv_date bv_json_date(bv_json_object *object, const char *key) {
  const char *text = bv_json_text(object, key, BV_JSON_REQUIRED, false);
  bv_date date = {0};
  if (text && bv_date_parse(text, &date) != BV_DATE_OK)
    bv_json_refuse(object->json, "%s", MSG_FORM_DATE);
  return date;
}

const char *bv_json_hash(bv_json_object *object, const char *key, bv_json_need need) {
  const char *text = bv_json_text(object, key, need, false);
  if (!text || (strlen(text) == 64 && strspn(text, "0123456789abcdef") == 64))
    return text;
  bv_json_refuse(object->json, MSG_JSON_NOT_HASH, place(object, key));
  return NULL;
}

bool bv_json_truth(bv_json_object *object, const char *key) {
  const json_t *value = take(object, key, BV_JSON_REQUIRED);
  if (value && !json_is_boolean(value))
    bv_json_refuse(object->json, MSG_JSON_NOT_TRUTH, place(object, key));
  return json_is_true(value);
}

size_t bv_json_number(bv_json_object *object, const char *key) {
  const json_t *value = take(object, key, BV_JSON_REQUIRED);
  json_int_t number = json_integer_value(value);
  if (value && (!json_is_integer(value) || number < 0 || number > LARGEST_NUMBER)) {
    bv_json_refuse(object->json, MSG_JSON_NOT_NUMBER, place(object, key));
    return 0;
  }
  return (size_t)number;
}

/* The key is not shown as it stands: it can be anything. */
void bv_json_end(bv_json_object *object) {
  if (object->object && object->taken < json_object_size(object->object))
    bv_json_refuse(object->json, MSG_JSON_UNKNOWN, *object->where ? object->where : MSG_JSON_FILE);
}
