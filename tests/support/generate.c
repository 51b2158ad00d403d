#include "generate.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct generator {
  uint32_t state;
  FILE *out;
  unsigned words, names;
  bool labelled; /* inside something that hands down a label */
  const char *prefix; /* of every line: "> " in a quotation, "  " in a list item */
} generator;

/* xorshift32: the same everywhere. */
static uint32_t next(generator *g) {
  g->state ^= g->state << 13;
  g->state ^= g->state >> 17;
  g->state ^= g->state << 5;
  return g->state;
}

static uint32_t below(generator *g, uint32_t limit) { return next(g) % limit; }

static bool chance(generator *g, uint32_t percent) { return below(g, 100) < percent; }

static const char *pick(generator *g, const char *const *items, size_t count) { return items[below(g, (uint32_t)count)]; }

#define PICK(g, items) pick((g), (items), sizeof(items) / sizeof *(items))

static void word(generator *g) {
  static const char *const stems[] = {"huis", "één", "moeder", "Çelik", "naïef", "weet", "zegt", "ĳsje", "kind", "κόσμος",
                                      "coördinatie", "straße", "🏠", "geen", "niet", "ging", "Łucja", "e\xCC\x81\x65n"};
  fprintf(g->out, "%s%u", PICK(g, stems), ++g->words);
}

/* A few words, now and then over the end of a line or with marks. */
static void words(generator *g, unsigned count) {
  for (unsigned i = 0; i < count; i++) {
    if (i > 0 && chance(g, 12))
      fprintf(g->out, "\n%s%s", g->prefix, chance(g, 20) ? "  " : "");
    else if (i > 0)
      fputc(' ', g->out);
    static const char *const marks[] = {"*", "**", "`"};
    const char *mark = chance(g, 8) ? PICK(g, marks) : "";
    fputs(mark, g->out);
    word(g);
    fputs(mark, g->out);
    if (chance(g, 3))
      fputs(" [naar boven](#boven)", g->out);
    if (chance(g, 3))
      fputs(" \\*", g->out);
  }
}

static const char *const sources[] = {"verzuim", "psych", "g-moeder", "g-vader", "g-kind", "raad-2023", "opsteller"};
static const char *const people[] = {"kind", "moeder", "vader", "oma"};
static const char *const dates[] = {"2026-10-01", "2026-09", "2025", "2026-09-01/2026-10-01", "2023-05-06", "2026-11-01"};
static const char *const labels[] = {"feit", "mening", "horen-zeggen"};

static void attribute_quoted(generator *g, const char *key, unsigned count) {
  fprintf(g->out, " %s=\"", key);
  for (unsigned i = 0; i < count; i++) {
    fputs(i ? " " : "", g->out);
    word(g);
  }
  fputs(".\"", g->out);
}

/* The attributes of a claim between braces. */
static void claim_attributes(generator *g, bool needs_label) {
  fputc('{', g->out);
  fprintf(g->out, "#c%u", ++g->names);
  if (needs_label || chance(g, 60))
    fprintf(g->out, " .%s", PICK(g, labels));
  if (chance(g, 85))
    fprintf(g->out, " bron=%s", PICK(g, sources));
  if (chance(g, 40))
    fprintf(g->out, " datum=%s", PICK(g, dates));
  if (chance(g, 30))
    fprintf(g->out, " over=%s", PICK(g, people));
  if (chance(g, 20))
    fprintf(g->out, " van=%s", PICK(g, people));
  if (chance(g, 15))
    attribute_quoted(g, "ouders", 3);
  if (chance(g, 10))
    attribute_quoted(g, "noodzaak", 2);
  if (chance(g, 15)) {
    fprintf(g->out, " vertrouwelijk=%s", PICK(g, people));
    attribute_quoted(g, "reden", 2);
  }
  if (chance(g, 8))
    fprintf(g->out, " .diagnose gesteld-door=psych gesteld-op=2025-06-12 status=%s",
            chance(g, 50) ? "bevestigd" : "niet-bevestigd");
  if (g->names > 1 && chance(g, 8))
    fprintf(g->out, " weerspreekt=#c1");
  if (chance(g, 5))
    fprintf(g->out, " overgenomen-uit=raad-2023");
  fputc('}', g->out);
}

static void span_claim(generator *g, unsigned depth) {
  fputc('[', g->out);
  words(g, 1 + below(g, 6));
  if (depth < 3 && chance(g, 15)) {
    fputc(' ', g->out);
    span_claim(g, depth + 1);
    fputc(' ', g->out);
    words(g, 1 + below(g, 3));
  }
  fputs(".]", g->out);
  claim_attributes(g, !g->labelled && depth == 0);
}

static void paragraph(generator *g) {
  fputs(g->prefix, g->out);
  unsigned pieces = 1 + below(g, 3);
  for (unsigned i = 0; i < pieces; i++) {
    if (i)
      fprintf(g->out, "\n%s", g->prefix);
    if (chance(g, 75)) {
      span_claim(g, 0);
    } else {
      words(g, 2 + below(g, 8));
      fputc('.', g->out);
    }
  }
  fprintf(g->out, "\n%s\n", g->prefix);
}

static void blocks(generator *g, unsigned depth);

/* Runs `blocks` with a longer prefix on every line but what stands on the first already. */
static void nested(generator *g, const char *more, unsigned depth) {
  char prefix[64];
  const char *old = g->prefix;
  snprintf(prefix, sizeof prefix, "%s%s", old, more);
  g->prefix = prefix;
  blocks(g, depth);
  g->prefix = old;
}

/* With a blank line of its own behind it: pandoc would draw a div that follows at once into the quotation. */
static void quotation(generator *g, unsigned depth) {
  nested(g, "> ", depth + 1);
  fprintf(g->out, "%s\n", g->prefix);
}

static void list(generator *g, unsigned depth) {
  unsigned items = 1 + below(g, 3);
  for (unsigned i = 0; i < items; i++) {
    fprintf(g->out, "%s- ", g->prefix);
    span_claim(g, 2);
    fprintf(g->out, "\n%s\n", g->prefix);
    if (depth < 3 && chance(g, 30))
      nested(g, "  ", depth + 1);
  }
}

static void fenced(generator *g, unsigned depth) {
  static const char *const others[] = {".toelichting", ".optie uitkomst=gekozen", ".doel wie=moeder gereed=2027-03-01"};
  bool old = g->labelled, claim = chance(g, 60);
  fprintf(g->out, "%s::: ", g->prefix);
  if (claim)
    claim_attributes(g, !g->labelled);
  else
    fprintf(g->out, "{%s}", PICK(g, others));
  g->labelled = g->labelled || claim;
  fprintf(g->out, "\n%s\n", g->prefix);
  blocks(g, depth + 1);
  fprintf(g->out, "%s:::\n%s\n", g->prefix, g->prefix);
  g->labelled = old;
}

static void answer(generator *g) {
  static const char *const decisions[] = {"verwerkt", "deels", "niet-verwerkt"};
  if (!g->names)
    return;
  unsigned target = 1 + below(g, g->names);
  if (chance(g, 60)) {
    fprintf(g->out, "%s::: {.reactie van=%s datum=2026-11-10 op=#c%u besluit=%s", g->prefix, PICK(g, people), target,
            PICK(g, decisions));
    attribute_quoted(g, "reden", 2);
  } else {
    fprintf(g->out, "%s::: {.voor-ouders bij=#c%u", g->prefix, target);
  }
  fprintf(g->out, "}\n%s\n%s", g->prefix, g->prefix);
  words(g, 3 + below(g, 6));
  fprintf(g->out, ".\n%s\n%s:::\n%s\n", g->prefix, g->prefix, g->prefix);
}

static void blocks(generator *g, unsigned depth) {
  unsigned count = 1 + below(g, depth ? 3 : 6);
  for (unsigned i = 0; i < count; i++) {
    uint32_t kind = below(g, 100);
    if (kind < 55 || depth >= 3)
      paragraph(g);
    else if (kind < 65)
      list(g, depth);
    else if (kind < 75)
      quotation(g, depth);
    else if (kind < 90)
      fenced(g, depth);
    else
      answer(g);
  }
}

static void section(generator *g, unsigned number) {
  static const char *const classes[] = {".aanleiding", ".onderzoek", ".afweging", ".omgang", ".besluit", ".toelichting"};
  bool deeper = number && chance(g, 30), labelled = chance(g, 25);
  fputs(deeper ? "### " : "## ", g->out);
  word(g);
  fprintf(g->out, " {#deel-%u %s", number, PICK(g, classes));
  if (labelled)
    fprintf(g->out, " .%s bron=%s", PICK(g, labels), PICK(g, sources));
  if (chance(g, 30))
    fprintf(g->out, " over=%s", PICK(g, people));
  if (chance(g, 5))
    fprintf(g->out, " vertrouwelijk=vader reden=\"privé\"");
  fputs("}\n\n", g->out);
  g->labelled = labelled;
  if (!chance(g, 10))
    blocks(g, 0);
}

static const char front[] =
    "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: G-%u\ndatum: 2026-11-20\nstatus: concept\nspoed: nee\n"
    "maatregel: [ondertoezichtstelling, machtiging-uithuisplaatsing]\n"
    "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"
    "reactietermijn: 2026-12-04\npersonen:\n"
    "  - {id: kind, rol: jeugdige, naam: Sam, geboren: %d-05-02, geslacht: m}\n"
    "  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw Jansen, geslacht: v}\n"
    "  - {id: vader, rol: ouder, gezag: %s, naam: de heer Bakker, geslacht: m}\n"
    "  - {id: oma, rol: netwerk, naam: mevrouw Jansen-Smit}\n"
    "bronnen:\n"
    "  - {id: g-moeder, soort: gesprek, persoon: moeder, datum: 2026-10-14, geaccordeerd: ja}\n"
    "  - {id: g-vader, soort: gesprek, persoon: vader, datum: 2026-10-15, geaccordeerd: ja}\n"
    "  - {id: g-kind, soort: gesprek, persoon: kind, datum: 2026-10-16, geaccordeerd: ja}\n"
    "  - {id: verzuim, soort: document, titel: Verzuimoverzicht, auteur: M. Vos, functie: intern begeleider,\n"
    "     organisatie: De Regenboog, datum: 2026-10-01, in-bezit: ja, aangekondigd: ja}\n"
    "  - {id: psych, soort: document, titel: Onderzoeksverslag, auteur: A. Smit, functie: gz-psycholoog,\n"
    "     datum: 2025-06-12, in-bezit: %s, aangekondigd: ja, bijlage: ja}\n"
    "  - {id: raad-2023, soort: eerder-rapport, titel: Raadsrapport, datum: 2023-03-02, in-bezit: ja}\n"
    "---\n\n";

char *bv_generate_draft(uint32_t seed) {
  char *bytes = NULL;
  size_t length = 0;
  generator g = {.state = seed * 2654435761u + 1, .out = open_memstream(&bytes, &length), .prefix = ""};
  if (!g.state)
    g.state = 1;
  fprintf(g.out, front, seed, 2010 + (int)below(&g, 12), chance(&g, 50) ? "ja" : "nee", chance(&g, 50) ? "ja" : "nee");
  unsigned sections = 2 + below(&g, 5);
  fputs("## Boven {#boven}\n\n", g.out);
  for (unsigned i = 0; i < sections; i++)
    section(&g, i);
  fclose(g.out);
  return bytes;
}
