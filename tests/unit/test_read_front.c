/* Front matter: what its entries mean, and what is wrong with them, at its place. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "../support/tree.h"
#include "base/buf.h"
#include "read/reader.h"

static bv_document *read(const char *draft) {
  bv_read_result result = bv_read_unresolved("t.md", draft, strlen(draft), NULL);
  cr_assert(result.document != NULL, "%s", result.error);
  return result.document;
}

#define COMPLETE                                                                                                     \
  "bronvast: 1\nsoort: raadsrapport\nkenmerk: K\ndatum: 2026-11-20\nopsteller: {naam: N}\n"                          \
  "personen:\n  - {id: sam, rol: jeugdige}\nbronnen:\n  - {id: b, soort: gesprek, persoon: sam}\n"

Test(read_front, every_entry_is_understood) {
  bv_document *document = read(
      "\xEF\xBB\xBF---\r\nbronvast: 1\r\nsoort: verzoekschrift\r\nkenmerk: K-1\r\ndatum: 2026-11-20\r\nstatus: definitief\r\n"
      "spoed: ja\r\nmaatregel: [ondertoezichtstelling, geen]\r\nverlenging: ja\r\nverloopt: 2027-01-02\r\nzitting: 2026-12-24\r\n"
      "opsteller: {naam: N. de Wit, functie: jurist, organisatie: Raad}\r\npersonen:\r\n"
      "  - {id: moeder, rol: ouder, gezag: nee, naam: mevrouw Ö, taal: ti, tolk: ja, vertaling: nee, geslacht: v}\r\n"
      "  - id: sam\r\n    rol: jeugdige\r\n    geboren: 2013-05-02\r\n    geen-reactie: \"hij: wilde niet\"\r\n"
      "bronnen:\r\n  - {id: g, soort: gesprek, persoon: sam, datum: 2026-10, geaccordeerd: nee, reden: ziek}\r\n...\r\ntekst\r\n");
  const bv_front *front = &document->front;
  cr_expect(eq(str, bv_found(document, 0), ""));
  cr_expect(eq(str, (char *)front->kind, "verzoekschrift"));
  cr_expect(eq(str, (char *)front->reference, "K-1"));
  cr_expect(front->definitive && front->urgent && front->extension);
  cr_expect(eq(int, front->hearing.day, 24));
  cr_expect(eq(int, front->expires.year, 2027));
  cr_assert(eq(sz, front->measures.count, 2));
  cr_expect(eq(str, (char *)front->measures.items[1], "geen"));
  cr_assert(eq(sz, front->persons.count, 2));
  const bv_person *moeder = &front->persons.items[0], *sam = &front->persons.items[1];
  cr_expect(eq(int, moeder->role, BV_ROLE_OUDER));
  cr_expect(eq(int, moeder->authority, BV_NEE));
  cr_expect(eq(int, moeder->interpreter, BV_JA));
  cr_expect(eq(str, (char *)moeder->language, "ti"));
  cr_expect(eq(str, (char *)moeder->gender, "v"));
  cr_expect(eq(str, (char *)sam->name, "sam"), "the id where there is no name");
  cr_expect(eq(str, (char *)sam->language, "nl"));
  cr_expect(eq(int, sam->born.year, 2013));
  cr_expect(eq(str, (char *)sam->no_reaction, "hij: wilde niet"));
  cr_assert(eq(sz, front->sources.count, 2));
  const bv_report_source *author = &front->sources.items[0], *talk = &front->sources.items[1];
  cr_expect(eq(str, (char *)author->id, "opsteller"));
  cr_expect(eq(str, (char *)author->author, "N. de Wit"));
  cr_expect(eq(u32, author->number, 0));
  cr_expect(eq(int, author->date.first.day, 20));
  cr_expect(eq(u32, talk->number, 1));
  cr_expect(eq(ptr, (void *)talk->person, (void *)sam));
  cr_expect(eq(int, talk->date.precision, BV_PRECISION_MONTH));
  cr_expect(eq(int, talk->approved, BV_NEE));
  cr_expect(eq(str, (char *)document->root->first_child->text->bytes, "tekst"));
  const bv_field *name = &moeder->fields.items[3];
  cr_expect(eq(u32, bv_source_position(document->source, name->value_range.start).column, 48));
  bv_document_free(document);
}

/* Each is added to a complete front matter, or stands in for an entry of it; line and column as an editor counts them. */
Test(read_front, what_is_wrong_is_told_at_its_place) {
  static const struct { const char *draft, *found; } cases[] = {
      {"---\n" COMPLETE "---\n", ""},
      {"\n---  \n" COMPLETE "---\n", ""},
      {"---\nsoort: raadsraport\n---\n",
       "2:1-2:1 markup/voorblad bronvast datum kenmerk opsteller personen bronnen; 2:8-2:19 markup/onbekend-attribuut"},
      {"---\n" COMPLETE "kenmrk: x\nspoed: yes\nmaatregel: ots\n---\n",
       "11:1-11:7 markup/onbekend-attribuut; 12:8-12:11 markup/onbekend-attribuut; 13:12-13:15 markup/onbekend-attribuut"},
      {"---\n" COMPLETE "datum: 2027-01-01\nverloopt: morgen\nzitting: 2026-02-30\nmaatregel-sinds: 2026\n---\n",
       "11:1-11:6 markup/voorblad; 12:11-12:17 markup/voorblad; 13:10-13:20 markup/voorblad; 14:18-14:22 markup/voorblad"},
      {"---\n" COMPLETE "status: [concept]\nmaatregel: {a: b}\n---\n", "11:9-11:18 markup/voorblad; 12:12-12:18 markup/voorblad"},
      {"---\nbronvast: 2\nsoort: raadsrapport\nkenmerk:\ndatum: 2026-11-20\nopsteller: N. de Wit\npersonen: {sam: {rol: ouder}}\n"
       "bronnen:\n- b\n- {id: a b, soort: brief, persoon: san}\n---\n",
       "2:11-2:12 markup/onbekend-attribuut; 4:1-4:8 markup/voorblad; 6:12-6:21 markup/voorblad; 7:11-7:30 markup/voorblad; "
       "9:3-9:4 markup/voorblad; 10:8-10:11 markup/voorblad; 10:20-10:25 markup/onbekend-attribuut; 10:36-10:39 markup/verwijzing"},
      {"---\n" COMPLETE "  - {id: b, soort: document}\n  - {id: opsteller, soort: document}\n  - {soort: document}\n---\n",
       "11:10-11:11 markup/dubbele-id; 12:10-12:19 markup/dubbele-id; 13:5-13:22 markup/voorblad"},
      {"---\n- a\n---\n", NULL},
      {"---\n" COMPLETE "kenmerk2: \"a\\u202Eb\"\nstatus: \"con\\u200Bcept\"\n---\n",
       "11:1-11:9 markup/onbekend-attribuut; 12:10-12:23 markup/onbekend-attribuut; 12:10-12:23 markup/tekens"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_document *document = read(cases[i].draft);
    bv_findings_sort(document->findings);
    bv_buf all = bv_buf_new(document->arena);
    for (size_t k = 0; k < document->findings->count; k++) {
      const bv_finding *f = &document->findings->items[k];
      bv_position start = bv_source_position(document->source, f->range.start), end = bv_source_position(document->source, f->range.end);
      bv_buf_printf(&all, "%s%u:%u-%u:%u %s", k ? "; " : "", start.line, start.column, end.line, end.column, bv_rule_info_of(f->rule)->name);
    }
    if (cases[i].found && !strstr(cases[i].found, "bronvast datum"))
      cr_expect(eq(str, (char *)bv_buf_string(&all), (char *)cases[i].found), "%s", cases[i].draft);
    else
      cr_expect(document->findings->count >= 6, "%s", bv_buf_string(&all));
    bv_document_free(document);
  }
}

/* Exceptions belong to the text: whoever writes one on the front matter, of the draft or of a source, is told the way. */
Test(read_front, an_exception_is_sent_to_the_settings) {
  static const char *const drafts[] = {
      "---\n" COMPLETE "  - {id: b, soort: document, negeer: bron/bijlage, reden: x}\n---\n\ntekst\n",
      "---\nnegeer: [opbouw/onderdeel]\n" COMPLETE "---\n\ntekst\n"};
  for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++) {
    bv_document *document = read(drafts[i]);
    size_t told = 0;
    for (size_t k = 0; k < document->findings->count; k++) {
      const bv_finding *finding = &document->findings->items[k];
      told += finding->rule == BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT && finding->suggestion &&
              strstr(finding->suggestion, "bronvast.yaml") != NULL;
    }
    cr_expect(eq(sz, told, 1), "%s", drafts[i]);
    bv_document_free(document);
  }
}

Test(read_front, a_wrong_line_does_not_cost_the_others) {
  bv_document *document = read("---\nbronvast: 1\nkenmerk: \"K\nsoort: raadsrapport\ndatum: 2026-11-20\npersonen:\n"
                               "  - {id: sam, rol: jeugdige}\n  - {id: moeder, rol: ouder\n  - {id: vader, rol: ouder}\n"
                               "bronnen:\n  - {id: b, soort: gesprek, persoon: vader}\nstatus: a: b\n---\n\ntekst\n");
  cr_expect(eq(str, (char *)document->front.kind, "raadsrapport"));
  cr_expect(eq(int, document->front.date.year, 2026));
  cr_assert(eq(sz, document->front.persons.count, 2));
  cr_expect(eq(str, (char *)document->front.persons.items[1].id, "vader"));
  cr_expect(eq(str, (char *)document->front.sources.items[1].person->id, "vader"));
  cr_expect(eq(sz, document->findings->count, 3), "one for each wrong line, none for what is lost by it");
  cr_expect(eq(str, (char *)document->root->first_child->text->bytes, "tekst"));
  bv_document_free(document);
}

Test(read_front, without_an_end_it_ends_at_a_blank_line) {
  bv_document *document = read("---\n" COMPLETE "\n## Kop\n\ntekst\n");
  cr_expect(eq(sz, document->findings->count, 1));
  cr_expect(eq(int, document->findings->items[0].rule, BV_RULE_MARKUP_VOORBLAD));
  cr_expect(eq(u32, bv_source_position(document->source, document->findings->items[0].range.start).line, 1));
  cr_expect(eq(int, document->root->first_child->kind, BV_NODE_SECTION));
  cr_expect(eq(sz, document->front.persons.count, 1));
  bv_document_free(document);
}

Test(read_front, aliases_do_not_explode) {
  bv_document *document = read("---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nsoort: raadsrapport\n---\n");
  cr_expect(eq(str, (char *)document->front.kind, "raadsrapport"));
  cr_expect(document->findings->count >= 3);
  bv_document_free(document);
}
