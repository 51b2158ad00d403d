#include "generate.h"

#include <stdlib.h>
#include <string.h>

#include "chance.h"

/* xorshift32: the same everywhere. */
static uint32_t next(bv_generator *g) {
  g->state ^= g->state << 13;
  g->state ^= g->state >> 17;
  g->state ^= g->state << 5;
  return g->state;
}

uint32_t bv_below(bv_generator *g, uint32_t limit) { return next(g) % limit; }

bool bv_chance(bv_generator *g, uint32_t percent) { return bv_below(g, 100) < percent; }

const char *bv_pick(bv_generator *g, const char *const *items, size_t count) { return items[bv_below(g, (uint32_t)count)]; }

/* ---- Words ---- */

void bv_put_word(bv_generator *g) {
  static const char *const stems[] = {"huis", "één", "moeder", "Çelik", "naïef", "weet", "zegt", "ĳsje", "kind", "κόσμος",
                                      "coördinatie", "straße", "🏠", "geen", "niet", "ging", "Łucja", "e\xCC\x81\x65n",
                                      "بيت", "İstanbul", "家"};
  fprintf(g->out, "%s" BV_MARK_FORMAT, BV_PICK(g, stems), ++g->marks);
}

void bv_put_plain_words(bv_generator *g, unsigned count) {
  for (unsigned i = 0; i < count; i++) {
    fputs(i ? " " : "", g->out);
    bv_put_word(g);
  }
}

/* Words that rules, the word list and the plain version look for; they may stand anywhere, and more than once. */
static void ordinary_words(bv_generator *g) {
  static const char *const items[] = {
      "een ondertoezichtstelling", "de OTS", "met betrekking tot", "middels", "zegt dat hij niet", "ADHD", "borderline",
      "is agressief", "waarschijnlijk", "op 03-03-2026,", "gisteren", "in maart 2021;", "het perspectief", "volgens oma",
      "€ 210,-", "drie keer per week", "een gezinsvoogd", "en/of", "A &amp; B", "a &lt; b"};
  fputs(BV_PICK(g, items), g->out);
}

/* A space, or now and then the end of a line. */
static void gap(bv_generator *g) {
  if (!g->one_line && bv_chance(g, 10))
    fprintf(g->out, "%s\n%s%s", bv_chance(g, 10) ? "\\" : "", g->prefix, bv_chance(g, 20) ? "  " : "");
  else
    fputc(' ', g->out);
}

static void words(bv_generator *g, unsigned count);

static void reference(bv_generator *g, const bv_names *names) {
  fprintf(g->out, "#i" BV_MARK_FORMAT, names->items[bv_below(g, (uint32_t)names->count)]);
}

/* Words between marks of emphasis, quotation marks, or as a link. */
static void marked_words(bv_generator *g) {
  static const char *const marks[][2] = {{"*", "*"}, {"**", "**"}, {"`", "`"}, {"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"„", "”"}};
  uint32_t kind = bv_below(g, 9);
  if (kind < 7) {
    fputs(marks[kind][0], g->out);
    bv_put_plain_words(g, 1 + bv_below(g, 3));
    if (kind > 2 && bv_chance(g, 50)) {
      fputc(' ', g->out);
      ordinary_words(g);
    }
    fputs(marks[kind][1], g->out);
    return;
  }
  fputc('[', g->out);
  bv_put_word(g);
  if (kind == 7) {
    fprintf(g->out, "](https://example.org/" BV_MARK_FORMAT ")", ++g->marks);
  } else {
    fputs("](", g->out);
    reference(g, bv_chance(g, 50) ? &g->claims : &g->places);
    fputc(')', g->out);
  }
}

static void words(bv_generator *g, unsigned count) {
  for (unsigned i = 0; i < count; i++) {
    if (i)
      gap(g);
    uint32_t kind = bv_below(g, 100);
    if (kind < 12 && i)
      ordinary_words(g);
    else if (kind < 27)
      marked_words(g);
    else
      bv_put_word(g);
    if (bv_chance(g, 3))
      fputs(" \\*", g->out);
  }
}

/* ---- Attributes ---- */

static const char *const dates[] = {"2026-10-01", "2026-09", "2025", "2026-09-01/2026-10-01", "2023-05-06", "2026-11-01"};
static const char *const labels[] = {"feit", "mening", "horen-zeggen"};

static const char *a_person(bv_generator *g) { return bv_pick(g, bv_generated_people, BV_GENERATED_PEOPLE); }
static const char *a_source(bv_generator *g) { return bv_pick(g, bv_generated_sources, BV_GENERATED_SOURCES); }

static void take_name(bv_generator *g, bv_names *names) {
  fprintf(g->out, "#i" BV_MARK_FORMAT, ++g->marks);
  if (names->count < BV_MOST_MARKED)
    names->items[names->count++] = g->marks;
}

static void quoted(bv_generator *g, const char *key, unsigned count) {
  static const char *const ends[] = {".\"", " &amp; “zo”.\"", " 'en' &lt;.\"", " \\\"ja\\\".\""};
  fprintf(g->out, "%s%s=\"", !g->one_line && bv_chance(g, 10) ? "\n" : " ", key);
  bv_put_plain_words(g, count);
  fputs(BV_PICK(g, ends), g->out);
}

/* One or two persons behind a key. */
static void persons(bv_generator *g, const char *key) {
  fprintf(g->out, " %s=%s", key, a_person(g));
  if (bv_chance(g, 20))
    fprintf(g->out, ",%s", a_person(g));
}

static void withhold(bv_generator *g) {
  static const char *const grounds[] = {"privacy: ", "veiligheid: ", ""};
  persons(g, "vertrouwelijk");
  fprintf(g->out, " reden=\"%s", BV_PICK(g, grounds));
  bv_put_plain_words(g, 2);
  fputs(".\"", g->out);
}

static void source(bv_generator *g, bool withheld) {
  fprintf(g->out, " bron=%s",
          bv_chance(g, withheld ? 60 : 3) ? bv_pick(g, bv_kept_sources, BV_KEPT_SOURCES) : a_source(g));
  if (bv_chance(g, 15))
    fprintf(g->out, ",%s", a_source(g));
}

static void diagnosis(bv_generator *g) {
  static const char *const makers[] = {"psych", "mentor", "dossier", "oma"};
  fputs(" .diagnose", g->out);
  if (bv_chance(g, 80))
    fprintf(g->out, " gesteld-door=%s", BV_PICK(g, makers));
  if (bv_chance(g, 80))
    fputs(" gesteld-op=2025-06-12", g->out);
  fprintf(g->out, " status=%s", bv_chance(g, 50) ? "bevestigd" : "niet-bevestigd");
}

/* What only some claims bear. */
static void rare_attributes(bv_generator *g, bool withheld) {
  if (bv_chance(g, 15))
    quoted(g, "ouders", 3);
  if (bv_chance(g, 10))
    quoted(g, "noodzaak", 2);
  if (bv_chance(g, 8))
    diagnosis(g);
  if (bv_chance(g, 8)) {
    fputs(" weerspreekt=", g->out);
    reference(g, &g->claims);
  }
  if (bv_chance(g, 5))
    fputs(" overgenomen-uit=raad-2023", g->out);
  if (!withheld && bv_chance(g, 5)) {
    fputs(" negeer=datum/verouderd,taal/spelling", g->out);
    quoted(g, "reden", 2);
  }
}

/* The attributes of a claim between braces. */
static void claim_attributes(bv_generator *g, bool needs_label) {
  bool withheld = bv_chance(g, 15);
  fputc('{', g->out);
  take_name(g, &g->claims);
  if (needs_label || bv_chance(g, 60))
    fprintf(g->out, " .%s", BV_PICK(g, labels));
  if (bv_chance(g, 85))
    source(g, withheld);
  if (bv_chance(g, 40))
    fprintf(g->out, " datum=%s", BV_PICK(g, dates));
  if (bv_chance(g, 30))
    persons(g, "over");
  if (bv_chance(g, 20))
    persons(g, "van");
  if (withheld)
    withhold(g);
  rare_attributes(g, withheld);
  fputc('}', g->out);
}

/* ---- Spans and paragraphs ---- */

static void span_claim(bv_generator *g, unsigned depth) {
  fputc('[', g->out);
  if (bv_chance(g, 97)) {
    words(g, 1 + bv_below(g, 6));
    if (depth < 3 && bv_chance(g, 15)) {
      fputs(bv_chance(g, 30) ? ". " : " ", g->out);
      span_claim(g, depth + 1);
      fputc(' ', g->out);
      words(g, 1 + bv_below(g, 3));
    }
    fputs(bv_chance(g, 85) ? "." : "", g->out);
  }
  fputc(']', g->out);
  claim_attributes(g, !g->labelled && depth == 0);
}

/* Words without a label, now and then withheld all the same. */
static void loose_words(bv_generator *g) {
  words(g, 1 + bv_below(g, 5));
  if (bv_chance(g, 15)) {
    fputs(" [", g->out);
    words(g, 2);
    fputs("]{", g->out);
    take_name(g, &g->places);
    if (bv_chance(g, 70))
      withhold(g);
    fputs("} ", g->out);
    words(g, 1 + bv_below(g, 3));
  }
  fputc('.', g->out);
}

static void paragraph(bv_generator *g) {
  fputs(g->prefix, g->out);
  unsigned pieces = 1 + bv_below(g, 3);
  for (unsigned i = 0; i < pieces; i++) {
    if (i)
      fprintf(g->out, "\n%s", g->prefix);
    if (bv_chance(g, 75))
      span_claim(g, 0);
    else
      loose_words(g);
  }
  fprintf(g->out, "\n%s\n", g->prefix);
}

/* ---- Blocks ---- */

static void blocks(bv_generator *g, unsigned depth);

/* Runs `blocks` with a longer prefix on every line but what stands on the first already. */
static void nested(bv_generator *g, const char *more, unsigned depth) {
  char prefix[64];
  const char *old = g->prefix;
  snprintf(prefix, sizeof prefix, "%s%s", old, more);
  g->prefix = prefix;
  blocks(g, depth);
  g->prefix = old;
}

/* With a blank line of its own behind it: pandoc would draw a div that follows at once into the quotation. */
static void quotation(bv_generator *g, unsigned depth) {
  nested(g, "> ", depth + 1);
  fprintf(g->out, "%s\n", g->prefix);
}

static void list(bv_generator *g, unsigned depth) {
  unsigned items = 1 + bv_below(g, 3), first = bv_below(g, 3);
  bool ordered = bv_chance(g, 30);
  for (unsigned i = 0; i < items; i++) {
    if (ordered)
      fprintf(g->out, "%s%u. ", g->prefix, first + i);
    else
      fprintf(g->out, "%s- ", g->prefix);
    span_claim(g, 2);
    fprintf(g->out, "\n%s\n", g->prefix);
    if (depth < 3 && bv_chance(g, 30))
      nested(g, ordered ? "   " : "  ", depth + 1);
  }
}

static void verbatim(bv_generator *g) {
  fprintf(g->out, "%s```\n%s", g->prefix, g->prefix);
  bv_put_plain_words(g, 2);
  fprintf(g->out, "\n%s  ", g->prefix);
  bv_put_plain_words(g, 2);
  fprintf(g->out, "\n%s```\n%s\n", g->prefix, g->prefix);
}

/* A div that makes no claim. */
static void other_attributes(bv_generator *g) {
  static const char *const others[] = {".toelichting",    ".optie uitkomst=gekozen", ".optie uitkomst=afgewezen",
                                       ".school",         ".beschermend",            ".kernoordeel nr=3",
                                       ".doel gereed=2027-03-01"};
  const char *chosen = BV_PICK(g, others);
  fputc('{', g->out);
  take_name(g, &g->places);
  fprintf(g->out, " %s", chosen);
  if (strncmp(chosen, ".doel", 5) == 0)
    persons(g, "wie");
  if (bv_chance(g, 20))
    withhold(g);
  fputc('}', g->out);
}

static void fenced(bv_generator *g, unsigned depth) {
  bool old = g->labelled, claim = bv_chance(g, 60);
  fprintf(g->out, "%s::: ", g->prefix);
  g->one_line = true;
  if (claim)
    claim_attributes(g, !g->labelled);
  else
    other_attributes(g);
  g->one_line = false;
  g->labelled = g->labelled || claim;
  fprintf(g->out, "\n%s\n", g->prefix);
  if (bv_chance(g, 95))
    blocks(g, depth + 1);
  fprintf(g->out, "%s:::\n%s\n", g->prefix, g->prefix);
  g->labelled = old;
}

static void reaction_attributes(bv_generator *g) {
  static const char *const decisions[] = {"verwerkt", "deels", "niet-verwerkt"};
  fputs("{.reactie", g->out);
  if (bv_chance(g, 95))
    fprintf(g->out, " van=%s", a_person(g));
  if (bv_chance(g, 90))
    fputs(" datum=2026-11-10", g->out);
  fputs(" op=", g->out);
  reference(g, bv_chance(g, 75) ? &g->claims : &g->places);
  fprintf(g->out, " besluit=%s", BV_PICK(g, decisions));
  if (bv_chance(g, 15))
    withhold(g);
  else
    quoted(g, "reden", 2);
  fputc('}', g->out);
}

/* A reaction or a plain text, mostly a paragraph, with words in it that are withheld now and then. */
static void answer(bv_generator *g, unsigned depth) {
  bool old = g->labelled;
  g->one_line = true;
  fprintf(g->out, "%s::: ", g->prefix);
  if (bv_chance(g, 60)) {
    reaction_attributes(g);
  } else {
    fputs("{.voor-ouders bij=", g->out);
    reference(g, bv_chance(g, 70) ? &g->claims : &g->places);
    if (bv_chance(g, 10))
      withhold(g);
    fputc('}', g->out);
  }
  g->one_line = false;
  fprintf(g->out, "\n%s\n", g->prefix);
  g->labelled = true;
  unsigned paragraphs = bv_chance(g, 95) ? 1 + bv_below(g, 2) : 0;
  for (unsigned i = 0; i < paragraphs; i++) {
    bool quote = depth < 3 && bv_chance(g, 15);
    fprintf(g->out, "%s%s", g->prefix, quote ? "> " : "");
    g->one_line = quote;
    loose_words(g);
    g->one_line = false;
    fprintf(g->out, "\n%s\n", g->prefix);
  }
  fprintf(g->out, "%s:::\n%s\n", g->prefix, g->prefix);
  g->labelled = old;
}

static void blocks(bv_generator *g, unsigned depth) {
  unsigned count = 1 + bv_below(g, depth ? 3 : 6);
  for (unsigned i = 0; i < count; i++) {
    uint32_t kind = bv_below(g, 100);
    if (kind < 50 || depth >= 3)
      paragraph(g);
    else if (kind < 60)
      list(g, depth);
    else if (kind < 69)
      quotation(g, depth);
    else if (kind < 84)
      fenced(g, depth);
    else if (kind < 97)
      answer(g, depth);
    else
      verbatim(g);
  }
}

/* ---- Sections ---- */

/* The title: words, in which a claim may stand. */
static void title(bv_generator *g) {
  words(g, 1 + bv_below(g, 2));
  if (bv_chance(g, 10)) {
    fputc(' ', g->out);
    span_claim(g, 3);
  }
}

static void section(bv_generator *g, unsigned *level) {
  static const char *const classes[] = {
      ".aanleiding", ".verantwoording", ".onderzoek", ".visie-ouders", ".visie-jeugdige", ".factoren", ".kernoordelen",
      ".afweging", ".besluit", ".omgang", ".terugplaatsing", ".hulp-thuis", ".perspectief", ".rechten", ".veiligheid",
      ".doelen", ".familiegroepsplan", ".evaluatie", ".verzoek", ".gronden", ".spoed", ".gesprek-jeugdige", ".termijn",
      ".toelichting", ".onderzoek .school", ".kernoordeel nr=1", ".kernoordeel nr=5"};
  bool labelled = bv_chance(g, 25);
  *level = *level > 1 && bv_chance(g, 40) ? 2 + bv_below(g, *level) : 2;
  g->one_line = true;
  g->labelled = labelled;
  fprintf(g->out, "%.*s ", (int)*level, "######");
  title(g);
  fputs(" {", g->out);
  take_name(g, &g->places);
  fprintf(g->out, " %s", BV_PICK(g, classes));
  if (labelled)
    fprintf(g->out, " .%s", BV_PICK(g, labels));
  if (bv_chance(g, labelled ? 90 : 10))
    source(g, false);
  if (bv_chance(g, 15))
    fprintf(g->out, " datum=%s", BV_PICK(g, dates));
  if (bv_chance(g, 30))
    persons(g, "over");
  if (bv_chance(g, 10))
    persons(g, "van");
  if (bv_chance(g, 3))
    fputs(" overgenomen-uit=raad-2023", g->out);
  if (bv_chance(g, 8))
    withhold(g);
  fputs("}\n\n", g->out);
  g->one_line = false;
  if (bv_chance(g, 90))
    blocks(g, 0);
}

/* The first place and the last claim have marks from the start, so that what comes before can refer to them. */
char *bv_generate_draft(uint32_t seed) {
  char *bytes = NULL;
  size_t length = 0;
  bv_generator g = {.state = seed * 2654435761u + 1, .out = open_memstream(&bytes, &length), .prefix = "", .marks = 2,
                    .claims = {{1}, 1}, .places = {{2}, 1}};
  if (!g.state)
    g.state = 1;
  bv_put_front(&g, seed);
  if (bv_chance(&g, 20))
    blocks(&g, 2);
  unsigned sections = 2 + bv_below(&g, 5), level = 1;
  fprintf(g.out, "## Boven {#i" BV_MARK_FORMAT "}\n\n", 2u);
  for (unsigned i = 0; i < sections; i++) {
    section(&g, &level);
    g.labelled = false;
  }
  fprintf(g.out, "## Slot {.besluit}\n\n[Dit is een feit “met betrekking tot” ");
  bv_put_plain_words(&g, 3);
  fprintf(g.out, ".]{#i" BV_MARK_FORMAT " .feit bron=g-moeder%s}\n", 1u, bv_chance(&g, 15) ? " vertrouwelijk=vader reden=\"Zo.\"" : "");
  fclose(g.out);
  return bytes;
}
