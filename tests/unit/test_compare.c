/* Comparing two drafts: known changes come out, all of them and nothing else. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/generate.h"
#include "../support/run.h"
#include "base/buf.h"
#include "check/check.h"
#include "compare/compare.h"
#include "compare/words.h"
#include "read/read.h"
#include "write/draft.h"

static bv_document *checked(const char *name, const char *bytes) {
  bv_read_result read = bv_read_bytes(name, bytes, strlen(bytes), NULL);
  cr_assert(read.document != NULL, "%s", read.error);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  return read.document;
}

static const char *number_of(const bv_change_side *side) { return side->claim ? side->claim->number : "-"; }

/* "claim changed bron 6.2 6.3", a line each. */
static const char *told(bv_arena *arena, const bv_comparison *comparison, bool findings) {
  bv_buf out = bv_buf_new(arena);
  for (size_t i = 0; i < comparison->changes.count; i++) {
    const bv_change *change = &comparison->changes.items[i];
    bool numbered = change->subject == BV_SUBJECT_CLAIM;
    if (change->subject == BV_SUBJECT_FINDING && !findings)
      continue;
    bv_buf_printf(&out, "%s %s %s", bv_subject_name(change->subject), bv_action_name(change->action),
                  change->aspect ? change->aspect : "-");
    if (numbered)
      bv_buf_printf(&out, " %s %s\n", number_of(&change->old_side), number_of(&change->new_side));
    else
      bv_buf_printf(&out, " %s\n", change->title ? change->title : "-");
  }
  return bv_buf_string(&out);
}

static const char *compared(bv_arena *arena, const char *old_name, const char *old_draft, const char *new_name,
                            const char *new_draft, bool findings) {
  bv_document *a = checked(old_name, old_draft), *b = checked(new_name, new_draft);
  const char *lines = told(arena, bv_compare(arena, a, b), findings);
  bv_document_free(a);
  bv_document_free(b);
  return lines;
}

/* ---- Thirty known changes ---- */

typedef struct edit {
  const char *from, *to;             /* the one place in the sample, and what comes there */
  const char *also_from, *also_to;   /* a second place of the same change, or NULL */
  const char *expected;              /* as `told` says it */
} edit;

/* Of each kind, spread over the sample; numbers before and after differ wherever a claim came or went above. */
static const edit edits[] = {
    {"gezag: ja, naam: de heer Wagenaar", "gezag: nee, naam: de heer Wagenaar", NULL, NULL,
     "front changed gezag personen: vader"},
    {"  - {id: huisarts, rol", "  - {id: opa, rol: netwerk, naam: de heer Kuiper, relatie: \"opa\"}\n  - {id: huisarts, rol",
     NULL, NULL, "front added - personen: opa"},
    {"titel: Werkrooster, auteur: J. Pot", "titel: Werkrooster, auteur: J. de Pot", NULL, NULL,
     "front changed auteur bronnen: rooster"},
    {"reactietermijn: 2026-12-04", "reactietermijn: 2026-12-07", NULL, NULL, "front changed reactietermijn -"},
    {"Hij schaamt zich in de klas. Hij vindt de mentor", "Hij schaamt zich niet in de klas. Hij vindt de mentor", NULL, NULL,
     "claim changed tekst 4.8 4.8"},
    {"{.reactie van=daan datum=2026-11-11 op=#daan-oma", "{.reactie van=daan datum=2026-11-12 op=#daan-oma", NULL, NULL,
     "reaction changed datum Daan, 12 november 2026"},
    {"[Daan staat met zijn zusje", "[In de flat wonen drie mensen.]{.feit bron=brp datum=2026-10-06}\n[Daan staat met zijn zusje",
     NULL, NULL, "claim added - - 5.1"},
    {"drie kamers. Eén slaapkamer heeft", "vier kamers. Eén slaapkamer heeft", NULL, NULL, "claim changed tekst 5.2 5.3"},
    {"{#bank .feit bron=g-moeder,g-daan", "{#bank .feit bron=g-moeder", NULL, NULL, "claim changed bron 5.3 5.4"},
    {"Zij wilde hem zelf houden en geen kopie geven.", "Zij wilde hem houden.", NULL, NULL,
     "finding changed negeer bron/niet-in-bezit"},
    {"### De ochtenden {", "### De vroege ochtenden {", NULL, NULL, "section changed titel De vroege ochtenden"},
    {"{#zusje-zorg .feit bron=g-daan,g-moeder datum=2026-09-01/2026-10-02}",
     "{#zusje-zorg .feit bron=g-daan,g-moeder datum=2026-09-01/2026-10-09}", NULL, NULL, "claim changed datum 5.8 5.9"},
    {"De buurvrouw kon niet elke dag. Minder werken kon niet door de huur.]{.mening bron=g-moeder\nover=moeder}",
     "De buurvrouw kon niet elke dag. Minder werken kon niet door de huur.]{.mening bron=g-moeder\nover=moeder,oma}", NULL,
     NULL, "claim changed over 5.9 5.10"},
    {"overgenomen-uit=raad-2021 datum=2021-05-20\n", "datum=2021-05-20\n", NULL, NULL,
     "claim changed overgenomen-uit 5.12 5.13"},
    {"Die is te groot voor zijn leeftijd. Zij ziet ook dat", "Die is te zwaar voor zijn leeftijd. Zij ziet ook dat", NULL, NULL,
     "claim changed ouders 5.13 5.14"},
    {"Dat telt mee bij de vraag wat hij nodig heeft.\"}", "Dat telt nu mee.\"}", NULL, NULL,
     "claim changed noodzaak 5.12 5.13"},
    {"[De buurvrouw weet niet of dat elke keer ruzie was. De muren zijn dun, zegt zij.]{.mening bron=g-buurvrouw\nover=moeder}\n",
     "", NULL, NULL, "claim removed - 5.18 -"},
    {"{#schooldagen .feit bron", "{#schooldagen .mening bron", NULL, NULL, "claim changed label 5.21 5.21"},
    {"Zij vraagt om hulp bij het vervoer in het weekend.\n:::", "Zij vraagt om hulp met vervoer in het weekend.\n:::", NULL, NULL,
     "claim changed ouders 5.27 5.27"},
    {"op=#verzuim-ziek besluit=niet-verwerkt\nreden", "op=#verzuim-ziek besluit=deels\nreden", NULL, NULL,
     "reaction changed besluit mevrouw Verhoef, 13 november 2026"},
    {"De app gaf een fout. Zij wil niet", "De app gaf vaak een fout. Zij wil niet", NULL, NULL,
     "reaction changed tekst mevrouw Verhoef, 13 november 2026"},
    {"{#weinig-slaap .horen-zeggen bron=g-mentor van=daan", "{#weinig-slaap .horen-zeggen bron=g-mentor van=moeder", NULL, NULL,
     "claim changed van 6.9 6.9"},
    {"[Moeder herkent wat de psycholoog schrijft. Zij vindt dat de school te weinig met het advies deed.]{.mening\nbron=g-moeder}\n",
     "", "[Moeder werkt 24 uur per week",
     "[Moeder herkent wat de psycholoog schrijft. Zij vindt dat de school te weinig met het advies deed.]{.mening\n"
     "bron=g-moeder over=daan}\n[Moeder werkt 24 uur per week",
     "claim moved - 7.4 8.1"},
    {"gesteld-op=2026-09-22\nstatus", "gesteld-op=2026-09-21\nstatus", NULL, NULL, "claim changed gesteld-op 7.6 7.5"},
    {"vertrouwelijk=vader\nreden=\"privacy: dit zijn medische gegevens van moeder. Vader",
     "vertrouwelijk=vader,daan\nreden=\"privacy: dit zijn medische gegevens van moeder. Vader", NULL, NULL,
     "claim changed vertrouwelijk 7.11 7.10"},
    {"### Gezondheid van vader {#gezondheid-vader over=vader}\n", "### De gezondheid van vader {over=vader}\n", NULL, NULL,
     "section changed titel De gezondheid van vader"},
    {"[Moeder zegt dat zij Daan minstens tien keer ziek meldde in de app van school. De app deed het niet\naltijd.]{#moeder-ziekmelding weerspreekt=#verzuim-ziek}",
     "[Moeder zegt dat zij Daan minstens tien keer ziek meldde in de app van school. De app deed het niet\naltijd.]{#moeder-ziekmelding}",
     NULL, NULL, "claim changed weerspreekt 3.7 3.7"},
    {"Dit rapport gaat over Daan. Hij is dertien jaar.", "Dit rapport gaat over Daan. Hij werd dertien jaar.", NULL, NULL,
     "text changed tekst zin in een toelichting"},
    {"Dat is binnen tien dagen na het verzoek. ", "", NULL, NULL, "text removed - zin in een toelichting"},
    {"## Werk en geld {#werk-geld", "## Geld en werk {#werk-geld", NULL, NULL, "section changed titel Geld en werk"},
    {"Moeder zegt dat zij zelf als eerste om hulp vroeg. Dat mist zij hier. Zij vindt dat het nu te streng klinkt.\n:::\n",
     "Moeder zegt dat zij zelf als eerste om hulp vroeg. Dat mist zij hier. Zij vindt dat het nu te streng klinkt.\n:::\n\n"
     "::: {.reactie van=vader datum=2026-11-14 op=#zorgen-jeugdteam besluit=verwerkt}\nVader vindt dat dit klopt.\n:::\n",
     NULL, NULL, "reaction added - de heer Wagenaar, 14 november 2026"},
};
enum { EDITS = sizeof edits / sizeof *edits };

/* The draft with the only place where `from` stands replaced. */
static char *replaced(bv_arena *arena, const char *draft, const char *from, const char *to) {
  const char *at = strstr(draft, from);
  cr_assert(at != NULL, "the sample has no \"%s\"", from);
  cr_assert(strstr(at + 1, from) == NULL, "the sample has \"%s\" twice", from);
  return bv_sprintf(arena, "%.*s%s%s", (int)(at - draft), draft, to, at + strlen(from));
}

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* Lines in the order of the alphabet. */
static const char *sorted_lines(bv_arena *arena, const char *text) {
  struct { const char **items; size_t count, capacity; } lines = {0};
  bv_buf out = bv_buf_new(arena);
  for (; *text; text += strcspn(text, "\n") + 1)
    BV_PUSH(arena, &lines, bv_strndup(arena, text, strcspn(text, "\n")));
  if (lines.count)
    qsort(lines.items, lines.count, sizeof *lines.items, by_text);
  for (size_t i = 0; i < lines.count; i++)
    bv_buf_printf(&out, "%s\n", lines.items[i]);
  return bv_buf_string(&out);
}

static const char *sample(bv_arena *arena, const char *name) {
  char *bytes = bv_slurp(bv_sprintf(arena, SOURCE_DIR "/samples/%s.md", name), NULL);
  const char *draft = bv_strdup(arena, bytes);
  free(bytes);
  return draft;
}

static const char *as_xml(bv_arena *arena, const char *draft) {
  bv_document *document = checked("concept.md", draft);
  bv_buf out = bv_buf_new(arena);
  bv_write_draft_xml(&out, document);
  bv_document_free(document);
  return bv_buf_string(&out);
}

Test(compare, tells_exactly_the_known_changes) {
  bv_arena *arena = bv_arena_new();
  const char *draft = sample(arena, "raadsrapport"), *changed = draft;
  bv_buf expected = bv_buf_new(arena);
  cr_assert(EDITS >= 30);
  for (size_t i = 0; i < EDITS; i++) {
    changed = replaced(arena, changed, edits[i].from, edits[i].to);
    if (edits[i].also_from)
      changed = replaced(arena, changed, edits[i].also_from, edits[i].also_to);
    if (strncmp(edits[i].expected, "finding", 7) != 0)
      bv_buf_printf(&expected, "%s\n", edits[i].expected);
  }
  const char *wanted = sorted_lines(arena, bv_buf_string(&expected));
  cr_expect(eq(str, (char *)sorted_lines(arena, compared(arena, "a.md", draft, "b.md", changed, false)), (char *)wanted));
  cr_expect(eq(str, (char *)sorted_lines(arena, compared(arena, "a.xml", as_xml(arena, draft), "b.md", changed, false)),
               (char *)wanted));
  bv_arena_free(arena);
}

/* Turned around, what came is what went. */
Test(compare, is_the_same_backwards) {
  bv_arena *arena = bv_arena_new();
  const char *draft = sample(arena, "raadsrapport"), *changed = draft;
  for (size_t i = 0; i < EDITS; i++) {
    changed = replaced(arena, changed, edits[i].from, edits[i].to);
    if (edits[i].also_from)
      changed = replaced(arena, changed, edits[i].also_from, edits[i].also_to);
  }
  bv_document *a = checked("a.md", draft), *b = checked("b.md", changed);
  const bv_comparison *there = bv_compare(arena, a, b), *back = bv_compare(arena, b, a);
  for (int subject = 0; subject < BV_SUBJECT_COUNT; subject++) {
    cr_expect(eq(sz, there->counts[subject][BV_ACTION_ADDED], back->counts[subject][BV_ACTION_REMOVED]));
    cr_expect(eq(sz, there->counts[subject][BV_ACTION_REMOVED], back->counts[subject][BV_ACTION_ADDED]));
    cr_expect(eq(sz, there->counts[subject][BV_ACTION_CHANGED], back->counts[subject][BV_ACTION_CHANGED]));
    cr_expect(eq(sz, there->counts[subject][BV_ACTION_MOVED], back->counts[subject][BV_ACTION_MOVED]));
  }
  const size_t *found = there->counts[BV_SUBJECT_FINDING];
  cr_expect(eq(sz, a->findings->count + found[BV_ACTION_ADDED], b->findings->count + found[BV_ACTION_REMOVED]));
  cr_expect(found[BV_ACTION_ADDED] > 0);
  bv_document_free(a);
  bv_document_free(b);
  bv_arena_free(arena);
}

Test(compare, each_change_alone_is_told_alone) {
  bv_arena *arena = bv_arena_new();
  const char *draft = sample(arena, "raadsrapport");
  for (size_t i = 0; i < EDITS; i++) {
    const char *changed = replaced(arena, draft, edits[i].from, edits[i].to);
    if (edits[i].also_from)
      changed = replaced(arena, changed, edits[i].also_from, edits[i].also_to);
    bool finding = strncmp(edits[i].expected, "finding", 7) == 0;
    const char *lines = compared(arena, "a.md", draft, "b.md", changed, finding);
    const char *first = bv_strndup(arena, edits[i].expected, strcspn(edits[i].expected, "0123456789"));
    cr_expect(strncmp(lines, first, strlen(first)) == 0 && strchr(lines, '\n')[1] == '\0', "%s, not:\n%s", edits[i].expected, lines);
  }
  bv_arena_free(arena);
}

/* ---- Nothing, and only moves ---- */

static const char *const samples[] = {"raadsrapport", "plan-van-aanpak", "verzoekschrift-spoed"};

Test(compare, finds_nothing_between_both_notations) {
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
    const char *draft = sample(arena, samples[i]);
    cr_expect(eq(str, (char *)compared(arena, "a.md", draft, "b.xml", as_xml(arena, draft), true), ""), "%s", samples[i]);
  }
  for (uint32_t seed = 1; seed <= 60; seed++) {
    char *draft = bv_generate_draft(seed);
    cr_expect(eq(str, (char *)compared(arena, "a.md", draft, "b.xml", as_xml(arena, draft), true), ""), "seed %u", seed);
    free(draft);
  }
  bv_arena_free(arena);
}

/* The draft with its first `count` parts behind the others. */
static const char *rotated(bv_arena *arena, const char *draft, unsigned count) {
  const char *body = strstr(draft, "\n---\n") + 5, *cut = body;
  for (unsigned i = 0; i < count; i++)
    cut = strstr(cut + 1, "\n## ");
  return bv_sprintf(arena, "%.*s%s\n%.*s", (int)(body - draft), draft, cut, (int)(cut - body), body);
}

Test(compare, parts_with_other_numbers_are_only_moved) {
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
    const char *draft = sample(arena, samples[i]);
    bv_document *a = checked("a.md", draft), *b = checked("b.md", rotated(arena, draft, 2));
    const bv_comparison *comparison = bv_compare(arena, a, b);
    cr_expect(a->claims.count == b->claims.count && strcmp(a->claims.items[0]->number, b->claims.items[0]->number) == 0);
    cr_expect(eq(sz, comparison->changes.count, 2), "%s: %s", samples[i], told(arena, comparison, true));
    cr_expect(eq(sz, comparison->counts[BV_SUBJECT_SECTION][BV_ACTION_MOVED], 2), "%s", samples[i]);
    bv_document_free(a);
    bv_document_free(b);
  }
  bv_arena_free(arena);
}

/* A new part in front gives every claim another number. */
Test(compare, new_numbers_are_no_change) {
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
    const char *draft = sample(arena, samples[i]), *body = strstr(draft, "\n---\n") + 5;
    const char *more = bv_sprintf(arena, "%.*s\n## Iets nieuws {.toelichting}\n\n%s", (int)(body - draft), draft, body);
    cr_expect(eq(str, (char *)compared(arena, "a.md", draft, "b.md", more, false), "section added - Iets nieuws\n"), "%s", samples[i]);
  }
  bv_arena_free(arena);
}

/* ---- Small drafts ---- */

static const char front[] = "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\npersonen:\n"
                            "  - {id: moeder, rol: ouder, gezag: ja, naam: Ans}\nbronnen:\n"
                            "  - {id: brief, soort: document, auteur: K. Blom, datum: 2026-10-01}\n---\n";

static void expect_told(const char *old_body, const char *new_body, const char *expected) {
  bv_arena *arena = bv_arena_new();
  const char *lines = compared(arena, "a.md", bv_sprintf(arena, "%s\n%s", front, old_body), "b.md",
                               bv_sprintf(arena, "%s\n%s", front, new_body), false);
  cr_expect(eq(str, (char *)lines, (char *)expected), "%s\n---\n%s", old_body, new_body);
  bv_arena_free(arena);
}

Test(compare, small_drafts) {
  expect_told("", "", "");
  expect_told("[Een hond blaft.]{.feit bron=brief}\n", "", "claim removed - 0.1 -\n");
  expect_told("## A\n\n[Een hond blaft.]{.feit bron=brief}\n", "## A\n\n> - [Een *hond*\n>   blaft.]{.feit bron=brief}\n", "");
  expect_told("## A\n\nEen hond blaft.\n", "## A\n\n[Een hond blaft.]{.feit bron=brief}\n", "claim changed label - 1.1\n");
  expect_told("## A\n\nEen hond blaft.\n", "## A {.toelichting}\n\nEen hond blaft.\n", "text changed label zin in een toelichting\n");
  expect_told("## A\n\n[Ja.]{.feit bron=brief} [Nee.]{.feit bron=brief}\n", "## A\n\n[Nee.]{.feit bron=brief} [Ja.]{.feit bron=brief}\n", "");
  expect_told("## A\n\n[Ja.]{.feit bron=brief}\n\n[Ja.]{.mening bron=brief}\n", "## A\n\n[Ja.]{.mening bron=brief}\n",
              "claim removed - 1.1 -\n");
  expect_told("## A\n\n[Ja.]{#een .feit bron=brief}\n", "## A\n\n[Wat een heel andere zin.]{#een .feit bron=brief}\n",
              "claim changed tekst 1.1 1.1\n");
  expect_told("## A\n\n[De hond is bruin.]{.feit bron=brief}\n", "## A\n\n[Zij wacht op school.]{.feit bron=brief}\n",
              "claim removed - 1.1 -\nclaim added - - 1.1\n");
  expect_told("## A\n\n[De hond van tante blaft.]{.feit bron=brief}\n\n## B\n", "## A\n\n## B\n\n[De hond van tante blaft.]{.feit bron=brief}\n",
              "claim moved - 1.1 2.1\n");
  expect_told("## A\n\n### C\n\n## B\n", "## A\n\n## B\n\n### C\n", "section moved - C\n");
  expect_told("## A\n\n[De hond van tante blaft.]{.feit bron=brief}\n", "## B\n\n[De hond van tante blaft.]{.feit bron=brief}\n",
              "section changed titel B\n");
}

/* The front matter of drafts that are hardly one. */
Test(compare, front_matter_of_any_shape) {
  static const struct { const char *before, *after, *expected; } cases[] = {
      {"bronvast: 1", "bronvast: 1\nzitting: 2026-12-01", "front changed zitting -\n"},
      {"bronvast: 1\npersonen: [a, b]", "bronvast: 1\npersonen: [a, c]", "front changed personen -\n"},
      {"bronvast: 1\npersonen: niemand", "bronvast: 1\npersonen:\n  - {id: a}", "front changed personen -\n"},
      {"bronvast: 1\nx: {y: {z: 1}}", "bronvast: 1\nx: {y: {z: 2}}", "front changed y x\n"},
      {"bronvast: 1\npersonen:\n  - {id: a, rol: ouder}\n  - {id: a, rol: kind}",
       "bronvast: 1\npersonen:\n  - {id: a, rol: ouder}", ""},
      {"bronvast: 1\npersonen:\n  - {id: a}", "bronvast: 1", "front removed - personen: a\n"},
      {"bronvast: [", "bronvast: 1", "front changed bronvast -\n"},
  };
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(str, (char *)compared(arena, "a.md", bv_sprintf(arena, "---\n%s\n---\n", cases[i].before), "b.md",
                                       bv_sprintf(arena, "---\n%s\n---\n", cases[i].after), false),
                 (char *)cases[i].expected), "case %zu", i);
  bv_arena_free(arena);
}

/* Chance drafts have nothing in common and everything: it ends, and nothing is told twice. */
Test(compare, any_two_drafts) {
  bv_arena *arena = bv_arena_new();
  for (uint32_t seed = 1; seed <= 40; seed++) {
    char *one = bv_generate_draft(seed), *other = bv_generate_draft(seed + 1);
    bv_document *a = checked("a.md", one), *b = checked("b.md", other);
    const bv_comparison *comparison = bv_compare(arena, a, b);
    size_t told_of = 0;
    for (size_t i = 0; i < comparison->changes.count; i++) {
      const bv_change *change = &comparison->changes.items[i];
      told_of += change->subject == BV_SUBJECT_CLAIM && change->new_side.claim && change->action == BV_ACTION_ADDED;
      cr_expect(i == 0 || change->item == change[-1].item || change->item == change[-1].item + 1);
      bool has_aspect = change->aspect != NULL;
      cr_expect(has_aspect == (change->action == BV_ACTION_CHANGED));
    }
    cr_expect(eq(sz, told_of, comparison->counts[BV_SUBJECT_CLAIM][BV_ACTION_ADDED]), "seed %u", seed);
    cr_expect(told_of <= b->claims.count, "seed %u", seed);
    bv_document_free(a);
    bv_document_free(b);
    free(one);
    free(other);
  }
  bv_arena_free(arena);
}

/* The same sentence a hundred thousand times, or none twice. */
Test(compare, large_drafts_take_little_time, .timeout = 60) {
  static const char *const bodies[] = {"[Moeder zegt dat het goed gaat.]{.mening bron=brief}\n\n", "[Woord%zu is er %zu keer.]{.feit bron=brief}\n\n"};
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < 2; i++) {
    bv_buf one = bv_buf_new(arena), other = bv_buf_new(arena);
    bv_buf_puts(&one, front);
    bv_buf_puts(&other, front);
    for (size_t k = 0; k < 20000; k++) {
      char *line = i ? bv_sprintf(arena, "[Woord%zu is er %zu keer.]{.feit bron=brief}\n\n", k, k + 7) : (char *)bodies[0];
      bv_buf_puts(&one, line);
      if (k % 3)
        bv_buf_puts(&other, line);
    }
    bv_read_result a = bv_read_bytes("a.md", bv_buf_string(&one), one.length, NULL);
    bv_read_result b = bv_read_bytes("b.md", bv_buf_string(&other), other.length, NULL);
    cr_assert(a.document && b.document);
    const bv_comparison *comparison = bv_compare(arena, a.document, b.document);
    cr_expect(eq(sz, comparison->counts[BV_SUBJECT_CLAIM][BV_ACTION_REMOVED], 6667), "body %zu", i);
    cr_expect(eq(sz, comparison->counts[BV_SUBJECT_CLAIM][BV_ACTION_ADDED], 0), "body %zu", i);
    bv_document_free(a.document);
    bv_document_free(b.document);
  }
  bv_arena_free(arena);
}

/* ---- Words ---- */

static const char *in_words(bv_arena *arena, const char *before, const char *after) {
  static const char *const marks[] = {"", "-", "+"};
  bv_word_runs runs = bv_compare_words(arena, before, after);
  bv_buf out = bv_buf_new(arena);
  for (size_t i = 0; i < runs.count; i++)
    bv_buf_printf(&out, "%s%s%s", i ? "|" : "", marks[runs.items[i].change], runs.items[i].text);
  return bv_buf_string(&out);
}

Test(compare, words) {
  static const struct { const char *before, *after, *expected; } cases[] = {
      {"", "", ""},
      {"een", "een", "een"},
      {"  een \n twee", "een twee ", "een twee"},
      {"een twee drie", "een drie", "een|-twee|drie"},
      {"een drie", "een twee drie", "een|+twee|drie"},
      {"een twee drie", "een vier drie", "een|-twee|+vier|drie"},
      {"a b c d e f", "a x c y e f", "a|-b|+x|c|-d|+y|e f"},
      {"a a a", "a a", "a a|-a"},
      {"", "een", "+een"},
      {"één ülke", "een ülke", "-één|+een|ülke"}};
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(str, (char *)in_words(arena, cases[i].before, cases[i].after), (char *)cases[i].expected), "case %zu", i);
  bv_arena_free(arena);
}

/* Whatever the texts: without what came it is the old one, without what went the new one. */
Test(compare, words_say_both_texts) {
  bv_arena *arena = bv_arena_new();
  unsigned chance = 7;
  for (int round = 0; round < 200; round++) {
    bv_buf texts[2] = {bv_buf_new(arena), bv_buf_new(arena)}, again[2] = {bv_buf_new(arena), bv_buf_new(arena)};
    for (int side = 0; side < 2; side++)
      for (unsigned i = 0, count = (chance = chance * 1103515245 + 12345) >> 16 & 31; i < count; i++)
        bv_buf_printf(&texts[side], "%s%c", texts[side].length ? " " : "", 'a' + (int)((chance = chance * 1103515245 + 12345) >> 16 & 3));
    bv_word_runs runs = bv_compare_words(arena, bv_buf_string(&texts[0]), bv_buf_string(&texts[1]));
    for (size_t i = 0; i < runs.count; i++)
      for (int side = 0; side < 2; side++)
        if (runs.items[i].change != (side ? BV_WORDS_REMOVED : BV_WORDS_ADDED))
          bv_buf_printf(&again[side], "%s%s", again[side].length ? " " : "", runs.items[i].text);
    for (int side = 0; side < 2; side++)
      cr_expect(eq(str, (char *)bv_buf_string(&again[side]), (char *)bv_buf_string(&texts[side])), "round %d", round);
  }
  bv_arena_free(arena);
}
