/* The words of a claim are those that the draft was cut into, and the same as those of its text. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "../support/drafts.h"
#include "base/buf.h"
#include "check/passage.h"
#include "read/read.h"

static const char *shown(bv_arena *arena, const bv_claim_words *words) {
  bv_buf out = bv_buf_new(arena);
  for (size_t i = 0; i < words->tokens.count; i++)
    bv_buf_printf(&out, "%s%s%s", i ? "|" : "", words->tokens.items[i].quoted ? "'" : "", words->tokens.items[i].folded);
  for (size_t i = 0; i < words->sentences.count; i++)
    bv_buf_printf(&out, " [%.*s]", (int)(words->sentences.items[i].end - words->sentences.items[i].start),
                  words->tokens.text + words->sentences.items[i].start);
  return bv_buf_string(&out);
}

static void expect_words(const char *body, size_t claim, const char *expected) {
  bv_document *document = bv_checked_body(body);
  bv_passage_list passages = bv_passage_list_of(document->arena, document);
  bv_check check = {.document = document, .passages = &passages};
  cr_assert(claim < document->claims.count);
  bv_claim_words words = bv_words_of_claim(document->arena, &check, document->claims.items[claim]);
  cr_expect(eq(str, (char *)shown(document->arena, &words), (char *)expected));
  bv_document_free(document);
}

Test(passage, a_claim_inside_a_paragraph_has_its_own_words_and_part_of_the_sentence) {
  expect_words("## Thuis\n\nGisteren [las Sam. Hij zong]{.feit bron=verzuim} en floot.\n", 0,
               "las|sam|.|hij|zong [las Sam.] [Hij zong]");
  expect_words("## Thuis\n\n[Sam leest.]{.feit bron=verzuim} [Hij zingt.]{.feit bron=verzuim}\n", 1,
               "hij|zingt|. [Hij zingt.]");
}

Test(passage, a_claim_of_several_paragraphs_has_the_words_of_all) {
  expect_words("## Thuis\n\n::: {.mening bron=g-moeder}\nSam leest.\n\nHij zingt.\n:::\n", 0,
               "sam|leest|.|hij|zingt|. [Sam leest.] [Hij zingt.]");
}

/* Of “mama [is lief]” the words are a quotation only with the marks around them. */
Test(passage, a_quotation_that_crosses_the_ends_of_a_claim_is_none_of_it) {
  expect_words("## Thuis\n\nZij riep: “Sam [is al groot]{.mening bron=g-moeder} geworden.”\n", 0,
               "is|al|groot [is al groot]");
  expect_words("## Thuis\n\n[Zij riep: “Sam is groot.”]{.feit bron=verzuim} Hij lachte.\n", 0,
               "zij|riep|:|'“|'sam|'is|'groot|'.|'” [Zij riep: “Sam is groot.”]");
}

Test(passage, of_every_claim_of_the_samples_the_words_are_those_of_its_text) {
  static const char *const samples[] = {"raadsrapport", "plan-van-aanpak", "verzoekschrift-spoed-fout"};
  size_t claims = 0, cut = 0;
  for (size_t s = 0; s < sizeof samples / sizeof *samples; s++) {
    char path[256];
    snprintf(path, sizeof path, SOURCE_DIR "/samples/%s.md", samples[s]);
    bv_read_result read = bv_read_file(path, NULL);
    cr_assert(read.document != NULL, "%s: %s", path, read.error);
    bv_document *document = read.document;
    bv_passage_list passages = bv_passage_list_of(document->arena, document);
    bv_check check = {.document = document, .passages = &passages};
    for (size_t i = 0; i < document->claims.count; i++) {
      const bv_claim *claim = document->claims.items[i];
      const char *text = bv_claim_text(document->arena, claim);
      bv_claim_words words = bv_words_of_claim(document->arena, &check, claim),
                     anew = {bv_tokenize(document->arena, text, strlen(text)),
                             bv_sentences(document->arena, text, strlen(text))};
      cr_expect(eq(str, (char *)shown(document->arena, &words), (char *)shown(document->arena, &anew)));
      claims++;
      cut += words.tokens.text == claim->pieces.items[0].leaf->text->bytes;
    }
    bv_document_free(document);
  }
  cr_expect(claims > 150 && cut > claims / 2, "of %zu claims %zu were cut before", claims, cut);
}
