/* Explanations of rules: src/check/regels/FAMILY.md, embedded, as records for `bronvast explain`, the manual and the
 * tests.
 *
 * A file holds for each rule a heading with its name, one to three paragraphs, and under "Fout" and "Goed" a draft
 * snippet between fences of tildes: one that raises the rule, and the mended one. */
#ifndef BV_CHECK_EXPLAIN_H
#define BV_CHECK_EXPLAIN_H

#include "base/arena.h"
#include "model/rule.h"

typedef struct bv_explanation {
  const char *name;  /* "label/ontbreekt" */
  bv_rule rule;      /* BV_RULE_COUNT: no rule is called so */
  const char *text;  /* Markdown paragraphs, without white space around */
  const char *wrong; /* snippets, each line with its '\n'; NULL when the file has none */
  const char *right;
} bv_explanation;

typedef struct bv_explanations {
  bv_explanation *items; /* in the order of the files, which is that of the catalogue's families */
  size_t count, capacity;
} bv_explanations;

/* Reads one file of explanations, in the arena. */
bv_explanations bv_explanations_read(bv_arena *arena, const char *text, size_t length);
/* Those of all files in the program, in the arena. */
bv_explanations bv_explanations_all(bv_arena *arena);
/* The one of that rule, or NULL. */
const bv_explanation *bv_explanation_of(const bv_explanations *explanations, bv_rule rule);
/* A whole draft for a snippet: as it is when it begins with front matter of its own, else with the front matter of
 * src/check/regels/voorblad.md before it. In the arena. */
const char *bv_explanation_draft(bv_arena *arena, const char *snippet);

#endif
