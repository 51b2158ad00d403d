/* bronvast convert as its users meet it, and what drafts in XML cannot make the program open. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "../support/generate.h"
#include "../support/run.h"

#define CONCEPT "<concept xmlns=\"urn:bronvast:concept:1\">"
#define EMPTY "<voorblad/><inhoud/></concept>"

static bv_ran convert(const char *to, const char *draft) {
  const char *argv[] = {"bronvast", "convert", "--to", to, "-", NULL};
  return bv_run_program(argv, draft);
}

Test(convert_command, gives_the_other_notation) {
  char *draft = bv_generate_draft(7);
  bv_ran xml = convert("xml", draft);
  cr_assert(eq(int, xml.status, 0), "%s", xml.err);
  bv_ran markdown = convert("md", xml.out);
  cr_assert(eq(int, markdown.status, 0), "%s", markdown.err);
  bv_ran again = convert("xml", markdown.out);
  cr_expect(eq(str, again.out, xml.out));
  bv_ran_free(&again);
  bv_ran_free(&markdown);
  bv_ran_free(&xml);
  free(draft);
}

Test(convert_command, writes_nothing_that_says_less) {
  char *folder = bv_temporary_folder(), path[256];
  snprintf(path, sizeof path, "%s/uit", folder);
  static const struct {
    const char *to, *draft, *word;
    int status;
  } cases[] = {
      {"xml", "---\nbronvast: 1\n---\n\nEen <b>vet</b> woord.\n", "markup/html", 1},
      {"xml", "---\nbronvast: 1\n---\n\n::: {.feit}\n\nNiet gesloten.\n", "markup/niet-gesloten", 1},
      {"xml", "---\nbronvast: 1\nsoort: [\n---\n\nTekst.\n", "markup/voorblad", 1},
      {"xml", "---\nbronvast: 1\n---\n\nEen \xE2\x80\xAE woord.\n", "markup/tekens", 1},
      {"xml", "geen concept", "voorblad", 3},
      {"md", CONCEPT "<voorblad/><inhoud><alinea><code>a&#10;b</code>`&#x2028;</alinea></inhoud>"
             "</concept>", "markup/tekens", 1},
      {"md", CONCEPT "<voorblad/><inhoud><blok klassen=\"a&quot;'b c\"/></inhoud></concept>",
       "onbekend-attribuut", 1},
      {"md", CONCEPT "<voorblad/><inhoud><letterlijk>&#xFFFD;</letterlijk></inhoud></concept>", "Markdown niet", 3}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *argv[] = {"bronvast", "convert", "--to", cases[i].to, "-o", path, "-", NULL};
    bv_ran ran = bv_run_program(argv, cases[i].draft);
    cr_expect(eq(int, ran.status, cases[i].status), "case %zu: %s", i, ran.err);
    cr_expect(strstr(ran.err, cases[i].word) != NULL, "case %zu: %s", i, ran.err);
    cr_expect(eq(str, ran.out, ""));
    cr_expect(bv_slurp(path, NULL) == NULL, "case %zu: something was written", i);
    bv_ran_free(&ran);
  }
  bv_remove_folder(folder);
  free(folder);
}

Test(convert_command, says_that_remarks_stay_behind) {
  static const struct {
    const char *to, *draft;
    bool remarks;
  } cases[] = {{"xml", "---\nbronvast: 1 # de versie\n---\n\nTekst.\n", true},
               {"xml", "---\n# alles\nbronvast: 1\n---\n\nTekst.\n", true},
               {"xml", "---\nbronvast: 1\nkenmerk: \"a # b\"\ntitel: a#b\n---\n\n# Kop\n", false},
               {"md", CONCEPT "<!-- stil --><voorblad/><inhoud/></concept>", true},
               {"md", CONCEPT "<voorblad/><inhoud><alinea># &lt;!-- a --&gt;</alinea></inhoud></concept>", false}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_ran ran = convert(cases[i].to, cases[i].draft);
    cr_expect(eq(int, ran.status, 0), "case %zu: %s", i, ran.err);
    cr_expect(eq(int, strstr(ran.err, "opmerkingen") != NULL, cases[i].remarks), "case %zu: %s", i, ran.err);
    bv_ran_free(&ran);
  }
}

Test(convert_command, is_used_wrongly) {
  static const char *const cases[][4] = {{NULL}, {"x.md", NULL}, {"--to=pdf", "x.md", NULL}, {"--to=md", NULL},
                                         {"--to=md", "a", "b", NULL}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *argv[] = {"bronvast", "convert", cases[i][0], cases[i][0] ? cases[i][1] : NULL,
                          cases[i][0] && cases[i][1] ? cases[i][2] : NULL, NULL};
    bv_ran ran = bv_run_program(argv, NULL);
    cr_expect(eq(int, ran.status, 2), "case %zu: %s", i, ran.err);
    cr_expect(strstr(ran.err, "Probeer: bronvast convert --help") != NULL, "%s", ran.err);
    bv_ran_free(&ran);
  }
}

/* Watches a file while drafts point to it in every way there is. */
Test(convert_command, nothing_outside_is_opened) {
  char *folder = bv_temporary_folder(), secret[256], draft[256];
  snprintf(secret, sizeof secret, "%s/geheim.dtd", folder);
  snprintf(draft, sizeof draft, "%s/x.xml", folder);
  bv_spill(secret, "<!ENTITY x \"geheim\">", 20);
  int watch = inotify_init1(IN_NONBLOCK);
  cr_assert(inotify_add_watch(watch, secret, IN_OPEN) >= 0);
  static const char *const forms[][2] = {
      {"<!DOCTYPE concept SYSTEM \"", "\">" CONCEPT EMPTY},
      {"<!DOCTYPE c [<!ENTITY % x SYSTEM \"", "\"> %x;]>" CONCEPT EMPTY},
      {"<!DOCTYPE c [<!ENTITY x SYSTEM \"",
       "\">]>" CONCEPT "<voorblad/><inhoud><alinea>&x;</alinea></inhoud></concept>"},
      {"<?xml-stylesheet href=\"", "\"?>" CONCEPT EMPTY},
      {"<?xml-model href=\"", "\"?>" CONCEPT EMPTY},
      {"<concept xmlns=\"urn:bronvast:concept:1\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
       " i:schemaLocation=\"urn:bronvast:concept:1 ",
       "\">" EMPTY},
      {CONCEPT "<voorblad/><inhoud><include xmlns=\"http://www.w3.org/2001/XInclude\" href=\"",
       "\"/></inhoud></concept>"}};
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    char bytes[1024];
    int length = snprintf(bytes, sizeof bytes, "%s%s%s", forms[i][0], secret, forms[i][1]);
    bv_spill(draft, bytes, (size_t)length);
    const char *argv[] = {"bronvast", "check", draft, NULL};
    bv_ran ran = bv_run_program(argv, NULL);
    cr_expect(ran.status == 3 || i == 3 || i == 4, "form %zu: status %d", i, ran.status);
    cr_expect(strstr(ran.out, "geheim") == NULL);
    bv_ran_free(&ran);
  }
  char event[512];
  ssize_t events = read(watch, event, sizeof event);
  cr_expect(events < 0, "the file was opened");
  int file = open(secret, O_RDONLY | O_CLOEXEC);
  events = read(watch, event, sizeof event);
  cr_expect(events > 0, "opening it is noticed");
  close(file);
  close(watch);
  bv_remove_folder(folder);
  free(folder);
}
