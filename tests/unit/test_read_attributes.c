/* Attributes as pandoc reads them, what is wrong with them, and words that the format does not know. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "../support/tree.h"
#include "base/messages.h"
#include "read/read.h"

/* What a span with these attributes becomes, without its place. */
static char *attributes_of(bv_arena *arena, const char *attributes) {
  const char *body = bv_sprintf(arena, "[a]{%s}\n", attributes);
  bv_document *document = bv_read_body(body, strlen(body));
  const char *span = strstr(bv_tree(document, BV_BODY_BEFORE), "span ");
  char *line = bv_strdup(arena, span ? span : "none");
  bv_document_free(document);
  line[strcspn(line, "\n")] = '\0';
  char *place = strchr(line, ' '), *behind = place ? strchr(place + 1, ' ') : NULL;
  return behind ? behind + 1 : bv_strdup(arena, "");
}

Test(read_attributes, are_those_of_pandoc) {
  static const struct { const char *written, *read; } cases[] = {
      {"", ""},
      {" #a .b c=d ", "#a .b c=\"d\""},
      {".a.b #c:d-e_f", "#c:d-e_f .a.b"},
      {"#één .ëen", "#één .ëen"},
      {"a=b,c d=#e f=2026-01-01/2026-02-01", "a=\"b,c\" d=\"#e\" f=\"2026-01-01/2026-02-01\""},
      {"a='b \"c\"' d=\"e 'f'\"", "a=\"b \"c\"\" d=\"e 'f'\""},
      {"a=\"b \\\"c\\\" \\\\ \\d &eacute;&amp;\"", "a=\"b \"c\" \\ \\d é&\""},
      {"a=b\\}c d=e&amp;f", "a=\"b}c\" d=\"e&amp;f\""},
      {"id=a class=\"b c\" d=e", "#a .b .c d=\"e\""},
      {"a=\"x\ny\"\n.b", ".b a=\"x y\""},
      {"a=\"x\".b", ".b a=\"x\""},
      {"a=\"]{.c}\"", "a=\"]{.c}\""}};
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(str, attributes_of(arena, cases[i].written), (char *)cases[i].read), "{%s}", cases[i].written);
  bv_arena_free(arena);
}

/* Body, message and place of the first finding of markup/attribuut, and what is kept. */
Test(read_attributes, what_is_wrong_is_told_and_the_rest_kept) {
  static const struct { const char *written, *read, *message; unsigned from, to; } cases[] = {
      {".feit bron=“a b” .diagnose", ".feit .diagnose bron=\"a b\"", MSG_ATTRIBUTES_CURLY, 16, 21},
      {".feit ouders=„Sam’s fiets” x=y", ".feit ouders=\"Sam’s fiets\" x=\"y\"", MSG_ATTRIBUTES_CURLY, 18, 31},
      {"reden=‘a’", "reden=\"a\"", MSG_ATTRIBUTES_CURLY, 11, 14},
      {".feit, bron=a", ".feit bron=\"a\"", "\",\" is geen kenmerk", 10, 11},
      {"feit bron=a", "bron=\"a\"", "\"feit\" is geen kenmerk", 5, 9},
      {".feit bron=a, b datum=2026", ".feit bron=\"a,\" datum=\"2026\"", "\"b\" hoort bij wat voor de komma staat", 19, 20},
      {".feit bron = a .diagnose", ".feit .diagnose bron=\"a\"", MSG_ATTRIBUTES_SPACED, 11, 18},
      {"#a #b", "#a", MSG_ATTRIBUTES_TWO_IDS, 8, 10},
      {"#12 .feit", "#12 .feit", MSG_ATTRIBUTES_ID_LETTER, 5, 8},
      {"bron=a bron=b", "bron=\"a\"", "bron staat hier twee keer; alleen de eerste telt", 12, 16},
      {". .feit", ".feit", MSG_ATTRIBUTES_EMPTY_CLASS, 5, 6},
      {"# .feit", ".feit", MSG_ATTRIBUTES_EMPTY_ID, 5, 6},
      {"reden=\"a b .feit", ".feit reden=\"\"a\"", MSG_ATTRIBUTES_OPEN_QUOTE, 11, 12},
      {"reden=\" a\"", "reden=\" a\"", MSG_ATTRIBUTES_SPACE_IN_QUOTES, 12, 13}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    const char *body = bv_sprintf(arena, "[a]{%s}\n", cases[i].written);
    cr_expect(eq(str, attributes_of(arena, cases[i].written), (char *)cases[i].read), "%s", body);
    bv_document *document = bv_read_body(body, strlen(body));
    bv_findings_sort(document->findings);
    const bv_finding *found = NULL;
    for (size_t k = 0; k < document->findings->count && !found; k++)
      if (document->findings->items[k].rule == BV_RULE_MARKUP_ATTRIBUUT)
        found = &document->findings->items[k];
    cr_assert(found != NULL, "%s", body);
    cr_expect(eq(str, (char *)found->message, (char *)cases[i].message), "%s", body);
    cr_expect(eq(u32, bv_source_position(document->source, found->range.start).column, cases[i].from), "%s", body);
    cr_expect(eq(u32, bv_source_position(document->source, found->range.end).column, cases[i].to), "%s", body);
    bv_document_free(document);
    bv_arena_free(arena);
  }
}

Test(read_attributes, unknown_words_are_told_with_the_nearest) {
  static const struct { const char *written, *message, *suggestion; unsigned from; } cases[] = {
      {".fiet", "\".fiet\" is geen bekend kenmerk", "bedoelt u \".feit\"?", 6},
      {"datm=2026", "\"datm\" is geen bekend kenmerk", "bedoelt u \"datum\"?", 5},
      {"kleur=rood", "\"kleur\" is geen bekend kenmerk", NULL, 5},
      {"besluit=verwekt", "\"verwekt\" is geen bekende waarde van besluit", "bedoelt u \"verwerkt\"?", 13},
      {"status=\"nee\"", "\"nee\" is geen bekende waarde van status", "kies uit: bevestigd, niet-bevestigd", 13},
      {"nr=6", "\"6\" is geen bekende waarde van nr", "bedoelt u \"1\"?", 8},
      {"uitkomst=afgewzen", "\"afgewzen\" is geen bekende waarde van uitkomst", "bedoelt u \"afgewezen\"?", 14},
      {"bron=", "achter bron= staat geen waarde", NULL, 5}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    const char *body = bv_sprintf(arena, "[a]{%s}\n", cases[i].written);
    bv_document *document = bv_read_body(body, strlen(body));
    cr_assert(eq(sz, document->findings->count, 1), "%s", body);
    const bv_finding *found = &document->findings->items[0];
    cr_expect(eq(int, found->rule, BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT), "%s", body);
    cr_expect(eq(str, (char *)found->message, (char *)cases[i].message), "%s", body);
    cr_expect(eq(str, (char *)(found->suggestion ? found->suggestion : ""),
                 (char *)(cases[i].suggestion ? cases[i].suggestion : "")), "%s", body);
    cr_expect(eq(u32, bv_source_position(document->source, found->range.start).column, cases[i].from), "%s", body);
    bv_document_free(document);
    bv_arena_free(arena);
  }
}

/* Every pair knows the place of its key and of its value without quotation marks. */
Test(read_attributes, know_their_places) {
  const char *body = "> [é]{#c .feit\n> ouders=\"Sam\n> is weg\" bron=a}\n";
  bv_document *document = bv_read_body(body, strlen(body));
  const bv_attributes *attributes = &document->root->first_child->first_child->first_child->attributes;
  const char *source = document->source->bytes;
  cr_expect(eq(u32, attributes->id_range.start, (uint32_t)(strstr(source, "#c") + 1 - source)));
  cr_expect(eq(u32, attributes->classes.items[0].range.start, (uint32_t)(strstr(source, ".feit") + 1 - source)));
  const bv_attribute *plain = &attributes->pairs.items[0];
  cr_expect(eq(str, (char *)plain->value, "Sam is weg"));
  cr_expect(eq(u32, plain->key_range.start, (uint32_t)(strstr(source, "ouders") - source)));
  cr_expect(eq(u32, plain->value_range.start, (uint32_t)(strstr(source, "Sam\n") - source)));
  cr_expect(eq(u32, plain->value_range.end, (uint32_t)(strstr(source, "\" bron") - source)));
  cr_expect(eq(u32, attributes->range.start, (uint32_t)(strstr(source, "{#c") - source)));
  cr_expect(eq(u32, attributes->range.end, (uint32_t)(strstr(source, "bron=a}") + 7 - source)));
  bv_document_free(document);
}
