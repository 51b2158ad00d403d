/* bronvast react as its users meet it: the form of a parent goes into the draft, and the check asks what is done
 * with it. The form filled in by a person stands in tests/web/form.test.js. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/forms.h"
#include "../support/run.h"

#define SAMPLE SOURCE_DIR "/samples/raadsrapport.md"

static char *enter_folder(void) {
  char *folder = bv_temporary_folder();
  size_t length;
  cr_assert(chdir(folder) == 0);
  char *draft = bv_slurp(SAMPLE, &length);
  bv_spill("concept.md", draft, length);
  free(draft);
  return folder;
}

static void leave_folder(char *folder) {
  cr_assert(chdir("/") == 0);
  bv_remove_folder(folder);
  free(folder);
}

static bv_ran run_with(const char *a, const char *b, const char *c, const char *d, const char *e) {
  const char *argv[] = {"bronvast", a, b, c, d, e, NULL};
  return bv_run_program(argv, NULL);
}

static void expect_run(int status, const char *said, bv_ran ran) {
  cr_expect(eq(int, ran.status, status), "%s%s", ran.out, ran.err);
  cr_expect(said == NULL || strstr(ran.out, said) || strstr(ran.err, said), "\"%s\" in: %s%s", said, ran.out, ran.err);
  bv_ran_free(&ran);
}

static size_t times(const char *text, const char *word) {
  size_t count = 0;
  for (const char *at = strstr(text, word); at; at = strstr(at + 1, word))
    count++;
  return count;
}

static void expect_undecided(const char *draft, size_t count) {
  bv_ran ran = run_with("check", draft, NULL, NULL, NULL);
  cr_expect(eq(sz, times(ran.out, "[wederhoor/onverwerkt;"), count), "%s", ran.out);
  bv_ran_free(&ran);
}

static const char two[] = "{\"point\": \"1.3\", \"answer\": \"niet-eens\", \"text\": \"Het was *zes* maanden.\"}, "
                          "{\"point\": \"1.4\", \"answer\": \"eens\", \"text\": \"\"}";

Test(react_command, the_check_asks_for_a_decision_on_each) {
  char *folder = enter_folder();
  bv_spill_form("moeder.json", "concept.md", "moeder", two);
  bv_spill_form("vader.json", "concept.md", "vader", two);
  expect_undecided("concept.md", 0);
  expect_run(0, "3 reacties", run_with("react", "--from=moeder.json", "-o", "een.md", "concept.md"));
  expect_undecided("een.md", 3);
  expect_run(1, "--sent", run_with("react", "--from=vader.json", "een.md", NULL, NULL));
  expect_run(0, NULL, run_with("react", "--from=vader.json", "--sent=concept.md", "-oeen.md", "een.md"));
  expect_undecided("een.md", 6);
  expect_run(1, "staat al een reactie", run_with("react", "--from=vader.json", "--sent=concept.md", "een.md", NULL));
  leave_folder(folder);
}

Test(react_command, xml_drafts_take_reactions_too) {
  char *folder = enter_folder();
  expect_run(0, NULL, run_with("convert", "--to=xml", "-oconcept.xml", "concept.md", NULL));
  bv_spill_form("moeder.json", "concept.xml", "moeder", two);
  expect_run(0, NULL, run_with("react", "--from=moeder.json", "-o", "een.xml", "concept.xml"));
  expect_undecided("een.xml", 3);
  expect_run(0, NULL, run_with("convert", "--to=md", "-o", "een.md", "een.xml"));
  expect_undecided("een.md", 3);
  leave_folder(folder);
}

Test(react_command, nothing_is_written_when_the_form_is_refused) {
  char *folder = enter_folder();
  bv_spill_form("f.json", "concept.md", "moeder", "{\"point\": \"99.1\", \"answer\": \"eens\"}");
  expect_run(1, "punt 99.1 bestaat niet", run_with("react", "--from=f.json", "-o", "uit.md", "concept.md"));
  cr_expect(access("uit.md", F_OK) != 0);
  bv_spill("f.json", "{", 1);
  expect_run(3, "f.json: dit is geen ingevuld reactieformulier", run_with("react", "--from=f.json", "concept.md", NULL, NULL));
  expect_run(3, "concept.md: dit is geen ingevuld reactieformulier", run_with("react", "--from=concept.md", "concept.md", NULL, NULL));
  expect_run(3, "niet te lezen", run_with("react", "--from=weg.json", "concept.md", NULL, NULL));
  expect_run(3, NULL, run_with("react", "--from=f.json", "weg.md", NULL, NULL));
  expect_run(2, "--from", run_with("react", "concept.md", NULL, NULL, NULL));
  expect_run(2, NULL, run_with("react", "--from=f.json", NULL, NULL, NULL));
  expect_run(2, "standaardinvoer", run_with("react", "--from=-", "-", NULL, NULL));
  leave_folder(folder);
}

Test(react_command, a_draft_that_cannot_be_kept_is_refused) {
  char *folder = enter_folder();
  FILE *draft = fopen("concept.md", "ab");
  fputs("\n\nBytes \xff hier.\n", draft);
  fclose(draft);
  bv_spill_form("f.json", "concept.md", "moeder", two);
  expect_run(1, "niet te lezen", run_with("react", "--from=f.json", "concept.md", NULL, NULL));
  leave_folder(folder);
}

Test(react_command, a_byte_order_mark_stays) {
  char *folder = enter_folder();
  size_t length;
  char *draft = bv_slurp("concept.md", &length), *marked = malloc(length + 3);
  memcpy(marked, "\xEF\xBB\xBF", 3);
  memcpy(marked + 3, draft, length);
  bv_spill("concept.md", marked, length + 3);
  bv_spill_form("f.json", "concept.md", "moeder", two);
  bv_ran ran = run_with("react", "--from=f.json", "concept.md", NULL, NULL);
  cr_expect(eq(int, ran.status, 0), "%s", ran.err);
  cr_expect(memcmp(ran.out, "\xEF\xBB\xBF---", 6) == 0);
  bv_ran_free(&ran);
  free(draft);
  free(marked);
  leave_folder(folder);
}
