/* Texts for the parents: those of the samples are faithful, and everything that is changed in them on purpose is found. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "../support/drafts.h"
#include "../support/unfaithful.h"
#include "check/passage.h"
#include "check/plain.h"
#include "read/read.h"

static const char *const samples[] = {"raadsrapport", "plan-van-aanpak", "verzoekschrift-spoed"};
enum { SAMPLES = sizeof samples / sizeof *samples };

static bv_passage_list leaves; /* of the sample that was read last */

static bv_document *sample(const char *name, const char *ending) {
  char path[256];
  snprintf(path, sizeof path, SOURCE_DIR "/samples/%s%s.md", name, ending);
  bv_read_result read = bv_read_file(path, NULL);
  cr_assert(read.document != NULL, "%s: %s", path, read.error);
  leaves = bv_passage_list_of(read.document->arena, read.document);
  return read.document;
}

/* What ouders/niet-getrouw says of one passage with that text in its place. */
static size_t accusations(bv_document *document, const bv_plain_passage *passage, const char *text) {
  bv_findings *findings = bv_findings_new(document->arena);
  bv_check check = {
      .document = document, .config = bv_config_default(), .findings = findings, .passages = &leaves};
  bv_plain_passage changed = *passage;
  bv_plain_set_text(document->arena, &changed, text, strlen(text));
  bv_check_fidelity(&check, &(bv_plain_passages){&changed, 1, 1});
  return findings->count;
}

/* The words for the persons of a report: the name of a child, the id of others. */
static const char *const *persons_of(bv_document *document) {
  size_t count = document->front.persons.count;
  const char **words = bv_calloc(document->arena, count + 1, sizeof *words);
  for (size_t i = 0; i < count; i++) {
    const bv_person *person = &document->front.persons.items[i];
    words[i] = person->role == BV_ROLE_JEUGDIGE ? person->name : person->id;
  }
  return words;
}

Test(fidelity, faithful_texts_are_not_accused) {
  for (size_t s = 0; s < SAMPLES; s++) {
    bv_document *document = sample(samples[s], "");
    bv_plain_passages passages = bv_plain_passages_of(document);
    cr_assert(passages.count > 20);
    for (size_t i = 0; i < passages.count; i++)
      cr_expect(eq(sz, accusations(document, &passages.items[i], passages.items[i].text), 0), "%s: %s", samples[s],
                passages.items[i].text);
    bv_document_free(document);
  }
}

Test(fidelity, unfaithful_texts_are_found) {
  size_t made = 0, once = 0, once_found = 0;
  for (size_t s = 0; s < SAMPLES; s++) {
    bv_document *document = sample(samples[s], "");
    bv_plain_passages passages = bv_plain_passages_of(document);
    for (size_t i = 0; i < passages.count; i++) {
      if (!passages.items[i].claim)
        continue;
      bv_unfaithful_list all =
          bv_make_unfaithful(document->arena, bv_claim_text(document->arena, passages.items[i].claim),
                             passages.items[i].text, persons_of(document));
      for (size_t k = 0; k < all.count; k++) {
        size_t found = accusations(document, &passages.items[i], all.items[k].text);
        if (strcmp(all.items[k].how, "persoon, één keer") == 0) {
          once++;
          once_found += found > 0;
          continue;
        }
        made++;
        cr_expect(found > 0, "%s, %s, bewering %s: %s", samples[s], all.items[k].how, passages.items[i].claim->number,
                  all.items[k].text);
      }
    }
    bv_document_free(document);
  }
  cr_expect(made >= 200, "only %zu were made", made);
  /* One mention changed while both persons are named in claim and text alike: that takes understanding the sentence. */
  cr_expect(once >= 200 && once_found * 100 >= once * 95, "%zu of %zu", once_found, once);
}

Test(fidelity, the_planted_one_is_found_in_each_faulty_sample) {
  for (size_t s = 0; s < SAMPLES; s++) {
    bv_document *document = sample(samples[s], "-fout");
    bv_check_document(document, bv_config_default(), (bv_date){0});
    cr_expect(eq(sz, bv_raised(document, "ouders/niet-getrouw"), 1), "%s: %s", samples[s], bv_all_found(document));
    bv_document_free(document);
  }
}

static size_t raised(const char *claim, const char *plain, const char *marks) {
  char body[1024];
  snprintf(body, sizeof body, "[%s]{.mening bron=g-moeder %s ouders=\"%s\"}", claim, marks, plain);
  return bv_raised_in(body, "ouders/niet-getrouw");
}

Test(fidelity, another_word_of_the_same_meaning_is_faithful) {
  cr_expect(
      eq(sz, raised("Moeder zegt dat zij zes maanden wil wachten.", "Moeder wil een half jaar wachten, zegt zij.", ""),
         0));
  cr_expect(
      eq(sz,
         raised("Moeder denkt dat Sam wellicht 3 lessen mist.", "Moeder denkt dat Sam misschien drie lessen mist.", ""),
         0));
  cr_expect(eq(
      sz,
      raised("Moeder zegt dat Sam zonder bericht wegbleef.", "Moeder zegt dat Sam niets liet weten en wegbleef.", ""),
      0));
  cr_expect(eq(sz, raised("Mevrouw Jansen zegt dat Sam sliep.", "Moeder zegt dat Sam sliep.", ""), 0));
  cr_expect(
      eq(sz, raised("Moeder zegt dat de bus om 15.00 uur kwam.", "Moeder zegt dat de bus om drie uur kwam.", ""), 0));
  cr_expect(eq(sz, raised("Moeder zegt dat het € 1.240 kost.", "Moeder zegt dat het 1240 euro kost.", ""), 0));
  cr_expect(
      eq(sz,
         raised("Moeder zegt dat vader en zij boos zijn.", "Moeder zegt dat de ouders boos zijn.", "over=moeder,vader"),
         0));
}

/* Pairs that the program was not tuned on: faithful, in the ways in which people simplify. */
static const char *const faithful[][2] = {
    {"Vader geeft aan dat hij Sam wekelijks op dinsdag en donderdag van school haalt.",
     "Vader haalt Sam elke week van school, zegt hij. Dat doet hij op dinsdag en donderdag."},
    {"Moeder is van mening dat de begeleiding per 1 mei 2026 onvoldoende was.",
     "Moeder vindt dat de begeleiding vanaf 1 mei 2026 niet genoeg was."},
    {"Oma, mevrouw Jansen-Smit, past driemaal per week op Sam.", "Oma past drie keer per week op Sam."},
    {"De school meldt dat Sam sinds de herfstvakantie 14 lessen heeft gemist.",
     "De school zegt dat Sam sinds de herfstvakantie veertien lessen miste."},
    {"Moeder heeft circa 3.500 euro schuld; zij lost maandelijks € 75 af.",
     "Moeder heeft ongeveer 3500 euro schuld. Elke maand betaalt zij 75 euro terug."},
    {"Sam slaapt waarschijnlijk slecht doordat hij tot 23.30 uur gamet.",
     "Waarschijnlijk slaapt Sam slecht. Dat komt doordat hij tot half twaalf gamet."},
    {"Zowel moeder als vader ontkent dat er sprake was van ruzie.",
     "Moeder en vader zeggen allebei dat er geen ruzie was."},
    {"Vader kwam niet opdagen bij de afspraken van 3 maart 2026 en 10 maart 2026.",
     "Vader was er niet bij de afspraak van 3 maart 2026. Op 10 maart 2026 was hij er ook niet."},
    {"De huisarts acht het niet uitgesloten dat Sam last heeft van stress.",
     "De huisarts denkt dat Sam misschien last heeft van stress."},
    {"Moeder heeft van oma vernomen dat Sam op woensdag alleen thuis was.",
     "Moeder heeft van oma gehoord dat Sam op woensdag alleen thuis was."},
    {"Sam werd vijf dagen geschorst wegens een vechtpartij met een klasgenoot.",
     "Sam mocht vijf dagen niet naar school. Hij vocht met een klasgenoot."},
    {"De ouders zijn het erover eens dat Sam anderhalf jaar bij oma blijft.",
     "Moeder en vader willen allebei dat Sam 18 maanden bij oma blijft."},
    {"Moeder zou Sam volgens oma eenmaal hebben geslagen.", "Oma zegt dat moeder Sam één keer heeft geslagen."},
    {"Vader zei in het gesprek: “Ik wil gewoon rust.”", "Vader zei: “Ik wil gewoon rust.”"},
    {"Moeder zegt dat Sam regelmatig bij oma slaapt.", "Moeder zegt dat Sam vaak bij oma slaapt."},
    {"Moeder zegt dat Sam zo nu en dan bij oma slaapt.", "Moeder zegt dat Sam soms bij oma slaapt."},
    {"Sam gaat twee weken niet naar voetbal, omdat zijn enkel pijn doet.",
     "Sam gaat 14 dagen niet voetballen. Zijn enkel doet pijn."},
};

Test(fidelity, simplified_texts_are_not_accused) {
  for (size_t i = 0; i < sizeof faithful / sizeof *faithful; i++)
    cr_expect(eq(sz, raised(faithful[i][0], faithful[i][1], "over=sam"), 0), "%s → %s", faithful[i][0], faithful[i][1]);
}

Test(fidelity, each_kind_of_change_is_found) {
  cr_expect(
      ne(sz, raised("Moeder zegt dat zij zes maanden wil wachten.", "Moeder wil zes weken wachten, zegt zij.", ""), 0));
  cr_expect(ne(sz, raised("Moeder zegt dat zij Sam op 3 mei 2026 zag.", "Moeder zegt dat zij Sam zag.", ""), 0));
  cr_expect(ne(sz, raised("Moeder zegt dat zij Sam zag.", "Moeder zegt dat zij Sam op 3 mei 2026 zag.", ""), 0));
  cr_expect(ne(sz, raised("Moeder zegt dat Sam bij oma sliep.", "Moeder zegt dat Sam bij tante sliep.", ""), 0));
  cr_expect(
      ne(sz, raised("Moeder zegt dat Sam ongeveer twee uur sliep.", "Moeder zegt dat Sam twee uur sliep.", ""), 0));
  cr_expect(ne(sz, raised("Moeder zegt dat Sam sliep.", "Sam sliep toen moeder keek.", ""), 0));
  cr_expect(ne(
      sz,
      raised("Moeder zegt: “Ik wil dat Sam thuis slaapt.”", "Moeder zegt: “Ik wil dat Sam altijd thuis slaapt.”", ""),
      0));
  cr_expect(ne(sz, raised("Moeder zegt dat Sam wegliep.", "Moeder zegt dat Sam niet wegliep.", ""), 0));
  cr_expect(ne(sz, raised("Sam heeft ADHD.", "Sam heeft geen ADHD.", ""), 0));
  cr_expect(ne(sz, raised("Moeder zegt dat Sam soms wegloopt.", "Moeder zegt dat Sam vaak wegloopt.", ""), 0));
  cr_expect(ne(sz, raised("Moeder zegt dat Sam vaak belt.", "Moeder zegt dat Sam zelden belt.", ""), 0));
  cr_expect(ne(sz, raised("Moeder zegt dat Sam af en toe wegloopt.", "Moeder zegt dat Sam wegloopt.", ""), 0));
  cr_expect(ne(sz, raised("Sam heeft een OTS.", "Sam heeft misschien een OTS.", ""), 0));
}
