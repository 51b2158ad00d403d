#include "model/vocabulary.h"

#include <string.h>

#include "base/nearest.h"
#include "base/same.h"

#define WORDS(name, ...)                                                                                             \
  static const char *const name##_items[] = {__VA_ARGS__};                                                           \
  const bv_words name = {name##_items, sizeof name##_items / sizeof *name##_items}

WORDS(bv_known_classes,
      /* labels and marks */
      "feit", "mening", "horen-zeggen", "diagnose", "toelichting", "reactie", "voor-ouders", "kernoordeel", "optie",
      "doel",
      /* parts */
      "aanleiding", "verantwoording", "onderzoek", "visie-ouders", "visie-jeugdige", "factoren", "kernoordelen",
      "afweging", "besluit", "omgang", "terugplaatsing", "hulp-thuis", "perspectief", "rechten", "veiligheid", "doelen",
      "familiegroepsplan", "evaluatie", "verzoek", "gronden", "spoed", "gesprek-jeugdige", "termijn",
      /* topics */
      "thuis", "school", "gezondheid", "vrije-tijd", "werk", "geld", "wonen", "netwerk", "andere-ouder", "schade",
      "beschermend", "belemmerend");

WORDS(bv_known_attributes, "bron", "datum", "van", "over", "gesteld-door", "gesteld-op", "status", "overgenomen-uit",
      "noodzaak", "weerspreekt", "vertrouwelijk", "reden", "ouders", "negeer", "op", "besluit", "bij", "nr", "uitkomst",
      "wie", "gereed");

WORDS(bv_front_keys, "bronvast", "soort", "kenmerk", "datum", "status", "spoed", "maatregel", "opsteller",
      "reactietermijn", "personen", "bronnen", "verzoek-ontvangen", "onderzoek-gestart", "maatregel-sinds",
      "uithuisgeplaatst-sinds", "verlenging", "verloopt", "zitting", "eerste-contact", "perspectiefbesluit");
WORDS(bv_author_keys, "naam", "functie", "organisatie");
WORDS(bv_person_keys, "id", "rol", "naam", "geboren", "gezag", "functie", "organisatie", "relatie", "geslacht", "taal",
      "tolk", "vertaling", "geen-reactie", "geen-gesprek");
WORDS(bv_source_keys, "id", "soort", "persoon", "titel", "auteur", "functie", "organisatie", "datum", "in-bezit",
      "aangekondigd", "geaccordeerd", "bijlage", "tolk", "reden");

WORDS(bv_kinds, "raadsrapport", "plan-van-aanpak", "verzoekschrift");
WORDS(bv_measures, "ondertoezichtstelling", "voorlopige-ondertoezichtstelling", "machtiging-uithuisplaatsing",
      "spoedmachtiging-uithuisplaatsing", "verlenging-ondertoezichtstelling", "verlenging-machtiging-uithuisplaatsing",
      "gezagsbeeindigende-maatregel", "geen");
/* In the order of bv_role and bv_source_kind, from their second value on. */
WORDS(bv_roles, "jeugdige", "ouder", "verzorger", "netwerk", "professional", "ander");
WORDS(bv_source_kinds, "gesprek", "document", "observatie", "melding", "eerder-rapport", "uitspraak", "registratie");
WORDS(bv_decisions, "verwerkt", "deels", "niet-verwerkt");
/* In the order of bv_term_name. */
WORDS(bv_term_names, "raadsonderzoek", "plan-van-aanpak", "verlenging", "eerste-contact", "perspectief-toetsing");
WORDS(bv_yes_no, "ja", "nee");
WORDS(bv_diagnosis_status, "bevestigd", "niet-bevestigd");
WORDS(bv_outcomes, "gekozen", "afgewezen");
WORDS(bv_judgement_numbers, "1", "2", "3", "4", "5");
WORDS(bv_states, "concept", "definitief");
WORDS(bv_genders, "m", "v", "x");

int bv_words_find(const bv_words *words, const char *word) {
  for (size_t i = 0; i < words->count; i++)
    if (bv_same(words->items[i], word))
      return (int)i;
  return -1;
}

const char *bv_words_nearest(const bv_words *words, const char *word) {
  return bv_nearest(word, words->items, words->count);
}
