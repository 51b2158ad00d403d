/* Text of leaves: spans, emphasis, links, code, escapes, line ends; each byte with its place in the source. */
#include <cmark.h>
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "../support/tree.h"
#include "read/inlines.h"
#include "read/read.h"

Test(read_spans, attributes_run_over_lines) {
  bv_expect("[Sam was twaalf dagen\nniet op school.]{.feit bron=verzuim\n  datum=2026-10-01 ouders=\"Sam was\n  weg.\"} Los.\n",
            "paragraph 1:1-4:14 |Sam was twaalf dagen niet op school. Los.|\n"
            "  span 1:1-4:9 .feit bron=\"verzuim\" datum=\"2026-10-01\" ouders=\"Sam was weg.\"\n",
            "");
}

Test(read_spans, spans_lie_in_spans_and_cross_emphasis) {
  bv_expect("[Oma zegt: *[Sam* is **vaak** moe]{.mening} nu.]{.feit}\n",
            "paragraph 1:1-1:56 |Oma zegt: Sam is vaak moe nu.|\n"
            "  em 1:14-1:17 |Sam|\n"
            "  strong 1:24-1:28 |vaak|\n"
            "  span 1:1-1:56 .feit\n"
            "    span 1:13-1:44 .mening\n",
            "");
}

Test(read_spans, links_keep_their_address_and_brackets_without_attributes_stay) {
  bv_expect("Zie [§ 3 [a]](#c12), [de [site] hier][r] en [sic] (x[1]).\n\n[r]: https://x.nl/a_b\n",
            "paragraph 1:1-1:58 |Zie § 3 [a], de [site] hier en [sic] (x[1]).|\n"
            "  link #c12 1:6-1:13 |§ 3 [a]|\n"
            "  link https://x.nl/a_b 1:23-1:37 |de [site] hier|\n",
            "");
}

Test(read_spans, a_span_may_hold_a_link_and_a_link_a_span) {
  bv_expect("[Zie [hier](http://x.nl/(a)_[b]{c}).]{.feit} [de [brief]{.mening}](#b)\n",
            "paragraph 1:1-1:71 |Zie hier. de brief|\n"
            "  link http://x.nl/(a)_[b]{c} 1:7-1:11 |hier|\n"
            "  link #b 1:47-1:50 |de |\n"
            "  link #b 1:51-1:56 |brief|\n"
            "  span 1:1-1:45 .feit\n"
            "  span 1:50-1:66 .mening\n",
            "");
}

Test(read_spans, nothing_means_anything_in_code) {
  bv_expect("`[a]{.feit} <!-- \\* &amp;` en `` a`b `` ` \n",
            "paragraph 1:1-1:42 |[a]{.feit} <!-- \\* &amp; en a`b `|\n"
            "  code 1:2-1:26 |[a]{.feit} <!-- \\* &amp;|\n"
            "  code 1:34-1:37 |a`b|\n",
            "");
}

Test(read_spans, escapes_and_entities_are_one_character_each) {
  bv_document *document = bv_read_body("é \\[\\*&euml;&#x1F469;&nope; x\n", 30);
  const bv_text *text = document->root->first_child->text;
  cr_assert(eq(str, (char *)text->bytes, "é [*ë👩&nope; x"));
  static const struct { const char *what; unsigned from, to; } places[] = {
      {"é", 1, 2}, {"[", 3, 5}, {"*", 5, 7}, {"ë", 7, 13}, {"👩", 13, 22}, {"&nope;", 22, 28}, {"x", 29, 30}};
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    uint32_t at = (uint32_t)(strstr(text->bytes, places[i].what) - text->bytes);
    bv_range range = bv_text_source_range(text, at, at + (uint32_t)strlen(places[i].what));
    cr_expect(eq(u32, bv_source_position(document->source, range.start).column, places[i].from), "%s", places[i].what);
    cr_expect(eq(u32, bv_source_position(document->source, range.end).column, places[i].to), "%s", places[i].what);
  }
  bv_document_free(document);
}

Test(read_spans, line_ends_are_a_space_or_a_hard_break) {
  bv_expect("een  \ntwee\\\n   drie\nvier `vijf\nzes`\n", "paragraph 1:1-5:5 |een\\ntwee\\ndrie vier vijf zes|\n"
            "  code 4:7-5:4 |vijf zes|\n", "");
}

/* The same paragraph wherever it stands: indented, in lists and quotations, with lazy lines, tabs and CRLF. */
Test(read_spans, places_are_exact_in_every_container) {
  static const char *const bodies[] = {
      "één [twee\ndrie]{.feit} *vier*\n",
      "   één [twee\n \tdrie]{.feit} *vier*\n",
      "> één [twee\n> drie]{.feit} *vier*\n",
      "> één [twee\ndrie]{.feit} *vier*\n",
      "> één [twee\n     > drie]{.feit} *vier*\n",
      "- > 1. één [twee\n  >   drie]{.feit} *vier*\n",
      "-\téén [twee\n\tdrie]{.feit} *vier*\r\n",
      "10. é\n\n    één [twee\r\n    drie]{.feit} *vier*\r\n",
      "::: {.mening}\n>\t- één [twee\n>\t  drie]{.feit} *vier*\n:::\n"};
  for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
    bv_document *document = bv_read_body(bodies[i], strlen(bodies[i]));
    const char *source = document->source->bytes;
    const bv_node *leaf = document->root;
    while (leaf && !(leaf->text && strstr(leaf->text->bytes, "twee")))
      leaf = bv_node_following(leaf, document->root);
    cr_assert(leaf != NULL, "%s", bodies[i]);
    bool lazy_marker = strstr(bodies[i], "     >") != NULL;
    cr_expect(eq(str, (char *)leaf->text->bytes, lazy_marker ? "één twee > drie vier" : "één twee drie vier"), "%s", bodies[i]);
    static const char *const words[] = {"één", "twee", "drie", "vier"};
    for (size_t w = 0; w < 4; w++) {
      uint32_t at = (uint32_t)(strstr(leaf->text->bytes, words[w]) - leaf->text->bytes);
      bv_range range = bv_text_source_range(leaf->text, at, at + (uint32_t)strlen(words[w]));
      cr_expect(eq(u32, range.start, (uint32_t)(strstr(source, words[w]) - source)), "%s in %s", words[w], bodies[i]);
      cr_expect(eq(u32, range.end - range.start, (uint32_t)strlen(words[w])), "%s in %s", words[w], bodies[i]);
    }
    bv_range span = leaf->first_child->range;
    cr_expect(eq(u32, span.start, (uint32_t)(strchr(source, '[') + (strstr(source, "[twee") - strchr(source, '[')) - source)));
    cr_expect(eq(u32, span.end, (uint32_t)(strstr(source, ".feit}") + 6 - source)));
    bv_document_free(document);
  }
}

Test(read_spans, wrong_brackets_are_told_and_their_text_stays) {
  bv_expect("Een [open haak.\n\nEn dicht]{.feit} hier.\n",
            "paragraph 1:1-1:16 |Een [open haak.|\nparagraph 3:1-3:23 |En dicht]{.feit} hier.|\n",
            "1:5-1:6 markup/niet-gesloten\n3:9-3:10 markup/niet-gesloten\n");
  bv_expect("[Los] {.feit} en [over\nde regel]\n{.mening} x\n",
            "paragraph 1:1-3:12 |Los en over de regel x|\n  span 1:1-1:14 .feit\n  span 1:18-3:10 .mening\n",
            "1:6-1:8 markup/attribuut\n2:10-3:2 markup/attribuut\n");
  bv_expect("Sam {.feit bron=a} was [ziek](#z){.feit}. {niets} { }\n",
            "paragraph 1:1-1:54 |Sam {.feit bron=a} was ziek{.feit}. {niets} { }|\n  link #z 1:25-1:29 |ziek|\n",
            "1:5-1:19 markup/attribuut\n1:34-1:41 markup/attribuut\n");
  bv_expect("Let op![Sam]{.feit} [sic][was]{.feit}\n", NULL, "1:7-1:9 markup/attribuut\n1:25-1:27 markup/attribuut\n");
  bv_expect("[Sam]{.feit en toen\n", "paragraph 1:1-1:20 |Sam en toen|\n  span 1:1-1:12 .feit\n", "1:6-1:7 markup/attribuut\n");
}

Test(read_spans, html_goes_and_its_text_stays) {
  bv_expect("Een <b>vet</b> <!-- weg\n[ --> woord<br/>.\n\n<div>\nblok\n</div>\n",
            "paragraph 1:1-2:18 |Een vet  woord.|\nparagraph 4:1-6:7 |blok|\n",
            "1:5-1:8 markup/html\n1:11-1:15 markup/html\n1:16-2:6 markup/html\n2:12-2:17 markup/html\n"
            "4:1-4:6 markup/html\n6:1-6:7 markup/html\n");
  bv_expect("<!-- een\n\ntwee -->\n\n<!-- drie --> tekst\n\n<!-- open\n\neinde\n",
            "paragraph 5:1-5:20 |tekst|\nparagraph 7:1-7:10 |<!-- open|\nparagraph 9:1-9:6 |einde|\n",
            "1:1-3:9 markup/html\n5:1-5:14 markup/html\n7:1-7:5 markup/html\n");
  bv_expect("[klik](javascript:alert(1)) ![foto van oma](oma.png)\n",
            "paragraph 1:1-1:53 |klik foto van oma|\n  link oma.png 1:31-1:43 |foto van oma|\n", "1:1-1:2 markup/html\n");
}

Test(read_spans, hidden_characters_in_disguise_are_found) {
  bv_expect("a&#8238;b [c]{ouders=\"d&#0;&#x200B;e\"}\n",
            "paragraph 1:1-1:39 |a\xEF\xBF\xBD" "b c|\n  span 1:11-1:39 ouders=\"d\xEF\xBF\xBD\xEF\xBF\xBD" "e\"\n",
            "1:2-1:9 markup/tekens\n1:23-1:37 markup/tekens\n");
}

/* pandoc knows more notations than the format; their text is text. */
Test(read_spans, unknown_notations_stay_as_they_are_written) {
  bv_expect("~~weg~~ H~2~O x^2^ $a$ @bron [^1] [@x]\n\n[^1]: noot\n\n[Sam]: ziek\n",
            "paragraph 1:1-1:39 |~~weg~~ H~2~O x^2^ $a$ @bron [^1] [@x]|\nparagraph 3:1-3:11 |[^1]: noot|\n"
            "paragraph 5:1-5:12 |[Sam]: ziek|\n", "");
}

/* A definition that no link uses would be lost unseen. */
Test(read_spans, definitions_are_used_or_told) {
  bv_expect("[a]: https://x.nl/a\n[B]: https://x.nl/b 't'\n[c]: ziek\n\nZie [b].\n",
            "paragraph 3:1-3:10 |[c]: ziek|\nparagraph 5:1-5:9 |Zie b.|\n  link https://x.nl/b 5:6-5:7 |b|\n",
            "1:1-1:20 markup/verwijzing\n5:5-5:6 markup/attribuut\n");
}

Test(read_spans, links_of_all_kinds_end_where_they_end) {
  bv_expect("<https://x.nl/?a=1&amp;b> <n@x.nl> [a][] [b] [c](<u v> 'w') z\n\n[a]: #een\n[b]:\n  #twee\n  \"t\"\n",
            "paragraph 1:1-1:62 |https://x.nl/?a=1&b n@x.nl a b c z|\n"
            "  link https://x.nl/?a=1&b 1:2-1:25 |https://x.nl/?a=1&b|\n"
            "  link mailto:n@x.nl 1:28-1:34 |n@x.nl|\n"
            "  link #een 1:37-1:38 |a|\n"
            "  link #twee 1:43-1:44 |b|\n"
            "  link u v 1:47-1:48 |c|\n",
            "1:42-1:43 markup/attribuut\n1:46-1:47 markup/attribuut\n");
}

/* What is read without cmark is what cmark would give: one paragraph with one text, the line less the white space at its
 * end. */
Test(read_spans, plain_lines_mean_nothing_to_cmark) {
  static const char *const pieces[] = {"a", "Sam", " ", "  ", "\t", "\"", "'", ".", "...", "-", "--", "---", "=", "+", ">", "|",
                                       "#", "~~~", ":", "1.", "2)", "é", "\xC2\xA0", "$", "(", ")", "{.feit}", "@", "/", "^",
                                       "www.x.nl", "https://x.nl", "x@y.nl", "*", "_", "`", "[", "]", "!", "&", "<", "\\"};
  enum { PIECES = sizeof pieces / sizeof *pieces };
  uint32_t chance = 7;
  size_t plain = 0;
  for (int round = 0; round < 20000; round++) {
    char line[256] = BV_LINE_GUARD;
    for (uint32_t left = 1 + (uint32_t)round % 12; left > 0; left--) {
      chance = chance * 1664525u + 1013904223u;
      strcat(line, pieces[(chance >> 8) % PIECES]);
    }
    if (!bv_is_plain_line(line))
      continue;
    plain++;
    cmark_node *document = cmark_parse_document(line, strlen(line), CMARK_OPT_DEFAULT);
    cmark_node *paragraph = cmark_node_first_child(document), *text = cmark_node_first_child(paragraph);
    size_t length = strlen(line);
    while (strchr(" \t", line[length - 1]))
      length--;
    line[length] = '\0';
    cr_assert(cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH && !cmark_node_next(paragraph), "%s", line);
    cr_assert(cmark_node_get_type(text) == CMARK_NODE_TEXT && !cmark_node_next(text), "%s", line);
    cr_assert(eq(str, (char *)cmark_node_get_literal(text), line));
    cmark_node_free(document);
  }
  cr_assert(plain > 2000 && plain < 18000);
}
