/* The invariants in what other programs make of the versions: PDF (its text, its metadata, and every string in its bytes),
 * DOCX and Markdown. A few drafts, since each file takes seconds. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/generate.h"
#include "../support/published.h"
#include "../support/run.h"
#include "../support/secrets.h"
#include "base/file.h"
#include "check/check.h"
#include "publish/publish.h"
#include "read/read.h"
#include "write/html.h"
#include "write/pandoc.h"

enum { MOST_BYTES = 256 * 1024 * 1024 };

/* One file: of a sample, or (NULL) of the draft by chance of that seed; for the court, or for a reader ("": without a
 * name). */
typedef struct published_file {
  char sample[32];
  uint32_t seed;
  char reader[16];
  bool court, short_version;
} published_file;

static const published_file pdfs[] = {
    {.sample = "raadsrapport", .reader = "vader"}, {.sample = "plan-van-aanpak"}, {.sample = "verzoekschrift-spoed", .reader = "moeder"},
    {.seed = 4, .reader = "vader"}, {.seed = 10, .reader = "moeder"}, {.seed = 14, .reader = "pleeg"},
    {.seed = 32, .reader = "zus"}, {.seed = 34},
};
static const published_file court_pdfs[] = {{.seed = 3, .court = true}, {.seed = 13, .court = true}};

static bv_document *document_of(const published_file *file) {
  bv_arena *arena = bv_arena_new();
  size_t length;
  char *bytes;
  if (*file->sample) {
    bytes = bv_file_read(arena, bv_sprintf(arena, SOURCE_DIR "/samples/%s.md", file->sample), BV_LARGEST_DRAFT, &length);
    cr_assert(bytes != NULL, "%s", file->sample);
  } else {
    char *draft = bv_generate_draft(file->seed);
    bytes = bv_strdup(arena, draft);
    free(draft);
    length = strlen(bytes);
  }
  bv_read_result read = bv_read_bytes("proef", bytes, length, bv_config_default()->kinds);
  bv_arena_free(arena);
  cr_assert(read.document != NULL, "%s", read.error);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  return read.document;
}

/* The bytes of the version in that form, in the arena of the document. */
static const char *file_of(const published_file *file, const bv_document *document, bv_pandoc_format format, size_t *length) {
  bv_publish_options options = {.court = file->court, .as_is = true, .short_version = file->short_version, .reader = *file->reader ? file->reader : NULL};
  bv_html_options html = {.flow = format != BV_PANDOC_PDF};
  bv_pandoc_job job = {.format = format, .title = "Proef", .date = document->front.date};
  const char *error = "";
  xmlDoc *tree = bv_publish(document, document->findings, &options);
  job.html = bv_write_html(document->arena, tree, &html, &job.html_length, &error);
  cr_assert(job.html != NULL, "%s", error);
  job.css = bv_write_css(document->arena, tree, &html, &job.css_length);
  xmlFreeDoc(tree);
  const char *bytes = bv_pandoc_run(document->arena, &job, length, &error);
  cr_assert(bytes != NULL, "%s", error);
  return bytes;
}

/* What a command says of the bytes in a file: "%s" in it is the file's name. */
static const char *said(bv_arena *arena, const char *command, const char *bytes, size_t length, size_t *size) {
  char path[] = "/tmp/bronvast-test-XXXXXX", line[256];
  int file = mkstemp(path);
  cr_assert(file >= 0 && write(file, bytes, length) == (ssize_t)length);
  close(file);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  snprintf(line, sizeof line, command, path, path);
#pragma GCC diagnostic pop
  FILE *program = popen(line, "r");
  bv_buf out = bv_buf_new(arena);
  char piece[65536];
  for (size_t n; program && (n = fread(piece, 1, sizeof piece, program)) > 0;)
    bv_buf_add(&out, piece, n);
  int status = program ? pclose(program) : -1;
  unlink(path);
  cr_assert(status == 0 || status == 3 << 8, "%s: %d", line, status); /* qpdf says 3 when it has a warning */
  *size = out.length;
  return bv_buf_string(&out);
}

/* The strings between < and > of a PDF (UTF-16 in hexadecimal) as bytes, NULs left out so that ASCII can be read. */
static bv_buf hexadecimal_strings(bv_arena *arena, const char *bytes, size_t length) {
  bv_buf out = bv_buf_new(arena);
  bv_buf_puts(&out, "");
  for (size_t i = 0; i < length; i++) {
    if (bytes[i] != '<')
      continue;
    for (i++; i + 1 < length && isxdigit((unsigned char)bytes[i]) && isxdigit((unsigned char)bytes[i + 1]); i += 2) {
      const char pair[] = {bytes[i], bytes[i + 1], '\0'};
      char byte = (char)strtol(pair, NULL, 16);
      if (byte)
        bv_buf_putc(&out, byte);
    }
    bv_buf_putc(&out, '\n');
  }
  return out;
}

static bv_secrets secrets_of(const published_file *file, const bv_document *document) {
  bv_secrets secrets = bv_secrets_for(document->arena, document, *file->reader ? file->reader : NULL);
  cr_assert(secrets.count > 0, "nothing is withheld from %s", file->reader);
  return secrets;
}

static void expect_no_secret(const published_file *file, const bv_document *document, const bv_secrets *secrets, const char *where,
                             const char *bytes, size_t length) {
  const char *found = bv_secret_in(document->arena, secrets, bytes, length);
  cr_expect(found == NULL, "%s%u, %s, %s: %s is withheld", file->sample, (unsigned)file->seed, file->reader, where, found);
}

ParameterizedTestParameters(files, nothing_withheld_is_in_a_pdf) {
  return cr_make_param_array(const published_file, (published_file *)pdfs, sizeof pdfs / sizeof *pdfs);
}

ParameterizedTest(const published_file *file, files, nothing_withheld_is_in_a_pdf) {
  static const char *const commands[] = {"pdftotext %s -", "pdfinfo %s", "pdfinfo -meta %s", "pdfinfo -struct-text %s",
                                         "qpdf --qdf --object-streams=disable %s -"};
  const char *const tools[] = {"weasyprint", "pdftotext", "pdfinfo", "qpdf"};
  for (size_t i = 0; i < sizeof tools / sizeof *tools; i++)
    bv_need_program(tools[i]);
  bv_document *document = document_of(file);
  bv_secrets secrets = secrets_of(file, document);
  size_t length, size = 0;
  const char *pdf = file_of(file, document, BV_PANDOC_PDF, &length), *out = "";
  expect_no_secret(file, document, &secrets, "bytes", pdf, length);
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
    out = said(document->arena, commands[i], pdf, length, &size);
    cr_expect(size > 100, "%s says nothing", commands[i]);
    expect_no_secret(file, document, &secrets, commands[i], out, size);
  }
  bv_buf strings = hexadecimal_strings(document->arena, out, size);
  cr_expect(memmem(out, size, "/Title (", 8) != NULL && strings.length > 100, "the strings of the PDF cannot be read");
  expect_no_secret(file, document, &secrets, "strings", bv_buf_string(&strings), strings.length);
  bv_document_free(document);
}

/* ---- Word processors ---- */

static const published_file texts[] = {
    {.sample = "raadsrapport", .reader = "vader"}, {.sample = "raadsrapport", .reader = "moeder"}, {.sample = "raadsrapport"},
    {.sample = "plan-van-aanpak", .reader = "vader"}, {.sample = "plan-van-aanpak", .reader = "filip"}, {.sample = "plan-van-aanpak"},
    {.sample = "verzoekschrift-spoed", .reader = "vader"}, {.sample = "verzoekschrift-spoed", .reader = "moeder"},
    {.sample = "verzoekschrift-spoed"}, {.seed = 4, .reader = "vader"}, {.seed = 10, .reader = "moeder"},
    {.seed = 14, .reader = "pleeg"}, {.seed = 32, .reader = "zus"}, {.seed = 34},
};

ParameterizedTestParameters(files, nothing_withheld_is_in_markdown_or_docx) {
  return cr_make_param_array(const published_file, (published_file *)texts, sizeof texts / sizeof *texts);
}

ParameterizedTest(const published_file *file, files, nothing_withheld_is_in_markdown_or_docx) {
  bv_need_program("pandoc");
  bv_document *document = document_of(file);
  bv_secrets secrets = secrets_of(file, document);
  size_t length;
  const char *bytes = file_of(file, document, BV_PANDOC_MARKDOWN, &length);
  cr_expect(length > 1000);
  expect_no_secret(file, document, &secrets, "Markdown", bytes, length);
  if (!*file->sample) {
    bv_need_program("unzip");
    bytes = file_of(file, document, BV_PANDOC_DOCX, &length);
    /* But for the pixels of pictures: among so many bytes any three letters stand. Their drawings are looked into as SVG. */
    bytes = said(document->arena, "unzip -p %s -x 'word/media/*.png'", bytes, length, &length);
    cr_expect(memmem(bytes, length, "<w:document", 11) != NULL);
    expect_no_secret(file, document, &secrets, "DOCX", bytes, length);
  }
  bv_document_free(document);
}

/* ---- The short version: two pages for every reader, and nothing it does not have is named ---- */

static const published_file samples[] = {{.sample = "raadsrapport"}, {.sample = "plan-van-aanpak"}, {.sample = "verzoekschrift-spoed"}};

static void expect_two_pages(const published_file *file, const bv_document *document) {
  static const char *const elsewhere[] = {"formulier", "Lees ook", "Moeilijke woorden", "bladzijde 3", NULL};
  size_t length, size;
  const char *pdf = file_of(file, document, BV_PANDOC_PDF, &length);
  const char *information = said(document->arena, "pdfinfo %s", pdf, length, &size), *pages = strstr(information, "Pages:");
  cr_assert(pages != NULL);
  cr_expect(atoi(pages + strlen("Pages:")) <= 2, "%s, %s: %.24s", file->sample, file->reader, pages);
  const char *text = said(document->arena, "pdftotext %s -", pdf, length, &size);
  for (const char *const *words = elsewhere; *words; words++)
    cr_expect(strstr(text, *words) == NULL, "%s, %s: %s", file->sample, file->reader, *words);
}

ParameterizedTestParameters(files, the_short_version_has_two_pages_for_every_reader) {
  return cr_make_param_array(const published_file, (published_file *)samples, sizeof samples / sizeof *samples);
}

ParameterizedTest(const published_file *file, files, the_short_version_has_two_pages_for_every_reader) {
  const char *const tools[] = {"weasyprint", "pdftotext", "pdfinfo"};
  for (size_t i = 0; i < sizeof tools / sizeof *tools; i++)
    bv_need_program(tools[i]);
  bv_document *document = document_of(file);
  published_file version = {.short_version = true};
  memcpy(version.sample, file->sample, sizeof version.sample);
  expect_two_pages(&version, document);
  for (size_t i = 0; i < document->front.persons.count; i++) {
    const char *reader = document->front.persons.items[i].id;
    if (bv_publish_reader_error(document->arena, document, reader))
      continue;
    snprintf(version.reader, sizeof version.reader, "%s", reader);
    expect_two_pages(&version, document);
  }
  bv_document_free(document);
}

/* ---- The court's PDF has every word ---- */

/* The place behind the mark that begins there. */
static const char *behind(const char *mark) {
  const char *digits = mark + strlen(BV_MARK_START);
  return digits + strspn(digits, "0123456789");
}

/* The next place of exactly this mark, or NULL. */
static const char *find_mark(const char *text, const char *mark, size_t length) {
  for (const char *at = text; (at = memmem(at, strlen(at), mark, length)) != NULL; at += length)
    if (!isdigit((unsigned char)at[length]))
      return at;
  return NULL;
}

static bool is_said_once(const bv_node *leaf) {
  for (const bv_node *node = leaf; node; node = node->parent)
    if (bv_has_class(node, "diagnose") || bv_has_class(node, "reactie") || bv_has_class(node, "voor-ouders"))
      return false; /* appendices repeat diagnoses; reactions move; plain texts are not the court's */
  for (const bv_node *span = bv_node_following(leaf, leaf); span; span = bv_node_following(span, leaf))
    if (bv_has_class(span, "diagnose"))
      return false;
  return leaf->kind != BV_NODE_HEADING;
}

/* The marks of the leaf stand in the text once; behind `at` too, unless words from right to left are among them: those trade
 * places in the text of a PDF. */
static void marks_stand_in_order(const published_file *file, const bv_node *leaf, const char *text, const char **at) {
  bool ordered = strstr(leaf->text->bytes, "بيت") == NULL;
  for (const char *mark = leaf->text->bytes; (mark = strstr(mark, BV_MARK_START)) != NULL; mark = behind(mark)) {
    size_t length = (size_t)(behind(mark) - mark);
    const char *once = find_mark(text, mark, length), *twice = once ? find_mark(once + length, mark, length) : NULL;
    cr_expect(once && (!ordered || once >= *at), "draft %u: %.*s is not in the text of the PDF, or too early", (unsigned)file->seed,
              (int)length, mark);
    if (once && ordered)
      *at = once + length;
    cr_expect(twice == NULL, "draft %u: %.*s stands twice", (unsigned)file->seed, (int)length, mark);
  }
}

ParameterizedTestParameters(files, every_word_stands_in_the_court_pdf_once_and_in_order) {
  return cr_make_param_array(const published_file, (published_file *)court_pdfs, sizeof court_pdfs / sizeof *court_pdfs);
}

ParameterizedTest(const published_file *file, files, every_word_stands_in_the_court_pdf_once_and_in_order) {
  bv_need_program("weasyprint");
  bv_need_program("pdftotext");
  bv_document *document = document_of(file);
  size_t length, size;
  const char *pdf = file_of(file, document, BV_PANDOC_PDF, &length);
  const char *text = said(document->arena, "pdftotext -raw %s -", pdf, length, &size), *at = text;
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    if (node->text && is_said_once(node))
      marks_stand_in_order(file, node, text, &at);
  cr_expect(at > text);
  bv_document_free(document);
}
