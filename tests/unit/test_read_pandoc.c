/* pandoc reads every draft: spans, divs and headers, with their attributes and their text, are the same to it as to us,
 * in the samples and in drafts by chance. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glob.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/generate.h"
#include "../support/run.h"
#include "base/buf.h"
#include "base/file.h"
#include "read/reader.h"

/* White space is left out: pandoc and we join lines in our own ways. So are the stars of emphasis that only one of the two
 * takes for emphasis. */
static void add_letters(bv_buf *out, const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (!strchr(" \n\t*_", bytes[i]))
      bv_buf_putc(out, bytes[i]);
}

/* ---- What pandoc says: its JSON, "t" the kind of a node and "c" what it holds ---- */

/* Gives a value that is no element, or the next value inside one, to `take`; iterative, since drafts nest. */
typedef struct todo {
  struct { json_t **items; size_t count, capacity; } values;
  bv_arena *arena;
} todo;

static void put(todo *work, json_t *value) { BV_PUSH(work->arena, &work->values, value); }

static void put_children(todo *work, json_t *array) {
  for (size_t i = json_array_size(array); i-- > 0;)
    put(work, json_array_get(array, i));
}

static const char *kind_of(json_t *value) {
  const char *kind = json_is_object(value) ? json_string_value(json_object_get(value, "t")) : NULL;
  return kind ? kind : "";
}

/* All text in a value, without white space. */
static void add_pandoc_text(bv_buf *out, json_t *value) {
  todo work = {.arena = out->arena};
  put(&work, value);
  while (work.values.count) {
    json_t *next = work.values.items[--work.values.count], *content = json_object_get(next, "c");
    const char *kind = kind_of(next);
    if (json_is_array(next))
      put_children(&work, next);
    else if (strcmp(kind, "Str") == 0)
      add_letters(out, json_string_value(content), json_string_length(content));
    else if (strcmp(kind, "Code") == 0 || strcmp(kind, "CodeBlock") == 0)
      add_letters(out, json_string_value(json_array_get(content, 1)), json_string_length(json_array_get(content, 1)));
    else if (strcmp(kind, "Link") == 0 || strcmp(kind, "Span") == 0 || strcmp(kind, "Div") == 0 ||
             strcmp(kind, "Quoted") == 0 || strcmp(kind, "OrderedList") == 0)
      put(&work, json_array_get(content, 1));
    else if (strcmp(kind, "Header") == 0)
      put(&work, json_array_get(content, 2));
    else if (content)
      put(&work, content);
  }
}

static void add_pandoc_element(bv_buf *out, const char *kind, json_t *attributes, json_t *text) {
  size_t i;
  json_t *each;
  bv_buf_printf(out, "%s #%s", kind, json_string_value(json_array_get(attributes, 0)));
  json_array_foreach(json_array_get(attributes, 1), i, each)
    bv_buf_printf(out, " .%s", json_string_value(each));
  json_array_foreach(json_array_get(attributes, 2), i, each)
    bv_buf_printf(out, " %s=%s", json_string_value(json_array_get(each, 0)), json_string_value(json_array_get(each, 1)));
  bv_buf_putc(out, '|');
  add_pandoc_text(out, text);
  bv_buf_puts(out, "|\n");
}

static char *pandoc_says(bv_arena *arena, const char *path) {
  const char *command = bv_sprintf(
      arena, "pandoc -f markdown-smart-auto_identifiers-implicit_header_references -t json '%s'", path);
  FILE *pandoc = popen(command, "r");
  json_t *document = pandoc ? json_loadf(pandoc, 0, NULL) : NULL;
  if (pandoc)
    pclose(pandoc);
  cr_assert(document != NULL, "pandoc cannot read %s", path);
  bv_buf out = bv_buf_new(arena);
  todo work = {.arena = arena};
  put(&work, json_object_get(document, "blocks"));
  while (work.values.count) {
    json_t *next = work.values.items[--work.values.count], *content = json_object_get(next, "c");
    const char *kind = kind_of(next);
    if (strcmp(kind, "Span") == 0 || strcmp(kind, "Div") == 0)
      add_pandoc_element(&out, kind, json_array_get(content, 0), json_array_get(content, 1));
    else if (strcmp(kind, "Header") == 0)
      add_pandoc_element(&out, kind, json_array_get(content, 1), json_array_get(content, 2));
    if (json_is_array(next))
      put_children(&work, next);
    else if (content)
      put(&work, content);
  }
  json_decref(document);
  return (char *)bv_buf_string(&out);
}

/* ---- What we say ---- */

static void add_span_text(bv_buf *out, const bv_node *span) {
  const bv_text *text = bv_node_leaf(span)->text;
  for (size_t i = 0; i < text->run_count; i++)
    if (text->runs[i].span && bv_node_within(text->runs[i].span, span))
      add_letters(out, text->bytes + text->runs[i].start, text->runs[i].end - text->runs[i].start);
}

static void add_our_text(bv_buf *out, const bv_node *node) {
  const bv_node *root = node->kind == BV_NODE_SECTION ? node->first_child : node;
  if (node->kind == BV_NODE_SPAN)
    add_span_text(out, node);
  else
    for (const bv_node *leaf = root; leaf; leaf = bv_node_following(leaf, root))
      if (leaf->text)
        add_letters(out, leaf->text->bytes, leaf->text->length);
}

static char *we_say(bv_arena *arena, const bv_document *document) {
  bv_buf out = bv_buf_new(arena);
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
    const char *kind = node->kind == BV_NODE_SPAN      ? "Span"
                       : node->kind == BV_NODE_DIV     ? "Div"
                       : node->kind == BV_NODE_SECTION ? "Header"
                                                       : NULL;
    if (!kind)
      continue;
    const bv_attributes *attributes = &node->attributes;
    bv_buf_printf(&out, "%s #%s", kind, attributes->id ? attributes->id : "");
    for (size_t i = 0; i < attributes->classes.count; i++)
      bv_buf_printf(&out, " .%s", attributes->classes.items[i].name);
    for (size_t i = 0; i < attributes->pairs.count; i++)
      bv_buf_printf(&out, " %s=%s", attributes->pairs.items[i].key, attributes->pairs.items[i].value);
    bv_buf_putc(&out, '|');
    add_our_text(&out, node);
    bv_buf_puts(&out, "|\n");
  }
  return (char *)bv_buf_string(&out);
}

static void compare(const char *path, const char *what) {
  bv_arena *arena = bv_arena_new();
  size_t length;
  const char *bytes = bv_file_read(arena, path, BV_LARGEST_DRAFT, &length);
  cr_assert(bytes != NULL, "%s", path);
  bv_read_result result = bv_read_unresolved(path, bytes, length, NULL);
  cr_assert(result.document != NULL, "%s: %s", what, result.error);
  cr_expect(eq(str, we_say(arena, result.document), pandoc_says(arena, path)), "%s", what);
  bv_document_free(result.document);
  bv_arena_free(arena);
}

Test(read_pandoc, samples_are_the_same_to_pandoc) {
  glob_t samples;
  bv_need_program("pandoc");
  cr_assert(eq(int, glob(SOURCE_DIR "/samples/*.md", 0, NULL, &samples), 0));
  cr_assert(samples.gl_pathc >= 3);
  for (size_t i = 0; i < samples.gl_pathc; i++)
    compare(samples.gl_pathv[i], samples.gl_pathv[i]);
  globfree(&samples);
}

Test(read_pandoc, drafts_by_chance_are_the_same_to_pandoc) {
  bv_need_program("pandoc");
  for (uint32_t seed = 1; seed <= 12; seed++) {
    char path[] = "/tmp/bronvast-XXXXXX", name[32], *draft = bv_generate_draft(seed);
    int file = mkstemp(path);
    cr_assert(file >= 0 && write(file, draft, strlen(draft)) == (ssize_t)strlen(draft));
    close(file);
    snprintf(name, sizeof name, "seed %u", seed);
    compare(path, name);
    unlink(path);
    free(draft);
  }
}
