/* Where words are a judgement: each sentence beside a twin in which the same words tell what was seen. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

#include "../support/drafts.h"
#include "base/buf.h"
#include "read/read.h"

typedef struct twins {
  const char *judgement, *innocent;
} twins;

static bool is_judged(const char *sentence) {
  char body[512];
  snprintf(body, sizeof body, "## Thuis {.onderzoek}\n\n[%s]{.feit bron=verzuim}\n", sentence);
  return bv_raised_in(body, "label/feit-is-oordeel") + bv_raised_in(body, "label/deskundig-oordeel") > 0;
}

static void expect_twins(const twins *all, size_t count) {
  for (size_t i = 0; i < count; i++) {
    cr_expect(is_judged(all[i].judgement), "%s", all[i].judgement);
    cr_expect(not(is_judged(all[i].innocent)), "%s", all[i].innocent);
  }
}

Test(wording, how_somebody_comes_across) {
  static const twins all[] = {
      {"Vader gedraagt zich dreigend.", "Dreigend onweer hield vader thuis."},
      {"Moeder komt verward over.", "Moeder haalt de verward geraakte kabel los."},
      {"Moeder ziet er vermoeid uit.", "Moeder ziet de trein."},
      {"Vader staat wantrouwend tegenover de school.", "Vader staat tegenover de school."},
      {"De overdracht verloopt gespannen.", "De draad is gespannen."},
      {"Ilias laat zich niet troosten.", "Ilias laat zich optillen."},
      {"Vader is dreigend.", "Vader speelt in het stuk de dreigende wolf."}};
  expect_twins(all, sizeof all / sizeof *all);
}

Test(wording, how_things_are_between_people) {
  static const twins all[] = {
      {"Het contact tussen de ouders is slecht.", "De verbinding is slecht."},
      {"Moeder heeft een hechte band met oma.", "De hechte band van het pak schuurt."},
      {"De ontwikkeling van Sam is in het geding.", "De rechter behandelde het geding op 3 juni 2026."},
      {"Er is een gespannen sfeer.", "Er is een gespannen touw."}};
  expect_twins(all, sizeof all / sizeof *all);
}

Test(wording, who_it_is_about) {
  static const twins all[] = {
      {"Ouders staan niet open voor hulp.", "De winkels staan niet open voor negen uur."},
      {"De kinderen zitten in de knel.", "De vingers zitten in de knel."},
      {"Lars is jaloers.", "Regels zijn jaloers."},
      {"Sam is een druk kind.", "Sam is op een druk plein gevallen."},
      {"Vader is onvoldoende in beeld.", "Sam haalde een onvoldoende."},
      {"Moeder heeft een kort lontje.", "Het vuurwerk heeft een kort lontje."}};
  expect_twins(all, sizeof all / sizeof *all);
}

Test(wording, the_system_of_child_protection_is_no_family) {
  cr_expect(is_judged("Ouders slagen er niet in om rust te brengen."));
  cr_expect(not(is_judged("Jeugdbeschermers slagen er niet in om ouders en jeugdigen te bereiken.")));
}

Test(wording, what_everybody_says_has_one_finding) {
  static const char body[] = "## Thuis {.onderzoek}\n\n[Iedereen zegt dat Sam liegt.]{.feit bron=verzuim}\n";
  cr_expect(eq(sz, bv_raised_in(body, "bron/vaag"), 1));
  cr_expect(eq(sz, bv_raised_in(body, "label/feit-is-oordeel"), 0));
  cr_expect(is_judged("Sam liegt."));
}

Test(wording, letters_with_accents_are_letters) {
  cr_expect(is_judged("Moeder is snel geïrriteerd."));
  cr_expect(is_judged("Moeder is snel gei\xCC\x88rriteerd."));
  cr_expect(is_judged("Moeder biedt weinig continuïteit."));
}

Test(wording, when_somebody_comes_back_is_no_relative_date) {
  static const char back[] = "## Thuis {.onderzoek}\n\n[Vader kwam na tien minuten terug.]{.feit bron=verzuim}\n";
  static const char ago[] = "## Thuis {.onderzoek}\n\n[Vader kwam tien weken terug langs.]{.feit bron=verzuim}\n";
  static const char clock[] = "## Thuis {.onderzoek}\n\n[Sam kwam om 23.50 uur terug.]{.feit bron=verzuim}\n";
  cr_expect(eq(sz, bv_raised_in(back, "datum/relatief"), 0));
  cr_expect(eq(sz, bv_raised_in(clock, "datum/relatief"), 0));
  cr_expect(eq(sz, bv_raised_in(ago, "datum/relatief"), 1));
}

/* None of these words stands in a list; how they end says what they are. */
Test(wording, what_somebody_is_like_by_the_end_of_a_word) {
  static const twins all[] = {
      {"Moeder is gezeglijk.", "Moeder is werkzaam."},
      {"Thuis is vader vlijtig en stil.", "Thuis is vader vlijtig gaan verven."},
      {"De jongen is een zonnige baby geweest.", "Het was een zonnige dag met moeder."},
      {"Moeder zegt niets omdat zij schrokkerig is.", "Moeder zegt niets omdat zij zwijgplichtig is."},
      {"De samenwerking is stroperig.", "De saus van moeder is stroperig."},
      {"Vader is nogal kortaf.", "Vader is nogal verkouden."}};
  expect_twins(all, sizeof all / sizeof *all);
}

Test(wording, norms_predictions_and_conclusions) {
  static const twins all[] = {
      {"Van een achtjarige mag dit niet worden verlangd.", "De brief mag niet worden verscheurd."},
      {"Een kind van vier hoort om acht uur in bed te liggen.", "Een kind van vier hoorde om acht uur een knal."},
      {"Zonder ingrijpen gaat het met vader de verkeerde kant op.", "Zonder fiets gaat vader lopend naar zijn werk."},
      {"Moeder zal nog verder vastlopen.", "Moeder zal op 3 juni verhuizen."},
      {"Vader dreigt zijn baan te verliezen.", "Vader dreigt met een stok."},
      {"Vaders boosheid komt voort uit onmacht.", "Uit dit huwelijk kwamen twee kinderen voort."},
      {"Een terugval ligt voor de hand.", "Moeder ligt voor de deur."},
      {"De zolder is veel te klein.", "Er was niet veel te doen."}};
  expect_twins(all, sizeof all / sizeof *all);
}

Test(wording, what_goes_on_in_somebody) {
  static const twins all[] = {
      {"Yara is doodsbang.", "Yara is negen."},
      {"Moeder houdt zielsveel van haar kinderen.", "Moeder houdt van alle gesprekken een verslag bij."},
      {"Moeder durft haar man niet tegen te spreken.", "De durf van de voetballers is groot."},
      {"Vader deed dit uit jaloezie.", "Vader las voor uit zijn boek."},
      {"Ilias zoekt bij de juf de aandacht.", "Vader zoekt een woning in Zwolle."},
      {"Ouders nemen de ziekte niet serieus.", "Ouders nemen de bus."},
      {"Vader ziet het gevaar niet.", "Vader heeft de auto niet verzekerd."},
      {"Vader wijt dit aan de techniek.", "Het dorp ligt wijd en zijd open."}};
  expect_twins(all, sizeof all / sizeof *all);
}

Test(wording, what_only_an_expert_can_tell) {
  static const twins all[] = {
      {"Sam dissocieert.", "Sam kijkt naar buiten."},
      {"De gewetensontwikkeling van Sam stagneert.", "Moeder volgt een training emotieregulatie."},
      {"Mila loopt in haar taalontwikkeling achter.", "Mila loopt achter haar broer."}};
  expect_twins(all, sizeof all / sizeof *all);
}

/* No list knows these sentences: they speak in general, and nothing in them can be looked up. */
Test(wording, what_is_said_in_general) {
  static const twins all[] = {
      {"Moeder herkent de behoeften van haar baby onvoldoende.", "Moeder herkent haar jas op de foto van 3 juni niet."},
      {"Een lichtere vorm van hulp is voor Sam niet passend.", "Sam kreeg tot 3 juni een lichtere vorm van hulp en daarna niet."},
      {"Vader kan zich naar zijn dochter niet sterk uitspreken.", "Vader kan op maandag niet vroeg komen."},
      {"Moeder laat anderen voor haar eigen verantwoordelijkheid opdraaien.", "Moeder laat anderen voor."}};
  expect_twins(all, sizeof all / sizeof *all);
}

/* In a draft, "de hulp" is the help of this family: a short sentence about it is about them. */
Test(wording, what_is_said_of_the_case) {
  static const twins all[] = {
      {"De ingezette hulp heeft onvoldoende opgeleverd.", "De ingezette hulp begon op 3 juni."},
      {"Het netwerk is niet steunend.", "Als het netwerk niet steunend is, volgt een plan."},
      {"De kinderen krijgen geen ruimte voor hun verdriet.", "De kinderen krijgen kaas."},
      {"Er is in huis weinig structuur.", "Er is in huis een bad."},
      {"Een thuisplaatsing is niet haalbaar.", "Een trein van negen uur is niet haalbaar."},
      {"De opvoeding is ouderwets.", "De kachel is ouderwets."},
      {"De strijd heeft zijn weerslag op Sam.", "De strijd op het bord won Sam."}};
  expect_twins(all, sizeof all / sizeof *all);
}

/* Words that judge or colour in other sentences, and here tell what was seen. */
Test(wording, plain_events_stay_facts) {
  static const char *const all[] = {"Moeder gaf de baby melk aan de fles.",         "Sam wuifde naar oma.",
                                    "Het stormde toen moeder vertrok.",             "Moeder draagt Sam op haar heupen.",
                                    "Moeder vluchtte in de badkamer.",              "Vader bleef buiten omdat oma erbij was.",
                                    "Sam bereidt zich beter voor op de toets.",     "Vader had zijn paspoort moeten tonen.",
                                    "Sam keek met moeder naar een scène uit de film.", "Met zijn hoofd is Sam tegen de kast gevallen.",
                                    "De fiets van Sam is toe aan een nieuwe band.", "Aan een muur op school hangt het rooster van Sam."};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    char body[256];
    snprintf(body, sizeof body, "## Thuis {.onderzoek}\n\n[%s]{.feit bron=verzuim}\n", all[i]);
    cr_expect(eq(sz, bv_raised_in(body, "label/feit-is-oordeel"), 0), "%s", all[i]);
    cr_expect(eq(sz, bv_raised_in(body, "label/kleuring"), 0), "%s", all[i]);
  }
}

/* Verbs of saying that tell what was done, and words of judgement in what something is called. */
Test(wording, what_only_resembles_saying_or_judging) {
  static const char *const all[] = {"Hoewel de deur openstond, belde vader aan.",
                                    "Van de tien ochtenden die volgden, meldde Sam zich er zeven.",
                                    "Gevraagd naar huis, zegt Sam: 'Daar is de hond.'",
                                    "Sam zou bij zijn tante overnachten.",
                                    "De kinderrechter heeft oma op de zitting van 5 juni niet gehoord.",
                                    "Volgens de regeling gaat Sam op zondag naar vader.",
                                    "Sam woont op groep De Veilige Haven.",
                                    "Als doel is vastgelegd dat Sam veilig opgroeit.",
                                    "Sam is te vroeg geboren.",
                                    "Moeder is tweeëntwintig."};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    char body[256];
    snprintf(body, sizeof body, "## Thuis {.onderzoek}\n\n[%s]{.feit bron=verzuim}\n", all[i]);
    cr_expect(eq(sz, bv_raised_in(body, "label/feit-is-horen-zeggen"), 0), "%s", all[i]);
    cr_expect(eq(sz, bv_raised_in(body, "label/feit-is-oordeel"), 0), "%s", all[i]);
  }
}

/* What is said of people in general, and a plan that nobody is in, is not about this family. */
Test(wording, what_is_said_of_people_in_general_is_no_judgement) {
  cr_expect(not(is_judged("Jeugdigen hebben altijd behoefte aan een netwerk.")));
  cr_expect(not(is_judged("Het werk van de gemeente blijft zonder goede basis.")));
}

/* How often a rule is raised on the sentence when the front page has that name. */
static size_t raised_under_name(const char *rule, const char *name, const char *sentence) {
  bv_arena *arena = bv_arena_new();
  const char *draft = bv_sprintf(arena,
                                 "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-01\npersonen:\n"
                                 "  - id: kind\n    rol: jeugdige\n    naam: %s\n---\n\n"
                                 "## Thuis {.onderzoek}\n\n[%s]{.feit bron=opsteller datum=2026-10-01}\n",
                                 name, sentence);
  bv_document *document = bv_checked(draft);
  size_t count = bv_raised(document, rule);
  bv_document_free(document);
  bv_arena_free(arena);
  return count;
}

/* "Warren" ends as a plural does: only the front page tells that it is a boy. */
Test(wording, who_stands_on_the_front_page_is_somebody) {
  static const char judged[] = "Warren is driftig.", ill[] = "Warren is verslaafd aan cannabis.";
  cr_expect(eq(sz, raised_under_name("label/feit-is-oordeel", "Warren Bos", judged), 1));
  cr_expect(eq(sz, raised_under_name("label/feit-is-oordeel", "Karel Bos", judged), 0));
  cr_expect(eq(sz, raised_under_name("diagnose/ongelabeld", "Warren Bos", ill), 1));
  cr_expect(eq(sz, raised_under_name("diagnose/ongelabeld", "Karel Bos", ill), 0));
}
