/* Divs, sections, lists and quotations: what lies in what, and where. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "../support/tree.h"

Test(read_blocks, sections_follow_their_headers) {
  bv_expect("los\n\n# Een {#een .onderzoek over=sam}\n\na\n\n### Drie\nb\n\nTwee\nregels {.besluit}\n----\n\n# Vier #\n",
            "paragraph 1:1-1:4 |los|\n"
            "section 3:1-11:18 #een .onderzoek over=\"sam\"\n"
            "  heading 3:1-3:33 |Een|\n"
            "  paragraph 5:1-5:2 |a|\n"
            "  section 7:1-8:2\n"
            "    heading 7:1-7:9 |Drie|\n"
            "    paragraph 8:1-8:2 |b|\n"
            "  section 10:1-11:18 .besluit\n"
            "    heading 10:1-11:18 |Twee regels|\n"
            "section 14:1-14:7\n"
            "  heading 14:1-14:7 |Vier|\n",
            "");
}

Test(read_blocks, a_header_takes_its_attributes_off_its_text) {
  bv_expect("## Een ## {#een}\n\n## [Twee]{.feit} {.besluit\n\n## Drie [sic] {.termijn} ##\n\n## {.doel}\n\n## Vier { }\n",
            "section 1:1-1:17 #een\n  heading 1:1-1:17 |Een|\n"
            "section 3:1-3:27 .besluit\n  heading 3:1-3:27 |Twee|\n    span 3:4-3:17 .feit\n"
            "section 5:1-5:25 .termijn\n  heading 5:1-5:25 |Drie [sic]|\n"
            "section 7:1-7:11 .doel\n  heading 7:1-7:11 ||\n"
            "section 9:1-9:12\n  heading 9:1-9:12 |Vier|\n",
            "3:18-3:19 markup/attribuut\n");
}

Test(read_blocks, divs_nest_whatever_their_colons) {
  bv_expect("::: {.reactie van=moeder\nreden=\"De school\nbevestigt.\"}\n:::: feit ::::\na\n:::::\nb\n:::\nc\n",
            "div 1:1-8:4 .reactie van=\"moeder\" reden=\"De school bevestigt.\"\n"
            "  div 4:1-6:6 .feit\n    paragraph 5:1-5:2 |a|\n"
            "  paragraph 7:1-7:2 |b|\n"
            "paragraph 9:1-9:2 |c|\n",
            "");
}

Test(read_blocks, divs_in_lists_and_quotations) {
  bv_expect("> ::: {#q\n>   .mening}\n> a\n>\n> > b\n> :::\n\n- c\n- ::: {.feit}\n  d\n  :::\n\n  e\n",
            "quote 1:1-6:6\n  div 1:3-6:6 #q .mening\n    paragraph 3:3-3:4 |a|\n    quote 5:3-5:6\n      paragraph 5:5-5:6 |b|\n"
            "list 8:1-13:4 bullet loose\n  item 8:1-8:4\n    paragraph 8:3-8:4 |c|\n"
            "  item 9:1-13:4\n    div 9:3-11:6 .feit\n      paragraph 10:3-10:4 |d|\n    paragraph 13:3-13:4 |e|\n",
            "");
}

Test(read_blocks, a_div_ends_with_what_it_stands_in) {
  bv_expect("- ::: {.feit}\n  a\n\n:::\n\n::: {.mening}\n## B\n\nb\n",
            "list 1:1-2:4 bullet tight\n  item 1:1-2:4\n    div 1:3-2:4 .feit\n      paragraph 2:3-2:4 |a|\n"
            "div 6:1-9:2 .mening\n  section 7:1-9:2\n    heading 7:1-7:5 |B|\n    paragraph 9:1-9:2 |b|\n",
            "1:3-1:14 markup/niet-gesloten\n4:1-4:4 markup/niet-gesloten\n6:1-6:14 markup/niet-gesloten\n");
}

Test(read_blocks, what_pandoc_would_not_take_for_a_fence_is_told) {
  bv_expect("tekst\n::: {.feit}\na\n:::\n", "paragraph 1:1-1:6 |tekst|\ndiv 2:1-4:4 .feit\n  paragraph 3:1-3:2 |a|\n",
            "2:1-2:12 markup/attribuut\n");
  bv_expect("> ::: {.feit}\n> a\n> :::\n::: {.mening}\nb\n:::\n", NULL, "4:1-4:14 markup/attribuut\n");
  bv_expect("::: {.feit} Sam was ziek. :::\n:::\n", "div 1:1-2:4 .feit\n  paragraph 1:13-1:30 |Sam was ziek. :::|\n",
            "1:13-1:30 markup/attribuut\n");
  bv_expect("::: .feit bron=verzuim\na\n:::\n", "div 1:1-3:4 .feit bron=\"verzuim\"\n  paragraph 2:1-2:2 |a|\n",
            "1:5-1:23 markup/attribuut\n");
  bv_expect("::: Sam was ziek\na\n:::\n", "div 1:1-3:4\n  paragraph 1:5-1:17 |Sam was ziek|\n  paragraph 2:1-2:2 |a|\n",
            "1:5-1:17 markup/attribuut\n");
  bv_expect("::: {.feit bron=verzuim\n\na\n\n:::\n", "div 1:1-5:4 .feit bron=\"verzuim\"\n  paragraph 3:1-3:2 |a|\n",
            "1:5-1:6 markup/attribuut\n");
}

Test(read_blocks, fences_in_code_are_code) {
  bv_expect("```\n::: {.feit}\n[a]{.b}\n```\n\n    :::\n\n> ~~~ info\n> \tx\n", 
            "verbatim 1:1-3:8 |::: {.feit}\\n[a]{.b}|\n  code 2:1-3:8 |::: {.feit}\\n[a]{.b}|\n"
            "verbatim 6:5-6:8 |:::|\n  code 6:5-6:8 |:::|\n"
            "quote 8:1-9:5\n  verbatim 8:3-9:5 |\tx|\n    code 9:3-9:5 |\tx|\n",
            "8:3-8:11 markup/attribuut\n");
}

Test(read_blocks, lists_keep_their_order_and_tightness) {
  bv_expect("3. a\n4. b\n\n* * *\n\n- c\n\n- d\n",
            "list 1:1-2:5 ordered tight from 3\n  item 1:1-1:5\n    paragraph 1:4-1:5 |a|\n  item 2:1-2:5\n    paragraph 2:4-2:5 |b|\n"
            "rule 4:1-4:6\n"
            "list 6:1-8:4 bullet loose\n  item 6:1-6:4\n    paragraph 6:3-6:4 |c|\n  item 8:1-8:4\n    paragraph 8:3-8:4 |d|\n",
            "");
}

Test(read_blocks, sections_end_with_their_container) {
  bv_expect("## A\n\n> ### B\n> b\n\na\n\n## C\n",
            "section 1:1-6:2\n  heading 1:1-1:5 |A|\n  quote 3:1-4:4\n    section 3:3-4:4\n      heading 3:3-3:8 |B|\n"
            "      paragraph 4:3-4:4 |b|\n  paragraph 6:1-6:2 |a|\nsection 8:1-8:5\n  heading 8:1-8:5 |C|\n",
            "");
}

Test(read_blocks, empty_bodies_are_empty_trees) {
  static const char *const bodies[] = {"", "\n", "\n\n \t\n", "\r\n"};
  for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
    bv_expect(bodies[i], "", "");
}
