/* Templates of an organisation: a folder on the command line or in the settings, looked over before anything is made. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/run.h"
#include "base/arena.h"
#include "write/css.h"

#define EXAMPLE SOURCE_DIR "/doc/voorbeeld.md"
#define XSL(body) "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>\n<xsl:import href='gemeen.xsl'/>\n" \
                  body "</xsl:stylesheet>"

static char *folder;
static bv_arena *arena;

static void begin(void) {
  folder = bv_temporary_folder();
  arena = bv_arena_new();
}

static void end(void) {
  bv_remove_folder(folder);
  free(folder);
  bv_arena_free(arena);
}

TestSuite(templates, .init = begin, .fini = end);

static void put(const char *name, const char *text) {
  bv_spill(bv_sprintf(arena, "%s/%s", folder, name), text, strlen(text));
}

static bv_ran render(const char *where) {
  return bv_run_program((const char *const[]){"bronvast", "render", "--for=rechtbank", "--templates", where, EXAMPLE, NULL}, NULL);
}

static void expect_made(const char *what) {
  bv_ran ran = render(folder);
  cr_expect(eq(int, ran.status, 0), "%s", ran.err);
  cr_expect(strstr(ran.out, what) != NULL, "%s is not in the version", what);
  bv_ran_free(&ran);
}

static void expect_refused(const char *what) {
  bv_ran ran = render(folder);
  cr_expect(eq(int, ran.status, 2), "%s", what);
  cr_expect(strstr(ran.err, what) != NULL, "it says %s", ran.err);
  cr_expect(eq(str, ran.out, ""));
  bv_ran_free(&ran);
}

Test(templates, texts_colours_logo_and_fonts_are_those_of_the_folder) {
  put("teksten.xml", "<texts lang='nl'><text id='court.subtitle'>Voor de kinderrechter</text></texts>");
  put("huisstijl.css", ":root { --accent: #a90061 }\n@font-face { font-family: Eigen; src: url('eigen.woff2') }");
  put("eigen.woff2", "abc");
  put("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
  put("LEESMIJ.txt", "geen sjabloon");
  expect_made("Voor de kinderrechter");
  expect_made("--accent: #a90061");
  expect_made("url(\"data:font/woff2;base64,YWJj\")");
  expect_made("<div class=\"logo\"><img src=\"data:image/svg+xml;base64,");
}

Test(templates, the_settings_name_a_folder_from_where_they_stand) {
  put("teksten.xml", "<texts lang='nl'><text id='court.subtitle'>Voor de kinderrechter</text></texts>");
  char *other = bv_temporary_folder();
  const char *settings = bv_sprintf(arena, "%s/bronvast.yaml", other);
  const char *yaml = bv_sprintf(arena, "sjablonen: ../%s\n", strrchr(folder, '/') + 1);
  bv_spill(settings, yaml, strlen(yaml));
  bv_ran ran = bv_run_program((const char *const[]){"bronvast", "render", "--for=rechtbank", "--config", settings, EXAMPLE, NULL}, NULL);
  cr_expect(eq(int, ran.status, 0), "%s", ran.err);
  cr_expect(strstr(ran.out, "Voor de kinderrechter") != NULL);
  bv_ran_free(&ran);
  ran = bv_run_program((const char *const[]){"bronvast", "check", "--show-config", "--config", settings, NULL}, NULL);
  cr_expect(strstr(ran.out, "sjablonen: ") != NULL);
  bv_ran_free(&ran);
  bv_remove_folder(other);
  free(other);
}

Test(templates, what_is_wrong_is_said_with_its_file_and_line) {
  static const struct { const char *name, *text, *says; } cases[] = {
      {"rechtbank.xsl", "<xsl:stylesheet>\n<a>", "rechtbank.xsl, regel 2"},
      {"rechtbank.xsl", XSL("<xsl:template name='document'>\n<xsl:iff test='1'/></xsl:template>"), "rechtbank.xsl, regel 4"},
      {"rechtbank.xsl", XSL("<xsl:template name='document'>\n\n<xsl:value-of select='head['/></xsl:template>"), "rechtbank.xsl, regel 5"},
      {"rechtbank.xsl", XSL("<xsl:template name='document'>\n<xsl:value-of select='onbekend(1)'/></xsl:template>"), "rechtbank.xsl, regel 4"},
      {"rechtbank.xsl", XSL("<xsl:include href='ontbreekt.xsl'/>"), "het sjabloon ontbreekt.xsl is er niet"},
      {"teksten.xml", "<texts>\n<text>\n</texts>", "teksten.xml, regel 3"},
      {"huisstijl.css", "h1 { }\n@import 'x.css';", "huisstijl.css, regel 2: @import"},
      {"huisstijl.css", "/* url(x.png) */\n\nh1 { background: url( \"x.png\" ) }", "huisstijl.css, regel 3: url(x.png)"},
      {"huisstijl.css", "a { background: url(https://example.org/x.png) }", "huisstijl.css, regel 1: url(https://example.org/x.png)"},
      {"huisstijl.css", "a { background: url(../x.png) }", "url(../x.png)"},
      {"huistijl.css", "a { }", "bedoelt u huisstijl.css?"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    put(cases[i].name, cases[i].text);
    expect_refused(cases[i].says);
    remove(bv_sprintf(arena, "%s/%s", folder, cases[i].name));
  }
  bv_ran ran = render("/bestaat/niet");
  cr_expect(eq(int, ran.status, 2));
  cr_expect(strstr(ran.err, "/bestaat/niet") != NULL);
  bv_ran_free(&ran);
}

Test(templates, style_sheets_reach_no_file_network_or_command) {
  static const char *const selects[] = {"document(\"/etc/hostname\")", "document(\"https://example.org/\")",
                                        "document(\"teksten.xml\")"};
  put("teksten.xml", "<texts lang='nl'/>");
  for (size_t i = 0; i < sizeof selects / sizeof *selects; i++) {
    put("rechtbank.xsl", bv_sprintf(arena, XSL("<xsl:template name='document'><xsl:copy-of select='%s'/></xsl:template>"), selects[i]));
    bv_ran ran = render(folder);
    cr_expect(ran.status == 2 || (ran.status == 0 && !strstr(ran.out, "<texts")), "%s", selects[i]);
    bv_ran_free(&ran);
  }
  const char *target = bv_sprintf(arena, "%s/geschreven.txt", folder);
  static const char *const elements[] = {
      "<e:document xmlns:e='http://exslt.org/common' extension-element-prefixes='e' href='%s' method='text'>x</e:document>",
      "<s:write xmlns:s='http://icl.com/saxon' extension-element-prefixes='s' file='%s'>x</s:write>",
      "<s:output xmlns:s='http://icl.com/saxon' extension-element-prefixes='s' file='%s'>x</s:output>"};
  for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    const char *element = bv_sprintf(arena, elements[i], target);
#pragma GCC diagnostic pop
    put("rechtbank.xsl", bv_sprintf(arena, XSL("<xsl:template name='document'>%s</xsl:template>"), element));
    bv_ran ran = render(folder);
    bv_ran_free(&ran);
    char *written = bv_slurp(target, NULL);
    cr_expect(written == NULL, "element %zu wrote a file", i);
    free(written);
  }
}

/* ---- CSS by itself ---- */

static const char *answer(void *context, const char *name) {
  (void)context;
  return strcmp(name, "a.png") == 0 ? "data:A" : NULL;
}

Test(templates, style_sheets_are_made_whole) {
  static const struct { const char *css, *out; unsigned line; } cases[] = {
      {"", "", 0},
      {"a{b:url(a.png)}", "a{b:url(\"data:A\")}", 0},
      {"a{b:URL( 'a.png' )}", "a{b:url(\"data:A\")}", 0},
      {"url(\"a.png\"", "url(\"data:A\"", 0},
      {"url(data:x)url(#y)", "url(data:x)url(#y)", 0},
      {"\n\nurl(b)", "\n\nurl(\"\")", 3},
      {"/* url(b) */", "/* url(b) */", 0},
      {"/* url(b)", "/* url(b)", 0},
      {"url(", "url(\"\"", 1},
      {"url('a)b')", "url(\"\")", 1},
      {"x\n@IMPORT url(b); y", "x\n y", 2},
      {"@import", "", 1}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_buf out = bv_buf_new(arena);
    bv_css_error error = {0};
    bv_css_embed(arena, cases[i].css, strlen(cases[i].css), answer, NULL, &out, &error);
    cr_expect(eq(str, (char *)(out.length ? bv_buf_string(&out) : ""), (char *)cases[i].out), "case %zu", i);
    cr_expect(error.line == cases[i].line, "case %zu: line %u", i, error.line);
  }
}
