/* Kinds of document of a house: what each requirement says of a draft that just meets it, and of one that just does not. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buf.h"
#include "check/check.h"
#include "read/read.h"

typedef struct asked {
  const char *requirements, *front, *body;
  const char *said; /* all that is said about the structure, "; " between the messages */
} asked;

/* What is said of the structure of a draft of a kind with these parts and requirements and no others. */
static const char *said_of(bv_arena *arena, const asked *a) {
  const char *kind = bv_sprintf(arena, "<soort xmlns='urn:bronvast:soort:1' naam='huis' titel='Huisstuk'>%s</soort>", a->requirements);
  const char *draft = bv_sprintf(arena, "---\nbronvast: 1\nsoort: huis\nkenmerk: K\ndatum: 2026-11-20\n%s---\n\n%s", a->front, a->body);
  bv_config *config = bv_config_new(arena);
  const char *wrong = bv_kind_set_load_bytes(config->kinds, "huis.xml", kind, strlen(kind));
  cr_assert(wrong == NULL, "%s", wrong);
  bv_read_result read = bv_read_bytes("t.md", draft, strlen(draft), config->kinds);
  cr_assert(read.document != NULL, "%s", read.error);
  bv_check_document(read.document, config, (bv_date){0});
  bv_buf said = bv_buf_new(arena);
  for (size_t i = 0; i < read.document->findings->count; i++) {
    const bv_finding *finding = &read.document->findings->items[i];
    if (strncmp(bv_rule_info_of(finding->rule)->name, "opbouw/", strlen("opbouw/")) == 0)
      bv_buf_printf(&said, "%s%s", said.length ? "; " : "", finding->message);
  }
  bv_document_free(read.document);
  return bv_buf_string(&said);
}

static void expect_all(const asked *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    bv_arena *arena = bv_arena_new();
    cr_expect(eq(str, (char *)said_of(arena, &cases[i]), (char *)cases[i].said), "%s\n%s%s", cases[i].requirements, cases[i].front,
              cases[i].body);
    bv_arena_free(arena);
  }
}

#define EXPECT_ALL(cases) expect_all(cases, sizeof cases / sizeof *cases)
#define PART(inside) "<onderdeel klasse='plan' titel='Het plan' beweringen='nee'>" inside "</onderdeel>"
#define GOAL "::: {.doel wie=moeder gereed=2027-02-01}\n\nZij oefent.\n\n:::\n\n"
#define OTHER "<onderdeel klasse='rest' titel='De rest' verplicht='nee' beweringen='nee'/>"

Test(house_kinds, goals_stand_in_their_part) {
  static const asked cases[] = {
      {PART("<doelen minstens='1'/>"), "", "## Het plan\n\n" GOAL, ""},
      {PART("<doelen minstens='1'/>"), "", "## Het plan\n\nTekst.\n", "bij \"Het plan\" staat geen doel"},
      {PART("<doelen minstens='2'/>"), "", "## Het plan\n\n" GOAL GOAL, ""},
      {PART("<doelen minstens='2'/>"), "", "## Het plan\n\n" GOAL,
       "het aantal doelen bij \"Het plan\" is 1; er horen er minstens 2 te zijn"},
      {PART("<doelen/>"), "", "## Het plan\n\nTekst.\n", ""},
      {PART("<doelen minstens='1' in='plan'/>") OTHER, "", "## Het plan\n\nTekst.\n\n## De rest\n\n" GOAL, "bij \"Het plan\" staat geen doel"},
      {PART("<doelen minstens='1' in='plan'/>") OTHER, "", "## Anders {.plan}\n\n" GOAL, ""},
      {PART("<doelen minstens='1' in='plan'/>") OTHER, "", "## Het plan\n\n### Nog dieper\n\n" GOAL, ""},
      {PART("<doelen minstens='1' in='*'/>") OTHER, "", "## Het plan\n\nTekst.\n\n## De rest\n\n" GOAL, ""},
      {PART("<doelen minstens='1' in='rest plan'/>") OTHER, "", "## Het plan\n\nTekst.\n\n## De rest\n\n" GOAL, ""},
      {PART("") "<doelen minstens='1'/>", "", "## Het plan\n\nTekst.\n", "bij \"Huisstuk\" staat geen doel"},
      {PART(""), "", "## Het plan\n\n::: {.doel wie=\"\" gereed=morgen}\n:::\n",
       "het onderdeel \"Het plan\" is leeg; bij het doel \"\" staat niet wie eraan werkt, wat er bereikt moet zijn en wanneer het bereikt is"},
      {PART(""), "", "## Het plan\n\n::: {#d .doel gereed=2027}\n\nEen woord of acht die samen meer dan veertig bytes zijn.\n\n:::\n",
       "bij het doel \"Een woord of acht die samen meer dan …\" staat niet wie eraan werkt"},
      {PART(""), "", "## Het plan\n\n::: {#d .doel gereed=2027}\n\nDit is een zin van precies veertig byte.\n\n:::\n",
       "bij het doel \"Dit is een zin van precies veertig byte.\" staat niet wie eraan werkt"},
      {PART(""), "", "## Het plan\n\n::: {#d .doel gereed=2027}\n\nDit is een zin van eenenveertig van byte.\n\n:::\n",
       "bij het doel \"Dit is een zin van eenenveertig van …\" staat niet wie eraan werkt"},
      {PART(""), "", "## Het plan\n\nTekst.\n\n::: {#d .doel wie=moeder gereed=2027}\n:::\n",
       "bij het doel \"d\" staat niet wat er bereikt moet zijn"},
      {PART(""), "", "## Het plan\n\nTekst.\n\n### Oefenen {.doel wie=moeder gereed=2027-02-30}\n\nZij oefent.\n",
       "bij het doel \"Oefenen\" staat niet wanneer het bereikt is"}};
  EXPECT_ALL(cases);
}

Test(house_kinds, options_are_counted_and_say_why) {
#define OPTION(outcome, text) "### Naar oma {.optie " outcome "}\n\n" text "\n\n"
  static const asked cases[] = {
      {PART("<opties/>"), "", "## Het plan\n\n" OPTION("uitkomst=gekozen", "Zij kan het."), ""},
      {PART("<opties/>"), "", "## Het plan\n\n" OPTION("uitkomst=afgewezen", "Zij kan het niet."), ""},
      {PART("<opties/>"), "", "## Het plan\n\nTekst.\n\n" OPTION("uitkomst=afgewezen", ""),
       "bij de optie \"Naar oma\" staat niet waarom zij is afgewezen"},
      {PART("<opties/>"), "", "## Het plan\n\n" OPTION("uitkomst=misschien", "Ja."),
       "bij de optie \"Naar oma\" staat niet of zij is gekozen of afgewezen"},
      {PART("<opties/>"), "", "## Het plan\n\n" OPTION("", "Ja."), "bij de optie \"Naar oma\" staat niet of zij is gekozen of afgewezen"},
      {PART("<opties minstens='2'/>"), "", "## Het plan\n\n" OPTION("uitkomst=gekozen", "Ja."),
       "het aantal opties dat is afgewogen is 1; er horen er minstens 2 te zijn"},
      {PART("<opties minstens='2'/>"), "", "## Het plan\n\n" OPTION("uitkomst=gekozen", "Ja.") OPTION("uitkomst=afgewezen", "Nee."), ""}};
#undef OPTION
  EXPECT_ALL(cases);
}

Test(house_kinds, judgements_go_by_their_number) {
#define ASKS PART("<kernoordeel nr='3' titel='Kan het?'/>")
  static const asked cases[] = {
      {ASKS, "", "## Het plan\n\n### Kan het? {.kernoordeel nr=3}\n\nJa.\n", ""},
      {ASKS, "", "## Het plan\n\n### Kan het? {.kernoordeel nr=003}\n\nJa.\n", ""},
      {ASKS, "", "## Het plan\n\n### Kan het? {.kernoordeel nr=0003}\n\nJa.\n", "kernoordeel 3 ontbreekt: Kan het?"},
      {ASKS, "", "## Het plan\n\n### Kan het? {.kernoordeel nr=3a}\n\nJa.\n", "kernoordeel 3 ontbreekt: Kan het?"},
      {ASKS, "", "## Het plan\n\n### Kan het? {.kernoordeel}\n\nJa.\n", "kernoordeel 3 ontbreekt: Kan het?"},
      {ASKS, "", "## Het plan\n\nTekst.\n\n### Kan het? {.kernoordeel nr=3}\n", "kernoordeel 3 is leeg: Kan het?"},
      {ASKS, "", "## Het plan\n\nTekst.\n\n### Kan het? {.kernoordeel nr=3}\n\n### Kan het? {.kernoordeel nr=3}\n\nJa.\n", ""},
      {ASKS, "", "## Het plan\n\nTekst.\n\n### Kan het? {.kernoordeel nr=3}\n\n::: {.reactie van=x op=#y}\n\nNee.\n\n:::\n",
       "kernoordeel 3 is leeg: Kan het?"}};
#undef ASKS
  EXPECT_ALL(cases);
}

Test(house_kinds, conversations_are_asked_by_role_and_age) {
#define PERSONS(more) "personen:\n  - {id: a, rol: jeugdige, naam: Anna, geboren: 2014-11-20" more "}\n  - {id: b, rol: ouder, naam: Bo}\n"
#define TALK(who) "bronnen:\n  - {id: g, soort: gesprek, persoon: " who ", datum: 2026-10-01}\n"
#define BODY "## Het plan\n\nTekst.\n"
  static const asked cases[] = {
      {PART("<gesprek rol='jeugdige'/>"), PERSONS(""), BODY, "met Anna (12 jaar) is geen eigen gesprek geweest, en er staat niet waarom"},
      {PART("<gesprek rol='jeugdige'/>"), PERSONS("") TALK("a"), BODY, ""},
      {PART("<gesprek rol='jeugdige'/>"), PERSONS("") TALK("b"), BODY,
       "met Anna (12 jaar) is geen eigen gesprek geweest, en er staat niet waarom"},
      {PART("<gesprek rol='jeugdige'/>"), PERSONS(", geen-gesprek: Zij was ziek."), BODY, ""},
      {PART("<gesprek rol='ouder'/>"), PERSONS(""), BODY, "met Bo is geen eigen gesprek geweest, en er staat niet waarom"},
      {PART("<gesprek rol='ouder' vanaf='1'/>"), PERSONS(""), BODY, ""},
      {PART("<gesprek rol='jeugdige' vanaf='12'/>"), PERSONS(""), BODY,
       "met Anna (12 jaar) is geen eigen gesprek geweest, en er staat niet waarom"},
      {PART("<gesprek rol='jeugdige' vanaf='13'/>"), PERSONS(""), BODY, ""},
      {PART("<gesprek rol='jeugdige' tot='12'/>"), PERSONS(""), BODY, ""},
      {PART("<gesprek rol='jeugdige' tot='13'/>"), PERSONS(""), BODY,
       "met Anna (12 jaar) is geen eigen gesprek geweest, en er staat niet waarom"}};
#undef PERSONS
#undef TALK
  EXPECT_ALL(cases);
}

Test(house_kinds, terms_are_counted_in_days) {
#define TERM(how) "<veld naam='start' type='datum' titel='de start'/>" PART("<termijn van='start' tot='datum' " how "/>")
  static const asked cases[] = {
      {TERM("soort='hoogstens' dagen='5'"), "start: 2026-11-15\n", BODY, ""},
      {TERM("soort='hoogstens' dagen='5'"), "start: 2026-11-14\n", BODY,
       "tussen de start (14 november 2026) en de datum van dit stuk (20 november 2026) liggen 6 dagen; het horen er hoogstens 5 te zijn"},
      {TERM("soort='minstens' dagen='5'"), "start: 2026-11-15\n", BODY, ""},
      {TERM("soort='minstens' dagen='5'"), "start: 2026-11-16\n", BODY,
       "tussen de start (16 november 2026) en de datum van dit stuk (20 november 2026) liggen 4 dagen; het horen er minstens 5 te zijn"},
      {TERM("soort='minstens' naam='eerste-contact'"), "start: 2026-11-13\n", BODY, ""},
      {TERM("soort='minstens' naam='eerste-contact'"), "start: 2026-11-14\n", BODY,
       "tussen de start (14 november 2026) en de datum van dit stuk (20 november 2026) liggen 6 dagen; het horen er minstens 7 te zijn"},
      {TERM("soort='hoogstens' dagen='5'"), "", BODY, ""},
      {TERM("soort='hoogstens' dagen='5'"), "start: gisteren\n", BODY, ""}};
#undef TERM
  EXPECT_ALL(cases);
}

Test(house_kinds, topics_are_looked_for_where_the_kind_says) {
#define TOPICS "<onderwerp naam='tolk' titel='de tolk'><woord>tolk(en)</woord></onderwerp><onderwerp naam='hond' titel='de hond'><woord>hond</woord></onderwerp>"
#define REST OTHER
  static const asked cases[] = {
      {TOPICS PART("<noemt onderwerpen='tolk hond'/>"), "", "## Het plan\n\nEr was een tolk en een hond.\n", ""},
      {TOPICS PART("<noemt onderwerpen='tolk hond'/>"), "", BODY, "\"Het plan\" zegt niets over de tolk en de hond"},
      {TOPICS PART("<noemt onderwerpen='tolk hond' minstens='1'/>"), "", BODY, "\"Het plan\" zegt niets over de tolk of de hond"},
      {TOPICS PART("<noemt onderwerpen='tolk hond' minstens='1'/>"), "", "## Het plan\n\nEr was een tolk.\n", ""},
      {TOPICS PART("<noemt onderwerpen='tolk hond' minstens='2'/>"), "", "## Het plan\n\nEr was een tolk.\n",
       "\"Het plan\" zegt niets over de hond"},
      {TOPICS PART("<noemt onderwerpen='tolk' in='rest'/>") REST, "", "## Het plan\n\nEen tolk.\n\n## De rest\n\nNiets.\n",
       "\"De rest\" zegt niets over de tolk"},
      {TOPICS PART("<noemt onderwerpen='tolk' in='rest'/>") REST, "", "## Het plan\n\nEen tolk.\n", ""},
      {TOPICS PART("") "<noemt onderwerpen='tolk'/>", "", BODY, "het stuk zegt niets over de tolk"},
      {TOPICS PART("") "<noemt onderwerpen='tolk'/>", "", "## Het plan\n\nEen tolk.\n", ""},
      {TOPICS PART("") "<noemt onderwerpen='tolk' in='*'/>", "", BODY, "het stuk zegt niets over de tolk"},
      {TOPICS PART("<noemt onderwerpen='hond'><als onderwerp='tolk'/></noemt>"), "", BODY, ""},
      {TOPICS PART("<noemt onderwerpen='hond'><als onderwerp='tolk'/></noemt>"), "", "## Het plan\n\nEen tolk.\n",
       "\"Het plan\" zegt niets over de hond"},
      {TOPICS PART("<noemt onderwerpen='hond'><als onderwerp='tolk' in='rest'/></noemt>") REST, "",
       "## Het plan\n\nEen tolk.\n\n## De rest\n\nNiets.\n", ""},
      {TOPICS PART("<noemt onderwerpen='hond'><als onderwerp='tolk' in='plan rest'/></noemt>") REST, "",
       "## Het plan\n\nIets.\n\n## De rest\n\nEen tolk.\n", "\"Het plan\" zegt niets over de hond"}};
  EXPECT_ALL(cases);
}
