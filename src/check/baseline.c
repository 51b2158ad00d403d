#include "check/baseline.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"

/* "./a.md" and "a.md" are one file. */
static const char *without_dot(const char *name) {
  while (strncmp(name, "./", 2) == 0)
    name += 2 + strspn(name + 2, "/");
  return name;
}

/* ---- Reading ---- */

static const char *text_of(const json_t *object, const char *key) { return json_string_value(json_object_get(object, key)); }

static uint32_t number_of(const json_t *object, const char *key) {
  json_int_t number = json_integer_value(json_object_get(object, key));
  return number > 0 && number < UINT32_MAX ? (uint32_t)number : 1;
}

static bv_severity severity_of(const char *word) {
  bv_severity severity = BV_ADVIES;
  while (word && severity < BV_FOUT && strcmp(word, bv_severity_english(severity)) != 0)
    severity++;
  return severity;
}

/* False when it is no finding of ours with a fingerprint. */
static bool read_finding(bv_arena *arena, bv_former_file *file, const json_t *object) {
  const char *fingerprint = text_of(object, "fingerprint"), *rule = text_of(object, "rule");
  const char *message = text_of(object, "message");
  if (!fingerprint || !rule || !message)
    return false;
  bv_former former = {.fingerprint = bv_strdup(arena, fingerprint),
                      .message = bv_strdup(arena, message),
                      .rule = bv_strdup(arena, rule),
                      .severity = severity_of(text_of(object, "severity")),
                      .start = {number_of(object, "line"), number_of(object, "column")},
                      .end = {number_of(object, "end_line"), number_of(object, "end_column")},
                      .suppressed = json_is_true(json_object_get(object, "suppressed"))};
  BV_PUSH(arena, &file->findings, former);
  return true;
}

/* One item of "files", or one line. A file that could not be read then says nothing. */
static bool read_file(bv_arena *arena, bv_baseline *baseline, const json_t *object) {
  const char *name = text_of(object, "file");
  const json_t *findings = json_object_get(object, "findings"), *finding;
  size_t i;
  if (!name || (!json_is_array(findings) && !text_of(object, "error")))
    return false;
  if (!findings)
    return true;
  bv_former_file file = {.name = bv_strdup(arena, without_dot(name))};
  json_array_foreach(findings, i, finding) if (!read_finding(arena, &file, finding)) return false;
  BV_PUSH(arena, &baseline->files, file);
  return true;
}

/* JSON: one object with "files"; JSON Lines: the objects of "files", one after the other. */
static bool read_object(bv_arena *arena, bv_baseline *baseline, const json_t *object) {
  const json_t *files = json_object_get(object, "files"), *file;
  size_t i;
  if (!json_is_array(files))
    return read_file(arena, baseline, object);
  json_array_foreach(files, i, file) if (!read_file(arena, baseline, file)) return false;
  return true;
}

static int by_name(const void *a, const void *b) {
  return strcmp(((const bv_former_file *)a)->name, ((const bv_former_file *)b)->name);
}

static int by_fingerprint(const void *a, const void *b) {
  return strcmp(((const bv_former *)a)->fingerprint, ((const bv_former *)b)->fingerprint);
}

static void sort(bv_baseline *baseline) {
  for (size_t i = 0; i < baseline->files.count; i++) {
    bv_former_file *file = &baseline->files.items[i];
    if (file->findings.count)
      qsort(file->findings.items, file->findings.count, sizeof *file->findings.items, by_fingerprint);
  }
  if (baseline->files.count)
    qsort(baseline->files.items, baseline->files.count, sizeof *baseline->files.items, by_name);
}

bv_baseline *bv_baseline_read(bv_arena *arena, const char *bytes, size_t length, const char **error) {
  bv_baseline *baseline = bv_alloc(arena, sizeof *baseline);
  bool good = true;
  for (size_t at = 0; good;) {
    json_error_t wrong;
    at += strspn(bytes + at, " \t\r\n");
    if (at >= length)
      break;
    json_t *object = json_loadb(bytes + at, length - at, JSON_DISABLE_EOF_CHECK | JSON_REJECT_DUPLICATES, &wrong);
    good = object && read_object(arena, baseline, object);
    at += object ? (size_t)wrong.position : 0;
    json_decref(object);
  }
  *error = good ? NULL : MSG_BASELINE_WRONG;
  sort(baseline);
  return good ? baseline : NULL;
}

/* ---- Comparing ---- */

static const bv_former_file *file_named(const bv_baseline *baseline, const char *name) {
  const bv_former_file wanted = {.name = name};
  return !baseline->files.count ? NULL
                                : bsearch(&wanted, baseline->files.items, baseline->files.count,
                                          sizeof *baseline->files.items, by_name);
}

/* The name that the draft has in the other notation: "a.xml" for "a.md"; NULL for any other. */
static const char *other_name(bv_arena *arena, const char *name) {
  static const char *const endings[][2] = {{".md", ".xml"}, {".xml", ".md"}};
  for (size_t i = 0; i < 2; i++) {
    size_t length = strlen(name), size = strlen(endings[i][0]);
    if (length > size && strcmp(name + length - size, endings[i][0]) == 0)
      return bv_sprintf(arena, "%.*s%s", (int)(length - size), name, endings[i][1]);
  }
  return NULL;
}

static const bv_former_file *file_of(bv_arena *arena, const bv_baseline *baseline, const char *name, bool alone) {
  if (alone && baseline->files.count == 1)
    return &baseline->files.items[0];
  const char *own = without_dot(name), *other = other_name(arena, own);
  const bv_former_file *file = file_named(baseline, own);
  return file || !other ? file : file_named(baseline, other);
}

static int by_place(const void *a, const void *b) {
  const bv_former *left = *(const bv_former *const *)a, *right = *(const bv_former *const *)b;
  if (left->start.line != right->start.line)
    return left->start.line < right->start.line ? -1 : 1;
  if (left->start.column != right->start.column)
    return left->start.column < right->start.column ? -1 : 1;
  return by_fingerprint(left, right);
}

static const bv_former *find_former(const bv_former_file *file, const char *fingerprint) {
  bv_former wanted = {.fingerprint = fingerprint};
  return !file || !file->findings.count ? NULL
                                        : bsearch(&wanted, file->findings.items, file->findings.count,
                                                  sizeof *file->findings.items, by_fingerprint);
}

/* Marks the finding when it stood in the file; `met` says which of the former findings were met. */
static void compare_finding(const bv_former_file *file, bv_finding *finding, bool *met) {
  const bv_former *former = find_former(file, finding->fingerprint);
  if (!former) /* a result of an earlier version */
    former = find_former(file, finding->first_fingerprint);
  if (!former)
    return;
  met[former - file->findings.items] = true;
  finding->known = !former->suppressed || finding->suppressed;
}

const bv_since *bv_baseline_compare(const bv_baseline *baseline, bv_document *document, const char *name, bool alone) {
  const bv_former_file *file = file_of(document->arena, baseline, name, alone);
  bv_since *since = bv_alloc(document->arena, sizeof *since);
  bool *met = bv_calloc(document->arena, file ? file->findings.count + 1 : 1, sizeof *met);
  for (size_t i = 0; i < document->findings->count; i++) {
    bv_finding *finding = &document->findings->items[i];
    compare_finding(file, finding, met);
    since->known += finding->known && !finding->suppressed;
    since->fresh += !finding->known && !finding->suppressed;
  }
  for (size_t i = 0; file && i < file->findings.count; i++)
    if (!met[i] && !file->findings.items[i].suppressed)
      BV_PUSH(document->arena, &since->solved, &file->findings.items[i]);
  if (since->solved.count)
    qsort(since->solved.items, since->solved.count, sizeof *since->solved.items, by_place);
  return since;
}
