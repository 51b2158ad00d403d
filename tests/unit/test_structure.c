/* opbouw: what a document of its kind must have. Drafts that lack everything, that lack one thing, and complete ones. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "check/check.h"
#include "read/read.h"

typedef struct checked {
  bv_arena *arena;
  bv_document *document;
} checked;

/* Reads and checks a draft, with an organisation's kind (XML, or NULL) beside ours. */
static checked check_with(const char *house_kind, const char *markdown) {
  checked c = {.arena = bv_arena_new()};
  bv_config *config = bv_config_new(c.arena);
  const char *wrong = house_kind ? bv_kind_set_load_bytes(config->kinds, "huis.xml", house_kind, strlen(house_kind)) : NULL;
  cr_assert(wrong == NULL, "%s", wrong);
  bv_read_result read = bv_read_bytes("t.md", markdown, strlen(markdown), config->kinds);
  cr_assert(read.document != NULL, "%s", read.error);
  c.document = read.document;
  bv_check_document(c.document, config, (bv_date){0});
  return c;
}

static checked check(const char *markdown) { return check_with(NULL, markdown); }

static void done(checked c) {
  bv_document_free(c.document);
  bv_arena_free(c.arena);
}

/* Findings of the rule (NULL: of the family) whose message holds the text. */
static size_t count(checked c, const char *rule, const char *text) {
  size_t found = 0;
  for (size_t i = 0; i < c.document->findings->count; i++) {
    const bv_finding *finding = &c.document->findings->items[i];
    const char *name = bv_rule_info_of(finding->rule)->name;
    found += (rule ? strcmp(name, rule) == 0 : strncmp(name, "opbouw/", 7) == 0) && strstr(finding->message, text);
  }
  return found;
}

static const bv_finding *find(checked c, const char *text) {
  for (size_t i = 0; i < c.document->findings->count; i++)
    if (strstr(c.document->findings->items[i].message, text))
      return &c.document->findings->items[i];
  return NULL;
}

#define RAAD "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"
#define GI "opsteller: {naam: N. de Wit, functie: jeugdbeschermer, organisatie: Jeugdbescherming Noord}\n"
#define FRONT(kind, more) "---\nbronvast: 1\nsoort: " kind "\nkenmerk: K\ndatum: 2026-11-20\nstatus: concept\n" more
#define END "---\n\n"
#define PLACEMENT "maatregel: [ondertoezichtstelling, machtiging-uithuisplaatsing]\n"

/* How many parts a kind requires under these conditions, found by asking for each by its title. */
static void each_required_part_once(const char *markdown, const char *kind_name, const char *const *titles) {
  checked c = check(markdown);
  size_t expected = 0;
  for (; titles[expected]; expected++) {
    const char *message = bv_sprintf(c.arena, "het onderdeel \"%s\" ontbreekt", titles[expected]);
    cr_assert(eq(sz, count(c, NULL, message), 1), "%s: %s", kind_name, titles[expected]);
  }
  cr_assert(eq(sz, count(c, NULL, "\" ontbreekt"), expected), "%s", kind_name);
  done(c);
}

Test(structure, a_draft_that_lacks_everything_misses_each_part_once) {
  each_required_part_once(
      FRONT("raadsrapport", PLACEMENT RAAD) END, "raadsrapport",
      (const char *const[]){"Aanleiding", "Verantwoording", "Onderzoek", "Visie van de ouders", "Visie van de jeugdige",
                            "Beschermende en belemmerende factoren", "Kernoordelen", "Afweging", "Besluit", "Hulp thuis",
                            "Omgang", "Terugplaatsing", NULL});
  each_required_part_once(
      FRONT("raadsrapport", "maatregel: [geen]\n" RAAD) END, "raadsrapport zonder maatregel",
      (const char *const[]){"Aanleiding", "Verantwoording", "Onderzoek", "Visie van de ouders", "Visie van de jeugdige",
                            "Beschermende en belemmerende factoren", "Afweging", "Besluit", NULL});
  each_required_part_once(
      FRONT("plan-van-aanpak", "maatregel: [ondertoezichtstelling]\n" GI) END, "plan",
      (const char *const[]){"Aanleiding", "Verantwoording", "Onderzoek", "Visie van de ouders", "Visie van de jeugdige",
                            "Beschermende en belemmerende factoren", "Veiligheid", "Doelen", NULL});
  each_required_part_once(
      FRONT("plan-van-aanpak", "maatregel: [ondertoezichtstelling]\nuithuisgeplaatst-sinds: 2026-10-01\n" GI) END,
      "plan, uit huis",
      (const char *const[]){"Aanleiding", "Verantwoording", "Onderzoek", "Visie van de ouders", "Visie van de jeugdige",
                            "Beschermende en belemmerende factoren", "Veiligheid", "Doelen", "Hulp thuis", "Omgang",
                            "Terugplaatsing", NULL});
  each_required_part_once(
      FRONT("verzoekschrift", "spoed: ja\nmaatregel: [voorlopige-ondertoezichtstelling]\n" RAAD) END, "verzoek, spoed",
      (const char *const[]){"Aanleiding", "Verantwoording", "Onderzoek", "Visie van de ouders", "Visie van de jeugdige",
                            "Beschermende en belemmerende factoren", "Afweging", "Verzoek", "Gronden",
                            "Gesprek met de jeugdige", "Spoed", NULL});
  each_required_part_once(
      FRONT("verzoekschrift", "verlenging: ja\nmaatregel: [verlenging-ondertoezichtstelling]\nverloopt: 2027-03-01\n" GI) END,
      "verzoek, verlenging",
      (const char *const[]){"Aanleiding", "Verantwoording", "Onderzoek", "Visie van de ouders", "Visie van de jeugdige",
                            "Beschermende en belemmerende factoren", "Afweging", "Verzoek", "Gronden",
                            "Gesprek met de jeugdige", "Evaluatie", NULL});
}

static const char *read_sample(bv_arena *arena, const char *name) {
  size_t length;
  const char *markdown = bv_file_read(arena, bv_sprintf(arena, "%s/samples/%s.md", SOURCE_DIR, name), 1 << 20, &length);
  cr_assert(markdown != NULL, "%s", name);
  return markdown;
}

Test(structure, complete_drafts_lack_nothing) {
  static const char *const samples[] = {"raadsrapport", "plan-van-aanpak", "verzoekschrift-spoed"};
  for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
    bv_arena *arena = bv_arena_new();
    const char *markdown = read_sample(arena, samples[i]);
    checked c = check(markdown);
    cr_assert(eq(sz, count(c, NULL, ""), 0), "%s", samples[i]);
    done(c);
    bv_arena_free(arena);
  }
}

/* The draft without the `##` section whose header has that class. */
static char *without_part(bv_arena *arena, const char *markdown, const char *class_name) {
  const char *mark = bv_sprintf(arena, " .%s", class_name), *start = markdown, *end;
  for (start = strstr(markdown, "\n## "); start; start = strstr(start + 1, "\n## ")) {
    const char *line_end = strchr(start + 1, '\n'), *found = strstr(start, mark);
    if (found && found < line_end && strchr(" }", found[strlen(mark)]))
      break;
  }
  cr_assert(start != NULL, "%s", class_name);
  end = strstr(start + 1, "\n## ");
  bv_buf buf = bv_buf_new(arena);
  bv_buf_add(&buf, markdown, (size_t)(start - markdown));
  bv_buf_puts(&buf, end ? end : "\n");
  return buf.bytes;
}

Test(structure, each_part_is_missed_when_it_is_left_out) {
  static const struct { const char *class_name, *rule; } parts[] = {
      {"aanleiding", "opbouw/onderdeel"},      {"verantwoording", "opbouw/onderdeel"}, {"visie-ouders", "opbouw/visie"},
      {"visie-jeugdige", "opbouw/visie"},      {"factoren", "opbouw/factoren"},        {"kernoordelen", "opbouw/kernoordelen"},
      {"afweging", "opbouw/afweging"},         {"hulp-thuis", "opbouw/hulp-thuis"},    {"omgang", "opbouw/omgang"},
      {"terugplaatsing", "opbouw/terugplaatsing"}, {"besluit", "opbouw/onderdeel"},
      {"termijn", "opbouw/aanvaardbare-termijn"},  {"rechten", "opbouw/rechten"}};
  bv_arena *kept = bv_arena_new();
  const char *markdown = read_sample(kept, "raadsrapport");
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    bv_arena *arena = bv_arena_new();
    checked c = check(without_part(arena, markdown, parts[i].class_name));
    cr_assert(eq(sz, count(c, parts[i].rule, ""), 1), "%s", parts[i].class_name);
    done(c);
    bv_arena_free(arena);
  }
  bv_arena_free(kept);
}

Test(structure, parts_are_known_by_class_or_title_and_must_hold_text) {
  checked c = check(FRONT("raadsrapport", "maatregel: [geen]\n" RAAD) END
                    "## 1. AANLEIDING\n\nSchool belde.\n\n## Hoe het zo kwam {.verantwoording}\n\n### Leeg\n\n"
                    "## Conclusie\n\n::: {.voor-ouders}\nDit is niet de tekst zelf.\n:::\n\n"
                    "## Visie van de ouders\n\n[]{.mening bron=opsteller}\n\n-\n\n## Rechten\n\nX\n");
  cr_assert(eq(sz, count(c, "opbouw/onderdeel", "\"Aanleiding\""), 1), "a part that bears claims has none");
  cr_assert(find(c, "\"Aanleiding\"") && strstr(find(c, "\"Aanleiding\"")->message, "geen enkele bewering"));
  cr_assert(eq(sz, count(c, "opbouw/onderdeel", "\"Verantwoording\" is leeg"), 1), "a heading is no text");
  cr_assert(eq(sz, count(c, "opbouw/onderdeel", "\"Besluit\" is leeg"), 1), "plain text for parents is no text");
  cr_assert(eq(sz, count(c, "opbouw/visie", "\"Visie van de ouders\" is leeg"), 1), "an empty claim and an empty item are no text");
  cr_assert(eq(sz, count(c, NULL, "\"Rechten\" is leeg"), 0), "a letter is");
  cr_assert(eq(u32, bv_source_position(c.document->source, find(c, "\"Verantwoording\" is leeg")->range.start).line, 15));
  done(c);
}

Test(structure, an_option_of_that_name_is_not_the_part) {
  checked c = check(FRONT("raadsrapport", PLACEMENT RAAD) END
                    "## Afweging {.afweging .mening bron=opsteller}\n\n### Thuis {.optie .hulp-thuis uitkomst=afgewezen}\n\n"
                    "De hulp begint te laat.\n\n::: {.hulp-thuis}\nGezinshulp is bekeken.\n:::\n");
  cr_assert(eq(sz, count(c, "opbouw/hulp-thuis", "ontbreekt"), 1));
  cr_assert(eq(sz, count(c, "opbouw/afweging", "het aantal opties dat is afgewogen is 1"), 1));
  cr_assert(eq(sz, count(c, "opbouw/afweging", "gedragswetenschapper"), 1));
  cr_assert(eq(sz, count(c, "opbouw/afweging", "jurist"), 1));
  cr_assert(eq(sz, count(c, "opbouw/alternatieven", "het netwerk"), 1));
  cr_assert(eq(sz, count(c, "opbouw/alternatieven", "hulp thuis in plaats"), 0));
  done(c);
}

Test(structure, no_lawyer_is_asked_for_outside_the_raad) {
  checked c = check(FRONT("verzoekschrift", PLACEMENT GI) END
                    "## Afweging {.afweging .mening bron=opsteller}\n\nGeen gedragswetenschapper dacht mee.\n");
  cr_assert(eq(sz, count(c, "opbouw/afweging", "jurist"), 0));
  cr_assert(eq(sz, count(c, "opbouw/afweging", "gedragswetenschapper"), 1), "\"geen …\" is no mention");
  done(c);
}

Test(structure, judgements_are_told_apart_by_number) {
  checked c = check(FRONT("raadsrapport", PLACEMENT RAAD) END
                    "## Kernoordelen {.kernoordelen .mening bron=opsteller}\n\n### Een {.kernoordeel nr=1}\n\nDat vindt de Raad.\n\n"
                    "### Twee {.kernoordeel nr=2}\n\n::: {.voor-ouders}\nDit is voor u.\n:::\n\n### Drie {.kernoordeel nr=drie}\n\nOok dit.\n\n"
                    "### Vier {.kernoordeel nr=4}\n\nEn dit.\n");
  cr_assert(eq(sz, count(c, "opbouw/kernoordelen", ""), 3));
  cr_assert(eq(sz, count(c, "opbouw/kernoordelen", "kernoordeel 2 is leeg"), 1));
  cr_assert(eq(sz, count(c, "opbouw/kernoordelen", "kernoordeel 3 ontbreekt"), 1));
  cr_assert(eq(sz, count(c, "opbouw/kernoordelen", "kernoordeel 5 ontbreekt"), 1));
  done(c);
}

Test(structure, goals_say_who_what_and_when) {
  checked c = check(FRONT("plan-van-aanpak", "maatregel: [ondertoezichtstelling]\n" GI) END
                    "## Doelen {.doelen .mening bron=opsteller}\n\n::: {.doel wie=moeder gereed=2027-02-01}\nMoeder slaapt weer.\n:::\n\n"
                    "::: {.doel wie=moeder gereed=binnenkort}\nMoeder lost haar schulden af.\n:::\n\n### Rust {.doel gereed=2027-02-01}\n");
  cr_assert(eq(sz, count(c, "opbouw/doelen", ""), 2));
  cr_assert(eq(sz, count(c, "opbouw/doelen", "\"Moeder lost haar schulden af.\" staat niet wanneer het bereikt is"), 1));
  cr_assert(eq(sz, count(c, "opbouw/doelen", "\"Rust\" staat niet wie eraan werkt en wat er bereikt moet zijn"), 1));
  done(c);
}

Test(structure, children_are_spoken_to_by_age) {
  checked c = check(FRONT("raadsrapport", "maatregel: [geen]\n" RAAD)
                    "personen:\n  - {id: a, rol: jeugdige, naam: Anna, geboren: 2014-11-20}\n"
                    "  - {id: b, rol: jeugdige, naam: Bram, geboren: 2014-11-21}\n"
                    "  - {id: c, rol: jeugdige, naam: Cas, geboren: 2020-11-21}\n"
                    "  - {id: d, rol: jeugdige, naam: Dina, geboren: 2010-01-01, geen-gesprek: Dina wilde dit niet.}\n"
                    "  - {id: e, rol: jeugdige, naam: Emre, geboren: 2010-01-01}\n"
                    "  - {id: f, rol: ouder, naam: Fleur, geboren: 1985-01-01}\n"
                    "bronnen:\n  - {id: g-e, soort: gesprek, persoon: e, datum: 2026-11-01}\n"
                    "  - {id: o-a, soort: observatie, persoon: a, datum: 2026-11-01}\n" END);
  cr_assert(eq(sz, count(c, "opbouw/jeugdige-gehoord", ""), 1));
  cr_assert(eq(sz, count(c, "opbouw/jeugdige-gehoord", "Anna (12 jaar)"), 1), "twelve today; watching is no conversation");
  cr_assert(eq(sz, count(c, "opbouw/jeugdige-gesproken", "Bram (11 jaar)"), 1));
  cr_assert(eq(sz, count(c, "opbouw/jeugdige-gesproken", ""), 1), "Cas is five");
  done(c);
}

/* Findings of the rule on a front matter and a body. */
static size_t on(const char *rule, const char *markdown) {
  checked c = check(markdown);
  size_t found = count(c, rule, "dagen");
  done(c);
  return found;
}

Test(structure, terms_run_to_the_day) {
  cr_assert(eq(sz, on("opbouw/termijn", FRONT("raadsrapport", "verzoek-ontvangen: 2026-10-01\nonderzoek-gestart: 2026-10-11\n" RAAD) END), 0));
  cr_assert(eq(sz, on("opbouw/termijn", FRONT("raadsrapport", "verzoek-ontvangen: 2026-10-01\nonderzoek-gestart: 2026-10-12\n" RAAD) END), 1));
  cr_assert(eq(sz, on("opbouw/termijn", FRONT("raadsrapport", "verzoek-ontvangen: 2026-10-01\nonderzoek-gestart: 2026-10-12\n" RAAD) END
                                        "## Verantwoording\n\nEr was een wachtlijst van drie weken.\n"), 0), "explained");
  cr_assert(eq(sz, on("opbouw/termijn", FRONT("plan-van-aanpak", "maatregel-sinds: 2026-10-09\n" GI) END), 0));
  cr_assert(eq(sz, on("opbouw/termijn", FRONT("plan-van-aanpak", "maatregel-sinds: 2026-10-08\n" GI) END), 1));
  cr_assert(eq(sz, on("opbouw/termijn", FRONT("verzoekschrift", "verlenging: ja\nverloopt: 2027-01-15\n" GI) END), 0));
  cr_assert(eq(sz, on("opbouw/termijn", FRONT("verzoekschrift", "verlenging: ja\nverloopt: 2027-01-14\n" GI) END), 1));
  cr_assert(eq(sz, on("opbouw/termijn", FRONT("verzoekschrift", "verlenging: nee\nverloopt: 2027-01-14\n" GI) END), 0));
  cr_assert(eq(sz, on("opbouw/eerste-contact", FRONT("plan-van-aanpak", "maatregel-sinds: 2026-11-01\neerste-contact: 2026-11-09\n" GI) END), 1));
}

Test(structure, two_years_of_placement_ask_for_advice) {
  static const char front[] = "verlenging: ja\nmaatregel: [verlenging-machtiging-uithuisplaatsing]\nverloopt: 2027-03-01\n" GI;
  struct { const char *since, *body; size_t expected; } cases[] = {
      {"2024-11-21", "", 0},
      {"2024-11-20", "", 1},
      {"2024-11-20", "## Gronden\n\n[De Raad adviseerde op 3 november 2026 om te verlengen.]{.feit bron=opsteller}\n", 0},
      {"2020-02-29", "## Gronden\n\n[Het advies van de Raad is nog niet binnen.]{.feit bron=opsteller}\n", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    checked c = check(bv_sprintf(arena, FRONT("verzoekschrift", "uithuisgeplaatst-sinds: %s\n%s") END "%s", cases[i].since, front,
                                 cases[i].body));
    cr_assert(eq(sz, count(c, "opbouw/advies-raad", ""), cases[i].expected), "%s %s", cases[i].since, cases[i].body);
    done(c);
    bv_arena_free(arena);
  }
}

Test(structure, the_view_that_is_not_followed_is_answered) {
  static const char body[] = "## Visie van de ouders\n\n[Vader wil niet dat Kim bij tante woont.]{.mening bron=opsteller}\n\n"
                             "## Besluit\n\n[De Raad verzoekt om een machtiging voor een half jaar.]{.mening bron=opsteller}\n";
  bv_arena *arena = bv_arena_new();
  const char *front = FRONT("raadsrapport", PLACEMENT RAAD) END;
  checked c = check(bv_sprintf(arena, "%s%s\n## Afweging\n\nWij wogen alles.\n", front, body));
  cr_assert(eq(sz, count(c, "opbouw/afwijking", ""), 1));
  done(c);
  c = check(bv_sprintf(arena, "%s%s\n## Afweging\n\nDe Raad volgt vader hierin niet, omdat Kim daar zelf om vroeg.\n", front, body));
  cr_assert(eq(sz, count(c, "opbouw/afwijking", ""), 0));
  done(c);
  bv_arena_free(arena);
}

Test(structure, a_house_kind_works) {
  static const char kind[] =
      "<soort xmlns='urn:bronvast:soort:1' naam='raadsrapport' op-basis-van='raadsrapport'>"
      "<vervalt klasse='factoren'/>"
      "<veld naam='team' type='datum' titel='sinds wanneer het team meekijkt' verplicht='ja' norm='Huisregel 1'/>"
      "<onderwerp naam='tolk' titel='de tolk'><woord>tolk(en)</woord></onderwerp>"
      "<onderdeel klasse='afweging' titel='Wat wij overwogen'/>"
      "<onderdeel klasse='samenvatting' titel='In het kort' norm='Huisregel 2'>"
      "<noemt onderwerpen='tolk'/></onderdeel></soort>";
  checked c = check_with(kind, FRONT("raadsrapport", "maatregel: [geen]\n" RAAD) END "## Wat wij overwogen\n\nVeel.\n");
  cr_assert(eq(sz, count(c, "opbouw/factoren", ""), 0), "the part that was dropped is not asked for");
  cr_assert(eq(sz, count(c, "opbouw/afweging", "ontbreekt"), 0), "the part goes by its new title");
  cr_assert(eq(sz, count(c, "opbouw/onderdeel", "\"In het kort\" ontbreekt"), 1), "the part that was added");
  cr_assert(eq(str, (char *)find(c, "\"In het kort\"")->norm, "Huisregel 2"));
  cr_assert(eq(sz, count(c, "markup/voorblad", "op het voorblad ontbreekt team"), 1));
  done(c);
  c = check_with(kind, FRONT("raadsrapport", "team: gisteren\nmaatregel: [geen]\n" RAAD) END
                 "## Samenvatting {.samenvatting}\n\n[De Raad sprak zonder hulp.]{.feit bron=opsteller}\n");
  cr_assert(eq(sz, count(c, "opbouw/onderdeel", "\"Samenvatting\" zegt niets over de tolk"), 1));
  cr_assert(eq(sz, count(c, "markup/voorblad", "team is geen datum"), 1));
  done(c);
}

/* A part that a house kind asks under a condition, asked of a draft of which that is just so, or just not. */
Test(structure, a_house_kind_asks_a_part_when_its_conditions_hold) {
#define CHILD(day) "personen:\n  - {id: a, rol: jeugdige, naam: Anna, geboren: " day "}\n"
  static const struct { const char *conditions, *front; size_t asked; } cases[] = {
      {"<als leeftijd-vanaf='16'/>", CHILD("2010-11-20"), 1},
      {"<als leeftijd-vanaf='16'/>", CHILD("2010-11-21"), 0},
      {"<als leeftijd-vanaf='16'/>", CHILD("2020-01-01") "  - {id: b, rol: ouder, naam: Bo, geboren: 1985-01-01}\n", 0},
      {"<als leeftijd-vanaf='16'/>", CHILD("2020-01-01") "  - {id: b, rol: jeugdige, naam: Bo, geboren: 2009-01-01}\n", 1},
      {"<tenzij leeftijd-vanaf='16'/>", CHILD("2010-11-20"), 0},
      {"<tenzij leeftijd-vanaf='16'/>", CHILD("2010-11-21"), 1},
      {"<als ouders='2'/>", "personen:\n  - {id: a, rol: ouder, naam: Bo}\n  - {id: b, rol: ouder, naam: Cas}\n", 1},
      {"<als ouders='2'/>", "personen:\n  - {id: a, rol: ouder, naam: Bo}\n  - {id: b, rol: netwerk, naam: Cas}\n", 0},
      {"<als maatregel='een'/>", "maatregel: [geen]\n", 0},
      {"<als maatregel='machtiging-uithuisplaatsing'/>", PLACEMENT, 1},
      {"<als spoed='ja'/>", "spoed: ja\n", 1},
      {"<als spoed='ja'/>", "spoed: nee\n", 0},
      {"<als verlenging='ja'/>", "verlenging: ja\n", 1},
      {"<als verlenging='ja'/>", "maatregel: [verlenging-ondertoezichtstelling]\n", 1},
      {"<als verlenging='ja'/>", "maatregel: [ondertoezichtstelling]\n", 0},
      {"<als uithuisplaatsing='gevraagd'/>", PLACEMENT, 1},
      {"<als uithuisplaatsing='gevraagd'/>", "uithuisgeplaatst-sinds: 2026-01-01\n", 0},
      {"<als uithuisplaatsing='loopt'/>", "uithuisgeplaatst-sinds: 2026-01-01\n", 1},
      {"<als uithuisplaatsing='loopt'/>", PLACEMENT, 0},
      {"<als uithuisplaatsing='gevraagd-of-loopt'/>", "uithuisgeplaatst-sinds: 2026-01-01\n", 1},
      {"<als uithuisplaatsing='gevraagd-of-loopt'/>", "", 0},
      {"<als uithuisgeplaatst-jaren='2'/>", "uithuisgeplaatst-sinds: 2024-11-20\n", 1},
      {"<als uithuisgeplaatst-jaren='2'/>", "uithuisgeplaatst-sinds: 2024-11-21\n", 0},
      {"<als organisatie='jeugdbescherming'/>", GI, 1},
      {"<als organisatie='jeugdbescherming'/>", RAAD, 0},
      {"<als veld='verloopt'/>", "verloopt: 2027-03-01\n", 1},
      {"<als spoed='ja'/><als ouders='1'/>", "spoed: ja\n", 0},
      {"<als spoed='ja'/><tenzij ouders='1'/>", "spoed: ja\n", 1},
      {"<als spoed='ja'/><tenzij ouders='1'/>", "spoed: ja\npersonen:\n  - {id: a, rol: ouder, naam: Bo}\n", 0}};
#undef CHILD
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    const char *kind = bv_sprintf(arena,
                                  "<soort xmlns='urn:bronvast:soort:1' naam='verzoekschrift' op-basis-van='verzoekschrift'>"
                                  "<onderdeel klasse='extra' titel='Wat wij nog vragen'>%s</onderdeel></soort>",
                                  cases[i].conditions);
    checked c = check_with(kind, bv_sprintf(arena, FRONT("verzoekschrift", "%s") END "## Aanleiding\n", cases[i].front));
    cr_expect(eq(sz, count(c, "opbouw/onderdeel", "\"Wat wij nog vragen\" ontbreekt"), cases[i].asked), "%s %s", cases[i].conditions,
              cases[i].front);
    done(c);
    bv_arena_free(arena);
  }
}

Test(structure, a_key_of_a_house_kind_has_its_type) {
  static const char kind[] = "<soort xmlns='urn:bronvast:soort:1' naam='raadsrapport' op-basis-van='raadsrapport'>"
                             "<veld naam='proef' type='ja-nee' titel='of dit een proef is'/>"
                             "<veld naam='team' type='tekst' titel='welk team'/></soort>";
  static const struct { const char *lines; size_t wrong; } cases[] = {
      {"proef: ja\n", 0}, {"proef: nee\n", 0}, {"proef: misschien\n", 1}, {"proef: [ja]\n", 1},
      {"team: Noord\n", 0}, {"team: [Noord]\n", 1}, {"proef: nja\nteam: {a: b}\n", 2}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    checked c = check_with(kind, bv_sprintf(arena, "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n%s---\n\n## Deel\n", cases[i].lines));
    cr_expect(eq(sz, count(c, "markup/voorblad", "proef ") + count(c, "markup/voorblad", "team "), cases[i].wrong), "%s", cases[i].lines);
    done(c);
    bv_arena_free(arena);
  }
}

/* A house may ask for a key of the format itself, and cannot make something else of it. */
Test(structure, the_keys_of_the_format_keep_their_type) {
  static const char *const keys[] = {"bronvast", "kenmerk", "status", "maatregel", "personen", "verlenging", "verzoek-ontvangen"};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    bv_arena *arena = bv_arena_new();
    const char *type = strcmp(keys[i], "verzoek-ontvangen") == 0 ? "ja-nee" : "datum";
    checked c = check_with(bv_sprintf(arena,
                                      "<soort xmlns='urn:bronvast:soort:1' naam='verzoekschrift' op-basis-van='verzoekschrift'>"
                                      "<veld naam='%s' type='%s' titel='van ons' verplicht='ja'/></soort>",
                                      keys[i], type),
                           FRONT("verzoekschrift", "maatregel: [geen]\nverlenging: nee\nverzoek-ontvangen: 2026-10-01\n"
                                                   "personen:\n  - {id: a, rol: jeugdige, naam: Anna, geboren: 2014-11-20}\n" RAAD) END);
    cr_expect(eq(sz, count(c, "markup/voorblad", keys[i]), 0), "%s", keys[i]);
    done(c);
    bv_arena_free(arena);
  }
}

Test(structure, an_unknown_kind_and_hostile_structure_are_survived) {
  done(check(FRONT("brief", RAAD) END "## Aanleiding\n\nTekst.\n"));
  bv_arena *arena = bv_arena_new();
  bv_buf buf = bv_buf_new(arena);
  bv_buf_puts(&buf, FRONT("raadsrapport", PLACEMENT RAAD) END);
  for (int i = 0; i < 20000; i++)
    bv_buf_printf(&buf, "## %d. Omgang {.omgang .optie .doel .kernoordeel nr=%d}\n\n", i, i);
  done(check(buf.bytes));
  bv_arena_free(arena);
}
