/* Reactions out of a form: each comes at its point, as plain text, and nothing else of the draft changes. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "../support/generate.h"
#include "check/check.h"
#include "publish/proof.h"
#include "publish/publish.h"
#include "read/read.h"
#include "write/draft.h"
#include "write/react.h"

static const char front[] =
    "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\n"
    "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad}\n"
    "personen:\n  - {id: moeder, rol: ouder, gezag: ja, naam: Ans}\n  - {id: vader, rol: ouder, gezag: ja, naam: Bas}\n"
    "bronnen:\n  - {id: brief, soort: document, auteur: K. Blom, datum: 2026-10-01, in-bezit: ja, aangekondigd: ja}\n"
    "---\n";

static bv_document *read_draft(const char *name, const char *draft) {
  bv_read_result read = bv_read_bytes(name, draft, strlen(draft), NULL);
  cr_assert(read.document != NULL, "%s", read.error);
  return read.document;
}

static bv_form form_of(const bv_document *document, const char *reader) {
  return (bv_form){.draft = document->source->sha256, .reader = reader, .date = {2026, 11, 25}};
}

static void answer(bv_arena *arena, bv_form *form, const char *point, bv_form_choice choice, const char *text) {
  BV_PUSH(arena, &form->answers, (bv_form_answer){point, choice, text});
}

/* What comes out of a body with one answer to a point; "" when it is not the same draft any more. */
static const char *reacted(bv_arena *arena, const char *body, const char *point, const char *text) {
  bv_document *document = read_draft("t.md", bv_sprintf(arena, "%s%s", front, body));
  bv_form form = form_of(document, "moeder");
  bv_replies replies = {0};
  const char *error;
  bv_buf out = bv_buf_new(arena);
  answer(arena, &form, point, BV_CHOICE_NONE, text);
  cr_assert(bv_replies_to(arena, document, document, &form, NULL, &replies, &error), "%s", error);
  bv_react_markdown(&out, document, &replies);
  bv_document *after = read_draft("t.md", bv_buf_string(&out));
  bool good = bv_replies_are_in(arena, document, after, &replies);
  bv_document_free(after);
  bv_document_free(document);
  return good ? bv_buf_string(&out) + strlen(front) : "";
}

/* "@" stands for the reaction in full. */
static void expect_body(const char *body, const char *point, const char *expected) {
  bv_arena *arena = bv_arena_new();
  bv_buf whole = bv_buf_new(arena);
  for (; *expected; expected++)
    if (*expected == '@')
      bv_buf_puts(&whole, "::: {.reactie van=moeder datum=2026-11-25 op=");
    else
      bv_buf_putc(&whole, *expected);
  cr_expect(eq(str, (char *)reacted(arena, body, point, "Nee."), (char *)bv_buf_string(&whole)), "%s", body);
  bv_arena_free(arena);
}

Test(react, comes_right_behind_what_it_answers) {
  expect_body("\n## Deel\n\n[Een.]{#a .feit bron=brief} [Twee.]{.feit bron=brief}\n\n[Drie.]{.feit bron=brief}\n", "1.1",
              "\n## Deel\n\n[Een.]{#a .feit bron=brief} [Twee.]{.feit bron=brief}\n\n@#a}\nNee.\n:::\n\n[Drie.]{.feit bron=brief}\n");
  expect_body("\n## Deel\n\n[Een.]{.feit bron=brief}", "1.1",
              "\n## Deel\n\n[Een.]{#punt-1-1 .feit bron=brief}\n\n@#punt-1-1}\nNee.\n:::\n");
  expect_body("\n## Deel\n\n::: {.feit bron=brief}\nEen.\n:::\n\nTwee.\n", "1.1",
              "\n## Deel\n\n::: {#punt-1-1 .feit bron=brief}\nEen.\n:::\n\n@#punt-1-1}\nNee.\n:::\n\nTwee.\n");
  expect_body("\n## Deel {.feit bron=brief}\n\nEen.\nNog een.\n\nTwee.\n", "1.1",
              "\n## Deel {.feit bron=brief}\n\n[Een.\nNog een.]{#punt-1-1 .feit}\n\n@#punt-1-1}\nNee.\n:::\n\nTwee.\n");
  expect_body("\n## Deel {.feit bron=brief}\n\n- *Een* is waar.\n- Twee.\n\nDrie.\n", "1.1",
              "\n## Deel {.feit bron=brief}\n\n- [*Een* is waar.]{#punt-1-1 .feit}\n- Twee.\n\n@#punt-1-1}\nNee.\n:::\n\nDrie.\n");
  expect_body("\n## Deel\n\n> [Een.]{.feit bron=brief}\n> Twee.\n", "1.1",
              "\n## Deel\n\n> [Een.]{#punt-1-1 .feit bron=brief}\n> Twee.\n\n@#punt-1-1}\nNee.\n:::\n");
  expect_body("\n## Deel\n\n::: {.toelichting}\n[Een.]{#a .feit bron=brief}\n\nTwee.\n:::\n", "1.1",
              "\n## Deel\n\n::: {.toelichting}\n[Een.]{#a .feit bron=brief}\n\n@#a}\nNee.\n:::\n\nTwee.\n:::\n");
  expect_body("\n## Deel\n\n[Een.]{#punt-1-2 .feit bron=brief}\n\n[Twee.]{.feit bron=brief}\n## Meer\n", "1.2",
              "\n## Deel\n\n[Een.]{#punt-1-2 .feit bron=brief}\n\n[Twee.]{#punt-1-2-2 .feit bron=brief}\n\n@#punt-1-2-2}\nNee.\n:::\n\n## Meer\n");
}

Test(react, comes_behind_the_reactions_that_are_there) {
  expect_body("\n## Deel\n\n[Een.]{#a .feit bron=brief}\n\n::: {.reactie van=vader op=#a}\nJa.\n:::\n\nTwee.\n", "1.1",
              "\n## Deel\n\n[Een.]{#a .feit bron=brief}\n\n::: {.reactie van=vader op=#a}\nJa.\n:::\n\n@#a}\nNee.\n:::\n\nTwee.\n");
}

Test(react, a_part_is_answered_before_its_subsections) {
  expect_body("\n## Deel\n\nTekst.\n\n### Sub\n\n[Een.]{.feit bron=brief}\n\n## Meer\n", "1",
              "\n## Deel {#deel-1}\n\nTekst.\n\n@#deel-1}\nNee.\n:::\n\n### Sub\n\n[Een.]{.feit bron=brief}\n\n## Meer\n");
  expect_body("\n## Deel {.onderzoek}\n\n### Sub\n\n## Meer\n", "1",
              "\n## Deel {#deel-1 .onderzoek}\n\n@#deel-1}\nNee.\n:::\n\n### Sub\n\n## Meer\n");
}

/* Each line end of the text as on Windows. */
static const char *with_returns(bv_arena *arena, const char *text) {
  bv_buf out = bv_buf_new(arena);
  for (; *text; text++)
    bv_buf_printf(&out, "%s%c", *text == '\n' ? "\r" : "", *text);
  return bv_buf_string(&out);
}

Test(react, line_ends_are_those_of_the_draft) {
  bv_arena *arena = bv_arena_new();
  const char *draft = with_returns(arena, bv_sprintf(arena, "%s\n## Deel\n\n[Een.]{#a .feit bron=brief}\n\nTwee.\n", front));
  bv_document *document = read_draft("t.md", draft);
  bv_form form = form_of(document, "moeder");
  bv_replies replies = {0};
  const char *error;
  bv_buf out = bv_buf_new(arena);
  answer(arena, &form, "1.1", BV_CHOICE_DISAGREE, "Een\n\ntwee");
  cr_assert(bv_replies_to(arena, document, document, &form, NULL, &replies, &error), "%s", error);
  bv_react_markdown(&out, document, &replies);
  for (const char *at = strchr(bv_buf_string(&out), '\n'); at; at = strchr(at + 1, '\n'))
    cr_assert(at[-1] == '\r', "%s", at);
  bv_document_free(document);
  bv_arena_free(arena);
}

/* Text of a stranger that would mean something, or end the block, if it were not escaped. */
static const char *const nasty[] = {
    ":::\n\n## Kop {.besluit}", "::: {.feit bron=brief}\nDit is waar.\n:::", "[x]{.feit bron=brief}", "<script>alert(1)</script>",
    "&lt;b&gt; &#58;", "`code` ``` ~~~", "![x](http://example.org/x.png) [x](javascript:alert(1))", "- a\n- b\n1. c\n> d",
    "***\n---\n===", "{.feit} {#id} {besluit=verwerkt}", "a\\\nb\\", "   ingesprongen\n\tmet tab", "*_**nadruk**_*", "# kop #",
    "<!-- weg --> -->", "\"aan\" 'halen' — … “ ”", "éé\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9 \xD8\xA8\xD9\x8A\xD8\xAA",
    "regel\n\n\n\nregel\n\n", "---\nbronvast: 1\n---", "http://example.org/a_b_c x@example.org", "a  b   c", "[]: http://x", "[a]: /url \"t\""};

/* The text of a reaction as it is read back. */
static const char *text_of(bv_arena *arena, const bv_node *div) {
  bv_buf text = bv_buf_new(arena);
  for (const bv_node *child = div->first_child; child; child = child->next) {
    cr_expect(child->kind == BV_NODE_PARAGRAPH && child->first_child == NULL && child->text->run_count <= 1);
    for (size_t i = 0; i < child->text->run_count; i++)
      cr_expect(child->text->runs[i].style == 0 && child->text->runs[i].href == NULL);
    bv_buf_printf(&text, "%s%s", text.length ? "\n\n" : "", child->text->bytes);
  }
  return bv_buf_string(&text);
}

/* Without white space: what a person wrote, letter for letter. */
static char *letters(bv_arena *arena, const char *text) {
  char *kept = bv_alloc(arena, strlen(text) + 1), *to = kept;
  for (; *text; text++)
    if (!strchr(" \t\n", *text))
      *to++ = *text;
  return kept;
}

Test(react, text_stays_text) {
  static const char body[] = "\n## Deel\n\n[Een.]{#a .feit bron=brief}\n";
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < sizeof nasty / sizeof *nasty; i++) {
    const char *out = reacted(arena, body, "1.1", nasty[i]);
    cr_assert(out[0] != '\0', "%s", nasty[i]);
    bv_document *after = read_draft("t.md", bv_sprintf(arena, "%s%s", front, out));
    cr_assert(eq(sz, after->reactions.count, 1), "%s", out);
    cr_expect(eq(str, letters(arena, text_of(arena, after->reactions.items[0].element)), letters(arena, nasty[i])));
    cr_expect(after->reactions.items[0].decision == NULL);
    cr_expect(eq(sz, after->claims.count, 1));
    bv_document_free(after);
  }
  bv_arena_free(arena);
}

/* Whether the first is the second with bytes left out. */
static bool is_left_of(const char *first, const char *second) {
  for (; *second && *first; second++)
    first += *first == *second;
  return !*first;
}

/* All points that the reader was shown, answered at once, in a draft by chance. 0: that draft leaves nothing to
 * answer; 1: the reactions are in; -1: refused, because they could not be put in without changing something. */
static int answer_all(bv_arena *arena, bv_document *document, uint32_t seed, bool xml) {
  bv_replies replies = {0};
  const char *error, *reader = NULL;
  for (size_t i = 0; i < document->front.persons.count && !reader; i++)
    if (document->front.persons.items[i].role == BV_ROLE_OUDER)
      reader = document->front.persons.items[i].id;
  bv_form form = form_of(document, reader);
  xmlDoc *published = reader ? bv_publish(document, document->findings, &(bv_publish_options){.reader = reader}) : NULL;
  bv_proof proof = reader ? bv_proof_of_tree(arena, document, published) : (bv_proof){0};
  xmlFreeDoc(published);
  for (size_t i = 0; i < proof.claims.count; i++)
    answer(arena, &form, proof.claims.items[i].number, (bv_form_choice)((seed + i) % 4), nasty[(seed + i) % (sizeof nasty / sizeof *nasty)]);
  if (!proof.claims.count)
    return 0;
  cr_assert(bv_replies_to(arena, document, document, &form, NULL, &replies, &error), "seed %u: %s", seed, error);
  const char *before_bytes = document->source->bytes;
  bv_document *before = read_draft("t", before_bytes), *after;
  bv_buf out = bv_buf_new(arena);
  if (xml)
    bv_react_xml(&out, document, &replies);
  else
    bv_react_markdown(&out, document, &replies);
  after = read_draft("t", bv_buf_string(&out));
  bool good = bv_replies_are_in(arena, before, after, &replies);
  if (!xml && good)
    cr_expect(is_left_of(before_bytes, bv_buf_string(&out)), "seed %u: bytes of the draft are gone", seed);
  bv_document_free(before);
  bv_document_free(after);
  return good ? 1 : -1;
}

static void answer_drafts(bool xml, size_t most_refused) {
  size_t good = 0, refused = 0;
  for (uint32_t seed = 1; seed <= 150; seed++) {
    bv_arena *arena = bv_arena_new();
    char *draft = bv_generate_draft(seed);
    bv_document *document = read_draft("t.md", draft);
    if (xml) {
      bv_buf written = bv_buf_new(arena);
      bv_write_draft_xml(&written, document);
      bv_document_free(document);
      document = read_draft("t.xml", bv_buf_string(&written));
    }
    int result = answer_all(arena, document, seed, xml);
    good += result > 0;
    refused += result < 0;
    bv_document_free(document);
    free(draft);
    bv_arena_free(arena);
  }
  cr_expect(good > 100);
  cr_expect(refused <= most_refused);
}

Test(react, drafts_by_chance_in_markdown) { answer_drafts(false, 0); }
Test(react, drafts_by_chance_in_xml) { answer_drafts(true, 0); }

/* ---- Which form, which points ---- */

#define TWO_POINTS "\n## Deel\n\n[Een.]{.feit bron=brief}\n\n[Twee.]{#b .mening bron=brief vertrouwelijk=vader reden=\"veiligheid\"}\n"

/* Why the form is refused; "" when it is not. */
static const char *refusal(bv_arena *arena, const char *now, const char *then, bv_form form, const char *reader) {
  bv_document *document = read_draft("t.md", bv_sprintf(arena, "%s%s", front, now));
  bv_document *sent = then ? read_draft("t.md", bv_sprintf(arena, "%s%s", front, then)) : document;
  bv_replies replies = {0};
  const char *error = NULL;
  if (!form.draft)
    form.draft = bv_strdup(arena, sent->source->sha256);
  bool good = bv_replies_to(arena, document, sent, &form, reader, &replies, &error);
  cr_expect(eq(int, good, error == NULL));
  if (sent != document)
    bv_document_free(sent);
  bv_document_free(document);
  return error ? error : "";
}

static void expect_refusal(const char *body, const char *then, bv_form form, const char *reader, const char *word) {
  bv_arena *arena = bv_arena_new();
  const char *error = refusal(arena, body, then, form, reader);
  cr_expect(word[0] ? strstr(error, word) != NULL : *error == '\0', "\"%s\" in: %s", word, error);
  bv_arena_free(arena);
}

static bv_form one_answer(bv_arena *arena, const char *reader, const char *point) {
  bv_form form = {.reader = reader, .date = {2026, 11, 25}};
  answer(arena, &form, point, BV_CHOICE_AGREE, NULL);
  return form;
}

Test(react, refuses_what_does_not_belong_here) {
  bv_arena *arena = bv_arena_new();
  bv_form good = one_answer(arena, "moeder", "1.2"), form = good;
  expect_refusal(TWO_POINTS, NULL, good, NULL, "");
  form.draft = "0000";
  expect_refusal(TWO_POINTS, NULL, form, NULL, "ander concept");
  form = good;
  form.reference = "K-2";
  expect_refusal(TWO_POINTS, NULL, form, NULL, "kenmerk K-2");
  form.reference = "K-1";
  expect_refusal(TWO_POINTS, NULL, form, NULL, "");
  expect_refusal(TWO_POINTS, NULL, good, "vader", "niet van vader");
  expect_refusal(TWO_POINTS, NULL, one_answer(arena, "tante", "1.1"), NULL, "tante");
  expect_refusal(TWO_POINTS, NULL, one_answer(arena, NULL, "1.1"), NULL, "--reader");
  expect_refusal(TWO_POINTS, NULL, one_answer(arena, NULL, "1.1"), "vader", "");
  expect_refusal(TWO_POINTS, NULL, one_answer(arena, NULL, "1.2"), "moeder", "staat niet in de versie");
  expect_refusal(TWO_POINTS, NULL, one_answer(arena, "vader", "1.2"), NULL, "punt 1.2 staat niet in de versie van Bas");
  expect_refusal(TWO_POINTS, NULL, one_answer(arena, "moeder", "1.3"), NULL, "punt 1.3 bestaat niet");
  expect_refusal(TWO_POINTS, NULL, one_answer(arena, "moeder", "01.1"), NULL, "punt 01.1 bestaat niet");
  expect_refusal(TWO_POINTS, NULL, one_answer(arena, "moeder", "999999999.999999999"), NULL, "bestaat niet");
  expect_refusal(TWO_POINTS, NULL, one_answer(arena, "moeder", "2"), NULL, "deel 2 bestaat niet");
  expect_refusal(TWO_POINTS, NULL, one_answer(arena, "moeder", "0"), NULL, "deel 0 bestaat niet");
  form = good;
  answer(arena, &form, "1.2", BV_CHOICE_AGREE, NULL);
  expect_refusal(TWO_POINTS, NULL, form, NULL, "twee keer");
  expect_refusal(TWO_POINTS "\n::: {.reactie van=moeder datum=2026-11-25 op=#b}\nJa.\n:::\n", NULL, good, NULL, "staat al een reactie");
  bv_arena_free(arena);
}

Test(react, finds_a_point_again_in_a_draft_that_went_on) {
  static const char one_more[] = "\n## Deel\n\n[Nul.]{.feit bron=brief}\n\n[Een.]{.feit bron=brief}\n\n[Twee.]{#b .mening bron=brief}\n";
  bv_arena *arena = bv_arena_new();
  expect_refusal(one_more, TWO_POINTS, one_answer(arena, "moeder", "1.1"), NULL, "");
  expect_refusal(one_more, TWO_POINTS, one_answer(arena, "moeder", "1.2"), NULL, "");
  expect_refusal("\n## Deel\n\n[Ene.]{.feit bron=brief}\n", TWO_POINTS, one_answer(arena, "moeder", "1.1"), NULL, "veranderd");
  expect_refusal("\n## Deel\n\n[Een.]{.mening bron=brief}\n", TWO_POINTS, one_answer(arena, "moeder", "1.1"), NULL, "veranderd");
  expect_refusal("\n## Deel\n\n[Nul.]{.feit bron=brief} [Een.]{.feit bron=brief} [Een.]{.feit bron=brief}\n", TWO_POINTS,
                 one_answer(arena, "moeder", "1.1"), NULL, "veranderd");
  expect_refusal("\n## Anders\n\n[Een.]{.feit bron=brief}\n", TWO_POINTS, one_answer(arena, "moeder", "1"), NULL, "veranderd");
  bv_arena_free(arena);
}

/* ---- The file of a form ---- */

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define FORM(more) "{\"bronvast-reactie\": 1, \"draft\": \"" HASH "\", \"date\": \"2026-11-25\", " more "}"
#define ANSWERS(more) FORM("\"answers\": [" more "]")

static void expect_form(const char *json, const char *word) {
  bv_arena *arena = bv_arena_new();
  const char *error = NULL;
  const bv_form *form = bv_form_read(arena, json, strlen(json), &error);
  cr_expect(word[0] ? form == NULL && error && strstr(error, word) : form != NULL, "%s: %s", json, error ? error : "read");
  bv_arena_free(arena);
}

Test(react, a_form_is_read_strictly) {
  expect_form(ANSWERS("{\"point\": \"3.12\", \"answer\": \"eens\", \"text\": \"\"}"), "");
  expect_form(ANSWERS("{\"point\": \"3\", \"answer\": null, \"text\": \"a\\r\\nb\"}"), "");
  expect_form(FORM("\"answers\": [], \"general\": \"Dank.\", \"reader\": null, \"name\": \"A. de Wit\", \"reference\": null"), "");
  expect_form("", "geen JSON");
  expect_form("[]", "accolades");
  expect_form("{}", "ontbreekt");
  expect_form("{\"bronvast-reactie\": 2}", "andere versie");
  expect_form("{\"bronvast-reactie\": 1}", "draft");
  expect_form(FORM("\"answers\": []"), "niets ingevuld");
  expect_form(FORM("\"answers\": [], \"general\": \" \\n \""), "niets ingevuld");
  expect_form(FORM("\"answers\": {}"), "geen lijst");
  expect_form(FORM("\"answers\": [], \"date\": \"2026-11-26\""), "twee keer");
  expect_form(FORM("\"answers\": [], \"extra\": 1"), "niet hoort");
  expect_form(ANSWERS("7"), "answers[1]");
  expect_form(ANSWERS("{\"point\": \"3.12\"}"), "geen antwoord");
  expect_form(ANSWERS("{\"point\": \"3.12\", \"answer\": \"ja\"}"), "niet-eens");
  expect_form(ANSWERS("{\"point\": \"3.12\", \"answer\": \"eens\", \"besluit\": \"verwerkt\"}"), "answers[1]");
  expect_form(ANSWERS("{\"point\": \"../3\", \"answer\": \"eens\"}"), "nummer");
  expect_form(ANSWERS("{\"point\": \"3.\", \"answer\": \"eens\"}"), "nummer");
  expect_form(ANSWERS("{\"point\": 3, \"answer\": \"eens\"}"), "geen tekst");
  expect_form(ANSWERS("{\"point\": \"1234567890\", \"answer\": \"eens\"}"), "nummer");
  expect_form(ANSWERS("{\"point\": \"1.1\", \"text\": \"a\\u202eb\"}"), "U+202E");
  expect_form(ANSWERS("{\"point\": \"1.1\", \"text\": \"a\\u001bb\"}"), "U+001B");
  expect_form(ANSWERS("{\"point\": \"1.1\", \"text\": \"a\\u0000b\"}"), "geen JSON");
  expect_form(ANSWERS("{\"point\": \"1.1\", \"text\": \"a\xff\"}"), "geen JSON");
  expect_form("{\"bronvast-reactie\": 1, \"draft\": \"abc\", \"date\": \"2026-11-25\", \"answers\": []}", "SHA-256");
  expect_form("{\"bronvast-reactie\": 1, \"draft\": \"" HASH "\", \"date\": \"2026-02-30\", \"answers\": []}", "kalender");
  expect_form("{\"bronvast-reactie\": 1, \"draft\": \"" HASH "\", \"date\": \"25-11-2026\", \"answers\": []}", "kalender");
}

Test(react, a_form_of_any_size_ends_in_a_sentence) {
  bv_arena *arena = bv_arena_new();
  bv_buf many = bv_buf_new(arena), deep = bv_buf_new(arena), text = bv_buf_new(arena);
  for (int i = 0; i < 20000; i++)
    bv_buf_printf(&many, "%s{\"point\":\"1.%d\",\"answer\":\"eens\"}", i ? "," : "", i + 1);
  for (int i = 0; i < 100000; i++)
    bv_buf_puts(&deep, "[");
  for (int i = 0; i < 60000; i++)
    bv_buf_putc(&text, 'a');
  expect_form(bv_sprintf(arena, ANSWERS("%s"), bv_buf_string(&many)), "te veel");
  expect_form(bv_sprintf(arena, ANSWERS("%s"), bv_buf_string(&deep)), "geen JSON");
  expect_form(bv_sprintf(arena, ANSWERS("{\"point\":\"1.1\",\"text\":\"%s\"}"), bv_buf_string(&text)), "te lang");
  bv_arena_free(arena);
}
