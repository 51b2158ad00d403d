/* Settings: what a bronvast.yaml says, where it is found, what is wrong in it, and what is printed of it. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../support/blocks.h"
#include "../support/drafts.h"
#include "../support/run.h"
#include "base/arena.h"
#include "base/buf.h"
#include "check/check.h"
#include "check/explain.h"
#include "read/read.h"

static bv_config *read_text(bv_arena *arena, const char *text, bv_config_errors *errors) {
  bv_config *config = bv_config_new(arena);
  return bv_config_read(arena, config, "map/bronvast.yaml", text, strlen(text), errors) ? config : NULL;
}

/* What bv_config_print says; the caller frees it. */
static char *printed(const bv_config *config) {
  char *text = NULL;
  size_t length = 0;
  FILE *out = open_memstream(&text, &length);
  bv_config_print(out, config);
  fclose(out);
  return text;
}

/* Cuts off where each value comes from. */
static void drop_remarks(char *text) {
  char *to = text;
  for (const char *from = text; *from; from++) {
    if (strncmp(from, "  # ", 4) == 0)
      from += strcspn(from, "\n");
    *to++ = *from;
  }
  *to = '\0';
}

Test(config, ours) {
  const bv_config *config = bv_config_default();
  cr_assert(eq(ptr, (void *)config, (void *)bv_config_default()));
  cr_assert(eq(int, config->old_after_years, 2));
  cr_assert(eq(int, config->reaction_days, 7));
  cr_assert(eq(int, config->terms[BV_TERM_PLAN_VAN_AANPAK], 42));
  cr_assert(eq(int, config->terms[BV_TERM_VERLENGING], 56));
  cr_assert(eq(int, config->terms[BV_TERM_RAADSONDERZOEK], 10));
  cr_assert(eq(int, config->readability.flesch_douma, 60));
  cr_assert(config->profession_count > 10 && strcmp(config->professions[0], "psychiater") == 0);
  cr_assert(bv_kind_find(config->kinds, "verzoekschrift") != NULL);
}

/* Whether a file that sets this number, and nothing else, is taken; `reached` says whether the number got where it belongs. */
static bool takes(bv_arena *arena, const bv_config_number *number, int value, bool *reached) {
  bv_config_errors errors = {0};
  const char *section = number->section ? bv_sprintf(arena, "%s:\n  ", number->section) : "";
  const bv_config *config = read_text(arena, bv_sprintf(arena, "%s%s: %d\n", section, number->key, value), &errors);
  *reached = config && *(const int *)((const char *)config + number->offset) == value;
  return config != NULL;
}

Test(config, numbers_are_bounded_as_the_manual_says) {
  static const char head[] = "| sleutel | zonder instelling | van | tot en met | wat het is |\n| --- | --- | --- | --- | --- |\n";
  bv_arena *arena = bv_arena_new();
  const char *table = strstr(bv_read_text(arena, SOURCE_DIR "/doc/handleiding.md"), head);
  bv_buf rows = bv_buf_new(arena);
  for (size_t i = 0; i < bv_config_number_count; i++) {
    const bv_config_number *number = &bv_config_numbers[i];
    bool reached;
    const char *section = number->section ? bv_sprintf(arena, "`%s`: ", number->section) : "";
    bv_buf_printf(&rows, "| %s`%s` | %d | %d | %d | %s |\n", section, number->key,
                  *(const int *)((const char *)bv_config_default() + number->offset), number->least, number->most, number->explanation);
    cr_expect(takes(arena, number, number->least, &reached) && reached, "%s", number->key);
    cr_expect(takes(arena, number, number->most, &reached) && reached, "%s", number->key);
    cr_expect(not(takes(arena, number, number->least - 1, &reached)), "%s", number->key);
    cr_expect(not(takes(arena, number, number->most + 1, &reached)), "%s", number->key);
  }
  bv_buf_putc(&rows, '\n');
  cr_assert(table != NULL);
  cr_expect(strncmp(table + sizeof head - 1, bv_buf_string(&rows), rows.length) == 0, "the table of the manual should be\n%s",
            bv_buf_string(&rows));
  bv_arena_free(arena);
}

Test(config, a_file_says_what_differs) {
  bv_arena *arena = bv_arena_new();
  bv_config_errors errors = {0};
  const bv_config *config = read_text(arena,
                                      "# van ons\noud-na-jaren: 3\ntermijnen:\n  plan-van-aanpak: 35\n"
                                      "leesbaarheid: {lange-zin: 18}\nberoepen: [psychiater, 'kinderpsychiater']\n"
                                      "woorden:\n  - wijkteam\nregels:\n  label/stapeling: waarschuwing\n"
                                      "  bron/vaag: {ernst: uit, reden: \"Wij hebben een eigen controle.\"}\n"
                                      "  datum/relatief: {ernst: fout, reden: \"Afspraak van mei.\"}\n",
                                      &errors);
  cr_assert(config != NULL, "%s", errors.count ? errors.items[0] : "");
  cr_assert(eq(int, config->old_after_years, 3));
  cr_assert(eq(u32, config->lines[BV_SETTING_OLD], 2));
  cr_assert(eq(int, config->terms[BV_TERM_PLAN_VAN_AANPAK], 35));
  cr_assert(eq(int, config->terms[BV_TERM_VERLENGING], 56), "what is not named keeps our value");
  cr_assert(eq(int, config->readability.long_sentence, 18));
  cr_assert(eq(sz, config->profession_count, 2));
  cr_assert(eq(str, (char *)config->words[0], "wijkteam"));
  const bv_rule_setting *off = &config->rules[bv_rule_find("bron/vaag")];
  cr_assert(off->off && strcmp(off->reason, "Wij hebben een eigen controle.") == 0);
  cr_assert(eq(int, config->rules[bv_rule_find("datum/relatief")].severity, BV_FOUT));
  cr_assert(eq(u32, config->rules[BV_RULE_BRON_BIJLAGE].line, 0));
  bv_arena_free(arena);
}

Test(config, every_mistake_is_told_with_its_place) {
  static const struct { const char *text, *says; } cases[] = {
      {"oud-na-jaar: 2\n", "map/bronvast.yaml:1:1: de instelling \"oud-na-jaar\" bestaat niet; bedoelt u \"oud-na-jaren\"?"},
      {"termijnen:\n  plan: 3\n", "map/bronvast.yaml:2:3: de instelling \"plan\" bestaat niet"},
      {"termijnen: {verlening: 3}\n", "bedoelt u \"verlenging\"?"},
      {"oud-na-jaren: twee\n", "map/bronvast.yaml:1:15: oud-na-jaren is een geheel getal van 1 tot en met 18"},
      {"oud-na-jaren: 0\n", "van 1 tot en met 18"},
      {"oud-na-jaren: -2\n", "van 1 tot en met 18"},
      {"oud-na-jaren: 99999999999999999999\n", "van 1 tot en met 18"},
      {"oud-na-jaren: [2]\n", "map/bronvast.yaml:1:1: hier hoort één waarde"},
      {"oud-na-jaren:\n", "hier hoort één waarde"},
      {"oud-na-jaren: 2\noud-na-jaren: 3\n", "map/bronvast.yaml:2:1: de instelling \"oud-na-jaren\" staat er twee keer"},
      {"regels:\n  bron/bijlagen: fout\n", "map/bronvast.yaml:2:3: de regel \"bron/bijlagen\" bestaat niet; bedoelt u \"bron/bijlage\"?"},
      {"regels:\n  bron/bijlage: fout\n  bron/bijlage: advies\n", "map/bronvast.yaml:3:3: de instelling \"bron/bijlage\" staat er twee keer"},
      {"regels:\n  bron/bijlage: ernstig\n", "map/bronvast.yaml:2:17: de ernst \"ernstig\" bestaat niet"},
      {"regels:\n  bron/bijlage: uit\n", "map/bronvast.yaml:2:3: de regel bron/bijlage staat uit, en er staat geen reden bij"},
      {"regels:\n  bron/bijlage: {ernst: uit, rede: x}\n", "bedoelt u \"reden\"?"},
      {"regels: [bron/bijlage]\n", "hier horen sleutels"},
      {"beroepen: psychiater\n", "map/bronvast.yaml:1:1: hier hoort een lijst"},
      {"beroepen: [[a]]\n", "hier hoort één waarde"},
      {"soorten: [nergens.xml]\n", "map/bronvast.yaml:1:10: map/nergens.xml: kan het bestand niet lezen"},
      {"oud-na-jaren: 2x\n", "van 1 tot en met 18"},
      {"termijnen: [3]\n", "map/bronvast.yaml:1:1: hier horen sleutels"},
      {"sjablonen: [a]\n", "map/bronvast.yaml:1:1: hier hoort één waarde"},
      {"soorten: a.xml\n", "map/bronvast.yaml:1:1: hier hoort een lijst"},
      {"woorden: wijkteam\n", "map/bronvast.yaml:1:1: hier hoort een lijst"},
      {"woorden: [a]\nwoorden: [b]\n", "map/bronvast.yaml:2:1: de instelling \"woorden\" staat er twee keer"},
      {"termijnen: {reactie: 8}\ntermijnen: {verlenging: 8}\n", "map/bronvast.yaml:2:1: de instelling \"termijnen\" staat er twee keer"},
      {"termijnen: {oud-na-jaren: 3}\n", "de instelling \"oud-na-jaren\" bestaat niet"},
      {"reactie: 3\n", "de instelling \"reactie\" bestaat niet"},
      {"wooorden: [a]\n", "bedoelt u \"woorden\"?"},
      {"regels: {bron/bijlage: [fout]}\n", "hier hoort één waarde"},
      {"regels: {bron/bijlage: {ernst: [fout]}}\n", "hier hoort één waarde"},
      {"regels: {bron/bijlage: {ernst: fout, reden: [a]}}\n", "hier hoort één waarde"},
      {"regels: {bron/bijlage: adviez}\n", "bedoelt u \"advies\"?"},
      {"\xFF: 1\n", "map/bronvast.yaml:1:1: hier staat een teken"},
      {"- een lijst\n", "hier horen sleutels"},
      {"a: [\n", "geen YAML die te lezen is"},
      {"woorden: [\xFF]\n", "map/bronvast.yaml:1:11: hier staat een teken"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    bv_config_errors errors = {0};
    bool good = read_text(arena, cases[i].text, &errors) != NULL, said = false;
    for (size_t e = 0; e < errors.count; e++)
      said |= strstr(errors.items[e], cases[i].says) != NULL;
    cr_assert(not(good), "%s", cases[i].text);
    cr_assert(said, "%s-> %s", cases[i].text, errors.count ? errors.items[0] : "(niets)");
    bv_arena_free(arena);
  }
}

Test(config, all_mistakes_are_told_at_once) {
  bv_arena *arena = bv_arena_new();
  bv_config_errors errors = {0};
  cr_assert(read_text(arena, "kleur: rood\noud-na-jaren: nul\nregels: {x/y: fout}\n", &errors) == NULL);
  cr_assert(eq(sz, errors.count, 3));
  bv_arena_free(arena);
}

/* What does not exist is said to be unknown, each time. */
Test(config, an_unknown_setting_twice_is_unknown_twice) {
  bv_arena *arena = bv_arena_new();
  bv_config_errors errors = {0};
  cr_assert(read_text(arena, "kleur: rood\nkleur: blauw\n", &errors) == NULL);
  cr_assert(eq(sz, errors.count, 2));
  cr_expect(strstr(errors.items[0], "bestaat niet") != NULL && strstr(errors.items[1], "bestaat niet") != NULL, "%s", errors.items[1]);
  bv_arena_free(arena);
}

Test(config, what_is_printed_says_the_same_when_it_is_read) {
  bv_arena *arena = bv_arena_new();
  bv_config_errors errors = {0};
  const bv_config *config = read_text(arena,
                                      "oud-na-jaren: 4\nwoorden: ['a \"b\" \\ c: #d', \"regel\\neinde\"]\n"
                                      "regels: {bron/bijlage: {ernst: uit, reden: 'Zie \"Afspraken\": {a}'}}\n",
                                      &errors);
  char *first = printed(config), *second;
  cr_assert(strstr(first, "oud-na-jaren: 4  # map/bronvast.yaml:1") != NULL, "%s", first);
  cr_assert(strstr(first, "  reactie: 7  # standaard") != NULL, "%s", first);
  cr_assert(strstr(first, "\n  - \"psychiater\"\n") != NULL, "words are printed as they are read: %s", first);
  cr_assert(strstr(first, "# raadsrapport: Raadsrapport (standaard)") != NULL);
  for (int rule = 0; rule < BV_RULE_COUNT; rule++)
    cr_assert(strstr(first, bv_sprintf(arena, "\n  %s: {ernst: ", bv_rule_info_of((bv_rule)rule)->name)) != NULL, "every rule is told");
  const bv_config *again = read_text(arena, first, &errors);
  cr_assert(again != NULL, "%s", errors.count ? errors.items[0] : "");
  cr_assert(eq(int, again->old_after_years, 4));
  cr_assert(eq(str, (char *)again->words[0], "a \"b\" \\ c: #d"));
  cr_assert(eq(str, (char *)again->words[1], "regel\neinde"));
  cr_assert(eq(str, (char *)again->rules[BV_RULE_BRON_BIJLAGE].reason, "Zie \"Afspraken\": {a}"));
  cr_assert(again->rules[BV_RULE_BRON_BIJLAGE].off);
  cr_assert(eq(sz, again->profession_count, config->profession_count));
  second = printed(again);
  drop_remarks(first), drop_remarks(second);
  cr_assert(eq(str, first, second));
  free(first), free(second);
  bv_arena_free(arena);
}

Test(config, severities_and_reasons_reach_the_findings) {
  bv_arena *arena = bv_arena_new();
  bv_config_errors errors = {0};
  const bv_config *config = read_text(arena,
                                      "regels:\n  bron/ongebruikt: fout\n  datum/relatief: {ernst: uit, reden: Wij weten het.}\n"
                                      "  bron/bijlage: {ernst: uit, reden: Nooit.}\n",
                                      &errors);
  bv_findings *findings = bv_findings_new(arena);
  bv_findings_add(findings, BV_RULE_BRON_ONGEBRUIKT, (bv_range){0, 1}, "a");
  bv_findings_add(findings, bv_rule_find("datum/relatief"), (bv_range){0, 1}, "b");
  bv_finding *own = bv_findings_add(findings, BV_RULE_BRON_BIJLAGE, (bv_range){0, 1}, "c");
  own->suppressed = true;
  own->reason = "Reden van de schrijver.";
  bv_findings_add(findings, BV_RULE_BRON_VAAG, (bv_range){0, 1}, "d");
  bv_config_apply(config, findings);
  cr_assert(eq(int, findings->items[0].severity, BV_FOUT));
  cr_assert(not(findings->items[0].suppressed));
  cr_assert(findings->items[1].suppressed && strstr(findings->items[1].reason, "Wij weten het."));
  cr_assert(eq(str, (char *)findings->items[2].reason, "Reden van de schrijver."), "the writer's own reason stays");
  cr_assert(not(findings->items[3].suppressed));
  bv_arena_free(arena);
}

/* Every kind of setting at once, to the letter; of the rules those that are set. */
Test(config, all_that_is_set_is_printed_with_its_line) {
  bv_arena *arena = bv_arena_new();
  bv_config_errors errors = {0};
  const bv_config *config = read_text(arena,
                                      "oud-na-jaren: 3\ntermijnen: {raadsonderzoek: 11, plan-van-aanpak: 43, verlenging: 57,\n"
                                      "  eerste-contact: 8, perspectief-toetsing: 93, reactie: 9}\n"
                                      "leesbaarheid:\n  gemiddelde-zin: 13\n  lange-zin: 16\n  te-lange-zin: 21\n  bijzinnen: 2\n"
                                      "  lijdend-procent: 12\n  alinea: 90\n  flesch-douma: 61\n"
                                      "sjablonen: huis\nsoorten: []\nwoorden: [wijkteam, krelis]\nberoepen: [psychiater]\n"
                                      "regels:\n  label/ontbreekt: advies\n  bron/vaag: {ernst: uit, reden: \"Eigen controle.\"}\n",
                                      &errors);
  cr_assert(config != NULL, "%s", errors.count ? errors.items[0] : "");
  cr_assert(eq(str, (char *)config->templates, "map/huis"), "a path counts from the folder of the file");
  char *all = printed(config), *whole = bv_strdup(arena, all), *rules = strstr(whole, "  label/dubbel");
  free(all);
  cr_assert(rules != NULL && strstr(rules, "  bron/vaag: {ernst: uit, reden: \"Eigen controle.\"}  # map/bronvast.yaml:18\n"), "%s", whole);
  cr_expect(eq(int, strncmp(rules, "  label/dubbel: {ernst: fout}  # standaard\n", 43), 0), "%s", rules);
  *rules = '\0';
  cr_expect(eq(str, whole,
               "oud-na-jaren: 3  # map/bronvast.yaml:1; informatie die ouder is, vraagt noodzaak\n"
               "termijnen:\n"
               "  raadsonderzoek: 11  # map/bronvast.yaml:2; dagen van verzoek tot start van het onderzoek\n"
               "  plan-van-aanpak: 43  # map/bronvast.yaml:2; dagen van maatregel tot plan: zes weken\n"
               "  verlenging: 57  # map/bronvast.yaml:2; dagen van verzoek tot afloop: acht weken\n"
               "  eerste-contact: 8  # map/bronvast.yaml:3; dagen tot het eerste contact: vijf werkdagen\n"
               "  perspectief-toetsing: 93  # map/bronvast.yaml:3; dagen van perspectiefbesluit tot verzoek: drie maanden\n"
               "  reactie: 9  # map/bronvast.yaml:3; dagen om op het rapport te reageren\n"
               "leesbaarheid:\n"
               "  gemiddelde-zin: 13  # map/bronvast.yaml:5; woorden, gemiddeld\n"
               "  lange-zin: 16  # map/bronvast.yaml:6; woorden\n"
               "  te-lange-zin: 21  # map/bronvast.yaml:7; woorden\n"
               "  bijzinnen: 2  # map/bronvast.yaml:8; hoogstens in een zin\n"
               "  lijdend-procent: 12  # map/bronvast.yaml:9; zinnen in de lijdende vorm, hoogstens\n"
               "  alinea: 90  # map/bronvast.yaml:10; woorden, hoogstens\n"
               "  flesch-douma: 61  # map/bronvast.yaml:11; minstens\n"
               "beroepen:  # map/bronvast.yaml:15\n  - \"psychiater\"\n"
               "woorden:  # map/bronvast.yaml:14\n  - \"wijkteam\"\n  - \"krelis\"\n"
               "soorten: []  # map/bronvast.yaml:13\n"
               "# plan-van-aanpak: Plan van aanpak (standaard)\n"
               "# raadsrapport: Raadsrapport (standaard)\n"
               "# verzoekschrift: Verzoekschrift (standaard)\n"
               "sjablonen: \"map/huis\"  # map/bronvast.yaml:12\n"
               "regels:\n"
               "  label/ontbreekt: {ernst: advies}  # map/bronvast.yaml:17\n"));
  bv_arena_free(arena);
}

/* Kinds of one's own: a folder of them, what each is told to come from, and paths of every form. */
Test(config, kinds_come_from_files_and_folders, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_arena *arena = bv_arena_new();
  bv_config_errors errors = {0};
  static const char house[] = "<soort xmlns='urn:bronvast:soort:1' naam='%s' op-basis-van='raadsrapport'/>";
  mkdir("soorten", 0700);
  bv_spill_text("soorten/een.xml", bv_sprintf(arena, house, "een"));
  bv_spill_text("twee.xml", bv_sprintf(arena, house, "twee"));
  bv_spill_text("bronvast.yaml", bv_sprintf(arena, "sjablonen: /huis\nsoorten: [soorten, %s/twee.xml]\n", bv_entered_folder()));
  bv_config *config = bv_config_new(arena);
  cr_assert(bv_config_load(arena, config, "bronvast.yaml", &errors), "%s", errors.count ? errors.items[0] : "");
  cr_assert(bv_kind_find(config->kinds, "een") != NULL && bv_kind_find(config->kinds, "twee") != NULL);
  cr_expect(eq(str, (char *)config->templates, "/huis"));
  char *text = printed(config);
  cr_expect(strstr(text, bv_sprintf(arena, "soorten:  # bronvast.yaml:2\n  - \"soorten\"\n  - \"%s/twee.xml\"\n", bv_entered_folder())) != NULL, "%s", text);
  cr_expect(strstr(text, "\n# een: ") != NULL && strstr(text, "soorten/een.xml)\n") != NULL, "%s", text);
  free(text);
  cr_expect(not(bv_config_load(arena, bv_config_new(arena), "nergens.yaml", &errors)));
  cr_assert(eq(sz, errors.count, 1));
  cr_expect(eq(str, (char *)errors.items[0], "nergens.yaml: kan het bestand niet lezen: dat bestaat niet"));
  bv_arena_free(arena);
}

/* Of a draft without a folder in its name, of standard input, and of one at the top of everything. */
Test(config, drafts_of_every_name_find_their_settings, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char *const drafts[] = {"a.md", "-", "./a.md", "diep/a.md", "/a.md", "nergens/a.md"};
  static const bool found[] = {true, true, true, true, false, false};
  bv_arena *arena = bv_arena_new();
  mkdir("diep", 0700);
  bv_spill_text("bronvast.yaml", "oud-na-jaren: 3\n");
  for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++) {
    const char *path = bv_config_find(arena, drafts[i]);
    cr_expect(eq(int, path != NULL, found[i]), "%s", drafts[i]);
  }
  bv_arena_free(arena);
}

Test(config, the_nearest_file_upward_is_found) {
  bv_arena *arena = bv_arena_new();
  char *folder = bv_temporary_folder();
  const char *deep = bv_sprintf(arena, "%s/a/b", folder), *outer = bv_sprintf(arena, "%s/bronvast.yaml", folder);
  const char *inner = bv_sprintf(arena, "%s/a/bronvast.yaml", folder), *kind = bv_sprintf(arena, "%s/a/eigen.xml", folder);
  mkdir(bv_sprintf(arena, "%s/a", folder), 0700);
  mkdir(deep, 0700);
  bv_spill(outer, "oud-na-jaren: 3\n", 16);
  const char *found = bv_config_find(arena, bv_sprintf(arena, "%s/rapport.md", deep));
  cr_assert(found && strcmp(found + strlen(found) - strlen("/bronvast.yaml"), "/bronvast.yaml") == 0);
  bv_config_errors errors = {0};
  bv_config *config = bv_config_new(arena);
  cr_assert(bv_config_load(arena, config, found, &errors));
  cr_assert(eq(int, config->old_after_years, 3));
  static const char house[] = "<soort xmlns='urn:bronvast:soort:1' naam='eigen' op-basis-van='raadsrapport'/>";
  bv_spill(kind, house, strlen(house));
  bv_spill(inner, "soorten: [eigen.xml]\n", 21);
  found = bv_config_find(arena, bv_sprintf(arena, "%s/rapport.md", deep));
  cr_assert(found && strstr(found, "/a/bronvast.yaml"));
  config = bv_config_new(arena);
  cr_assert(bv_config_load(arena, config, found, &errors), "%s", errors.count ? errors.items[0] : "");
  cr_assert(bv_kind_find(config->kinds, "eigen") != NULL, "a path counts from the folder of the file");
  cr_assert(bv_config_find(arena, "/nergens/te/vinden.md") == NULL);
  bv_remove_folder(folder);
  free(folder);
  bv_arena_free(arena);
}

/* Settings that are there and cannot be read are not passed over: a link that leads to itself, a file that is not there. */
Test(config, settings_that_cannot_be_read_stop_the_check, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char *const options[] = {NULL, "--config=nergens.yaml", "--config=bronvast.yaml"};
  bv_arena *arena = bv_arena_new();
  cr_assert(symlink("bronvast.yaml", "bronvast.yaml") == 0);
  bv_spill_text("a.md", bv_explanation_draft(arena, "## Deel\n"));
  for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
    const char *argv[] = {"bronvast", "check", "a.md", options[i], NULL};
    bv_ran ran = bv_run_program(argv, NULL);
    cr_expect(eq(int, ran.status, 2), "%s: %s", options[i], ran.err);
    cr_expect(strstr(ran.err, i == 1 ? "nergens.yaml" : "bronvast.yaml") != NULL, "%s", ran.err);
    cr_expect(eq(str, ran.out, ""));
    bv_ran_free(&ran);
  }
  bv_arena_free(arena);
}

Test(config, words_of_the_settings_are_spelled_right) {
  bv_arena *arena = bv_arena_new();
  bv_config_errors errors = {0};
  const bv_config *config = read_text(arena, "woorden: [krelisgezont]\n", &errors);
  const char *draft = bv_explanation_draft(arena, "## Deel\n\n[De krelisgezont en de krelisgezonte.]{.feit bron=verzuim}\n");
  bv_read_result read = bv_read_bytes("proef.md", draft, strlen(draft), config->kinds);
  cr_assert(read.document != NULL, "%s", read.error);
  bv_check_document(read.document, config, (bv_date){0});
  cr_assert(eq(sz, bv_raised(read.document, "taal/spelling"), 1));
  cr_expect(eq(str, (char *)bv_text_of(read.document, bv_raised_at(read.document, "taal/spelling", 0)), "krelisgezonte"));
  bv_document_free(read.document);
  bv_arena_free(arena);
}
