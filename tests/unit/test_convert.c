/* Both notations say the same: round trips over the samples, over drafts by chance, and over what is hard to write. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/generate.h"
#include "../support/xml.h"
#include "base/file.h"
#include "check/check.h"
#include "publish/publish.h"
#include "read/read.h"
#include "write/draft.h"

typedef void write_draft(bv_buf *out, const bv_document *document);

static const char *const samples[] = {"samples/plan-van-aanpak.md",     "samples/plan-van-aanpak-fout.md",
                                      "samples/raadsrapport.md",        "samples/raadsrapport-fout.md",
                                      "samples/verzoekschrift-spoed.md", "samples/verzoekschrift-spoed-fout.md"};
enum { SAMPLES = sizeof samples / sizeof *samples, SEEDS = 400 };

/* Reads and checks; the test fails when it is no draft. */
static bv_document *checked(const char *bytes, size_t length, const char *what) {
  bv_read_result read = bv_read_bytes("proef", bytes, length, NULL);
  const char *wrong = "";
  cr_assert(read.document != NULL, "%s: %s", what, read.error);
  cr_assert(bv_node_check(read.document->root, &wrong), "%s: %s", what, wrong);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  return read.document;
}

static bv_buf written(bv_arena *arena, const bv_document *document, write_draft *write) {
  bv_buf out = bv_buf_new(arena);
  write(&out, document);
  return out;
}

/* The first line in which two texts differ, for messages. */
static const char *difference(bv_arena *arena, const bv_buf *a, const bv_buf *b) {
  size_t at = 0, line = 0;
  while (at < a->length && at < b->length && a->bytes[at] == b->bytes[at]) {
    at++;
    if (a->bytes[at - 1] == '\n')
      line = at;
  }
  return bv_sprintf(arena, "%.*s\n  and\n%.*s", (int)strcspn(a->bytes + line, "\n"), a->bytes + line,
                    (int)strcspn(b->bytes + line, "\n"), b->bytes + line);
}

static void expect_same(bv_arena *arena, const bv_buf *a, const bv_buf *b, const char *what) {
  bool same = a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0;
  cr_expect(same, "%s: %s", what, same ? "" : difference(arena, a, b));
}

static int by_words(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* All that is found, without places and in an order of its own. */
static bv_buf found(bv_arena *arena, const bv_document *document) {
  const bv_findings *findings = document->findings;
  const char **lines = bv_calloc(arena, findings->count + 1, sizeof *lines);
  for (size_t i = 0; i < findings->count; i++) {
    const bv_finding *f = &findings->items[i];
    lines[i] = bv_sprintf(arena, "%s %d %s %s|%s|%s|%s\n", bv_rule_info_of(f->rule)->name, f->severity,
                          f->claim ? f->claim : "-", f->suppressed ? "suppressed" : "", f->message,
                          f->suggestion ? f->suggestion : "", f->reason ? f->reason : "");
  }
  qsort(lines, findings->count, sizeof *lines, by_words);
  bv_buf out = bv_buf_new(arena);
  bv_buf_puts(&out, "");
  for (size_t i = 0; i < findings->count; i++)
    bv_buf_puts(&out, lines[i]);
  return out;
}

/* What a reader gets. The hash of the draft stands in it, which is that of the bytes; here it must not matter. */
static bv_buf published(bv_arena *arena, bv_document *document, bool court, const char *reader) {
  bv_publish_options options = {.court = court, .reader = reader, .as_is = true};
  memset(document->source->sha256, '0', sizeof document->source->sha256 - 1);
  xmlDocPtr tree = bv_publish(document, document->findings, &options);
  xmlChar *bytes = NULL;
  int length = 0;
  xmlDocDumpMemory(tree, &bytes, &length);
  bv_buf out = bv_buf_new(arena);
  bv_buf_add(&out, (const char *)bytes, (size_t)length);
  xmlFree(bytes);
  xmlFreeDoc(tree);
  return out;
}

static void expect_same_meaning(bv_arena *arena, bv_document *a, bv_document *b, const char *what) {
  bv_buf left = found(arena, a), right = found(arena, b);
  expect_same(arena, &left, &right, bv_sprintf(arena, "%s, findings", what));
  left = published(arena, a, true, NULL), right = published(arena, b, true, NULL);
  expect_same(arena, &left, &right, bv_sprintf(arena, "%s, for the court", what));
  left = published(arena, a, false, NULL), right = published(arena, b, false, NULL);
  expect_same(arena, &left, &right, bv_sprintf(arena, "%s, for parents", what));
}

/* One draft, through XML and Markdown and back; each of them means the same. */
static void expect_round_trip(const char *bytes, size_t length, const char *what, bool deeply) {
  bv_arena *arena = bv_arena_new();
  bv_document *first = checked(bytes, length, what);
  bv_buf xml = written(arena, first, bv_write_draft_xml);
  bv_document *second = checked(xml.bytes, xml.length, what);
  bv_buf markdown = written(arena, second, bv_write_draft_markdown);
  bv_document *third = checked(markdown.bytes, markdown.length, what);
  bv_buf again = written(arena, third, bv_write_draft_xml), same = written(arena, second, bv_write_draft_xml);
  bv_buf stable = written(arena, third, bv_write_draft_markdown);
  expect_same(arena, &xml, &same, bv_sprintf(arena, "%s, XML read and written", what));
  expect_same(arena, &xml, &again, bv_sprintf(arena, "%s, XML after Markdown", what));
  expect_same(arena, &markdown, &stable, bv_sprintf(arena, "%s, Markdown read and written", what));
  if (deeply) {
    expect_same_meaning(arena, first, second, what);
    expect_same_meaning(arena, first, third, what);
  }
  bv_document_free(first);
  bv_document_free(second);
  bv_document_free(third);
  bv_arena_free(arena);
}

Test(convert, samples_come_back_as_they_were) {
  for (size_t i = 0; i < SAMPLES; i++) {
    bv_arena *arena = bv_arena_new();
    size_t length;
    const char *bytes =
        bv_file_read(arena, bv_sprintf(arena, SOURCE_DIR "/%s", samples[i]), BV_LARGEST_DRAFT, &length);
    cr_assert(bytes != NULL, "%s", samples[i]);
    expect_round_trip(bytes, length, samples[i], true);
    bv_arena_free(arena);
  }
}

Test(convert, drafts_by_chance_come_back_as_they_were) {
  for (uint32_t seed = 1; seed <= SEEDS; seed++) {
    char name[32];
    snprintf(name, sizeof name, "seed %u", (unsigned)seed);
    char *draft = bv_generate_draft(seed);
    expect_round_trip(draft, strlen(draft), name, seed % 8 == 0);
    free(draft);
  }
}

Test(convert, what_is_hard_to_write_comes_back_as_it_was) {
  for (uint32_t seed = 1; seed <= SEEDS; seed++) {
    char name[32];
    bv_arena *arena = bv_arena_new();
    snprintf(name, sizeof name, "seed %u", (unsigned)seed);
    const char *draft = bv_nasty_draft(arena, seed);
    expect_round_trip(draft, strlen(draft), name, false);
    bv_arena_free(arena);
  }
}

/* ---- What the Markdown looks like ---- */

/* The Markdown of content, without its front matter. */
static void expect_markdown(const char *content, const char *markdown) {
  bv_arena *arena = bv_arena_new();
  const char *draft = bv_xml_draft(arena, content);
  bv_document *document = checked(draft, strlen(draft), content);
  bv_buf out = written(arena, document, bv_write_draft_markdown);
  const char *body = strstr(bv_buf_string(&out) + 4, "\n---\n") + 5;
  char *got = bv_strdup(arena, *body == '\n' ? body + 1 : body);
  if (*got)
    got[strlen(got) - 1] = '\0';
  cr_expect(eq(str, got, (char *)markdown), "%s", content);
  expect_round_trip(out.bytes, out.length, content, false);
  bv_document_free(document);
  bv_arena_free(arena);
}

Test(convert, markdown_escapes_only_where_it_must) {
  static const char *const cases[][2] = {
      {"Het was 3 * 4, of 1/2 + 5%; zo'n \"vraag\" (nr. 7) van 12-16 jaar, art. 1:255 BW &amp; meer: €&#160;5!", NULL},
      {"- geen punt", "\\- geen punt"},
      {"# geen kop", "\\# geen kop"},
      {"#12 is een nummer", "#12 is een nummer"},
      {"1. geen lijst", "1\\. geen lijst"},
      {"2026. Dat jaar", "2026\\. Dat jaar"},
      {"&gt; geen citaat", "\\> geen citaat"},
      {"::: {.feit}", "\\::: \\{.feit}"},
      {"--- geen lijn", "\\--- geen lijn"},
      {"-5 graden", "-5 graden"},
      {"*vet* en _schuin_ en een_woord", "\\*vet\\* en \\_schuin\\_ en een_woord"},
      {"[geen stuk]{.feit}", "\\[geen stuk\\]\\{.feit}"},
      {"a&lt;b, maar a &lt; b", "a\\<b, maar a < b"},
      {"R&amp;D &amp;eacute; &amp;#65; &amp; zo", "R\\&D \\&eacute; \\&#65; & zo"},
      {"C:\\map", "C:\\\\map"},
      {"<code>`a` b</code>", "`` `a` b ``"},
      {"x<code> a </code>y", "x`  a  `y"},
      {"een <nadruk>schuin</nadruk> en <vet>vet <nadruk>woord</nadruk></vet>", "een _schuin_ en **vet _woord_**"},
      {"mid<nadruk>den</nadruk>in en mid<vet>den</vet>in", "mid*den*in en mid**den**in"},
      {"<vet>vet </vet>en", "**vet&#32;**&#101;n"},
      {"a <nadruk>(b)</nadruk>c", "a _(b)_&#99;"},
      {"<link naar=\"#c1\">zie [1]</link> en <link naar=\"a b\">dit</link>", "[zie \\[1\\]](#c1) en [dit](<a b>)"},
      {"Let op!<stuk klassen=\"feit\">Zo.</stuk>", "Let op&#33;[Zo.]{.feit}"},
      {"<stuk id=\"c1\" klassen=\"feit\" bron=\"a,b\" reden=\"zegt &quot;ja&quot;\">Zo.</stuk>",
       "[Zo.]{#c1 .feit bron=a,b reden=\"zegt \\\"ja\\\"\"}"},
      {"een<regeleinde/>- twee<regeleinde/>drie", "een\\\n\\- twee\\\ndrie"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    if (cases[i][1])
      expect_markdown(bv_sprintf(arena, "<alinea>%s</alinea>", cases[i][0]), cases[i][1]);
    bv_arena_free(arena);
  }
}

Test(convert, markdown_has_lines_that_people_can_read) {
  expect_markdown(
      "<alinea><stuk klassen=\"feit\" bron=\"verzuim\">Sam was op 1 oktober 2026 niet op school.</stuk> <stuk "
      "klassen=\"mening\" bron=\"verzuim\">De mentor vindt dat Sam er moe uitziet, en dat hij in de klas "
      "minder vrolijk is dan in het vorige schooljaar.</stuk></alinea>",
      "[Sam was op 1 oktober 2026 niet op school.]{.feit bron=verzuim}\n"
      "[De mentor vindt dat Sam er moe uitziet, en dat hij in de klas minder vrolijk is dan in het vorige\n"
      "schooljaar.]{.mening bron=verzuim}");
  expect_markdown("<alinea>Het verslag telt zoveel woorden dat het volgende teken aan het begin van een nieuwe regel "
                  "zou komen te staan thans - en dat is geen punt.</alinea>",
                  "Het verslag telt zoveel woorden dat het volgende teken aan het begin van een nieuwe regel zou "
                  "komen te staan thans -\n"
                  "en dat is geen punt.");
}

Test(convert, markdown_has_the_blocks_of_the_draft) {
  expect_markdown(
      "<sectie niveau=\"2\" id=\"s\" klassen=\"onderzoek\"><kop>1. School #</kop><alinea>Tekst.</alinea></sectie>",
      "## 1. School \\# {#s .onderzoek}\n\nTekst.");
  expect_markdown("<blok klassen=\"reactie\" op=\"#c1\"><alinea>Nee.</alinea></blok><streep/>",
                  "::: {.reactie op=#c1}\nNee.\n:::\n\n***");
  expect_markdown(
      "<lijst dicht=\"ja\"><punt><alinea>a</alinea><lijst begin=\"1\" dicht=\"ja\"><punt><alinea>b</alinea></punt>"
      "</lijst></punt><punt><alinea>c</alinea></punt></lijst><lijst><punt><alinea>d</alinea></punt></lijst>",
      "- a\n  1. b\n- c\n\n+ d");
  expect_markdown("<citaat><alinea>a</alinea><lijst "
                  "begin=\"9\"><punt><alinea>b</alinea><alinea>c</alinea></punt></lijst></citaat>",
                  "> a\n>\n> 9. b\n>\n>    c");
  expect_markdown("<letterlijk>```\n a</letterlijk>", "````\n```\n a\n````");
  expect_markdown("<sectie niveau=\"1\" id=\"s\"><kop>a<regeleinde/>b</kop></sectie>", "a\\\nb {#s}\n===");
}

Test(convert, front_matter_keeps_what_it_says) {
  static const char draft[] =
      "---\nbronvast: 1\nsoort: raadsrapport\neigen sleutel: \"met: teken\"\nlijst: []\nleeg:\ngroep: {}\n"
      "diep: [[a, {b: \"c # d\"}], \"\"]\ntekst: |\n  twee\n  regels\nmaatregel: geen\npersonen: geen\n"
      "bronnen:\n  - {id: x, foo: ' y ', datum: 2026-10-01, lengte: [1, 2]}\n  - los\n---\n\nTekst.\n";
  static const char expected[] =
      "---\nbronvast: 1\nsoort: raadsrapport\neigen sleutel: \"met: teken\"\nlijst: []\nleeg:\ngroep: {}\n"
      "diep: [[a, {b: \"c # d\"}], \"\"]\ntekst: \"twee\\nregels\\n\"\nmaatregel: geen\npersonen: geen\n"
      "bronnen: [{id: x, foo: \" y \", datum: 2026-10-01, lengte: [1, 2]}, los]\n---\n\nTekst.\n";
  bv_arena *arena = bv_arena_new();
  bv_document *document = checked(draft, sizeof draft - 1, "front matter");
  bv_buf markdown = written(arena, document, bv_write_draft_markdown);
  cr_expect(eq(str, markdown.bytes, (char *)expected));
  expect_round_trip(draft, sizeof draft - 1, "front matter", false);
  bv_document_free(document);
  bv_arena_free(arena);
}
