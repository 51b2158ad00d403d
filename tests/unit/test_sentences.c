/* Dutch sentences and words: every hard case, with "|" where one sentence ends and the next begins. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buf.h"
#include "lang/sentences.h"

/* The sentences of the text joined by "|". */
static char *joined(bv_arena *arena, const char *text) {
  bv_stretches sentences = bv_sentences(arena, text, strlen(text));
  bv_buf buf = bv_buf_new(arena);
  for (size_t i = 0; i < sentences.count; i++) {
    bv_buf_puts(&buf, i ? "|" : "");
    bv_buf_add(&buf, text + sentences.items[i].start, sentences.items[i].end - sentences.items[i].start);
  }
  return (char *)bv_buf_string(&buf);
}

/* Each case shows where the sentences end; the text is the case with "|" made a space. */
static void check_sentences(const char *const *cases, size_t count) {
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < count; i++) {
    char *text = bv_strdup(arena, cases[i]);
    for (char *bar; (bar = strchr(text, '|'));)
      *bar = ' ';
    cr_expect(eq(str, joined(arena, text), (char *)cases[i]));
  }
  bv_arena_free(arena);
}
#define CHECK_SENTENCES(cases) check_sentences(cases, sizeof(cases) / sizeof *(cases))

Test(sentences, abbreviations_that_never_end) {
  static const char *const cases[] = {
      "Dhr. Jansen en mw. De Wit kwamen.|Zij bleven kort.",
      "Mevr. Bakker sprak met drs. Vos, mr. Smit, dr. De Boer en ir. Pieters.|Dat was kort.",
      "Het staat in art. 1:265b lid 1 BW en in art. 3 IVRK.|Zie nr. 4 en p. 12.",
      "De brief d.d. 3 maart gaat m.b.t. Sam over i.v.m. Verhuizing en t.a.v. Moeder.",
      "De rechter besliste o.g.v. Artikel 800 jo. Artikel 809 Rv.|Dat is blz. 3.",
      "Zij belde (m.b.t. Sam) met school.",
  };
  CHECK_SENTENCES(cases);
}

Test(sentences, abbreviations_that_may_end) {
  static const char *const cases[] = {
      "Sam houdt van voetbal, tekenen enz.|Moeder ook.",
      "Er waren gesprekken, huisbezoeken etc. en een observatie.",
      "De school belde op 3 oktober jl.|Sam was er niet.",
      "Dat kost 3 mln. euro, of 4 mln.|De gemeente betaalt.",
      "Dit volgt uit artikel 1:255 BW.|De rechter toetst dat.",
      "Er waren o.a. Sam en zijn zus.",
      "Betrokken zijn school, huisarts e.d.|Het overleg was goed.",
  };
  CHECK_SENTENCES(cases);
}

Test(sentences, initials) {
  static const char *const cases[] = {
      "R.J. de Vries belde.|A. Smit ook.",
      "Het gesprek was met J. Bakker en P.K. Jansen-Smit.|Zij waren het eens.",
  };
  /* An initial before a word that opens sentences ends one: the failure of others that dutch.md names. */
  static const char *const split[] = {"Dat zei meneer B.|Het klopte niet.", "Zij sprak met C.|Hij zweeg.",
                                      "Sam zit in groep A.|Dit is een fijne klas."};
  CHECK_SENTENCES(cases);
  CHECK_SENTENCES(split);
}

Test(sentences, numbers_times_and_law) {
  static const char *const cases[] = {
      "Zie ECLI:NL:RBAMS:2021:1234.|De rechter wees af.",
      "Om 10.30 uur kwam hij.|Hij bleef tot 11.00.|Daarna ging hij.",
      "Het was de 3e keer.|De 4e volgde.",
      "In 2021 waren het 3.301 kinderen (51,1%).|Dat is veel.",
      "1. De moeder komt.",
      "2.1. Inleiding",
      "a. Het kind woont thuis.",
      "Er zijn twee maatregelen: a. Ondertoezichtstelling; b. Voogdij.|Meer niet.",
      "Artikel 6.1.1. e.v. Jeugdwet gaat hierover.",
      "De doelgroep is groot.|• 91% is jong.",
      "Dat was in 2021.|In 2022 niet meer.",
      "Sam was ziek.|3 dagen later was hij beter.",
  };
  CHECK_SENTENCES(cases);
}

Test(sentences, quotations_and_brackets_belong_to_the_left) {
  static const char *const cases[] = {
      "Hij zei: “Ik ga.”|Zij bleef.",
      "Hij zei: ‘Ik ga.’|Zij bleef.",
      "(Zij huilde.)|Toen stopte zij.",
      "“Waarom?” vroeg moeder.|Vader zweeg.",
      "“Stop!” riep hij.",
      "Moeder zei: \"Nee.\"|Daarna ging zij.",
      "Zij zei “ja”.|Hij niet.",
  };
  CHECK_SENTENCES(cases);
}

Test(sentences, clitics_and_dots) {
  static const char *const cases[] = {
      "Sam slaapt.|'s Avonds leest hij.",
      "Zij ging weg.|’t Is laat.",
      "Hij woont in 's-Gravenhage.|'s-Gravenhage is ver.",
      "Hij dacht … en zweeg.|Toen…|Niets.",
      "Hij dacht... en zweeg...|Toen ging hij.",
      "Dat is zo.|Hij ging.|Waarom?|Nee!|Ja.",
      "De bedrijven fa en pers en var.|Dat zijn woorden.",
  };
  CHECK_SENTENCES(cases);
}

Test(sentences, positions_are_exact) {
  static const char text[] = "  Eén zin.  \nTwee 👩‍👧 zinnen!  Drie? ";
  bv_arena *arena = bv_arena_new();
  cr_assert(eq(str, joined(arena, text), "Eén zin.|Twee 👩‍👧 zinnen!|Drie?"));
  cr_assert(eq(sz, bv_sentences(arena, "", 0).count, 0));
  cr_assert(eq(sz, bv_sentences(arena, " \n ", 3).count, 0));
  bv_stretches words = bv_words_of(arena, "Sam's kat, 3e!", 14);
  cr_assert(eq(sz, words.count, 3));
  bv_arena_free(arena);
}

Test(sentences, hostile_texts_take_linear_time, .timeout = 10) {
  static const char *const pieces[] = {". ", ".((((", "a.b.", "… ", "'s. ", "??? A", "\n", "\xC2\xA0."};
  bv_arena *arena = bv_arena_new();
  for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
    bv_buf buf = bv_buf_new(arena);
    while (buf.length < 1000000)
      bv_buf_puts(&buf, pieces[p]);
    bv_stretches sentences = bv_sentences(arena, buf.bytes, buf.length);
    for (size_t i = 0; i < sentences.count; i++)
      cr_assert(sentences.items[i].start < sentences.items[i].end &&
                (i == 0 || sentences.items[i - 1].end <= sentences.items[i].start));
  }
  bv_arena_free(arena);
}
