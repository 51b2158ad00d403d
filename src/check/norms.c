#include "check/norms.h"

#include <string.h>

#include "base/asset.h"

static bv_norm *norm_of(bv_arena *arena, bv_norms *norms, const char *name) {
  for (size_t i = 0; i < norms->count; i++)
    if (strcmp(norms->items[i].name, name) == 0)
      return &norms->items[i];
  BV_PUSH(arena, norms, (bv_norm){.name = name});
  return &norms->items[norms->count - 1];
}

/* The next field of a line of the table; moves on behind its tab. NULL for an empty one. */
static const char *field(bv_arena *arena, const char **at) {
  size_t length = strcspn(*at, "\t\n");
  const char *text = length ? bv_strndup(arena, *at, length) : NULL;
  *at += length + ((*at)[length] == '\t');
  return text;
}

/* norm <tab> what it asks <tab> what no rule can check, and why */
static void read_table(bv_arena *arena, bv_norms *norms) {
  const bv_asset *table = bv_asset_find("src/check/normen.tsv");
  for (const char *at = table->bytes; *at;) {
    size_t length = strcspn(at, "\n");
    if (length && *at != '#') {
      const char *rest = at;
      bv_norm *norm = norm_of(arena, norms, field(arena, &rest));
      norm->about = field(arena, &rest);
      norm->why_not = field(arena, &rest);
    }
    at += length + (at[length] == '\n');
  }
}

/* "IGJ 5.2, 8.2; Kamerbrief": a number alone belongs to the document named before it. */
static void add_rule(bv_arena *arena, bv_norms *norms, bv_rule rule) {
  const char *document = NULL;
  for (const char *at = bv_rule_info_of(rule)->norm; *at;) {
    size_t length = strcspn(at, ",;");
    const char *name = bv_strndup(arena, at, length);
    const char *space = strrchr(name, ' ');
    if (name[0] >= '0' && name[0] <= '9' && document)
      name = bv_sprintf(arena, "%s %s", document, name);
    else
      document = space ? bv_strndup(arena, name, (size_t)(space - name)) : name;
    bv_norm *norm = norm_of(arena, norms, name);
    BV_PUSH(arena, &norm->rules, rule);
    at += length;
    at += strspn(at, ",; ");
  }
}

bv_norms bv_norms_all(bv_arena *arena) {
  bv_norms norms = {0};
  read_table(arena, &norms);
  for (int rule = 0; rule < BV_RULE_COUNT; rule++)
    add_rule(arena, &norms, (bv_rule)rule);
  return norms;
}
