#include "xml.h"

#include <stdbool.h>
#include <string.h>

static const char before[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<concept xmlns=\"urn:bronvast:concept:1\">\n<voorblad>\n"
    "<bronvast>1</bronvast><soort>raadsrapport</soort><kenmerk>K</kenmerk><datum>2026-11-20</datum>\n"
    "<opsteller><naam>N</naam></opsteller><personen><persoon><id>sam</id><rol>jeugdige</rol></persoon></personen>\n"
    "<bronnen><bron><id>verzuim</id><soort>document</soort></bron></bronnen>\n</voorblad>\n<inhoud>";

const char *bv_xml_draft(bv_arena *arena, const char *content) {
  return bv_sprintf(arena, "%s%s</inhoud>\n</concept>\n", before, content);
}

typedef struct generator {
  uint32_t state;
  bv_buf out;
} generator;

/* xorshift32: the same everywhere. */
static uint32_t below(generator *g, uint32_t limit) {
  g->state ^= g->state << 13;
  g->state ^= g->state >> 17;
  g->state ^= g->state << 5;
  return g->state % limit;
}

static bool chance(generator *g, uint32_t percent) { return below(g, 100) < percent; }

static void puts_out(generator *g, const char *text) { bv_buf_puts(&g->out, text); }

#define PICK(g, items) (items)[below((g), sizeof(items) / sizeof *(items))]

/* Bits of text, written as XML. */
static const char *const bits[] = {
    "a",         "Z",         "é",          "1",       "1.",     "2)",       "-",   "+",      "*",     "**",
    "_",         "__",        "`",          "``",      "```",    "#",        "##",  "&gt;",   "&lt;",  "&amp;",
    "&amp;amp;", "&amp;#97;", "\\",         "\\\\",    "[",      "]",        "{",   "}",      "{.x}",  "(",
    ")",         "!",         "![",         "](",      "~~~",    ":::",      "---", "===",    "= ",    "|",
    "\"",        "'",         ".",          ",",       "$",      "^",        "€",   "“",      "–",     "\u00A0",
    "x_y",       "&lt;b&gt;", "&lt;/p&gt;", "&lt;!--", "--&gt;", "http://x", "@",   "%",      "🏠",     "e\u0301",
    "[^1]:",     "[a]: /x",   "&amp;#32;",  "  ",      "*a*",    "- ",       "\t",  "1:265b", "woord", "langer woord",
    "&#xFFFD;",  "::: {.x}",  "a=b",        "&#32;",   "&#10;",  "\n   "};

static void text(generator *g, uint32_t most) {
  for (uint32_t left = below(g, most + 1); left > 0; left--) {
    puts_out(g, PICK(g, bits));
    puts_out(g, chance(g, 50) ? " " : "");
  }
}

static void attributes(generator *g) {
  static const char *const ids[] = {"c1", "x", "1a", "a b", "a&quot;b", "é"};
  static const char *const classes[] = {"feit", "mening diagnose", "1x feit", "a:b", "x.y-z"};
  static const char *const keys[] = {"bron", "datum", "reden", "ouders", "over"};
  static const char *const values[] = {"x",   "a,b",        "#c1", "",    "a b",       "&quot;q&quot;", "it's",
                                       "\\",  "a\\&quot;b", "}",   "{",   "&amp;amp;", "&amp;#10;",     "x&#10;y",
                                       "“q”", "a&#9;b",     "`",   "[x]", "- x",       "&#xFFFD;"};
  if (chance(g, 40))
    bv_buf_printf(&g->out, " id=\"%s\"", PICK(g, ids));
  if (chance(g, 60))
    bv_buf_printf(&g->out, " klassen=\"%s\"", PICK(g, classes));
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (chance(g, 30))
      bv_buf_printf(&g->out, " %s=\"%s\"", keys[i], PICK(g, values));
  puts_out(g, ">");
  if (chance(g, 10))
    puts_out(g, "<kenmerk naam=\"foo\" waarde=\"b c\"/>");
}

typedef struct place {
  unsigned depth;
  bool in_link, breaks; /* whether line breaks are let in */
} place;

static void inlines(generator *g, place at);

static void mark(generator *g, const char *name, place at) {
  bv_buf_printf(&g->out, "<%s>", name);
  inlines(g, at);
  bv_buf_printf(&g->out, "</%s>", name);
}

static void inlines(generator *g, place at) {
  static const char *const addresses[] = {"#c1",  "http://x.nl/a(b)", "a b", "&lt;x&gt;", "",
                                          "a\\b", "x&amp;amp;y",      "/ü"};
  static const char *const codes[] = {"a", "`", "``` ", " x ", "[b]{.c}", "*", "\\", "&amp;amp;", "a  b"};
  place inside = {at.depth + 1, at.in_link, at.breaks};
  for (uint32_t left = 1 + below(g, 4); left > 0; left--) {
    uint32_t kind = at.depth > 3 ? 0 : below(g, 100);
    if (kind < 45) {
      text(g, 4);
    } else if (kind < 65) {
      mark(g, kind < 55 ? "vet" : "nadruk", inside);
    } else if (kind < 70 && !at.in_link) {
      bv_buf_printf(&g->out, "<link naar=\"%s\">", PICK(g, addresses));
      inlines(g, (place){at.depth + 1, true, at.breaks});
      puts_out(g, "</link>");
    } else if (kind < 78) {
      bv_buf_printf(&g->out, "<code>%s</code>", PICK(g, codes));
    } else if (kind < 82) {
      puts_out(g, at.breaks ? "<regeleinde/>" : "");
    } else {
      puts_out(g, "<stuk");
      attributes(g);
      inlines(g, inside);
      puts_out(g, "</stuk>");
    }
  }
}

static void blocks(generator *g, unsigned depth, uint32_t least);

static void list(generator *g, unsigned depth) {
  static const char *const starts[] = {"", " begin=\"1\"", " begin=\"0\"", " begin=\"7\"", " begin=\"999999999\""};
  bv_buf_printf(&g->out, "<lijst%s%s>", PICK(g, starts), chance(g, 50) ? " dicht=\"ja\"" : "");
  for (uint32_t left = 1 + below(g, 3); left > 0; left--) {
    puts_out(g, "<punt>");
    blocks(g, depth, 0);
    puts_out(g, "</punt>");
  }
  puts_out(g, "</lijst>\n");
}

static void block(generator *g, unsigned depth) {
  static const char *const codes[] = {"",    "x",        "  x",        "a\nb", "```\nc", "\n",
                                      "a\n", "::: {.x}", "- a\n\n  b", "~~~",  "\ta"};
  uint32_t kind = depth > 3 ? 0 : below(g, 100);
  if (kind < 50) {
    mark(g, "alinea", (place){.breaks = true});
  } else if (kind < 56) {
    bv_buf_printf(&g->out, "<letterlijk>%s</letterlijk>", PICK(g, codes));
  } else if (kind < 60) {
    puts_out(g, "<streep/>");
  } else if (kind < 70) {
    puts_out(g, "<citaat>");
    blocks(g, depth + 1, 0);
    puts_out(g, "</citaat>");
  } else if (kind < 83) {
    list(g, depth + 1);
  } else {
    puts_out(g, "<blok");
    attributes(g);
    blocks(g, depth + 1, 0);
    puts_out(g, "</blok>");
  }
  puts_out(g, "\n");
}

/* Sections from that level on, each not deeper than the one before it. */
static void sections(generator *g, unsigned depth, int least) {
  int level = least + (int)below(g, 7 - (uint32_t)least);
  for (; level >= least && depth < 4; level -= (int)below(g, 2) + chance(g, 60)) {
    bv_buf_printf(&g->out, "<sectie niveau=\"%d\"", level);
    attributes(g);
    mark(g, "kop", (place){.depth = 2, .breaks = level <= 2});
    for (uint32_t left = below(g, 3); left > 0; left--)
      block(g, depth + 1);
    if (level < 6 && chance(g, 30))
      sections(g, depth + 1, level + 1);
    puts_out(g, "</sectie>\n");
  }
}

static void blocks(generator *g, unsigned depth, uint32_t least) {
  for (uint32_t left = least + below(g, 3); left > 0; left--)
    block(g, depth);
  if (chance(g, depth ? 15 : 60))
    sections(g, depth, 1);
}

const char *bv_nasty_draft(bv_arena *arena, uint32_t seed) {
  generator g = {.state = seed * 2654435761u + 1, .out = bv_buf_new(arena)};
  g.state += g.state == 0;
  blocks(&g, 0, 1);
  return bv_xml_draft(arena, bv_buf_string(&g.out));
}
