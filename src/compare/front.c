/* The front matter: entry by entry, persons and sources by their id. */
#include <libxml/hash.h>
#include <string.h>

#include "base/buf.h"
#include "compare/changes.h"

/* A value on one line: "rol: ouder, naam: mevrouw Jansen". */
static void flatten(bv_buf *out, const bv_yaml *value) {
  if (value->kind == BV_YAML_SCALAR)
    bv_buf_puts(out, value->value);
  for (const bv_yaml *item = value->first; item; item = item->next) {
    if (item != value->first)
      bv_buf_puts(out, ", ");
    if (item->key)
      bv_buf_printf(out, "%s: ", item->key);
    flatten(out, item);
  }
}

static const char *flat(bv_arena *arena, const bv_yaml *value) {
  bv_buf text = bv_buf_new(arena);
  if (!value)
    return NULL;
  flatten(&text, value);
  return bv_buf_string(&text);
}

static bv_change_side side_of(const bv_yaml *entry) {
  return (bv_change_side){.range = entry ? entry->range : (bv_range){0, 0}};
}

static void add(bv_comparing *c, bv_action action, const char *title, const char *aspect, const bv_yaml *before,
                const bv_yaml *after) {
  bv_add_change(c, &(bv_change){.subject = BV_SUBJECT_FRONT,
                                .action = action,
                                .aspect = aspect,
                                .title = title,
                                .before = flat(c->arena, before),
                                .after = flat(c->arena, after),
                                .old_side = side_of(before),
                                .new_side = side_of(after)});
}

/* What an item is found again by: its key, or its id. */
static const char *name_of(const bv_yaml *item) {
  const bv_yaml *id = item->key ? NULL : bv_yaml_get(item, "id");
  return item->key ? item->key : id ? id->value : NULL;
}

static xmlHashTablePtr by_name(const bv_yaml *container) {
  xmlHashTablePtr table = xmlHashCreate(0);
  if (!table)
    bv_out_of_memory();
  for (const bv_yaml *item = container ? container->first : NULL; item; item = item->next)
    if (name_of(item))
      xmlHashAddEntry(table, BAD_CAST name_of(item), (void *)item);
  return table;
}

static bool is_list_of_named(const bv_yaml *value) {
  return value && value->kind == BV_YAML_LIST && value->first && value->first->kind == BV_YAML_MAP &&
         name_of(value->first);
}

typedef void compare_function(bv_comparing *c, const char *title, const bv_yaml *before, const bv_yaml *after);

/* Calls `compare` for all of one name: first those of the new draft, then what is gone. An item without a name, or with
 * one that stood before, is passed over: the check reports it. */
static void each_pair(bv_comparing *c, const char *title, const bv_yaml *before, const bv_yaml *after,
                      compare_function *compare) {
  xmlHashTablePtr old_items = by_name(before), new_items = by_name(after);
  for (const bv_yaml *item = after ? after->first : NULL; item; item = item->next)
    if (name_of(item) && xmlHashLookup(new_items, BAD_CAST name_of(item)) == item)
      compare(c, title, xmlHashLookup(old_items, BAD_CAST name_of(item)), item);
  for (const bv_yaml *item = before ? before->first : NULL; item; item = item->next)
    if (name_of(item) && xmlHashLookup(old_items, BAD_CAST name_of(item)) == item &&
        !xmlHashLookup(new_items, BAD_CAST name_of(item)))
      compare(c, title, item, NULL);
  xmlHashFree(old_items, NULL);
  xmlHashFree(new_items, NULL);
}

/* An entry of a map: one value, whatever it holds. */
static void compare_value(bv_comparing *c, const char *title, const bv_yaml *before, const bv_yaml *after) {
  if (!bv_same_text(flat(c->arena, before), flat(c->arena, after)))
    add(c, BV_ACTION_CHANGED, title, name_of(after ? after : before), before, after);
}

/* A person or source. */
static void compare_item(bv_comparing *c, const char *list, const bv_yaml *before, const bv_yaml *after) {
  const char *title = bv_sprintf(c->arena, "%s: %s", list, name_of(after ? after : before));
  if (!before || !after)
    add(c, after ? BV_ACTION_ADDED : BV_ACTION_REMOVED, title, NULL, before, after);
  else
    each_pair(c, title, before, after, compare_value);
}

static void compare_entry(bv_comparing *c, const char *title, const bv_yaml *before, const bv_yaml *after) {
  const char *key = name_of(after ? after : before);
  bool lists = (is_list_of_named(before) || !before) && (is_list_of_named(after) || !after);
  bool maps = before && after && before->kind == BV_YAML_MAP && after->kind == BV_YAML_MAP;
  if (lists)
    each_pair(c, key, before, after, compare_item);
  else if (maps)
    each_pair(c, key, before, after, compare_value);
  else
    compare_value(c, title, before, after);
}

void bv_compare_front(bv_comparing *c) {
  each_pair(c, NULL, c->documents[0]->front.entries, c->documents[1]->front.entries, compare_entry);
}
