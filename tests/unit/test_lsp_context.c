/* What can be typed at a place: '|' is the cursor. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "lsp/context.h"

#define FRONT "---\nsoort: raadsrapport\n---\n\n"

typedef struct expected {
  const char *text;
  bv_lsp_slot slot;
  const char *list_or_key; /* of a value the key, of a key on the front matter the list */
  const char *word;        /* what would be replaced */
} expected;

static void expect(const expected *e) {
  bv_arena *arena = bv_arena_new();
  const char *bar = strchr(e->text, '|');
  uint32_t at = (uint32_t)(bar - e->text);
  const char *all = bv_sprintf(arena, "%.*s%s", (int)at, e->text, bar + 1);
  bv_lsp_text text = {0};
  cr_assert(bv_lsp_text_replace(&text, (bv_range){0, 0}, all, strlen(all)));
  bv_lsp_context context = bv_lsp_context_at(arena, &text, at);
  cr_expect(eq(int, (int)context.slot, (int)e->slot), "%s", e->text);
  if (e->slot != BV_LSP_NOTHING) {
    char *word = bv_strndup(arena, all + context.word.start, context.word.end - context.word.start);
    cr_expect(eq(str, word, (char *)e->word), "%s", e->text);
  }
  const char *named = context.slot == BV_LSP_FRONT_KEY_SLOT ? context.list : context.key;
  if (e->list_or_key && context.slot == e->slot)
    cr_expect(eq(str, (char *)named, (char *)e->list_or_key), "%s", e->text);
  bv_lsp_text_free(&text);
  bv_arena_free(arena);
}

static void expect_all(const expected *cases, size_t count) {
  for (size_t i = 0; i < count; i++)
    expect(&cases[i]);
}

#define EXPECT_ALL(cases) expect_all(cases, sizeof cases / sizeof *cases)

Test(lsp_context, in_attributes) {
  static const expected cases[] = {{FRONT "[Zin.]{|", BV_LSP_ATTRIBUTE_SLOT, NULL, ""},
                                   {FRONT "[Zin.]{.fe|it bron=x}", BV_LSP_CLASS_SLOT, NULL, "feit"},
                                   {FRONT "[Zin.]{.|", BV_LSP_CLASS_SLOT, NULL, ""},
                                   {FRONT "[Zin.]{.feit br|", BV_LSP_ATTRIBUTE_SLOT, NULL, "br"},
                                   {FRONT "[Zin.]{.feit bron=|}", BV_LSP_VALUE_SLOT, "bron", ""},
                                   {FRONT "[Zin.]{.feit bron=a,g-m|oe}", BV_LSP_VALUE_SLOT, "bron", "g-moe"},
                                   {FRONT "[Zin.]{.feit\nbron=a over=|", BV_LSP_VALUE_SLOT, "over", ""},
                                   {FRONT "[Zin.]{weerspreekt=#c|1}", BV_LSP_VALUE_SLOT, "weerspreekt", "c1"},
                                   {FRONT "[Zin.]{negeer=\"a,label/|\"}", BV_LSP_VALUE_SLOT, "negeer", "label/"},
                                   {FRONT "## Kop {.|", BV_LSP_CLASS_SLOT, NULL, ""},
                                   {FRONT "::: {.reactie van=|\n", BV_LSP_VALUE_SLOT, "van", ""},
                                   {FRONT "[A.]{ouders=\"een } zin\" bron=|", BV_LSP_VALUE_SLOT, "bron", ""},
                                   {FRONT "[A.]{.feit bron=x\n\n[B.]{.|", BV_LSP_CLASS_SLOT, NULL, ""}};
  EXPECT_ALL(cases);
}

Test(lsp_context, in_text_there_is_nothing) {
  static const expected cases[] = {{FRONT "Een zin.|", BV_LSP_NOTHING, NULL, NULL},
                                   {FRONT "Een {losse |", BV_LSP_NOTHING, NULL, NULL},
                                   {FRONT "[Zin.]{.feit}|", BV_LSP_NOTHING, NULL, NULL},
                                   {FRONT "[Zin.]{.feit} en|", BV_LSP_NOTHING, NULL, NULL},
                                   {FRONT "[Zin.]{ouders=\"een zin met |", BV_LSP_NOTHING, NULL, NULL},
                                   {FRONT "[Zin.]{#na|", BV_LSP_NOTHING, NULL, NULL},
                                   {FRONT "[Zin.]{.feit\n\nEen zin.|", BV_LSP_NOTHING, NULL, NULL},
                                   {"|", BV_LSP_NOTHING, NULL, NULL},
                                   {"-|--\nsoort: x\n---\n", BV_LSP_NOTHING, NULL, NULL},
                                   {"<concept bron=\"|\">", BV_LSP_NOTHING, NULL, NULL}};
  EXPECT_ALL(cases);
}

Test(lsp_context, on_the_front_matter) {
  static const expected cases[] = {
      {"---\n|\n---\n", BV_LSP_FRONT_KEY_SLOT, "voorblad", ""},
      {"---\nbronvast: 1\nsoo|\n---\n", BV_LSP_FRONT_KEY_SLOT, "voorblad", "soo"},
      {"---\nsoort: raads|\n---\n", BV_LSP_FRONT_VALUE_SLOT, "soort", "raads"},
      {"---\nsoort: |\n", BV_LSP_FRONT_VALUE_SLOT, "soort", ""},
      {"---\nmaatregel: [a, onder|]\n---\n", BV_LSP_FRONT_VALUE_SLOT, "maatregel", "onder"},
      {"---\nmaatregel:\n  - onder|\n---\n", BV_LSP_FRONT_VALUE_SLOT, "maatregel", "onder"},
      {"---\nopsteller: {naam: x, |}\n---\n", BV_LSP_FRONT_KEY_SLOT, "opsteller", ""},
      {"---\npersonen:\n  - {id: sam, ro|}\n---\n", BV_LSP_FRONT_KEY_SLOT, "persoon", "ro"},
      {"---\npersonen:\n  - {id: sam, rol: jeu|}\n---\n", BV_LSP_FRONT_VALUE_SLOT, "rol", "jeu"},
      {"---\npersonen:\n  - id: sam\n    rol: |\n---\n", BV_LSP_FRONT_VALUE_SLOT, "rol", ""},
      {"---\npersonen:\n  - id: sam\n    r|\n---\n", BV_LSP_FRONT_KEY_SLOT, "persoon", "r"},
      {"---\nbronnen:\n  - {id: a, soort: gesprek,\n     persoon: |, datum: 2026}\n---\n", BV_LSP_FRONT_VALUE_SLOT,
       "persoon", ""},
      {"---\nbronnen:\n  - {id: a, titel: \"x, |\"}\n---\n", BV_LSP_NOTHING, NULL, NULL},
      {"---\nsoort: x # een |\n---\n", BV_LSP_NOTHING, NULL, NULL},
      {"---\nbronnen:\n  - {id: a} |\n---\n", BV_LSP_NOTHING, NULL, NULL},
      {"---\nkenmerk: K 2026 |\n---\n", BV_LSP_NOTHING, NULL, NULL}};
  EXPECT_ALL(cases);
}
