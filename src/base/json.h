/* JSON from outside: one object, read strictly.
 *
 * A key that is not known, a key that stands twice, another kind of value, a character that nobody sees: each is
 * refused with where it stands, so that nothing in such a file goes unread. The first thing that is wrong is kept;
 * every function may be called after that and then does nothing. Strings that are given back live in the arena. */
#ifndef BV_BASE_JSON_H
#define BV_BASE_JSON_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"

typedef struct bv_json {
  bv_arena *arena;
  json_t *root;      /* an object, or NULL; freed by bv_json_close */
  const char *error; /* the first thing that is wrong, a Dutch sentence in the arena; or NULL */
} bv_json;

/* An object on its way to being read. */
typedef struct bv_json_object {
  bv_json *json;
  const json_t *object;
  const char *where; /* what messages call it: "outputs[2]"; "" for the root */
  size_t taken;      /* how many of its keys were asked for and stood there */
} bv_json_object;

/* Parses `length` bytes of UTF-8. */
bv_json bv_json_open(bv_arena *arena, const char *bytes, size_t length);
void bv_json_close(bv_json *json);
/* Keeps a reason to refuse the file, unless there is one. */
void bv_json_refuse(bv_json *json, const char *format, ...) __attribute__((format(printf, 2, 3)));

bv_json_object bv_json_root(bv_json *json);
/* The object under a key that must stand there; without keys when it does not. */
bv_json_object bv_json_child(bv_json_object *object, const char *key);
/* The list under a key that must stand there, or NULL. */
const json_t *bv_json_list(bv_json_object *object, const char *key);
/* The item of a list that was got under that key; it must be an object. */
bv_json_object bv_json_item(bv_json_object *object, const char *key, const json_t *list, size_t index);

typedef enum bv_json_need {
  BV_JSON_REQUIRED,
  BV_JSON_OR_NULL, /* the key must stand there */
  BV_JSON_OPTIONAL /* null, or no key at all */
} bv_json_need;

/* A string; NULL where it is null or missing, or wrong. Line ends and tabs are let in only where `lines`. */
const char *bv_json_text(bv_json_object *object, const char *key, bv_json_need need, bool lines);
/* A text that somebody wrote, over lines or not, without '\r'; NULL where it is null, missing or empty. Longer than
 * `longest` bytes is refused. */
const char *bv_json_prose(bv_json_object *object, const char *key, size_t longest);
/* A day ("2026-11-25") that must stand there; year 0 when it does not. */
bv_date bv_json_date(bv_json_object *object, const char *key);
/* A string of 64 hexadecimal digits; NULL where it is null or missing, or wrong. */
const char *bv_json_hash(bv_json_object *object, const char *key, bv_json_need need);
bool bv_json_truth(bv_json_object *object, const char *key);
/* A number from 0 to 1,000,000,000. */
size_t bv_json_number(bv_json_object *object, const char *key);
/* Refuses keys that were not asked for: to be called when the object has been read. */
void bv_json_end(bv_json_object *object);

#endif
