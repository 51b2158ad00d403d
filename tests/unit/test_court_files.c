/* The court's version as it is filed: PDF and DOCX by the program itself, looked into with poppler and unzip. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/blocks.h"
#include "../support/run.h"
#include "base/arena.h"

#define SAMPLES SOURCE_DIR "/samples/"
#define EXAMPLE SOURCE_DIR "/doc/voorbeeld.md"

/* What a program says; the caller frees it. */
static char *said(const char *const argv[]) {
  bv_ran ran = bv_run_program(argv, NULL);
  cr_assert(eq(int, ran.status, 0), "%s: %s", argv[0], ran.err);
  free(ran.err);
  return ran.out;
}

/* Renders into a file of that folder; its path is in the arena. */
static const char *rendered(bv_arena *arena, const char *folder, const char *draft, const char *form, const char *variant) {
  const char *path = bv_sprintf(arena, "%s/uit.%s", folder, form);
  const char *argv[12] = {"bronvast", "render", "--for=rechtbank", "--as-is", "--to", form, "-o", path};
  size_t n = 8;
  if (variant)
    argv[n++] = bv_sprintf(arena, "--pdf-variant=%s", variant);
  argv[n] = draft;
  free(said(argv));
  return path;
}

typedef struct place {
  bv_arena *arena;
  char *folder;
} place;

static place new_place(void) { return (place){bv_arena_new(), bv_temporary_folder()}; }

static void leave(place *p) {
  bv_remove_folder(p->folder);
  free(p->folder);
  bv_arena_free(p->arena);
}

/* ---- PDF ---- */

/* Every "/Dest (name)" of the links and bookmarks is a destination that pdfinfo knows. */
static size_t expect_links_resolve(const char *path) {
  char *known = said((const char *const[]){"pdfinfo", "-dests", path, NULL});
  size_t length, count = 0;
  char *bytes = bv_slurp(path, &length);
  static const char mark[] = "/Dest (";
  for (const char *at = bytes; (at = memmem(at, length - (size_t)(at - bytes), mark, sizeof mark - 1)) != NULL; count++) {
    at += sizeof mark - 1;
    char quoted[256];
    snprintf(quoted, sizeof quoted, "\"%.*s\"", (int)strcspn(at, ")"), at);
    cr_expect(strstr(known, quoted) != NULL, "a link to %s leads nowhere", quoted);
  }
  cr_expect(memmem(bytes, length, "/Outlines", 9) != NULL, "no bookmarks");
  cr_expect(memmem(bytes, length, "/Lang (nl)", 10) != NULL, "no language");
  free(bytes);
  free(known);
  return count;
}

/* The table of contents names the page on which each part stands: "6 School ........ 8". */
static size_t expect_pages_hold(const char *path) {
  char *contents = said((const char *const[]){"pdftotext", "-layout", "-f", "1", "-l", "1", path, "-", NULL}), *rest = NULL;
  size_t count = 0;
  for (char *line = strtok_r(contents, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
    char *dots = strstr(line, "....");
    char page[16];
    if (!dots)
      continue;
    snprintf(page, sizeof page, "%s", dots + strspn(dots, ". "));
    while (dots > line && isspace((unsigned char)dots[-1]))
      dots--;
    *dots = '\0';
    const char *title = line + strspn(line, " 0123456789");
    char *text = said((const char *const[]){"pdftotext", "-f", page, "-l", page, path, "-", NULL});
    cr_expect(strstr(text, title) != NULL, "\"%s\" is not on page %s", title, page);
    free(text);
    count++;
  }
  free(contents);
  return count;
}

Test(court_files, links_bookmarks_and_page_numbers_hold) {
  bv_need_program("weasyprint");
  bv_need_program("pdfinfo");
  place p = new_place();
  const char *pdf = rendered(p.arena, p.folder, SAMPLES "raadsrapport.md", "pdf", NULL);
  cr_expect(expect_links_resolve(pdf) > 300);
  cr_expect(expect_pages_hold(pdf) > 15);
  char *about = said((const char *const[]){"pdfinfo", pdf, NULL});
  cr_expect(strstr(about, "Tagged:          yes") && strstr(about, "Title:           Raadsrapport"), "%s", about);
  free(about);
  leave(&p);
}

static const char *const variants[] = {"pdf/ua-1", "pdf/a-1b", "pdf/a-2b", "pdf/a-3b", "pdf/a-4b"};

Test(court_files, every_kind_of_pdf_says_what_it_is) {
  bv_need_program("weasyprint");
  bv_need_program("pdfinfo");
  place p = new_place();
  for (size_t i = 0; i < sizeof variants / sizeof *variants; i++) {
    const char *pdf = rendered(p.arena, p.folder, EXAMPLE, "pdf", variants[i]);
    char *meta = said((const char *const[]){"pdfinfo", "-meta", pdf, NULL});
    const char *mark = variants[i][4] == 'u' ? bv_sprintf(p.arena, "pdfuaid:part=\"%c\"", variants[i][7])
                                             : bv_sprintf(p.arena, "pdfaid:part=\"%c\"", variants[i][6]);
    cr_expect(strstr(meta, mark) != NULL, "%s: %s", variants[i], meta);
    free(meta);
  }
  leave(&p);
}

Test(court_files, a_kind_of_pdf_that_is_not_there_is_wrong_use) {
  bv_ran ran = bv_run_program((const char *const[]){"bronvast", "render", "--for=rechtbank", "--to=pdf", "--pdf-variant=pdf/x",
                                                    "-o", "/dev/null", EXAMPLE, NULL}, NULL);
  cr_expect(eq(int, ran.status, 2));
  cr_expect(strstr(ran.err, "pdf/a-3b") != NULL);
  bv_ran_free(&ran);
  ran = bv_run_program((const char *const[]){"bronvast", "render", "--for=rechtbank", "--pdf-variant=pdf/ua-1", EXAMPLE, NULL}, NULL);
  cr_expect(eq(int, ran.status, 2));
  bv_ran_free(&ran);
}

/* README shows a chain with pandoc; it is run as it stands there, on a copy of what it names. */
Test(court_files, the_chain_in_the_readme_works) {
  bv_need_program("weasyprint");
  place p = new_place();
  bv_block_list blocks = bv_read_code_blocks(p.arena, SOURCE_DIR "/README.md");
  size_t runs = 0;
  cr_assert(chdir(p.folder) == 0 && symlink(SOURCE_DIR "/samples", "samples") == 0 &&
            symlink(SOURCE_DIR "/templates", "templates") == 0);
  setenv("PATH", bv_sprintf(p.arena, "%s:%s", BUILD_DIR, getenv("PATH")), 1);
  for (size_t i = 0; i < blocks.count; i++) {
    if (!strstr(blocks.items[i].text, "| pandoc "))
      continue;
    runs++;
    free(said((const char *const[]){"sh", "-ec", blocks.items[i].text, NULL}));
    char *about = said((const char *const[]){"pdfinfo", "rechtbank.pdf", NULL});
    cr_expect(strstr(about, "Tagged:          yes") && strstr(about, "Title:           Raadsrapport"), "%s", about);
    free(about);
  }
  cr_expect(runs == 1);
  cr_assert(chdir("/") == 0);
  leave(&p);
}

/* ---- The gate ---- */

static size_t count_of(const char *text, const char *what) {
  size_t count = 0;
  for (; (text = strstr(text, what)) != NULL; text += strlen(what))
    count++;
  return count;
}

Test(court_files, a_draft_with_errors_says_so_on_every_page) {
  bv_need_program("weasyprint");
  bv_need_program("pdfinfo");
  bv_need_program("unzip");
  place p = new_place();
  const char *pdf = rendered(p.arena, p.folder, SAMPLES "verzoekschrift-spoed-fout.md", "pdf", NULL);
  char *text = said((const char *const[]){"pdftotext", pdf, "-", NULL});
  size_t pages = 0;
  for (const char *page = text; *page; pages++) {
    size_t length = strcspn(page, "\f");
    const char *one = bv_strndup(p.arena, page, length);
    cr_expect(strstr(one, "CONCEPT · ") && strstr(one, " fouten en "), "page %zu", pages + 1);
    page += length + (page[length] == '\f');
  }
  cr_expect(pages > 10);
  cr_expect(strstr(text, "nog open stond") != NULL, "the account does not list what is open");
  free(text);
  const char *docx = rendered(p.arena, p.folder, SAMPLES "verzoekschrift-spoed-fout.md", "docx", NULL);
  char *footer = said((const char *const[]){"unzip", "-p", docx, "word/footer1.xml", NULL});
  cr_expect(strstr(footer, "CONCEPT · ") && strstr(footer, " fouten en "), "%s", footer);
  free(footer);
  const char *html = rendered(p.arena, p.folder, SAMPLES "verzoekschrift-spoed-fout.md", "html", NULL);
  char *bytes = bv_slurp(html, NULL);
  cr_expect(count_of(bytes, "<strong>CONCEPT</strong>") == 1);
  free(bytes);
  leave(&p);
}

/* ---- DOCX ---- */

static char *part_of(const char *docx, const char *part) {
  return said((const char *const[]){"unzip", "-p", docx, part, NULL});
}

Test(court_files, a_word_file_has_real_styles) {
  bv_need_program("pandoc");
  bv_need_program("unzip");
  place p = new_place();
  const char *docx = rendered(p.arena, p.folder, SAMPLES "raadsrapport.md", "docx", NULL);
  static const char *const used[] = {"Heading1", "Heading2", "TableCaption", "Bewering", "Nummer", "LabelFeit", "LabelMening",
                                     "LabelOordeel", "Reactie", "Reactietitel", "Besluit", "FootnoteReference"};
  char *document = part_of(docx, "word/document.xml"), *styles = part_of(docx, "word/styles.xml");
  char *notes = part_of(docx, "word/footnotes.xml"), *header = part_of(docx, "word/header1.xml");
  char *footer = part_of(docx, "word/footer1.xml");
  for (size_t i = 0; i < sizeof used / sizeof *used; i++) {
    cr_expect(strstr(document, bv_sprintf(p.arena, "w:val=\"%s\"", used[i])) != NULL, "%s is not used", used[i]);
    cr_expect(strstr(styles, bv_sprintf(p.arena, "w:styleId=\"%s\"", used[i])) != NULL, "%s is no style", used[i]);
  }
  cr_expect(strstr(document, "<w:tblHeader") != NULL, "tables do not repeat their header");
  cr_expect(strstr(document, "w:w=\"11906\"") != NULL, "the page is not A4");
  cr_expect(count_of(document, "<w:footnoteReference ") > 150 && strstr(notes, "gesprek met moeder") != NULL);
  cr_expect(strstr(header, "K-2026-0417") && !strstr(header, "{"), "%s", header);
  cr_expect(strstr(footer, "NUMPAGES") && !strstr(footer, "CONCEPT") && !strstr(footer, "{"), "%s", footer);
  char *list = said((const char *const[]){"unzip", "-l", docx, NULL});
  cr_expect(strstr(list, ".svg") == NULL && count_of(list, ".png") == 2, "pictures that older word processors cannot show: %s", list);
  char *all[] = {document, styles, notes, header, footer, list};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    free(all[i]);
  leave(&p);
}

/* ---- The same bytes ---- */

static void expect_same_bytes(const char *form, const char *variant) {
  place first = new_place(), second = new_place();
  const char *one = rendered(first.arena, first.folder, EXAMPLE, form, variant);
  sleep(1);
  cr_assert(chdir(second.folder) == 0);
  setenv("TZ", "Pacific/Kiritimati", 1);
  setenv("LC_ALL", "tr_TR.UTF-8", 1);
  setenv("SOURCE_DATE_EPOCH", "1", 1);
  const char *other = rendered(second.arena, second.folder, EXAMPLE, form, variant);
  size_t length, size;
  char *a = bv_slurp(one, &length), *b = bv_slurp(other, &size);
  cr_expect(length == size && memcmp(a, b, length) == 0, "%s %s: not the same bytes", form, variant ? variant : "");
  free(a);
  free(b);
  cr_assert(chdir("/") == 0);
  leave(&first);
  leave(&second);
}

Test(court_files, the_same_pdf_again) {
  bv_need_program("weasyprint");
  expect_same_bytes("pdf", NULL);
}

Test(court_files, the_same_pdf_to_keep_again) {
  bv_need_program("weasyprint");
  expect_same_bytes("pdf", "pdf/a-3b");
}

Test(court_files, the_same_word_file_again) {
  bv_need_program("pandoc");
  expect_same_bytes("docx", NULL);
}
