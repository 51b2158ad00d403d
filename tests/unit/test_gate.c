/* What keeps a version from being made, and a draft from being written over. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/run.h"

static const char front[] =
    "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-01\nopsteller: {naam: A. Bos, functie: raadsonderzoeker,"
    " organisatie: Raad}\npersonen:\n  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2017-05-02}\n"
    "  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw Jansen}\n  - {id: vader, rol: ouder, gezag: ja, naam: de heer Bos}\n"
    "bronnen:\n  - {id: g-moeder, soort: gesprek, persoon: moeder, datum: 2026-10-01, geaccordeerd: ja}\n---\n\n"
    "## Zorg {.onderzoek over=moeder}\n\n";

/* The status of the version for the father, with the draft in concept.md and the version in vader.html. */
static int render(const char *body, bool as_is) {
  char draft[4096];
  snprintf(draft, sizeof draft, "%s%s\n", front, body);
  bv_spill_text("concept.md", draft);
  unlink("vader.html");
  bv_ran ran = bv_run_program((const char *const[]){"bronvast", "render", "--for=ouders", "--reader=vader", "-o", "vader.html",
                                                    "concept.md", as_is ? "--as-is" : NULL, NULL},
                              NULL);
  int status = ran.status;
  cr_expect(status == 0 || strstr(ran.err, "concept.md: deze versie is niet gemaakt") != NULL, "%s", ran.err);
  cr_expect(eq(int, access("vader.html", F_OK) == 0, status == 0), "%s", body);
  bv_ran_free(&ran);
  return status;
}

/* Slips that leave a passage open that somebody meant to withhold. */
Test(gate, no_version_shows_what_was_to_be_withheld, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char *const slips[] = {
      "[Zij volgt therapie.]{.mening bron=g-moeder vertrouwlijk=vader reden=\"privacy: x.\"}",
      "[Zij volgt therapie.]{.mening bron=g-moeder .vertrouwelijk reden=\"privacy: x.\"}",
      "[Zij volgt therapie.{.mening bron=g-moeder vertrouwelijk=vader reden=\"privacy: x.\"}",
      "[Zij volgt therapie.] {.mening bron=g-moeder vertrouwelijk=vader reden=\"privacy: x.\"}",
      "[Zij woont in een opvanghuis in Meppel.]{.feit bron=g-moeder vertrouwelijk=vader reden=\"gevaar: x.\"}\n\n"
      "[Zij deed boodschappen in Meppel.]{.feit bron=g-moeder}"};
  for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
    cr_expect(eq(int, render(slips[i], false), 1), "%s", slips[i]);
    cr_expect(eq(int, render(slips[i], true), 0), "%s", slips[i]);
  }
}

/* Parents may read a draft that is not ready: other faults give nothing away. */
Test(gate, other_faults_do_not_keep_it_from_parents, .init = bv_enter_folder, .fini = bv_leave_folder) {
  cr_expect(eq(int, render("[Zij volgt therapie.]{.mening bron=g-moeder vertrouwelijk=vader reden=\"privacy: x.\"}", false), 0));
  cr_expect(eq(int, render("[Zij volgt therapie.]{.mening bronn=g-moeder}", false), 0));
  cr_expect(eq(int, render("[Zij volgt therapie.{.mening bron=g-moeder}", false), 0));
}

Test(gate, no_result_takes_the_place_of_what_was_read, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char *const commands[][8] = {{"bronvast", "check", "--format=json", "-o", "a.md", "a.md"},
                                            {"bronvast", "render", "--for=ouders", "-o", "a.md", "./a.md"},
                                            {"bronvast", "convert", "--to=xml", "-o", "a.md", "a.md"},
                                            {"bronvast", "compare", "-o", "b.md", "a.md", "b.md"},
                                            {"bronvast", "monitor", "-o", "a.md", "b.md", "a.md"},
                                            {"bronvast", "react", "--from", "b.md", "-o", "b.md", "a.md"}};
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
    bv_spill_text("a.md", front);
    bv_spill_text("b.md", front);
    bv_ran ran = bv_run_program(commands[i], NULL);
    cr_expect(eq(int, ran.status, 2), "%s: %s", commands[i][1], ran.err);
    cr_expect(strstr(ran.err, "schrijf de uitkomst naar een ander bestand") != NULL, "%s", ran.err);
    bv_ran_free(&ran);
    for (const char *name = "a"; name; name = strcmp(name, "a") == 0 ? "b" : NULL) {
      char path[8];
      snprintf(path, sizeof path, "%s.md", name);
      char *bytes = bv_slurp(path, NULL);
      cr_expect(eq(str, bytes, (char *)front), "%s wrote over %s", commands[i][1], path);
      free(bytes);
    }
  }
}
