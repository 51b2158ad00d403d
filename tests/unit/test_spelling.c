/* Spelling: the quick look never knows more than hunspell, and the rule reports what a reader would. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <hunspell/hunspell.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/drafts.h"
#include "base/buf.h"
#include "lang/spelling.h"
#include "lang/wordbook.h"
#include "read/read.h"

#define AFFIXES BV_DICTIONARY_DIRECTORY "/nl_NL.aff"
#define WORDS BV_DICTIONARY_DIRECTORY "/nl_NL.dic"

/* Makes a word of the list a new one: with another ending, or joined to the next. */
static size_t make_word(char *out, size_t size, const char *word, const char *next, unsigned how) {
  static const char *const endings[] = {"", "s", "en", "e", "t", "je", "de", "ing"};
  if (how % 9 == 8)
    return (size_t)snprintf(out, size, "%s%s", word, next);
  return (size_t)snprintf(out, size, "%s%s", word, endings[how % 8]);
}

Test(spelling, the_quick_look_knows_nothing_that_hunspell_does_not, .timeout = 60) {
  bv_arena *arena = bv_arena_new();
  bv_wordbook *book = bv_wordbook_read(arena, AFFIXES, WORDS);
  cr_assert(book != NULL);
  Hunhandle *hunspell = Hunspell_create(AFFIXES, WORDS);
  FILE *list = fopen(WORDS, "r");
  char line[512], last[512] = "huis", word[1024];
  unsigned known = 0, wrong = 0, tried = 0;
  for (unsigned n = 0; fgets(line, sizeof line, list); n++) {
    line[strcspn(line, "/\t\r\n")] = '\0';
    if (n % 29 != 0 || strlen(line) < 4 || strlen(line) > 20)
      continue;
    size_t length = make_word(word, sizeof word, line, last, n / 29);
    tried++;
    if (bv_wordbook_has(book, word, length)) {
      known++;
      wrong += !Hunspell_spell(hunspell, word);
    }
    strcpy(last, line);
  }
  fclose(list);
  Hunspell_destroy(hunspell);
  cr_assert(tried > 4000);
  cr_assert(known > 1000);
  cr_expect(wrong <= known / 100, "%u of %u words that it knows, hunspell does not", wrong, known);
  bv_arena_free(arena);
}

Test(spelling, words_of_the_field_and_the_letter_ij) {
  bv_speller *speller = bv_speller_shared();
  static const char *const right[] = {"gezagsbeëindigende", "perspectiefbesluit", "uithuisgeplaatst", "kernoordelen",
                                      "vrijdag",            "bijzonder",          "ijs",              "raadsrapport",
                                      "afzegde",            "moeders",            "foto's",           "verzuimoverzicht"};
  static const char *const wrong[] = {"gezont", "slaapkmaers", "burgermeester", "perspectiefbesliut", "vrijdg", "qqq"};
  for (size_t i = 0; i < sizeof right / sizeof *right; i++)
    cr_expect(bv_speller_knows(speller, right[i]), "%s", right[i]);
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    cr_expect(not(bv_speller_knows_at_once(speller, wrong[i])), "%s", wrong[i]);
    cr_expect(not(bv_speller_knows(speller, wrong[i])), "%s", wrong[i]);
  }
}

Test(spelling, suggestions_come_when_asked) {
  bv_arena *arena = bv_arena_new();
  size_t count;
  const char **words = bv_speller_suggest(bv_speller_shared(), arena, "gezont", 3, &count);
  cr_assert(count >= 1);
  cr_expect(eq(str, (char *)words[0], "gezond"));
  bv_arena_free(arena);
}

Test(spelling, a_missing_dictionary_is_said) {
  bv_arena *arena = bv_arena_new();
  bv_speller *speller = bv_speller_new(arena, "/nergens");
  const char *problem = bv_speller_problem(speller);
  cr_assert(problem != NULL);
  cr_expect(strstr(problem, "/nergens/nl_NL.dic") != NULL, "%s", problem);
  cr_expect(bv_speller_knows(speller, "gezont"), "without a dictionary nothing is wrong");
  bv_speller_close(speller);
  bv_arena_free(arena);
}

static const char front[] =
    "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\nstatus: concept\nspoed: nee\n"
    "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"
    "personen:\n  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw Zwartsluyper}\n"
    "  - {id: oma, rol: netwerk, naam: mevrouw Jansen}\n"
    "bronnen:\n  - {id: verslag, soort: document, titel: Verslag, auteur: M. Vos, datum: 2026-10-14, in-bezit: ja}\n"
    "  - {id: gesprek, soort: gesprek, persoon: moeder, datum: 2026-10-14, geaccordeerd: ja}\n---\n\n## Thuis\n\n";

/* How often the rule is raised by the text below that front matter. */
static size_t raised(const char *rule, const char *text) {
  bv_arena *arena = bv_arena_new();
  bv_document *document = bv_checked(bv_sprintf(arena, "%s%s\n", front, text));
  size_t count = bv_raised(document, rule);
  bv_document_free(document);
  bv_arena_free(arena);
  return count;
}

Test(spelling, what_is_no_spelling_is_left_alone) {
  static const char *const right[] = {
      "[Mevrouw Zwartsluyper belde Krelis over de kinder- en jeugdhulp.]{.feit bron=verslag}",
      "[Zie www.krelisenco.nl, k.qwrt@krelis.nl en de GGZ-OOST, X12b, qrw9 en 3e.]{.feit bron=verslag}",
      "[De ouder-kindrelatie, ’s avonds, foto’s en zo’n geval.]{.feit bron=verslag}",
      "[Zie https://voorbeeld.nl/kinderbeschermng/gezont-eten/?q=slaapkmaer#gezont.]{.feit bron=verslag}",
      "[Zie (voorbeeld.nl/gezont/slaapkmaer) of <https://voorbeeld.nl/gezont_eten/>.]{.feit bron=verslag}",
      "[Zie www.voorbeeld.nl/hulp/gezont/, en mail gezont+kmaer@voorbeeld.nl of kmaer-gezont@voorbeeld.nl.]{.feit bron=verslag}",
      "[In het raadsrap- port staat dat.]{.feit bron=verslag}", "`gezont`", "    gezont",
      "[Zie het bestand `gezont` en de map `slaapkmaer`.]{.feit bron=verslag}",
      "[De map heet `slaapkmaer`]{.feit bron=verslag}",
      "[Het bestand heet gezont.pdf]{.feit bron=verslag}", "[De map heet gezont_kmaer]{.feit bron=verslag}"};
  for (size_t i = 0; i < sizeof right / sizeof *right; i++)
    cr_expect(eq(sz, raised("taal/spelling", right[i]), 0), "%s", right[i]);
  cr_expect(eq(sz, raised("taal/spelling", "[Sam is gezont. Gezont eten is gezont.]{.feit bron=verslag}"), 1));
  cr_expect(eq(sz, raised("taal/spelling", "[Eten/slaapkmaer, of: gezont/vader.]{.feit bron=verslag}"), 2));
  cr_expect(eq(sz, raised("taal/spelling", "[Zie https://voorbeeld.nl/hulp/ over gezont eten.]{.feit bron=verslag}"), 1));
  cr_expect(eq(sz, raised("taal/spelling", "[Gezont eten.]{.feit bron=verslag}\n\n### Slaapkmaer\n"), 2));
}

/* Whatever the front matter names: people by id, name, role and office, sources by title, maker and office. */
Test(spelling, words_of_the_front_matter_are_no_mistakes) {
  static const char named[] =
      "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\n"
      "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"
      "personen:\n  - {id: juf, rol: professional, naam: mevrouw Vos, functie: qzaxtrainer, organisatie: de qzbxhof}\n"
      "  - {id: qzixpeet, rol: netwerk, naam: mevrouw Smit, relatie: qzcxmaatje}\n"
      "bronnen:\n  - {id: toets, soort: document, titel: Uitslag qzdxtoets, auteur: mevrouw qzexstra, functie: qzfxmeester,\n"
      "     organisatie: stichting qzgxdal, datum: 2026-10-14, in-bezit: ja, aangekondigd: ja}\n---\n\n## Thuis\n\n";
  bv_arena *arena = bv_arena_new();
  bv_document *document = bv_checked(bv_sprintf(arena, "%s%s", named, "[De qzaxtrainer, de qzbxhof, een qzcxmaatje en de qzixpeet.]{.feit bron=toets}\n"
                                                "[De qzdxtoets, de qzexstra, de qzfxmeester en het qzgxdal.]{.feit bron=toets}\n"
                                                "[Een qzhxding.]{.feit bron=toets}\n"));
  cr_assert(eq(sz, bv_raised(document, "taal/spelling"), 1), "%s", bv_all_found(document));
  cr_expect(eq(str, (char *)bv_text_of(document, bv_raised_at(document, "taal/spelling", 0)), "qzhxding"));
  bv_document_free(document);
  bv_arena_free(arena);
}

/* A whole page in a dialect: each word is told once, where it first stands, and none gets lost among the others. */
Test(spelling, each_of_many_strange_words_is_told_once) {
  enum { MANY = 90 };
  bv_arena *arena = bv_arena_new();
  bv_buf text = bv_buf_new(arena);
  for (int time = 0; time < 2; time++)
    for (int i = 0; i < MANY; i++)
      bv_buf_printf(&text, "[De qz%cx%cq is er.]{.feit bron=verslag}\n", 'a' + i % 26, 'a' + i / 26);
  bv_document *document = bv_checked(bv_sprintf(arena, "%s%s\n", front, bv_buf_string(&text)));
  cr_assert(eq(sz, bv_raised(document, "taal/spelling"), MANY));
  for (int i = 0; i < MANY; i++) {
    const char *word = bv_sprintf(arena, "qz%cx%cq", 'a' + i % 26, 'a' + i / 26);
    cr_expect(eq(str, (char *)bv_text_of(document, bv_raised_at(document, "taal/spelling", (size_t)i)), (char *)word));
  }
  bv_document_free(document);
  bv_arena_free(arena);
}

Test(wording, dates_in_the_text_and_of_the_claim) {
  static const struct { size_t count; const char *text; } cases[] = {
      {1, "[Op 3 oktober 2026 was Sam ziek.]{.feit bron=verslag datum=2026-10-01}"},
      {0, "[Op 3 oktober 2026 was Sam ziek.]{.feit bron=verslag datum=2026-10}"},
      {0, "[Tussen 1 en 3 oktober was Sam ziek.]{.feit bron=verslag datum=2026-10-02}"},
      {1, "[Op 4 oktober was Sam ziek.]{.feit bron=verslag datum=2026-10-03}"},
      {0, "[Sam is geboren op 2 mei 2013.]{.feit bron=verslag datum=2026-10-03}"},
      {0, "[De afspraak is op 3 december 2026.]{.feit bron=verslag datum=2026-10-03}"},
      {0, "[Moeder vindt de zitting van 3 mei 2026 naar.]{.mening bron=gesprek datum=2026-10-03}"},
      {0, "[Moeder zei: “Op 4 mei 2020 ging het mis.”]{.feit bron=gesprek datum=2026-10-03}"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(sz, raised("datum/strijdig", cases[i].text), cases[i].count), "%s", cases[i].text);
  cr_expect(eq(sz, raised("datum/ongeldig", "[Op 31-02-2024 was Sam ziek.]{.feit bron=verslag}"), 1));
}

Test(wording, quotations_and_explanations_are_not_linted) {
  static const char *const rules[] = {"label/feit-is-oordeel", "label/kleuring", "bron/vaag", "datum/relatief"};
  static const char *const texts[] = {
      "> [Vader is manipulatief. Er zijn signalen dat hij waarschijnlijk vorig jaar dronk.]{.feit bron=verslag}",
      "[Moeder zei: “Vader is manipulatief, waarschijnlijk, en er zijn signalen van vorig jaar.”]{.feit bron=verslag}",
      "::: {.toelichting}\n\nEr zijn signalen dat regels waarschijnlijk vorig jaar zijn veranderd.\n\n:::"};
  for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
    for (size_t r = 0; r < sizeof rules / sizeof *rules; r++)
      cr_expect(eq(sz, raised(rules[r], texts[t]), 0), "%s: %s", rules[r], texts[t]);
}

Test(wording, hostile_texts_take_linear_time, .timeout = 60) {
  static const char *const pieces[] = {"zou als ",  "er zijn ook nog steeds ", "ADHD, ", "\\'\\' ", "a-",
                                       "“ ‘ ",      "qzx%u ",                  "heeft van ", "Er werd ", "zou ",
                                       "schiet tekort ", "depressief "};
  bv_arena *arena = bv_arena_new();
  for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
    bv_buf buf = bv_buf_new(arena);
    bv_buf_puts(&buf, "[");
    for (unsigned n = 0; buf.length < 300000; n++)
      if (strchr(pieces[p], '%'))
        bv_buf_printf(&buf, "qzx%cx%cz%c ", 'a' + n % 26, 'a' + n / 26 % 26, 'a' + n / 676 % 26);
      else
        bv_buf_puts(&buf, pieces[p]);
    bv_buf_puts(&buf, "]{.feit bron=verslag}");
    raised("bron/vaag", buf.bytes);
  }
  bv_arena_free(arena);
}
