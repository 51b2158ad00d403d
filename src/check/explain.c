#include "check/explain.h"

#include <ctype.h>
#include <string.h>

#include "base/asset.h"
#include "base/buf.h"

static const char folder[] = "src/check/regels/";
static const char front_matter[] = "src/check/regels/voorblad.md";

typedef enum section { SECTION_NONE, SECTION_TEXT, SECTION_WRONG, SECTION_RIGHT } section;

/* A file on its way, line by line. */
typedef struct reading {
  bv_arena *arena;
  bv_explanations *all;
  section section;
  bool fenced; /* between the tildes */
  bv_buf text, wrong, right;
} reading;

typedef struct line {
  const char *bytes;
  size_t length; /* without the line end */
} line;

static bool starts(line l, const char *with) {
  size_t length = strlen(with);
  return l.length >= length && memcmp(l.bytes, with, length) == 0;
}

static const char *trimmed(bv_arena *arena, const bv_buf *buf) {
  const char *start = bv_buf_string(buf), *end = start + buf->length;
  while (start < end && isspace((unsigned char)*start))
    start++;
  while (end > start && isspace((unsigned char)end[-1]))
    end--;
  return bv_strndup(arena, start, (size_t)(end - start));
}

/* Ends the rule that was being read. */
static void finish(reading *r) {
  if (r->section == SECTION_NONE)
    return;
  bv_explanation *last = &r->all->items[r->all->count - 1];
  last->text = trimmed(r->arena, &r->text);
  last->wrong = r->wrong.length ? bv_buf_string(&r->wrong) : NULL;
  last->right = r->right.length ? bv_buf_string(&r->right) : NULL;
}

static void begin(reading *r, line title) {
  finish(r);
  bv_explanation explanation = {.name = bv_strndup(r->arena, title.bytes, title.length)};
  explanation.rule = bv_rule_find(explanation.name);
  BV_PUSH(r->arena, r->all, explanation);
  r->section = SECTION_TEXT;
  r->text = r->wrong = r->right = bv_buf_new(r->arena);
}

static void add(bv_buf *buf, line l) {
  bv_buf_add(buf, l.bytes, l.length);
  bv_buf_putc(buf, '\n');
}

/* Inside the tildes everything is snippet, headings included. */
static void read_line(reading *r, line l) {
  if (starts(l, "~~~"))
    r->fenced = !r->fenced && r->section > SECTION_TEXT;
  else if (r->fenced)
    add(r->section == SECTION_WRONG ? &r->wrong : &r->right, l);
  else if (starts(l, "# "))
    begin(r, (line){l.bytes + 2, l.length - 2});
  else if (r->section != SECTION_NONE && starts(l, "## Fout"))
    r->section = SECTION_WRONG;
  else if (r->section != SECTION_NONE && starts(l, "## Goed"))
    r->section = SECTION_RIGHT;
  else if (r->section == SECTION_TEXT)
    add(&r->text, l);
}

static void read_file(bv_arena *arena, bv_explanations *all, const char *text, size_t length) {
  reading r = {.arena = arena, .all = all};
  const char *end = text + length;
  while (text < end) {
    const char *newline = memchr(text, '\n', (size_t)(end - text));
    const char *line_end = newline ? newline : end;
    read_line(&r, (line){text, (size_t)(line_end - text)});
    text = newline ? newline + 1 : end;
  }
  finish(&r);
}

bv_explanations bv_explanations_read(bv_arena *arena, const char *text, size_t length) {
  bv_explanations all = {0};
  read_file(arena, &all, text, length);
  return all;
}

bv_explanations bv_explanations_all(bv_arena *arena) {
  bv_explanations all = {0};
  for (size_t i = 0; i < bv_asset_count; i++)
    if (strncmp(bv_assets[i].name, folder, strlen(folder)) == 0 && strcmp(bv_assets[i].name, front_matter) != 0)
      read_file(arena, &all, bv_assets[i].bytes, bv_assets[i].length);
  return all;
}

const bv_explanation *bv_explanation_of(const bv_explanations *explanations, bv_rule rule) {
  for (size_t i = 0; i < explanations->count; i++)
    if (explanations->items[i].rule == rule)
      return &explanations->items[i];
  return NULL;
}

const char *bv_explanation_draft(bv_arena *arena, const char *snippet) {
  const bv_asset *front = bv_asset_find(front_matter);
  if (strncmp(snippet, "---\n", 4) == 0 || !front)
    return snippet;
  return bv_sprintf(arena, "%s\n%s", front->bytes, snippet);
}
