/* The numbers that can be set: where they stand in the file, our value, and what is still sensible. */
#include <stddef.h>

#include "check/config.h"

#define TERM(name) offsetof(bv_config, terms) + BV_TERM_##name * sizeof(int)
#define READABILITY(field) offsetof(bv_config, readability.field)

const bv_config_number bv_config_numbers[] = {
    {NULL, "oud-na-jaren", offsetof(bv_config, old_after_years), 1, 18, 2, "informatie die ouder is, vraagt noodzaak"},
    {"termijnen", "raadsonderzoek", TERM(RAADSONDERZOEK), 1, 365, 10, "dagen van verzoek tot start van het onderzoek"},
    {"termijnen", "plan-van-aanpak", TERM(PLAN_VAN_AANPAK), 1, 365, 42, "dagen van maatregel tot plan: zes weken"},
    {"termijnen", "verlenging", TERM(VERLENGING), 1, 365, 56, "dagen van verzoek tot afloop: acht weken"},
    {"termijnen", "eerste-contact", TERM(EERSTE_CONTACT), 1, 365, 7, "dagen tot het eerste contact: vijf werkdagen"},
    {"termijnen", "perspectief-toetsing", TERM(PERSPECTIEF_TOETSING), 1, 365, 92,
     "dagen van perspectiefbesluit tot verzoek: drie maanden"},
    {"termijnen", "reactie", offsetof(bv_config, reaction_days), 1, 365, 7, "dagen om op het rapport te reageren"},
    {"leesbaarheid", "gemiddelde-zin", READABILITY(average_words), 5, 40, 12, "woorden, gemiddeld"},
    {"leesbaarheid", "lange-zin", READABILITY(long_sentence), 5, 80, 15, "woorden"},
    {"leesbaarheid", "te-lange-zin", READABILITY(longer_sentence), 5, 80, 20, "woorden"},
    {"leesbaarheid", "bijzinnen", READABILITY(clauses), 0, 10, 1, "hoogstens in een zin"},
    {"leesbaarheid", "lijdend-procent", READABILITY(passive_percent), 0, 100, 10, "zinnen in de lijdende vorm, hoogstens"},
    {"leesbaarheid", "alinea", READABILITY(paragraph_words), 20, 1000, 100, "woorden, hoogstens"},
    {"leesbaarheid", "flesch-douma", READABILITY(flesch_douma), 0, 100, 60, "minstens"},
};
_Static_assert(sizeof bv_config_numbers / sizeof *bv_config_numbers == BV_SETTING_PROFESSIONS,
               "the numbers come first in bv_setting, in its order");
const size_t bv_config_number_count = sizeof bv_config_numbers / sizeof *bv_config_numbers;
