/* Kinds of document: ours, an organisation's own, and files that are refused with their line. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "../support/run.h"
#include "base/asset.h"
#include "base/buf.h"
#include "lang/title.h"
#include "model/kind.h"

#define HEAD "<soort xmlns='urn:bronvast:soort:1' naam='regio' "

static const char *load(bv_kind_set *kinds, const char *xml) {
  return bv_kind_set_load_bytes(kinds, "regio.xml", xml, strlen(xml));
}

static const bv_requirement *find_requirement(const bv_requirements *requirements, bv_rule rule) {
  for (size_t i = 0; i < requirements->count; i++)
    if (requirements->items[i].authority.rule == rule)
      return &requirements->items[i];
  return NULL;
}

Test(kind, ours_are_three_and_the_basis_is_none) {
  bv_arena *arena = bv_arena_new();
  bv_kind_set *kinds = bv_kind_set_new(arena);
  cr_assert(bv_kind_find(kinds, "raadsrapport") != NULL);
  cr_assert(bv_kind_find(kinds, "plan-van-aanpak") != NULL);
  cr_assert(bv_kind_find(kinds, "verzoekschrift") != NULL);
  cr_assert(bv_kind_find(kinds, "basis") == NULL, "no draft is of the kind that others are based on");
  cr_assert(eq(str, (char *)bv_kind_nearest(kinds, "raadsraport"), "raadsrapport"));
  const bv_kind *plan = bv_kind_find(kinds, "plan-van-aanpak");
  cr_assert(eq(str, (char *)plan->title, "Plan van aanpak"));
  cr_assert(bv_kind_knows_class(plan, "veiligheid") && bv_kind_knows_class(plan, "steun-voor-plan"));
  cr_assert(not(bv_kind_knows_class(plan, "spoed")));
  cr_assert(bv_kind_field_of(plan, "maatregel-sinds")->required);
  cr_assert(eq(int, bv_kind_field_of(plan, "maatregel-sinds")->type, BV_FIELD_DATE));
  bv_arena_free(arena);
}

Test(kind, ours_hold_against_the_schema) {
  bv_arena *arena = bv_arena_new();
  bv_kind_set *kinds = bv_kind_set_new(arena);
  size_t held = 0;
  for (size_t i = 0; i < bv_asset_count; i++)
    if (strncmp(bv_assets[i].name, "schemas/kinds/", strlen("schemas/kinds/")) == 0) {
      const char *wrong = bv_kind_set_load_bytes(kinds, bv_assets[i].name, bv_assets[i].bytes, bv_assets[i].length);
      cr_assert_null(wrong, "%s", wrong);
      held++;
    }
  cr_assert(held >= 3);
  bv_arena_free(arena);
}

Test(kind, a_kind_changes_its_own_copy_of_the_basis) {
  bv_arena *arena = bv_arena_new();
  bv_kind_set *kinds = bv_kind_set_new(arena);
  const bv_kind_part *ours = bv_kind_part_of_class(bv_kind_find(kinds, "raadsrapport"), "besluit");
  const bv_kind_part *plan = bv_kind_part_of_class(bv_kind_find(kinds, "plan-van-aanpak"), "besluit");
  cr_assert(ours->required);
  cr_assert(not(plan->required));
  cr_assert(find_requirement(&ours->requirements, BV_RULE_OPBOUW_DUUR) != NULL);
  cr_assert(find_requirement(&plan->requirements, BV_RULE_OPBOUW_DUUR) == NULL, "a plan drops that subject");
  cr_assert(find_requirement(&plan->requirements, BV_RULE_OPBOUW_VERBLIJF) != NULL);
  bv_arena_free(arena);
}

Test(kind, titles_are_recognised_whatever_their_looks) {
  bv_arena *arena = bv_arena_new();
  bv_kind_set *kinds = bv_kind_set_new(arena);
  const bv_kind *report = bv_kind_find(kinds, "raadsrapport");
  static const struct { const char *title, *class_name; } cases[] = {
      {"Aanleiding", "aanleiding"},          {"1. AANLEIDING", "aanleiding"},
      {"3.2 Omgangsregeling", "omgang"},     {"b) omgangsregeling:", "omgang"},
      {"IV. Visie van de ouders", "visie-ouders"}, {"Afwégingen", "afweging"},
      {"Hóe het ónderzoek is gedaan", "verantwoording"}, {"Afwe\xCC\x81gingen", "afweging"},
      {"Omgang met de hond", NULL},          {"", NULL},
      {"4.", NULL}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const bv_kind_part *part = bv_kind_part_of_title(report, cases[i].title);
    cr_assert(cases[i].class_name ? part && strcmp(part->class_name, cases[i].class_name) == 0 : !part, "%s",
              cases[i].title);
  }
  cr_assert(eq(str, (char *)bv_title_key(arena, "2.1.3 – Coördinatie & “zorg”"), "coordinatie zorg"));
  cr_assert(eq(str, (char *)bv_title_key(arena, "Vier keer bellen"), "vier keer bellen"));
  bv_arena_free(arena);
}

Test(kind, a_house_kind_renames_adds_and_drops) {
  bv_arena *arena = bv_arena_new();
  bv_kind_set *kinds = bv_kind_set_new(arena);
  const char *wrong = load(kinds, HEAD "titel='Rapport van de regio' op-basis-van='raadsrapport'>\n"
                                  " <vervalt klasse='factoren'/>\n"
                                  " <vervalt onderwerp='jurist'/>\n"
                                  " <veld naam='team' type='tekst' titel='het team' verplicht='ja'/>\n"
                                  " <onderdeel klasse='afweging' titel='Wat wij overwogen'/>\n"
                                  " <onderdeel klasse='samenvatting' titel='In het kort' norm='Huisregel 3'>\n"
                                  "  <herken>Samenvatting</herken><als leeftijd-vanaf='16'/>\n"
                                  " </onderdeel>\n</soort>");
  cr_assert(wrong == NULL, "%s", wrong);
  const bv_kind *house = bv_kind_find(kinds, "regio");
  cr_assert(bv_kind_part_of_class(house, "factoren") == NULL);
  cr_assert(bv_kind_part_of_class(bv_kind_find(kinds, "raadsrapport"), "factoren") != NULL);
  const bv_kind_part *weighing = bv_kind_part_of_title(house, "Wat wij overwogen");
  cr_assert(weighing && strcmp(weighing->class_name, "afweging") == 0);
  cr_assert(eq(ptr, (void *)bv_kind_part_of_title(house, "De afweging"), (void *)weighing), "old titles stay known");
  const bv_kind_part *summary = bv_kind_part_of_title(house, "samenvatting");
  cr_assert(summary && summary->required && strcmp(summary->authority.norm, "Huisregel 3") == 0);
  cr_assert(eq(int, summary->authority.rule, BV_RULE_OPBOUW_ONDERDEEL));
  cr_assert(eq(int, summary->conditions.items[0].number, 16));
  cr_assert(eq(int, bv_kind_field_of(house, "team")->type, BV_FIELD_TEXT));
  cr_assert(eq(str, (char *)house->origin, "regio.xml"));
  bv_arena_free(arena);
}

/* "( a)( a)…" stands for twice as many forms with every bracket. */
Test(kind, a_word_that_stands_for_too_many_forms_is_refused) {
  static const struct { size_t brackets; const char *says; } cases[] = {
      {10, NULL}, /* 1,024 forms */
      {13, "regio.xml:3: geen soort document: de woorden van deze soort staan samen voor meer dan 5000 vormen"},
      {40, "samen voor meer dan 5000 vormen"},
      {60, "regio.xml:3: geen soort document: dit woord is met zijn haken langer dan 200 bytes"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    bv_buf xml = bv_buf_new(arena);
    bv_buf_puts(&xml, HEAD "titel='R'>\n<onderwerp naam='o' titel='O'>\n<woord>x");
    for (size_t b = 0; b < cases[i].brackets; b++)
      bv_buf_puts(&xml, "( a)");
    bv_buf_puts(&xml, "</woord></onderwerp></soort>");
    const char *wrong = load(bv_kind_set_new(arena), bv_buf_string(&xml));
    if (cases[i].says)
      cr_expect(wrong && strstr(wrong, cases[i].says), "%zu: %s", cases[i].brackets, wrong ? wrong : "(goed)");
    else
      cr_expect(wrong == NULL, "%s", wrong);
    bv_arena_free(arena);
  }
}

Test(kind, a_wrong_file_is_refused_with_its_line) {
  static const struct { const char *xml, *says; } cases[] = {
      {HEAD "titel='R'>\n<onderdeel titel='X'/>\n</soort>", "regio.xml:2: "},
      {HEAD "titel='R'>\n<onderdeel klasse='x' titel='X' verplicht='soms'/>\n</soort>", "regio.xml:2: "},
      {HEAD "titel='R'>\n\n<hoofdstuk/>\n</soort>", "regio.xml:3: geen soort document: het element <hoofdstuk>"},
      {HEAD "titel='R'>\n<onderdeel klasse='x' titel='X' regel='opbouw/onderdel'/></soort>",
       "regio.xml:2: geen soort document: de regel \"opbouw/onderdel\" bestaat niet; bedoelt u \"opbouw/onderdeel\"?"},
      {HEAD "op-basis-van='raadsrapport'>\n<noemt onderwerpen='skool'/></soort>",
       "regio.xml:2: geen soort document: het onderwerp \"skool\" bestaat niet; bedoelt u \"school\"?"},
      {HEAD "op-basis-van='raadsrapport'>\n<noemt onderwerpen='school' in='* afwegin'/></soort>",
       "regio.xml:2: geen soort document: de soort heeft geen onderdeel \"afwegin\""},
      {HEAD "op-basis-van='raadsraport'/>", "regio.xml:1: geen soort document: op-basis-van"},
      {HEAD "titel='R'><vervalt klasse='x'/></soort>", "vervalt heeft alleen betekenis"},
      {HEAD "op-basis-van='raadsrapport'><vervalt klasse='spoed'/></soort>", "geen onderdeel \"spoed\""},
      {HEAD "titel='R'>\n<onderdeel klasse='x' titel='X'/>\n<onderdeel klasse='x' titel='Y'/></soort>", "regio.xml:3: "},
      {HEAD "titel='R'><onderdeel klasse='x' titel='X'><als maatregel='ots'/></onderdeel></soort>", "de maatregel \"ots\""},
      {HEAD "titel='R'>\n<termijn van='datum' tot='einde' soort='hoogstens' dagen='3'/></soort>", "het veld \"einde\""},
      {HEAD "titel='R'>\n<termijn van='datum' tot='zitting' soort='hoogstens' naam='verlening'/></soort>",
       "bedoelt u \"verlenging\"?"},
      {HEAD "/>", "de soort heeft geen titel"},
      {"<soort naam='regio' titel='R'/>", "regio.xml:1: "},
      {"<!DOCTYPE soort [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n" HEAD "titel='&x;'/>", "een DTD"},
      {"<html/>", "regio.xml:1: "},
      {"", "regio.xml:1: "}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    bv_kind_set *kinds = bv_kind_set_new(arena);
    const char *wrong = load(kinds, cases[i].xml);
    cr_assert(wrong && strstr(wrong, cases[i].says), "%s\n-> %s", cases[i].xml, wrong ? wrong : "(goed)");
    cr_assert(bv_kind_find(kinds, "regio") == NULL);
    bv_arena_free(arena);
  }
}

static void spill(const char *path, const char *text) { bv_spill(path, text, strlen(text)); }

Test(kind, a_directory_adds_its_kinds_in_order) {
  char *folder = bv_temporary_folder();
  bv_arena *arena = bv_arena_new();
  bv_kind_set *kinds = bv_kind_set_new(arena);
  const char *first = bv_sprintf(arena, "%s/1.xml", folder), *second = bv_sprintf(arena, "%s/2.xml", folder);
  const char *other = bv_sprintf(arena, "%s/lees.txt", folder);
  spill(first, HEAD "titel='Een'><onderdeel klasse='x' titel='X'/></soort>");
  spill(second, "<soort xmlns='urn:bronvast:soort:1' naam='wijk' titel='Twee' op-basis-van='regio'/>");
  spill(other, "geen XML");
  const char *wrong = bv_kind_set_load_directory(kinds, folder);
  cr_assert(wrong == NULL, "%s", wrong);
  cr_assert(bv_kind_part_of_class(bv_kind_find(kinds, "wijk"), "x") != NULL);
  cr_assert(bv_kind_set_load_directory(kinds, "/nergens/te/vinden") == NULL);
  cr_assert(bv_kind_set_load_file(kinds, "/nergens/te/vinden.xml") != NULL);
  bv_remove_folder(folder);
  free(folder);
  bv_arena_free(arena);
}
