/* YAML and XML from outside: values with their places, and what is not let in. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/messages.h"
#include "base/xml.h"
#include "base/yaml.h"

static const bv_yaml *parse(bv_arena *arena, const char *text, bv_yaml_error *error) {
  return bv_yaml_parse(arena, text, strlen(text), 100, error);
}

/* The bytes of the text that a range covers. */
static char *slice(bv_arena *arena, const char *text, bv_range range) {
  return bv_strndup(arena, text + range.start - 100, range.end - range.start);
}

Test(yaml, values_know_their_place) {
  bv_arena *arena = bv_arena_new();
  bv_yaml_error error = {0};
  const char *text = "naam: Zoë de Wit   # wie\r\nlijst:\n  - {id: één, gezag: nee}\n  - \"aan halen\"\nleeg:\nlang: 'it''s'\n";
  const bv_yaml *map = parse(arena, text, &error);
  cr_assert(map != NULL, "%s", error.message);
  cr_assert(eq(str, slice(arena, text, bv_yaml_get(map, "naam")->range), "Zoë de Wit"));
  const bv_yaml *list = bv_yaml_get(map, "lijst"), *person = list->first, *quoted = person->next;
  cr_assert(eq(int, list->kind, BV_YAML_LIST));
  cr_assert(eq(str, slice(arena, text, bv_yaml_get(person, "gezag")->key_range), "gezag"));
  cr_assert(eq(str, slice(arena, text, bv_yaml_get(person, "gezag")->range), "nee"));
  cr_assert(eq(str, (char *)bv_yaml_get(person, "id")->value, "één"));
  cr_assert(eq(str, slice(arena, text, person->range), "{id: één, gezag: nee}"));
  cr_assert(eq(str, slice(arena, text, quoted->range), "aan halen"));
  cr_assert(eq(str, (char *)bv_yaml_get(map, "leeg")->value, ""));
  cr_assert(eq(str, (char *)bv_yaml_get(map, "lang")->value, "it's"));
  cr_assert(bv_yaml_get(map, "lang")->next == NULL);
  cr_assert(bv_yaml_get(list, "naam") == NULL);
  bv_arena_free(arena);
}

Test(yaml, an_empty_text_is_an_empty_map) {
  bv_arena *arena = bv_arena_new();
  bv_yaml_error error = {0};
  static const char *const texts[] = {"", "\n", "# alleen een opmerking\n", "---\n"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    const bv_yaml *map = parse(arena, texts[i], &error);
    cr_assert(map && map->kind == BV_YAML_MAP && !map->first, "%s", texts[i]);
  }
  bv_arena_free(arena);
}

Test(yaml, what_is_not_let_in_is_told_with_its_place) {
  static const struct { const char *text, *message; unsigned at; } cases[] = {
      {"a: &b [x]\nc: *b\n", MSG_YAML_ALIAS, 103},
      {"a: *b\n", MSG_YAML_ALIAS, 103},
      {"a: !!python/object x\n", MSG_YAML_TAG, 103},
      {"é: [1, 2\nb: 3\n", MSG_YAML_SYNTAX, 111},
      {"a: 1\n---\nb: 2\n", MSG_YAML_DOCUMENTS, 105},
      {"? [a, b]\n: c\n", MSG_YAML_KEY, 102},
      {"a: \"x\\0y\"\n", MSG_YAML_CHARACTER, 104},
      {"a: \x01\n", MSG_YAML_CHARACTER, 0},
      {"zomaar tekst\n", MSG_YAML_SYNTAX, 100},
      {"a: [[[[[[[[[[1]]]]]]]]]]\n", MSG_YAML_DEEP, 110},
      {"a: 'open\n", MSG_YAML_SYNTAX, 109}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    bv_yaml_error error = {0};
    cr_assert(parse(arena, cases[i].text, &error) == NULL, "%s", cases[i].text);
    cr_assert(eq(str, (char *)error.message, (char *)cases[i].message), "%s", cases[i].text);
    cr_assert(cases[i].at == 0 || error.range.start == cases[i].at, "%s: %u", cases[i].text, error.range.start);
    bv_arena_free(arena);
  }
}

Test(xml, dtds_and_entities_are_refused_unread) {
  static const struct { const char *xml, *message; int line; } cases[] = {
      {"<?xml version=\"1.0\"?>\n<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", MSG_XML_DTD, 2},
      {"<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;\">]>\n<a>&c;</a>", MSG_XML_DTD, 1},
      {"<a>\n<b>\n</a>", MSG_XML_SYNTAX, 3},
      {"<a>&nbsp;</a>", MSG_XML_SYNTAX, 1},
      {"", MSG_XML_SYNTAX, 1},
      {"geen xml", MSG_XML_SYNTAX, 1}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    bv_xml_error error = {0};
    cr_assert(bv_xml_parse(arena, cases[i].xml, strlen(cases[i].xml), &error) == NULL, "%s", cases[i].xml);
    cr_assert(eq(str, (char *)error.message, (char *)cases[i].message), "%s", cases[i].xml);
    cr_assert(eq(int, error.line, cases[i].line), "%s", cases[i].xml);
    bv_arena_free(arena);
  }
}

Test(xml, endless_depth_ends) {
  bv_arena *arena = bv_arena_new();
  bv_xml_error error = {0};
  char *deep = bv_alloc(arena, 3 * 100000 + 1);
  for (size_t i = 0; i < 100000; i++)
    memcpy(deep + 3 * i, "<a>", 3);
  cr_assert(bv_xml_parse(arena, deep, 300000, &error) == NULL);
  bv_arena_free(arena);
}
