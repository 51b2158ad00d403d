/* Privacy: where numbers are found, other children, and leaks of what is withheld. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/drafts.h"
#include "../support/run.h"
#include "base/buf.h"
#include "check/check.h"
#include "read/read.h"

Test(check_privacy, a_number_is_found_wherever_it_stands) {
  static const char *const bodies[] = {"## Sam 111222333\n",
                                       "[Sam: 111222333.]{.feit bron=verzuim}\n",
                                       "[Sam.]{.feit bron=verzuim ouders=\"Sam heeft 111222333.\"}\n",
                                       "    111222333\n",
                                       "[Sam: 111*222*333.]{.feit bron=verzuim}\n",
                                       "[Sam: 111\n222 333.]{.feit bron=verzuim}\n"};
  for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
    cr_expect(eq(sz, bv_raised_in(bodies[i], "privacy/bsn"), 1), "%s", bodies[i]);
  bv_document *document =
      bv_checked("---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: 111222333\ndatum: 2026-11-20\n---\n");
  cr_assert(eq(sz, bv_raised(document, "privacy/bsn"), 1));
  const bv_finding *finding = bv_raised_at(document, "privacy/bsn", 0);
  cr_expect(eq(str, (char *)bv_text_of(document, finding), "111222333"));
  cr_expect(eq(ptr, strstr(finding->message, "111222333"), NULL), "the number is not repeated");
  bv_document_free(document);
}

/* In the front matter and right behind it, in the other notation: each once, where it stands. */
Test(check_privacy, a_number_in_a_file_of_a_case_system_is_found_once, .init = bv_enter_folder, .fini = bv_leave_folder) {
  const char *argv[] = {"bronvast", "convert", "--to=xml", "-o", "a.xml", "a.md", NULL};
  bv_spill_text("a.md", "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: 111222333\ndatum: 2026-11-20\n---\n\n123456782\n");
  bv_ran ran = bv_run_program(argv, NULL);
  cr_assert(eq(int, ran.status, 0), "%s", ran.err);
  bv_ran_free(&ran);
  size_t length;
  char *bytes = bv_slurp("a.xml", &length);
  bv_document *document = bv_read_bytes("a.xml", bytes, length, NULL).document;
  cr_assert(document != NULL);
  bv_check_document(document, bv_config_default(), (bv_date){0});
  cr_assert(eq(sz, bv_raised(document, "privacy/bsn"), 2), "%s", bv_all_found(document));
  cr_expect(eq(str, (char *)bv_text_of(document, bv_raised_at(document, "privacy/bsn", 0)), "111222333"));
  cr_expect(eq(str, (char *)bv_text_of(document, bv_raised_at(document, "privacy/bsn", 1)), "123456782"));
  bv_document_free(document);
  free(bytes);
}

Test(check_privacy, offices_may_be_reached_in_the_part_on_rights) {
  cr_expect(
      eq(sz, bv_raised_in("## Rechten {.rechten .toelichting}\n\nBel 030-1234567.\n", "privacy/contactgegevens"), 0));
  cr_expect(eq(sz, bv_raised_in("## Thuis {.toelichting}\n\nBel 030-1234567.\n", "privacy/contactgegevens"), 1));
}

Test(check_privacy, withholding_has_a_reason_at_the_place_itself) {
  static const struct {
    const char *body;
    size_t count;
  } cases[] = {{"[Zo.]{.feit bron=verzuim vertrouwelijk=vader}\n", 1},
               {"[Zo.]{.feit bron=verzuim vertrouwelijk=vader reden=\"Medisch.\"}\n", 0},
               {"[Zo.]{.feit bron=verzuim vertrouwelijk=vader reden=\" \"}\n", 1},
               {"## Deel {.feit bron=verzuim vertrouwelijk=vader}\n\nZo.\n\nZus.\n", 1},
               {"## Deel {.feit bron=verzuim vertrouwelijk=vader reden=\"Medisch.\"}\n\nZo.\n\nZus.\n", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(sz, bv_raised_in(cases[i].body, "privacy/vertrouwelijk-zonder-reden"), cases[i].count), "%s",
              cases[i].body);
}

#define SECRET(text) "[" text "]{.feit bron=g-moeder vertrouwelijk=vader reden=\"Zij wil dat niet.\"}\n\n"

Test(check_privacy, withheld_text_stands_nowhere_else) {
  static const struct {
    const char *body;
    size_t count;
  } cases[] = {
      /* five words that say something */
      {SECRET(
           "Moeder werkt in de avond bij bakkerij Zonneveld.") "[In de avond bij bakkerij Zonneveld is het druk.]{.feit bron=g-moeder}\n",
       1},
      /* withheld there too */
      {SECRET("Moeder haalt nachtdiensten bij een wasserij.")
           SECRET("Moeder haalt nachtdiensten bij een wasserij en is moe."),
       0},
      /* for somebody else it is not */
      {SECRET(
           "Moeder haalt nachtdiensten bij een wasserij.") "[Moeder haalt nachtdiensten bij een wasserij.]{.feit bron=g-moeder "
                                                           "vertrouwelijk=oma reden=\"Zo.\"}\n",
       1},
      /* ordinary words */
      {SECRET(
           "Moeder vertelt dat zij daar niet meer wil wonen.") "[Moeder vertelt dat zij daar niet meer gaat slapen.]{.feit bron=g-moeder}\n",
       0},
      /* four words are too few */
      {SECRET(
           "Zij kocht een groene tweedehands fiets.") "[Sam kocht een groene tweedehands bank.]{.feit bron=g-moeder}\n",
       0},
      /* a name */
      {SECRET("Zij slaapt bij Katinka op zolder.") "[Sam mag op zaterdag met Katinka mee.]{.feit bron=g-moeder}\n", 1},
      {SECRET("Zij slaapt bij Zef op zolder.") "[Sam mag op zaterdag met Zef mee.]{.feit bron=g-moeder}\n", 1},
      {SECRET("Zij slaapt bij Ze op zolder.") "[Sam mag op zaterdag met Ze mee.]{.feit bron=g-moeder}\n",
       0}, /* two letters are no name */
      {SECRET("Zij belt vaak met mevrouw Jansen-Smit.") "[Sam gaat naar mevrouw Jansen-Smit.]{.feit bron=g-moeder}\n",
       0},
      {SECRET("Zij appt veel op WhatsApp.") "[Sam appt op WhatsApp.]{.feit bron=g-moeder}\n", 0},
      {SECRET(
           "Zij werkt in Ommeren.") "[Ommeren ligt ver.]{.feit bron=g-moeder}\n\n[In Ommeren is school.]{.feit bron=g-moeder}\n\n"
                                    "[Sam woont in Ommeren.]{.feit bron=g-moeder}\n",
       0}, /* everybody knows Ommeren */
      /* a date of birth, an address */
      {SECRET("Het kindje is geboren op 3 mei 2026.") "[Op 03-05-2026 was het feest.]{.feit bron=g-moeder}\n", 1},
      {SECRET("Zij ging op 3 mei 2026 weg.") "[Op 3 mei 2026 was het feest.]{.feit bron=g-moeder}\n", 0},
      {SECRET("Zij woont aan de Kerkweg 3a nu.") "[De bus stopt bij Kerkweg 3a.]{.feit bron=g-moeder}\n", 1},
      /* in a heading, a reaction, the reason itself, a plain text */
      {SECRET("Moeder haalt nachtdiensten bij een wasserij.") "## Moeder haalt nachtdiensten bij een wasserij\n", 1},
      {SECRET(
           "Moeder haalt nachtdiensten bij een wasserij.") "[Zo.]{#a .feit bron=g-moeder}\n\n::: {.reactie van=moeder op=#a "
                                                           "besluit=verwerkt}\nDe nachtdiensten bij een wasserij zijn zwaar; ja, nachtdiensten bij een wasserij.\n:::\n",
       0},
      {SECRET(
           "Moeder haalt nachtdiensten bij een wasserij.") "[Zo.]{#a .feit bron=g-moeder}\n\n::: {.reactie van=moeder op=#a "
                                                           "besluit=verwerkt}\nMoeder haalt nachtdiensten bij een wasserij.\n:::\n",
       1},
      {"[Moeder haalt nachtdiensten bij een wasserij.]{.feit bron=g-moeder vertrouwelijk=vader "
       "reden=\"Dat moeder haalt nachtdiensten bij een wasserij weet hij niet.\"}\n",
       1},
      {"[Moeder haalt nachtdiensten bij een wasserij.]{#a .feit bron=g-moeder vertrouwelijk=vader reden=\"Zo.\"}\n\n"
       "::: {.voor-ouders bij=#a}\nMoeder haalt nachtdiensten bij een wasserij.\n:::\n",
       0},
      {"[Moeder haalt nachtdiensten bij een wasserij.]{.feit bron=g-moeder vertrouwelijk=vader reden=\"Zo.\" "
       "ouders=\"Moeder haalt nachtdiensten bij een wasserij.\"}\n",
       0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_document *document = bv_checked_body(cases[i].body);
    cr_expect(eq(sz, bv_raised(document, "privacy/lek"), cases[i].count), "%s\n%s", cases[i].body,
              bv_all_found(document));
    bv_document_free(document);
  }
}

/* By whatever name, but not the diagnosis that stands all over the draft, nor another one. */
Test(check_privacy, a_diagnosis_that_is_withheld_is_missed_nowhere) {
  static const char secret[] = "## Zorg\n\n" SECRET("Moeder heeft borderline.");
  static const struct {
    const char *elsewhere;
    size_t count;
  } cases[] = {{"[Moeder krijgt hulp voor haar borderline-persoonlijkheidsstoornis.]{.feit bron=g-moeder}\n", 1},
               {"[Moeder krijgt hulp voor haar dyslexie.]{.feit bron=g-moeder}\n", 0},
               {"[Er kwam een brief over borderline.]{.feit bron=g-moeder}\n\n[Ook oma heeft borderline.]{.feit bron=g-moeder}\n\n"
                "[Tante heeft borderline.]{.feit bron=g-moeder}\n\n[Opa heeft borderline.]{.feit bron=g-moeder}\n", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    bv_document *document = bv_checked_body(bv_sprintf(arena, "%s%s", secret, cases[i].elsewhere));
    cr_expect(eq(sz, bv_raised(document, "privacy/lek"), cases[i].count), "%s\n%s", cases[i].elsewhere, bv_all_found(document));
    if (cases[i].count)
      cr_expect(eq(int, bv_raised_at(document, "privacy/lek", 0)->severity, BV_WAARSCHUWING));
    bv_document_free(document);
    bv_arena_free(arena);
  }
}

Test(check_privacy, a_leak_is_shown_where_it_is) {
  bv_document *document = bv_checked_body("## Werk\n\n" SECRET(
      "Moeder haalt nachtdiensten bij een grote wasserij.") "[Sam zag dat moeder haalt *nachtdiensten* bij een grote wasserij in de stad.]{.feit bron=g-moeder}\n");
  const bv_finding *finding = bv_raised_at(document, "privacy/lek", 0);
  cr_expect(eq(str, (char *)bv_text_of(document, finding), "moeder haalt *nachtdiensten* bij een grote wasserij"));
  cr_expect(eq(str, (char *)finding->claim, "1.2"));
  cr_expect(ne(ptr, strstr(finding->message, "bewering 1.1"), NULL), "%s", finding->message);
  cr_expect(ne(ptr, strstr(finding->message, "de heer Bakker"), NULL), "%s", finding->message);
  bv_document_free(document);
}

Test(check_privacy, other_children_are_not_named_with_particulars) {
  static const struct {
    const char *text;
    size_t count;
  } cases[] = {{"Zijn zusje Noor (6) was erbij.", 1},
               {"Zijn zesjarige zusje Noor was erbij.", 1},
               {"Zijn 6-jarige zusje Noor was erbij.", 1},
               {"Zijn zusje, Noor van zes jaar, was erbij.", 1},
               {"Zijn zusje Noor was erbij.", 0},
               {"Zijn zusje was erbij.", 0},
               {"Zijn zusje Noor zit in groep 4.", 1},
               {"Zijn klasgenoot Tim de Boer was erbij.", 1},
               {"Haar vriend Mark de Vries was erbij.", 0}, /* a grown man, as far as the text says */
               {"Haar zoon Mark (34) was erbij.", 0},
               {"Haar zoon Mark (14) was erbij.", 1},
               {"Zijn broer Sam (13) was erbij.", 0}, /* the child itself */
               {"Zijn zusje Noor woont daar al zes jaar niet meer.", 0},
               {"Zijn broer Karel (35) en diens zoontje van 17 jaar waren er.", 0},
               {"Zijn broer Karel is 35 jaar en Sam is 13 jaar.", 0},
               {"Zijn 35-jarige broer Karel was erbij.", 0},
               {"Zijn vijfendertigjarige zus Eva was erbij.", 0},
               {"Zijn zestienjarige zus Eva was erbij.", 1},
               {"Zijn nichtje Eva de Vries (35) was erbij.", 0}, /* the word says a child, the age does not */
               {"Zijn zus Eva en Sam van 13 jaar waren er.", 0},
               {"Zijn zus Eva Mulder, 15 jaar, was erbij.", 1},
               {"Zijn zus Eva (15, op school) was erbij.", 1},
               {"Zijn zus Eva (15 jaar) was erbij.", 1},
               {"Zijn zus Eva (15 weken weg) was erbij.", 0},
               {"Zijn broer Karel (35, kok) was erbij.", 0},
               {"Haar vriend Peter is al 7 jaar haar vaste steun.", 0},
               {"Moeder kent haar vriend Peter 7 jaar.", 0},
               {"De vriendin Anouk van moeder woont al 12 jaar in de stad.", 0},
               {"Zijn neef Joris, die net twaalf jaar is, was erbij.", 1},
               {"Zijn vriend Tim is 12 jaar oud.", 1},
               {"Zijn zusje Noor was erbij toen Sam werd geboren.", 0},
               {"Zijn broer Karel heeft een dochter Mia (4).", 1}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char body[256];
    snprintf(body, sizeof body, "[%s]{.feit bron=verzuim}\n", cases[i].text);
    cr_expect(eq(sz, bv_raised_in(body, "privacy/derde"), cases[i].count), "%s", cases[i].text);
  }
}

/* A birthday of somebody else's child on the front page, wherever the child stands in the list. */
Test(check_privacy, another_child_is_found_on_the_front_page) {
  static const char sam[] = "  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02}\n",
                    cousin[] = "  - {id: neef, rol: netwerk, naam: Tim Smit, geboren: 2015-03-04}\n",
                    aunt[] = "  - {id: tante, rol: netwerk, naam: Eva Smit, geboren: 1985-03-04}\n";
  static const struct { const char *first, *second; size_t count; } cases[] = {
      {cousin, sam, 1}, {sam, cousin, 1}, {aunt, sam, 0}, {sam, "", 0}, {aunt, cousin, 1}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    bv_document *document = bv_checked(bv_sprintf(
        arena, "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\npersonen:\n%s%s---\n\n## Thuis\n\nTekst.\n",
        cases[i].first, cases[i].second));
    cr_expect(eq(sz, bv_raised(document, "privacy/derde"), cases[i].count), "%s%s", cases[i].first, cases[i].second);
    bv_document_free(document);
    bv_arena_free(arena);
  }
}

Test(check_privacy, very_much_withheld_text_takes_time_in_proportion, .timeout = 20) {
  bv_arena *arena = bv_arena_new();
  bv_buf body = bv_buf_new(arena);
  for (int i = 0; i < 5000; i++)
    bv_buf_printf(&body, SECRET("Moeder haalt in week %d nachtdiensten bij wasserij Noordervliet."), i);
  cr_expect(eq(sz, bv_raised_in(bv_buf_string(&body), "privacy/lek"), 0));
  bv_buf_puts(&body, "[Zij werkt bij wasserij Noordervliet.]{.feit bron=g-moeder}\n");
  cr_expect(eq(sz, bv_raised_in(bv_buf_string(&body), "privacy/lek"), 1));
  bv_arena_free(arena);
}
