/* What helps a parent to read: the two pictures, and the list of difficult words. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <nettle/base64.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "lang/table.h"
#include "publish/publish.h"
#include "read/read.h"
#include "write/html.h"

static const char front[] =
    "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\nstatus: concept\nspoed: nee\n"
    "maatregel: [ondertoezichtstelling]\nreactietermijn: 2026-12-04\n"
    "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"
    "personen:\n"
    "  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2012-05-02, geslacht: m}\n"
    "  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw Jansen, geslacht: v}\n"
    "  - {id: vader, rol: ouder, gezag: ja, naam: de heer <Bakker> & zoon, geslacht: m}\n"
    "  - {id: buur, rol: netwerk, naam: mevrouw Rietveld, relatie: buurvrouw}\n"
    "bronnen:\n"
    "  - {id: g-moeder, soort: gesprek, persoon: moeder, datum: 2026-10-14}\n"
    "  - {id: g-moeder-2, soort: gesprek, persoon: moeder, datum: 2026-10-21}\n"
    "  - {id: g-vader, soort: gesprek, persoon: vader, datum: 2026-10-15}\n"
    "  - {id: g-buur, soort: gesprek, persoon: buur, datum: 2026-10-16}\n"
    "  - {id: stuk, soort: document, titel: Besluit, auteur: A. Vos, datum: 2026-10-01, in-bezit: ja}\n"
    "---\n\n## Thuis {#thuis .onderzoek over=sam}\n\n";

/* The version of a reader of a draft with this text, as XML in the arena. */
static const char *version(bv_arena *arena, const char *reader, const char *text) {
  const char *markdown = bv_sprintf(arena, "%s%s", front, text);
  bv_read_result read = bv_read_bytes("t.md", markdown, strlen(markdown), NULL);
  cr_assert(read.document != NULL);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  xmlDoc *tree = bv_publish(read.document, read.document->findings, &(bv_publish_options){.reader = reader});
  size_t length;
  const char *xml = bv_strdup(arena, bv_write_tree(read.document->arena, tree, &length));
  xmlFreeDoc(tree);
  bv_document_free(read.document);
  return xml;
}

/* The drawing of the n-th picture, decoded; NULL when there are fewer. */
static const char *drawing(bv_arena *arena, const char *xml, int n) {
  static const char start[] = "data:image/svg+xml;base64,";
  for (; (xml = strstr(xml, start)); n--) {
    xml += strlen(start);
    if (n > 0)
      continue;
    size_t length = strcspn(xml, "\""), decoded = BASE64_DECODE_LENGTH(length);
    char *svg = bv_alloc(arena, decoded + 1);
    struct base64_decode_ctx context;
    base64_decode_init(&context);
    cr_assert(base64_decode_update(&context, &decoded, (uint8_t *)svg, length, xml));
    svg[decoded] = '\0';
    return svg;
  }
  return NULL;
}

static size_t times(const char *text, const char *word) {
  size_t count = 0;
  for (const char *at = strstr(text, word); at; at = strstr(at + 1, word))
    count++;
  return count;
}

static const char claims[] = "[Sam was ziek.]{.feit bron=stuk datum=2026-10-02}\n"
                             "[Sam was moe.]{.feit bron=stuk datum=2026-10}\n"
                             "[Moeder is blij.]{.mening bron=g-moeder,g-moeder-2}\n"
                             "[Vader is boos.]{.mening bron=g-vader datum=2025}\n"
                             "[Oma zag Sam.]{.horen-zeggen bron=g-moeder van=vader datum=2019-05-01}\n"
                             "[De auto stond er.]{.feit bron=g-buur datum=2023-03-01 vertrouwelijk=vader reden=\"privacy: nee\"}\n";

Test(parents, pictures_show_what_the_reader_may_know) {
  bv_arena *arena = bv_arena_new();
  const char *mother = version(arena, "moeder", claims), *father = version(arena, "vader", claims);
  const char *talks = drawing(arena, mother, 0), *line = drawing(arena, mother, 1);
  cr_assert(talks != NULL && line != NULL && drawing(arena, mother, 2) == NULL);
  cr_expect(strstr(mother, "Wij praatten met 2 mensen uit het gezin en 1 familielid of bekende.") != NULL);
  cr_expect(strstr(talks, "Rietveld") != NULL && strstr(talks, ">u</text>") != NULL);
  cr_expect(strstr(talks, "de heer &lt;Bakker> &amp; zoon") != NULL, "%s", talks);
  cr_expect(strstr(mother, "Er zijn 6 punten met een datum. Ze gaan over 2019 tot en met 2026.") != NULL);
  cr_expect(strstr(mother, "De meeste horen bij oktober 2026.") != NULL);
  cr_expect(strstr(mother, "Ouder dan twee jaar zijn: punt 1.5 en punt 1.6.") != NULL);
  cr_expect(strstr(line, ">2023<") != NULL && strstr(line, ">2025<") != NULL && strstr(line, ">oktober 2026<") != NULL);
  /* The father gets neither the neighbour nor the time of what she said. */
  talks = drawing(arena, father, 0), line = drawing(arena, father, 1);
  cr_expect(strstr(talks, "Rietveld") == NULL && strstr(line, ">2023<") == NULL);
  cr_expect(strstr(father, "Wij praatten met 2 mensen uit het gezin.") != NULL);
  cr_expect(strstr(father, "Er zijn 5 punten met een datum.") != NULL);
  cr_expect(strstr(father, "Ouder dan twee jaar is: punt 1.5.") != NULL);
  bv_arena_free(arena);
}

Test(parents, a_mark_stands_for_every_point_by_its_shape) {
  bv_arena *arena = bv_arena_new();
  const char *line = drawing(arena, version(arena, "moeder", claims), 1);
  /* One of each in the legend. */
  cr_expect(eq(sz, times(line, "<rect "), 1 + 3), "%s", line);
  cr_expect(eq(sz, times(line, "r=\"6\" fill=\"#fff\""), 1 + 2), "%s", line);
  cr_expect(eq(sz, times(line, "fill=\"#8a5a00\""), 1 + 1), "%s", line);
  cr_expect(eq(sz, times(line, "ouder dan twee jaar"), 1));
  bv_arena_free(arena);
}

Test(parents, no_picture_of_nothing) {
  bv_arena *arena = bv_arena_new();
  const char *xml = version(arena, "sam", "[Sam was ziek.]{.feit bron=nergens}\n");
  cr_expect(drawing(arena, xml, 0) != NULL && drawing(arena, xml, 1) == NULL, "talks, and no point with a date");
  bv_arena_free(arena);
}

Test(parents, pictures_of_very_many_points_stay_small) {
  bv_arena *arena = bv_arena_new();
  bv_buf many = bv_buf_new(arena);
  for (int i = 0; i < 3000; i++)
    bv_buf_printf(&many, "[Er was iets.]{.feit bron=stuk datum=%d}\n", 1000 + i % 1000);
  const char *xml = version(arena, "moeder", bv_buf_string(&many)), *line = drawing(arena, xml, 1);
  cr_assert(line != NULL);
  cr_expect(strlen(line) < 40000, "%zu", strlen(line));
  cr_expect(strstr(line, "tot en met ") != NULL);
  bv_arena_free(arena);
}

Test(parents, a_word_and_its_place_refer_to_each_other) {
  bv_arena *arena = bv_arena_new();
  const char *xml = version(arena, "moeder", "### Over de griffie\n\n[De griffie en de GI schreven een brief over de OTS.]{.feit bron=stuk}\n");
  static const char *const explained[] = {"griffie", "gecertificeerde instelling (GI)", "ondertoezichtstelling (OTS)"};
  for (size_t i = 0; i < sizeof explained / sizeof *explained; i++)
    cr_expect(strstr(xml, bv_sprintf(arena, "<name>%s</name>", explained[i])) != NULL, "%s", explained[i]);
  cr_expect(strstr(xml, "<name>zittingsplaats</name>") == NULL && strstr(xml, "<name>voogd</name>") == NULL);
  size_t links = 0;
  for (const char *at = xml; (at = strstr(at, " from=\"")); links++) {
    at += strlen(" from=\"");
    const char *id = bv_strndup(arena, at, strcspn(at, "\""));
    cr_expect(eq(sz, times(xml, bv_sprintf(arena, " id=\"%s\"", id)), 1), "%s", id);
    cr_expect(eq(sz, times(xml, bv_sprintf(arena, "href=\"#%s\"", id + strlen("bij-"))), 1), "%s", id);
  }
  cr_expect(links >= 3, "%zu", links);
  cr_expect(strstr(xml, "kind=\"word\" id=") != NULL);
  bv_arena_free(arena);
}

/* ---- The word list itself ---- */

enum { TERM, FORMS, ABBREVIATION, LAW, FOR_PARENTS, FOR_CHILDREN };

static bool has_word(const char *text, const char *const words[]) {
  for (size_t i = 0; words[i]; i++)
    for (const char *at = strcasestr(text, words[i]); at; at = strcasestr(at + 1, words[i])) {
      const char *past = at + strlen(words[i]);
      if ((at == text || strchr(" (,", at[-1])) && (!*past || strchr(" ).,?", *past)))
        return true;
    }
  return false;
}

/* The words of the longest sentence. */
static size_t longest_sentence(const char *text) {
  size_t longest = 0, words = 0;
  for (; *text; text += strspn(text, " ")) {
    size_t length = strcspn(text, " ");
    words++;
    if (strchr(".?", text[length - 1])) {
      longest = words > longest ? words : longest;
      words = 0;
    }
    text += length;
  }
  cr_expect(words == 0, "no full stop at the end");
  return longest;
}

Test(parents, the_word_list_is_plain_and_addresses_its_reader) {
  static const char *const formal[] = {"u", "uw", NULL}, *const informal[] = {"je", "jij", "jou", "jouw", NULL};
  bv_arena *arena = bv_arena_new();
  bv_table table = bv_table_read(arena, "src/lang/jargon.tsv");
  cr_assert(table.count >= 200, "%zu", table.count);
  for (size_t i = 0; i < table.count; i++) {
    const char *const *fields = table.items[i].fields, *term = fields[TERM];
    const char *parents = fields[FOR_PARENTS], *children = fields[FOR_CHILDREN];
    bool same = children[0] == '\0';
    cr_expect(fields[FORMS][0] != '\0' && parents[0] != '\0', "%s", term);
    cr_expect(longest_sentence(parents) <= 16 && longest_sentence(children) <= 16, "%s", term);
    cr_expect(has_word(parents, informal) == false, "%s: %s", term, parents);
    cr_expect(has_word(children, formal) == false, "%s: %s", term, children);
    cr_expect(same == false || has_word(parents, formal) == false, "%s has nothing for children", term);
  }
  bv_arena_free(arena);
}
