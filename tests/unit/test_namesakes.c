/* Two persons with the same word for them: a plain text that names the other one is not faithful (ouders/niet-getrouw). */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

#include "../support/drafts.h"
#include "read/read.h"

#define FRONT                                                                                                        \
  "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\nstatus: concept\nspoed: nee\n"             \
  "maatregel: [ondertoezichtstelling]\n"                                                                             \
  "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"           \
  "personen:\n  - {id: lotte, rol: jeugdige, naam: Lotte, geboren: 2014-02-11}\n"                                     \
  "  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw Terpstra}\n"                                                \
  "  - {id: opa-terpstra, rol: netwerk, naam: de heer Terpstra, relatie: opa (moederszijde)}\n"                      \
  "  - {id: opa-vader, rol: netwerk, naam: R. van Loon, relatie: opa}\n"                                             \
  "  - {id: tante, rol: netwerk, naam: mevrouw Kooij, relatie: tante van vaderskant}\n"                              \
  "  - {id: begeleider-thuis, rol: professional, naam: mevrouw Pot, functie: begeleider}\n"                          \
  "  - {id: begeleider-school, rol: professional, naam: mevrouw Raven, functie: begeleider}\n"                       \
  "  - {id: thuishulp, rol: professional, naam: P. Lieftink, functie: gezinsbegeleider}\n"                          \
  "  - {id: mentor, rol: professional, naam: Joh. Bergsma, functie: mentor}\n"                                      \
  "bronnen:\n  - {id: g-moeder, soort: gesprek, persoon: moeder, datum: 2026-10-14, geaccordeerd: ja}\n"             \
  "  - {id: g-loon, soort: gesprek, persoon: opa-vader, datum: 2026-10-15, geaccordeerd: ja, aangekondigd: ja}\n"    \
  "---\n\n## Thuis {#thuis .onderzoek}\n\n"

typedef struct pair {
  const char *claim, *marks, *plain;
} pair;

static size_t raised_behind(const char *front, const pair *p) {
  char draft[4096];
  snprintf(draft, sizeof draft, "%s[%s]{.feit %s ouders=\"%s\"}\n", front, p->claim,
           *p->marks ? p->marks : "bron=g-moeder", p->plain);
  bv_document *document = bv_checked(draft);
  size_t count = bv_raised(document, "ouders/niet-getrouw");
  bv_document_free(document);
  return count;
}

static size_t raised(const pair *p) { return raised_behind(FRONT, p); }

Test(namesakes, another_of_the_same_word_is_found) {
  static const pair pairs[] = {
      {"De heer Van Loon haalt Lotte op.", "", "De heer Terpstra haalt Lotte op."},
      {"Opa Van Loon haalt Lotte op.", "", "Opa Terpstra haalt Lotte op."},
      {"Lotte slaapt op zaterdag bij opa van moederszijde.", "", "Lotte slaapt op zaterdag bij opa van vaderszijde."},
      {"Lotte slaapt op zaterdag bij opa (mz).", "", "Lotte slaapt op zaterdag bij haar opa van vaders kant."},
      {"Opa belt Lotte elke dag.", "bron=g-moeder over=opa-terpstra", "De heer Van Loon belt Lotte elke dag."},
      {"Opa vertelt dat Lotte huilde.", "bron=g-loon", "De heer Terpstra vertelt dat Lotte huilde."},
      {"Mevrouw Raven sprak met Lotte.", "", "Mevrouw Pot sprak met Lotte."},
      {"De begeleider, mevrouw Raven, sprak met Lotte.", "", "De begeleider, mevrouw Pot, sprak met Lotte."},
      {"De tante van vaderskant sprak met Lotte.", "", "De tante van moederskant sprak met Lotte."},
      {"Stiefvader bracht Lotte naar bed.", "", "Vader bracht Lotte naar bed."},
      {"De pleegmoeder van Lotte kookt.", "", "De moeder van Lotte kookt."},
      {"P. Lieftink sprak met Lotte.", "", "De pleegzorgbegeleider sprak met Lotte."},
      {"De gezinsbegeleider sprak met Lotte.", "", "Mevrouw Raven sprak met Lotte."},
      {"Lotte woont bij haar stiefmoeder.", "bron=g-moeder over=lotte", "Lotte woont bij haar moeder."},
      {"P. Lieftink sprak met Lotte.", "", "D. Lieftink sprak met Lotte."},
      {"Mevrouw K.J. de Vries sprak met Lotte.", "", "Mevrouw J. de Vries sprak met Lotte."},
      {"Psycholoog Th. Smit-Bakker sprak met Lotte.", "", "Psycholoog W. Smit-Bakker sprak met Lotte."},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    cr_expect(ne(sz, raised(&pairs[i]), 0), "%s → %s", pairs[i].claim, pairs[i].plain);
}

Test(namesakes, the_same_one_in_other_words_is_faithful) {
  static const pair pairs[] = {
      {"De heer Van Loon haalt Lotte op.", "", "Opa haalt Lotte op."},
      {"Opa haalt Lotte op.", "bron=g-moeder over=opa-vader", "De heer Van Loon haalt Lotte op."},
      {"Opa Terpstra haalt Lotte op.", "", "De opa van moederskant haalt Lotte op."},
      {"De heer Terpstra (opa) haalt Lotte op.", "", "Opa Terpstra haalt Lotte op."},
      {"Opa Terpstra belt. De andere opa schrijft Lotte.", "", "Opa Terpstra belt. De heer Van Loon schrijft Lotte."},
      {"Opa Terpstra en opa Van Loon missen Lotte.", "", "De heer Terpstra en de heer Van Loon missen Lotte."},
      {"Opa vertelt dat Lotte huilde.", "bron=g-loon", "Opa vertelt dat Lotte huilde."},
      {"De tante van vaderskant sprak met Lotte.", "", "Mevrouw Kooij sprak met Lotte."},
      {"Mevrouw Raven sprak met Lotte.", "", "De begeleider sprak met Lotte."},
      {"De gezinsbegeleider sprak met Lotte.", "", "De begeleider sprak met Lotte."},
      {"P. Lieftink sprak met Lotte.", "", "De gezinsbegeleider sprak met Lotte."},
      {"De gezinsbegeleider sprak met Lotte.", "", "P. Lieftink sprak met Lotte."},
      {"P. Lieftink, de gezinsbegeleider, sprak met Lotte.", "", "De gezinsbegeleider sprak met Lotte."},
      {"Mevrouw P. Lieftink sprak met Lotte.", "", "Mevrouw Lieftink sprak met Lotte."},
      {"P. Lieftink sprak met Lotte.", "", "P.J. Lieftink sprak met Lotte."},
      {"Dhr. R. van Loon haalt Lotte op.", "", "Opa Van Loon haalt Lotte op."},
      {"Mw. K.J. de Vries sprak met Lotte.", "", "Mevrouw De Vries sprak met Lotte."},
      {"Chr. Smit-Bakker sprak met Lotte.", "", "Mevrouw Smit-Bakker sprak met Lotte."},
      {"Mevrouw Bergsma sprak met Lotte.", "", "Joh. Bergsma sprak met Lotte."},
      {"De halfbroer van Lotte slaapt boven.", "", "De broer van Lotte slaapt boven."},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    cr_expect(eq(sz, raised(&pairs[i]), 0), "%s → %s", pairs[i].claim, pairs[i].plain);
}

/* Neither a gender nor a word for the parent is on the front page. */
#define PARENTS(second)                                                                                               \
  "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\n"                                         \
  "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"           \
  "personen:\n  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2014-02-11}\n"                                         \
  "  - {id: jansen, rol: ouder, gezag: ja, naam: A. Jansen}\n"                                                        \
  "  - {id: " second ", rol: ouder, gezag: ja, naam: B. Pieters}\n"                                                   \
  "bronnen:\n  - {id: g-moeder, soort: gesprek, persoon: jansen, datum: 2026-10-14, geaccordeerd: ja}\n"             \
  "---\n\n## Thuis {#thuis .onderzoek}\n\n"

Test(namesakes, a_parent_known_by_name_alone_may_be_called_the_mother_or_the_father) {
  static const pair faithful[] = {
      {"Moeder werkt bij een bakker.", "", "Mevrouw Jansen werkt bij een bakker."},
      {"A. Jansen werkt bij een bakker.", "", "Vader werkt bij een bakker."},
      {"De heer Pieters werkt bij een bakker.", "", "Vader werkt bij een bakker."},
      {"De ouders werken bij een bakker.", "", "Mevrouw Jansen en de heer Pieters werken bij een bakker."},
  };
  static const pair another[] = {
      {"Vader werkt bij een bakker.", "", "Mevrouw Jansen werkt bij een bakker."},
      {"Oma werkt bij een bakker.", "", "Mevrouw Jansen werkt bij een bakker."},
      {"A. Jansen werkt bij een bakker.", "", "B. Pieters werkt bij een bakker."},
  };
  static const pair taken[] = {
      {"Moeder werkt bij een bakker.", "", "B. Pieters werkt bij een bakker."},
      {"Vader werkt bij een bakker.", "", "A. Jansen werkt bij een bakker."},
  };
  for (size_t i = 0; i < sizeof faithful / sizeof *faithful; i++)
    cr_expect(eq(sz, raised_behind(PARENTS("pieters"), &faithful[i]), 0), "%s → %s", faithful[i].claim, faithful[i].plain);
  for (size_t i = 0; i < sizeof another / sizeof *another; i++)
    cr_expect(ne(sz, raised_behind(PARENTS("pieters"), &another[i]), 0), "%s → %s", another[i].claim, another[i].plain);
  for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
    cr_expect(ne(sz, raised_behind(PARENTS("vader"), &taken[i]), 0), "%s → %s", taken[i].claim, taken[i].plain);
  cr_expect(eq(sz, raised_behind(PARENTS("vader"), &faithful[0]), 0));
}
