/* The front matter of generated drafts: each kind of document with keys of its own, each role, each kind of source. */
#include "chance.h"

const char *const bv_generated_people[] = {"kind", "zus", "moeder", "vader", "pleeg", "oma", "mentor", "buur"};
const char *const bv_generated_sources[] = {"verzuim", "psych", "g-moeder", "g-vader", "g-kind", "g-oma",
                                            "melding", "observatie", "uitspraak", "raad-2023", "opsteller"};
const char *const bv_kept_sources[] = {"dossier", "g-mentor"};

static const char *yes_or_no(bv_generator *g) { return bv_chance(g, 50) ? "ja" : "nee"; }

/* A value of a few marked words between quotation marks, behind its key. */
static void put_words(bv_generator *g, const char *key, unsigned count) {
  fprintf(g->out, ", %s: \"", key);
  bv_put_plain_words(g, count);
  fputs("\"", g->out);
}

/* The same, now and then. */
static void put_some(bv_generator *g, const char *key, uint32_t percent) {
  if (bv_chance(g, percent))
    put_words(g, key, 2);
}

static void put_head(bv_generator *g, uint32_t seed) {
  static const char *const kinds[] = {"raadsrapport", "plan-van-aanpak", "verzoekschrift"};
  static const char *const measures[] = {
      "[ondertoezichtstelling]", "[ondertoezichtstelling, machtiging-uithuisplaatsing]",
      "[voorlopige-ondertoezichtstelling, spoedmachtiging-uithuisplaatsing]",
      "[verlenging-ondertoezichtstelling, verlenging-machtiging-uithuisplaatsing]", "[gezagsbeeindigende-maatregel]", "[geen]"};
  static const char *const extra[] = {
      "verzoek-ontvangen: 2026-09-01\nonderzoek-gestart: 2026-09-10\n",
      "maatregel-sinds: 2025-11-01\nuithuisgeplaatst-sinds: 2023-01-15\neerste-contact: 2025-11-09\n",
      "verlenging: ja\nverloopt: 2026-12-31\nuithuisgeplaatst-sinds: 2024-08-01\n"};
  uint32_t kind = bv_below(g, 3);
  fprintf(g->out, "---\nbronvast: 1\nsoort: %s\nkenmerk: G-%u\ndatum: 2026-11-20\nstatus: %s\nspoed: %s\n", kinds[kind], seed,
          bv_chance(g, 70) ? "concept" : "definitief", yes_or_no(g));
  fprintf(g->out, "maatregel: %s\n", BV_PICK(g, measures));
  if (bv_chance(g, 70))
    fputs(extra[kind], g->out);
  if (bv_chance(g, 30))
    fputs("zitting: 2026-12-18\n", g->out);
  if (bv_chance(g, 80))
    fputs("reactietermijn: 2026-12-04\n", g->out);
  fprintf(g->out, "opsteller: {naam: N. de Wit, functie: raadsonderzoeker%s}\n",
          bv_chance(g, 80) ? ", organisatie: Raad voor de Kinderbescherming" : "");
}

static void put_parent(bv_generator *g, const char *id, const char *name, char gender) {
  fprintf(g->out, "  - {id: %s, rol: ouder, gezag: %s, naam: %s", id, yes_or_no(g), name);
  if (bv_chance(g, 80))
    fprintf(g->out, ", geslacht: %c", gender);
  if (bv_chance(g, 20))
    fprintf(g->out, ", taal: tr, tolk: %s, vertaling: %s", yes_or_no(g), yes_or_no(g));
  put_some(g, "geen-reactie", 15);
  fputs("}\n", g->out);
}

static void put_child(bv_generator *g, const char *id, const char *name, char gender) {
  fprintf(g->out, "  - {id: %s, rol: jeugdige, naam: %s, geboren: %u-05-02, geslacht: %c", id, name, 2007 + bv_below(g, 16),
          gender);
  put_some(g, "geen-gesprek", 15);
  fputs("}\n", g->out);
}

/* Names of those who are no reader are marked: who is only known from what is withheld must not be named either. */
static void put_other(bv_generator *g, const char *id, const char *role) {
  fprintf(g->out, "  - {id: %s, rol: %s", id, role);
  put_words(g, "naam", 1);
  put_some(g, "relatie", 40);
  put_some(g, "functie", 60);
  put_some(g, "organisatie", 30);
  fputs("}\n", g->out);
}

static void put_people(bv_generator *g) {
  fputs("personen:\n", g->out);
  put_child(g, "kind", "Sam", 'm');
  put_child(g, "zus", "Noor", 'v');
  put_parent(g, "moeder", "mevrouw Jansen", 'v');
  put_parent(g, "vader", "de heer Bakker", 'm');
  fputs("  - {id: pleeg, rol: verzorger, naam: \"mevrouw O'Neill-Çelik\", relatie: pleegmoeder}\n", g->out);
  put_other(g, "oma", "netwerk");
  put_other(g, "mentor", "professional");
  put_other(g, "buur", "ander");
}

static void put_conversation(bv_generator *g, const char *id, const char *person, unsigned day) {
  fprintf(g->out, "  - {id: %s, soort: gesprek, persoon: %s, datum: 2026-10-%02u", id, person, day);
  if (bv_chance(g, 80))
    fprintf(g->out, ", geaccordeerd: %s", yes_or_no(g));
  put_some(g, "reden", 30);
  if (bv_chance(g, 20))
    fprintf(g->out, ", tolk: %s", yes_or_no(g));
  fputs("}\n", g->out);
}

static void put_document(bv_generator *g, const char *id, const char *kind, const char *date) {
  fprintf(g->out, "  - {id: %s, soort: %s", id, kind);
  put_words(g, "titel", 2);
  put_some(g, "auteur", 60);
  put_some(g, "functie", 60);
  put_some(g, "organisatie", 50);
  if (bv_chance(g, 90))
    fprintf(g->out, ",\n     datum: %s", date);
  fprintf(g->out, ", in-bezit: %s, aangekondigd: %s, bijlage: %s}\n", yes_or_no(g), yes_or_no(g), yes_or_no(g));
}

static void put_sources(bv_generator *g) {
  fputs("bronnen:\n", g->out);
  put_conversation(g, "g-moeder", "moeder", 14);
  put_conversation(g, "g-vader", "vader", 15);
  put_conversation(g, "g-kind", "kind", 16);
  put_conversation(g, "g-oma", "oma", 17);
  put_conversation(g, "g-mentor", "mentor", 19);
  put_document(g, "verzuim", "document", "2026-10-01");
  put_document(g, "psych", "document", "2025-06-12");
  put_document(g, "dossier", "document", "2026-08");
  put_document(g, "melding", "melding", "2026-07-30");
  put_document(g, "observatie", "observatie", "2026-10-20");
  put_document(g, "uitspraak", "uitspraak", "2024-02");
  put_document(g, "registratie", "registratie", "2021");
  put_document(g, "raad-2023", "eerder-rapport", "2023-03-02");
}

void bv_put_front(bv_generator *g, uint32_t seed) {
  put_head(g, seed);
  put_people(g);
  put_sources(g);
  fputs("---\n\n", g->out);
}
