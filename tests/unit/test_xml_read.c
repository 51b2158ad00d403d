/* Drafts in XML: what is refused, what is opened (nothing), what the text and the places are. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "../support/xml.h"
#include "base/asset.h"
#include "model/vocabulary.h"
#include "read/read.h"

#define CONCEPT "<concept xmlns=\"urn:bronvast:concept:1\">"
#define EMPTY "<voorblad/><inhoud/></concept>"

/* Why the bytes are no draft, or "" when they are one; malloc'ed. */
static char *refusal(const char *bytes, size_t length) {
  bv_read_result read = bv_read_bytes("x.xml", bytes, length, NULL);
  bv_document_free(read.document);
  return read.document ? strdup("") : read.error;
}

static void expect_refusal(const char *draft, const char *words) {
  char *error = refusal(draft, strlen(draft));
  cr_expect(strstr(error, words) != NULL, "\"%s\" in \"%s\" for %.200s", words, error, draft);
  cr_expect(strlen(error) > 0 && !strchr(error, '\n'), "one line");
  free(error);
}

static void expect_refused_content(const char *content, const char *words) {
  bv_arena *arena = bv_arena_new();
  expect_refusal(bv_xml_draft(arena, content), words);
  bv_arena_free(arena);
}

Test(xml_read, what_is_no_draft_is_refused) {
  expect_refusal("<!DOCTYPE concept>" CONCEPT EMPTY, "DTD");
  expect_refusal("<!DOCTYPE concept SYSTEM \"http://example.org/x.dtd\">" CONCEPT EMPTY, "DTD");
  expect_refusal("<?xml version=\"1.0\"?>\n<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n" CONCEPT
                 "<voorblad><soort>&x;</soort></voorblad><inhoud/></concept>",
                 "regel 2: een DTD");
  expect_refusal("<!DOCTYPE c [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>" CONCEPT
                 "<voorblad/><inhoud><alinea>&c;</alinea></inhoud></concept>",
                 "DTD");
  expect_refusal("<concept xmlns=\"urn:example\">" EMPTY, "geen concept");
  expect_refusal("<concept>" EMPTY, "geen concept");
  expect_refusal("<html><body>Tekst</body></html>", "geen concept");
  expect_refusal(CONCEPT "<inhoud/></concept>", "inhoud");
  expect_refusal(CONCEPT "<voorblad/>", "welgevormd");
  expect_refusal("<", "welgevormd");
  expect_refusal("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" CONCEPT EMPTY, "UTF-8");
  expect_refusal(CONCEPT "<voorblad/><inhoud>\n<alinea>\xFF</alinea></inhoud></concept>",
                 "regel 2: een concept in XML is in UTF-8");
}

Test(xml_read, what_the_schema_does_not_know_is_refused_with_its_line) {
  expect_refused_content("<alinea>a\n<stuk datm=\"2026\">b</stuk></alinea>",
                         "het attribuut datm bestaat niet bij <stuk>");
  expect_refused_content("<alinea>a\n<stuk datm=\"2026\">b</stuk></alinea>", "bedoelt u \"datum\"?");
  expect_refused_content("\n\n<tabel/>", "regel 10: het element <tabel>");
  expect_refused_content("losse tekst", "losse tekst");
  expect_refused_content("<alinea>&eacute;</alinea>", "welgevormd");
  expect_refused_content("<alinea>\x07</alinea>", "welgevormd");
  expect_refused_content("<alinea><link naar=\"#a\">x<link naar=\"#b\">y</link></link></alinea>", "regel 8");
  expect_refused_content("<sectie niveau=\"7\"><kop/></sectie>", "regel 8");
  expect_refused_content("<sectie niveau=\"2\"><kop/></sectie><alinea/>", "regel 8");
  expect_refused_content("<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/>", "include");
}

Test(xml_read, what_markdown_could_never_say_is_refused) {
  expect_refused_content("<sectie niveau=\"3\"><kop/></sectie>\n<sectie niveau=\"4\"><kop/></sectie>",
                         "regel 9: een sectie van niveau 4 kan niet staan in of direct achter een van niveau 3");
  expect_refused_content("<sectie niveau=\"2\"><kop/><sectie niveau=\"2\"><kop/></sectie></sectie>", "niveau 2");
  expect_refused_content("<sectie niveau=\"3\"><kop>a<regeleinde/>b</kop></sectie>", "regeleinde");
}

/* `count` times an opening, then as many closings. */
static const char *repeated(bv_arena *arena, const char *open, const char *close, size_t count) {
  bv_buf out = bv_buf_new(arena);
  for (size_t i = 0; i < count; i++)
    bv_buf_puts(&out, open);
  for (size_t i = 0; i < count; i++)
    bv_buf_puts(&out, close);
  return bv_buf_string(&out);
}

Test(xml_read, what_is_too_deep_or_too_much_is_refused) {
  bv_arena *arena = bv_arena_new();
  expect_refused_content(repeated(arena, "<citaat>", "</citaat>", 100000), "te diep");
  expect_refused_content(repeated(arena, "<citaat>", "</citaat>", 101), "te diep");
  expect_refused_content(repeated(arena, "<x>", "", 100000), "te diep");
  expect_refused_content(
      bv_sprintf(arena, "<alinea><stuk%s>x</stuk></alinea>", repeated(arena, " a=\"\"", "", 100000)), "te groot");
  expect_refused_content(
      bv_sprintf(arena, "<blok>%s</blok>", repeated(arena, "<kenmerk naam=\"a\" waarde=\"\"/>\n", "", 100000)),
      "te groot");
  expect_refusal(bv_sprintf(arena, CONCEPT "<voorblad>%s</voorblad><inhoud/></concept>",
                            repeated(arena, "<veld naam=\"a\"/>\n", "", 100000)),
                 "te groot");
  bv_arena_free(arena);
}

/* Drafts that are deep or large, but not too much so. */
Test(xml_read, the_limits_are_wide_enough) {
  bv_arena *arena = bv_arena_new();
  const char *const contents[] = {
      repeated(arena, "<citaat>", "</citaat>", 100),
      repeated(arena, "<lijst><punt/></lijst>", "", 50000),
      bv_sprintf(arena, "<alinea>%s</alinea>", repeated(arena, "<stuk klassen=\"feit\">a</stuk> ", "", 50000)),
      bv_sprintf(arena, "<alinea>%s</alinea>", repeated(arena, "&#97;", "", 50000)),
      bv_sprintf(arena, "<!-- %s -->", repeated(arena, "'t is \"zo\" ", "", 1000)),
      bv_sprintf(arena, "<letterlijk><![CDATA[%s]]></letterlijk>", repeated(arena, "a=\"b\" ", "", 1000))};
  for (size_t i = 0; i < sizeof contents / sizeof *contents; i++) {
    const char *draft = bv_xml_draft(arena, contents[i]);
    char *error = refusal(draft, strlen(draft));
    cr_expect(eq(str, error, ""), "case %zu", i);
    free(error);
  }
  bv_arena_free(arena);
}

static bv_document *read_content(const char *content) {
  bv_arena *arena = bv_arena_new();
  const char *draft = bv_xml_draft(arena, content), *what = "";
  bv_read_result read = bv_read_bytes("x.xml", draft, strlen(draft), NULL);
  cr_assert(read.document != NULL, "%s: %s", content, read.error);
  cr_expect(bv_node_check(read.document->root, &what), "%s: %s", content, what);
  bv_arena_free(arena);
  return read.document;
}

/* The text of the only leaf; NULL: there is no leaf. */
static void expect_text(const char *content, const char *text) {
  bv_document *document = read_content(content);
  const bv_node *leaf = document->root->first_child;
  if (text && leaf)
    cr_expect(eq(str, (char *)leaf->text->bytes, (char *)text), "%s", content);
  cr_expect(text ? leaf != NULL : leaf == NULL, "%s", content);
  bv_document_free(document);
}

Test(xml_read, white_space_is_layout_unless_it_is_a_reference) {
  expect_text("<alinea>\n    Een regel\n    en nog  een.\n  </alinea>", "Een regel en nog  een.");
  expect_text("<alinea>a<regeleinde/>\n   b</alinea>", "a\nb");
  expect_text("<alinea>a<regeleinde/>&#32;b</alinea>", "a\n b");
  expect_text("<alinea>a&#10;b&#9;c\td</alinea>", "a b c d");
  expect_text("<alinea>a<!-- niets -->b<?ook niets?>c</alinea>", "abc");
  expect_text("<alinea>a<![CDATA[ &amp; <b> ]]>c</alinea>", "a &amp; <b> c");
  expect_text("<alinea>&lt;&#x20AC;&#8364;&quot;&apos;&gt;</alinea>", "<€€\"'>");
  expect_text("<alinea>\r\nDos\r\nregels\r\n</alinea>", "Dos regels");
  expect_text("<alinea> </alinea><alinea/>", NULL);
  expect_text("<letterlijk>\n  a &amp; b\r\n</letterlijk>", "\n  a & b\n");
}

Test(xml_read, prefixes_and_order_of_attributes_do_not_matter) {
  const char draft[] = "<c:concept xmlns:c='urn:bronvast:concept:1'><c:voorblad/><c:inhoud><c:sectie id='s' niveau='2'"
                       "><c:kop>Kop</c:kop></c:sectie></c:inhoud></c:concept>";
  bv_read_result read = bv_read_bytes("x.xml", draft, sizeof draft - 1, NULL);
  cr_assert(read.document != NULL, "%s", read.error);
  const bv_node *section = read.document->root->first_child;
  cr_expect(eq(int, section->level, 2));
  cr_expect(eq(str, (char *)section->attributes.id, "s"));
  cr_expect(eq(str, (char *)section->first_child->text->bytes, "Kop"));
  bv_document_free(read.document);
}

Test(xml_read, attributes_are_those_of_markdown) {
  bv_document *document = read_content("<alinea><stuk id=\"c1\" klassen=\" feit  diagnose \" bron=\"a,b\" "
                                       "reden=\"&quot;x&quot;\ny\"><kenmerk naam=\"foo\" waarde=\"b\"/>"
                                       "Tekst</stuk></alinea>");
  const bv_attributes *attributes = &document->root->first_child->first_child->attributes;
  cr_expect(eq(str, (char *)attributes->id, "c1"));
  cr_assert(eq(sz, attributes->classes.count, 2));
  cr_expect(eq(str, (char *)attributes->classes.items[0].name, "feit"));
  cr_expect(eq(str, (char *)attributes->classes.items[1].name, "diagnose"));
  static const char *const pairs[][2] = {{"bron", "a,b"}, {"reden", "\"x\" y"}, {"foo", "b"}};
  cr_assert(eq(sz, attributes->pairs.count, 3));
  for (size_t i = 0; i < 3; i++) {
    cr_expect(eq(str, (char *)attributes->pairs.items[i].key, (char *)pairs[i][0]));
    cr_expect(eq(str, (char *)attributes->pairs.items[i].value, (char *)pairs[i][1]));
  }
  bv_document_free(document);
}

/* The place of each finding, as line and column, and what stands there. */
static void expect_place(const char *content, const char *rule, const char *text, uint32_t line, uint32_t column) {
  bv_document *document = read_content(content);
  const bv_source *source = document->source;
  const bv_finding *finding = NULL;
  for (size_t i = 0; i < document->findings->count && !finding; i++)
    if (strcmp(bv_rule_info_of(document->findings->items[i].rule)->name, rule) == 0)
      finding = &document->findings->items[i];
  cr_assert(finding != NULL, "%s is not found in %s", rule, content);
  bv_position place = bv_source_position(source, finding->range.start);
  char *found =
      bv_strndup(document->arena, source->bytes + finding->range.start, finding->range.end - finding->range.start);
  cr_expect(eq(str, found, (char *)text));
  cr_expect(eq(u32, place.line, line), "%s", content);
  cr_expect(eq(u32, place.column, column), "%s", content);
  bv_document_free(document);
}

Test(xml_read, places_are_exact) {
  expect_place("\n<alinea>é <stuk klassen=\"fiet\">x</stuk></alinea>", "markup/onbekend-attribuut", "fiet", 9, 26);
  expect_place("\n<alinea><stuk\n  klassen='feit' bron='a,verzium'>x</stuk></alinea>", "bron/onbekend", "a", 10, 24);
  expect_place("<blok><kenmerk naam=\"datm\" waarde=\"2026\"/></blok>", "markup/onbekend-attribuut", "datm", 8, 30);
  expect_place("<alinea>a &#x202E; b</alinea>", "markup/tekens", "&#x202E;", 8, 19);
  expect_place("<alinea><link naar=\"javascript:x\">a</link></alinea>", "markup/html", "javascript:x", 8, 29);
  expect_place("<blok id=\"a\"/><blok id=\"a\"/>", "markup/dubbele-id", "a", 8, 33);
}

/* Every name in a name class, as the schema has it, must be a word of the table, and the other way round. */
static void expect_names(const char *after, const bv_words *words, const char *const more[]) {
  const bv_asset *schema = bv_asset_find("schemas/concept.rng");
  const char *start = strstr(schema->bytes, after), *end = strstr(start, "</choice>");
  size_t count = 0;
  for (const char *at = start; (at = strstr(at, "<name")) != NULL && at < end; at++, count++) {
    const char *name = strchr(at, '>') + 1;
    char word[64] = {0};
    memcpy(word, name, strcspn(name, "<"));
    bool known = bv_words_find(words, word) >= 0;
    for (size_t i = 0; more[i]; i++)
      known = known || strcmp(more[i], word) == 0;
    cr_expect(known, "%s is no word of the format", word);
  }
  size_t others = 0;
  while (more[others])
    others++;
  cr_expect(eq(sz, count, words->count + others), "behind %s", after);
}

Test(xml_read, the_schema_knows_the_words_of_the_format) {
  static const char *const none[] = {NULL}, *const marks[] = {"id", "klassen", NULL};
  expect_names("<define name=\"kenmerken\">", &bv_known_attributes, marks);
  expect_names("<element name=\"opsteller\">", &bv_author_keys, none);
  expect_names("<element name=\"persoon\">", &bv_person_keys, none);
  expect_names("<element name=\"bron\">", &bv_source_keys, none);
  const char *const structured[] = {"opsteller", "personen", "bronnen"};
  const char *plain[64];
  bv_words words = {plain, 0};
  for (size_t i = 0; i < bv_front_keys.count; i++)
    if (bv_words_find(&(bv_words){structured, 3}, bv_front_keys.items[i]) < 0)
      plain[words.count++] = bv_front_keys.items[i];
  expect_names("<element name=\"voorblad\">", &words, none);
}
