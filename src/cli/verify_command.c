/* bronvast verify: whether versions belong to a draft, unchanged, and whether every claim is in them. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/messages.h"
#include "cli/manifest.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "cli/sandbox.h"
#include "read/read.h"
#include "write/shown.h"

enum { MOST_NUMBERS = 20 /* that one line names */ };

static const bv_option options[] = {
    {"draft", 0, "BESTAND", MSG_HELP_VERIFY_DRAFT},
    {"without-draft", 0, NULL, MSG_HELP_VERIFY_WITHOUT},
    BV_OPTION_TIME_LIMIT,
    BV_OPTION_NO_SANDBOX,
    {NULL, 0, NULL, NULL},
};

typedef struct verification {
  bv_arena *arena;
  const char *path; /* of the manifest */
  const bv_manifest *manifest;
  bv_document *document; /* the draft that the manifest is about; NULL: not at hand */
  bv_proof_key key;      /* of the document */
  int status;
} verification;

static void worsen(verification *v, int status) { v->status = status > v->status ? status : v->status; }

/* A line under that of a version: something is wrong with it. */
static void complain(verification *v, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void complain(verification *v, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fputs("  ", stdout);
  vprintf(format, arguments);
  putchar('\n');
  va_end(arguments);
  worsen(v, BV_EXIT_FINDINGS);
}

/* Numbers of claims that one thing is said about. */
typedef struct numbers {
  const char **items;
  size_t count, capacity;
} numbers;

static void complain_of(verification *v, const char *what, const numbers *list) {
  const char *named[MOST_NUMBERS + 1];
  size_t count = 0;
  if (!list->count)
    return;
  for (; count < list->count && count < MOST_NUMBERS; count++)
    named[count] = list->items[count];
  if (list->count > count)
    named[count] = bv_sprintf(v->arena, MSG_VERIFY_MORE, list->count - count), count++;
  complain(v, MSG_VERIFY_CLAIMS, what, bv_enumerate(v->arena, named, count, MSG_AND));
}

/* ---- One version ---- */

/* Whether the text is what the claim showed when its version was made. */
static bool shows(const verification *v, const bv_proof_claim *claim, const char *text) {
  return strcmp(claim->shown, bv_proof_fingerprint(v->arena, &v->key, BV_PROOF_OF_FILE, claim->number, text)) == 0;
}

/* What the file shows beside what it showed when it was made. Without the draft it can be told what is missing,
 * not what is changed. */
static bool look_into(verification *v, const bv_manifest_output *output, bool own, const char *bytes, size_t length) {
  numbers missing = {0}, changed = {0}, foreign = {0}, twice = {0};
  bv_shown_list shown = {0};
  bv_shown_in(v->arena, output->form, bytes, length, &shown);
  for (size_t i = 0; i < output->proof.claims.count; i++) {
    const bv_proof_claim *claim = &output->proof.claims.items[i];
    const bv_shown *found = bv_shown_find(&shown, claim->number);
    if (!found)
      BV_PUSH(v->arena, &missing, claim->number);
    else if (own && v->document && claim->shown && !shows(v, claim, found->text))
      BV_PUSH(v->arena, &changed, claim->number);
  }
  for (size_t i = 0; i < shown.count; i++) {
    const char *number = shown.items[i].number;
    if (i && strcmp(shown.items[i - 1].number, number) == 0)
      BV_PUSH(v->arena, &twice, number);
    else if (!bv_proof_find(&output->proof, number))
      BV_PUSH(v->arena, &foreign, number);
  }
  complain_of(v, MSG_VERIFY_MISSING, &missing);
  complain_of(v, MSG_VERIFY_ALTERED, &changed);
  complain_of(v, MSG_VERIFY_FOREIGN, &foreign);
  complain_of(v, MSG_VERIFY_TWICE, &twice);
  return missing.count + changed.count + foreign.count + twice.count > 0;
}

static bool same_text(const char *a, const char *b) { return a == b || (a && b && strcmp(a, b) == 0); }

static bool same_claim(const bv_proof_claim *a, const bv_proof_claim *b) {
  return same_text(a->label, b->label) && strcmp(a->sources, b->sources) == 0 && same_text(a->date, b->date) &&
         strcmp(a->text, b->text) == 0;
}

/* The manifest's lists beside those that the draft gives for this reader: whoever changes a version can change the
 * manifest as well, but not what the draft says. */
static void compare_lists(verification *v, const bv_proof *told, const bv_proof *meant) {
  numbers left_out = {0}, different = {0}, shown = {0}, withheld = {0};
  for (size_t i = 0; i < meant->claims.count; i++) {
    const bv_proof_claim *claim = &meant->claims.items[i], *other = bv_proof_find(told, claim->number);
    if (!other)
      BV_PUSH(v->arena, bv_proof_withholds(told, claim->number) ? &withheld : &left_out, claim->number);
    else if (!same_claim(claim, other))
      BV_PUSH(v->arena, &different, claim->number);
  }
  for (size_t i = 0; i < meant->withheld.count; i++) {
    const char *number = meant->withheld.items[i];
    if (bv_proof_find(told, number))
      BV_PUSH(v->arena, &shown, number);
    else if (!bv_proof_withholds(told, number))
      BV_PUSH(v->arena, &left_out, number);
  }
  complain_of(v, MSG_VERIFY_LEFT_OUT, &left_out);
  complain_of(v, MSG_VERIFY_DIFFERENT, &different);
  complain_of(v, MSG_VERIFY_SHOWN, &shown);
  complain_of(v, MSG_VERIFY_WITHHELD, &withheld);
}

static void compare_with_draft(verification *v, const bv_manifest_output *output) {
  bv_publish_options publish = {.court = output->court, .reader = output->reader, .short_version = output->short_version};
  const char *error = bv_publish_reader_error(v->arena, v->document, output->reader);
  if (error) {
    complain(v, "%s", error);
    return;
  }
  xmlDoc *published = bv_publish(v->document, v->document->findings, &publish);
  bv_proof meant = bv_proof_of_tree(v->arena, v->document, published);
  xmlFreeDoc(published);
  compare_lists(v, &output->proof, &meant);
}

/* Without the draft, the court's version tells which claims there are. */
static void compare_with_court(verification *v, const bv_manifest_output *output) {
  for (size_t i = 0; i < v->manifest->outputs.count; i++) {
    const bv_manifest_output *court = &v->manifest->outputs.items[i];
    if (!court->court || output->court || output->short_version || strcmp(court->draft, output->draft) != 0)
      continue;
    numbers left_out = {0}, different = {0};
    for (size_t k = 0; k < court->proof.claims.count; k++) {
      const bv_proof_claim *claim = &court->proof.claims.items[k], *other = bv_proof_find(&output->proof, claim->number);
      if (!other && !bv_proof_withholds(&output->proof, claim->number))
        BV_PUSH(v->arena, &left_out, claim->number);
      else if (other && !same_claim(claim, other))
        BV_PUSH(v->arena, &different, claim->number);
    }
    complain_of(v, MSG_VERIFY_NOT_AS_COURT, &left_out);
    complain_of(v, MSG_VERIFY_UNLIKE_COURT, &different);
    return;
  }
}

/* "ouders, lezer moeder, kort, html" */
static const char *description(verification *v, const bv_manifest_output *output) {
  bv_buf text = bv_buf_new(v->arena);
  bv_buf_puts(&text, output->court ? MSG_VERIFY_COURT : MSG_VERIFY_PARENTS);
  if (output->reader)
    bv_buf_printf(&text, MSG_VERIFY_READER, output->reader);
  bv_buf_printf(&text, "%s%s, %s", output->short_version ? MSG_VERIFY_SHORT : "", output->as_is ? MSG_VERIFY_AS_IS : "",
                output->form);
  return bv_buf_string(&text);
}

/* A name out of a manifest must not lead to a device or a pipe, which could be read without end. */
static const char *read_named(bv_arena *arena, const char *path, size_t *length, const char **error) {
  struct stat about;
  const char *bytes = NULL;
  if (stat(path, &about) == 0 && !S_ISREG(about.st_mode)) {
    *error = MSG_VERIFY_NO_FILE;
  } else {
    bytes = bv_file_read(arena, path, BV_LARGEST_VERSION, length);
    *error = bytes ? NULL : bv_sprintf(arena, MSG_CANNOT_READ, bv_errno_dutch(errno));
  }
  return bytes;
}

static void verify_output(verification *v, const bv_manifest_output *output) {
  bv_arena *arena = bv_arena_new();
  size_t length;
  const char *error, *bytes = read_named(arena, bv_path_beside(v->arena, v->path, output->file), &length, &error);
  const char *what = description(v, output);
  bv_source hashed = {0};
  if (!bytes) {
    printf("%s (%s): %s\n", output->file, what, error);
    worsen(v, BV_EXIT_UNREADABLE);
    bv_arena_free(arena);
    return;
  }
  bv_source_hash(&hashed, bytes, length);
  bool same = strcmp(hashed.sha256, output->sha256) == 0, own = strcmp(output->draft, v->manifest->sha256) == 0;
  printf("%s (%s): ", output->file, what);
  printf(same ? MSG_VERIFY_SAME : MSG_VERIFY_CHANGED, output->proof.claims.count,
         output->proof.claims.count == 1 ? MSG_CLAIM_ONE : MSG_CLAIM_MANY);
  printf(same && output->proof.withheld.count ? MSG_VERIFY_AND_WITHHELD "\n" : "\n", output->proof.withheld.count);
  if (!same)
    worsen(v, BV_EXIT_FINDINGS);
  if (!own)
    complain(v, "%s", MSG_VERIFY_OTHER_ORIGIN);
  bool placed = bv_shown_can_look(output->form) && look_into(v, output, own, bytes, length);
  if (!same && !placed && own && v->document && bv_shown_can_look(output->form))
    complain(v, "%s", MSG_VERIFY_OUTSIDE);
  bv_arena_free(arena);
  if (own && v->document)
    compare_with_draft(v, output);
  else if (!v->document)
    compare_with_court(v, output);
}

/* ---- The draft ---- */

/* Finds the draft and says whether it is the one. */
static void verify_draft(verification *v, const char *given) {
  const char *named = v->manifest->draft, *path = given ? given : named ? bv_path_beside(v->arena, v->path, named) : NULL;
  struct stat about;
  if (!path || (!given && stat(path, &about) == 0 && !S_ISREG(about.st_mode))) {
    printf(MSG_VERIFY_DRAFT "%s\n", path ? named : "-", path ? MSG_VERIFY_NO_FILE : MSG_VERIFY_DRAFT_UNNAMED);
    worsen(v, BV_EXIT_UNREADABLE);
    return;
  }
  bv_read_result read = bv_read_file(path, NULL);
  const char *name = given ? given : named;
  if (!read.document) {
    printf(MSG_VERIFY_DRAFT "%s. %s\n", name, read.error, MSG_VERIFY_DRAFT_ADVICE);
    free(read.error);
    worsen(v, BV_EXIT_UNREADABLE);
  } else if (strcmp(read.document->source->sha256, v->manifest->sha256) != 0) {
    printf(MSG_VERIFY_DRAFT "%s\n", name, MSG_VERIFY_DRAFT_OTHER);
    worsen(v, BV_EXIT_FINDINGS);
    bv_document_free(read.document);
  } else {
    printf(MSG_VERIFY_DRAFT MSG_VERIFY_DRAFT_SAME "\n", name, read.document->claims.count,
           read.document->claims.count == 1 ? MSG_CLAIM_ONE : MSG_CLAIM_MANY);
    v->document = read.document;
    v->key = bv_proof_key_of(read.document);
  }
}

/* ---- All of it ---- */

/* What was verified, and what this manifest does not speak of. */
static void conclude(const verification *v) {
  bool court = false, parents = false;
  for (size_t i = 0; i < v->manifest->outputs.count; i++) {
    const bv_manifest_output *output = &v->manifest->outputs.items[i];
    court = court || output->court;
    parents = parents || (!output->court && !output->short_version);
  }
  if (!court)
    puts(MSG_VERIFY_NO_COURT);
  if (!parents)
    puts(MSG_VERIFY_NO_PARENTS);
  if (v->status != BV_EXIT_FINE)
    puts(MSG_VERIFY_BAD);
  else if (v->document)
    puts(court && parents ? MSG_VERIFY_GOOD_BOTH : MSG_VERIFY_GOOD);
  else
    puts(MSG_VERIFY_GOOD_WITHOUT);
}

/* Nothing is written; which files are read, the manifest says. */
static void narrow_sandbox(const verification *v, bv_sandbox *sandbox, const char *draft) {
  sandbox->permits.count = 0;
  bv_sandbox_read(sandbox, draft);
  if (v->manifest->draft)
    bv_sandbox_read(sandbox, bv_path_beside(v->arena, v->path, v->manifest->draft));
  for (size_t i = 0; i < v->manifest->outputs.count; i++)
    bv_sandbox_read(sandbox, bv_path_beside(v->arena, v->path, v->manifest->outputs.items[i].file));
  bv_sandbox_narrow(sandbox);
}

static int verify(verification *v, const bv_given *given) {
  const char *error = NULL, *draft = bv_option_value(&bv_command_verify, given, "draft");
  bv_sandbox sandbox = bv_sandbox_new(v->arena, bv_option_value(&bv_command_verify, given, "no-sandbox"));
  bv_sandbox_read(&sandbox, "/");
  bv_sandbox_enter(&sandbox);
  v->manifest = bv_manifest_open(v->arena, v->path, &error);
  if (!v->manifest) {
    fprintf(stderr, "%s: %s\n", v->path, error);
    return BV_EXIT_UNREADABLE;
  }
  narrow_sandbox(v, &sandbox, draft);
  if (!bv_option_value(&bv_command_verify, given, "without-draft"))
    verify_draft(v, draft);
  for (size_t i = 0; i < v->manifest->outputs.count; i++)
    verify_output(v, &v->manifest->outputs.items[i]);
  conclude(v);
  return v->status;
}

static int run(int argc, char **argv) {
  bv_given given = bv_options_read(&bv_command_verify, argc, argv);
  if (given.done)
    return given.status;
  if (argc - given.first != 1)
    return bv_wrong_use(&bv_command_verify, "%s", MSG_ONE_MANIFEST);
  bool without = bv_option_value(&bv_command_verify, &given, "without-draft") != NULL;
  if (without && bv_option_value(&bv_command_verify, &given, "draft"))
    return bv_wrong_use(&bv_command_verify, "%s", MSG_VERIFY_DRAFT_BOTH);
  verification v = {.arena = bv_arena_new(), .path = argv[given.first]};
  int status = verify(&v, &given);
  bv_document_free(v.document);
  bv_arena_free(v.arena);
  return status;
}

const bv_command bv_command_verify = {"verify", MSG_HELP_VERIFY_USAGE, MSG_HELP_VERIFY, options, run};
