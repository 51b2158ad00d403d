/* Tokens, terms and the diagnoses named in text. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "lang/diagnoses.h"
#include "lang/table.h"
#include "lang/terms.h"

/* The hits as one line: "name[certain][ -negated][ ?suspected][ <past][ ^family][ "quoted]; ...". */
static char *hits_line(bv_arena *arena, const char *text) {
  bv_diagnosis_hits_list hits = bv_diagnosis_hits(arena, text, strlen(text));
  char *line = bv_strdup(arena, "");
  for (size_t i = 0; i < hits.count; i++) {
    const bv_diagnosis_hit *h = &hits.items[i];
    if (h->certain)
      line = bv_sprintf(arena, "%s%s%.*s%s%s%s%s%s", line, *line ? "; " : "", (int)(h->end - h->start), text + h->start,
                        h->negated ? " -" : "", h->suspected ? " ?" : "", h->past ? " <" : "", h->family ? " ^" : "",
                        h->quoted ? " \"" : "");
  }
  return line;
}

static void check_hits(const char *const (*cases)[2], size_t count) {
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < count; i++)
    cr_expect(eq(str, hits_line(arena, cases[i][0]), (char *)cases[i][1]), "%s", cases[i][0]);
  bv_arena_free(arena);
}
#define CHECK_HITS(cases) check_hits(cases, sizeof(cases) / sizeof *(cases))

Test(diagnoses, names_in_all_their_forms) {
  static const char *const cases[][2] = {
      {"Sam heeft ADHD.", "ADHD"},
      {"Sam heeft de diagnose PDD-NOS gekregen.", "PDD-NOS"},
      {"Er is een posttraumatische stress-stoornis vastgesteld.", "posttraumatische stress-stoornis"},
      {"Moeder heeft een licht verstandelijke beperking.", "licht verstandelijke beperking"},
      {"Sam is een ADHD'er.", "ADHD'er"},
      {"Zij krijgt ADHD-medicatie en slaapt slecht.", "ADHD"},
      {"Vader had depressieklachten.", "depressieklachten <"},
      {"Het kind heeft een autisme spectrum stoornis.", "autisme spectrum stoornis"},
      {"Sam heeft PDD NOS en ad-hd.", "PDD NOS; ad-hd"},
      {"Bij haar is autisme\xC2\xADspectrumstoornis vastgesteld.", "autisme\xC2\xADspectrumstoornis"},
      {"Moeder is bekend met een persoonlijkheidsstoornis NAO.", "persoonlijkheidsstoornis NAO"},
      {"Jayden heeft een aandachtsdeficiëntie-/hyperactiviteitsstoornis.", "aandachtsdeficiëntie-/hyperactiviteitsstoornis"},
  };
  CHECK_HITS(cases);
}

Test(diagnoses, capitals_and_context_decide) {
  static const char *const cases[][2] = {
      {"Sam ligt om acht uur in bed.", ""},
      {"De assistent zag geen as op tafel.", ""},
      {"Bij Sam is ASS vastgesteld.", "ASS"},
      {"Sam luistert naar een CD.", ""},
      {"De psychiater stelde CD en ODD vast.", "CD; ODD"},
      {"Het is druk in de klas.", ""},
      {"Sam is een druk en vrolijk kind.", ""},
      {"De band tussen moeder en Sam is warm; de hechting is in ontwikkeling.", ""},
      {"Moeder is depressief.", "depressief"},
      {"De stemming was depressief.", ""},
      {"Vader is verslaafd aan alcohol.", "verslaafd"},
      {"Vader is verslaafd aan zijn telefoon.", ""},
      {"HET BED STAAT IN DE GANG", ""},
      {"De verslavingszorg is betrokken.", ""},
      {"De ADHD-poli belde terug.", ""},
      {"Moeder volgt een cursus over autisme.", ""},
      {"De school heeft ervaring met kinderen met ADHD.", ""},
      {"Haar twee kinderen met ADHD wonen thuis.", "ADHD"},
  };
  CHECK_HITS(cases);
}

Test(diagnoses, how_they_are_spoken_of) {
  static const char *const cases[][2] = {
      {"Sam heeft geen ADHD.", "ADHD -"},
      {"Er zijn geen aanwijzingen voor een psychose.", "psychose - ?"},
      {"ADHD is uitgesloten.", "ADHD -"},
      {"ADHD is niet uitgesloten.", "ADHD ?"},
      {"Sam heeft geen ADHD, autisme of PTSS.", "ADHD -; autisme -; PTSS -"},
      {"Geen ADHD maar wel autisme werd gezien.", "ADHD -; autisme"},
      {"Er is een vermoeden van ADHD.", "ADHD ?"},
      {"Heeft Sam ADHD?", "ADHD ?"},
      {"Moeder was vroeger depressief.", "depressief <"},
      {"Vader is ex-verslaafde.", "ex-verslaafde"},
      {"In de familie van vader komt schizofrenie voor.", "schizofrenie ^"},
      {"Moeder zegt: “Hij heeft ADHD.”", "ADHD \""},
  };
  CHECK_HITS(cases);
}

Test(diagnoses, hostile_texts_take_linear_time) {
  bv_arena *arena = bv_arena_new();
  bv_buf buf = bv_buf_new(arena);
  for (int i = 0; i < 200000; i++)
    bv_buf_puts(&buf, i % 3 ? "ADHD, " : "geen a-");
  bv_diagnosis_hits_list hits = bv_diagnosis_hits(arena, buf.bytes, buf.length);
  cr_assert(hits.count > 100000);
  cr_assert(eq(sz, bv_diagnosis_hits(arena, "", 0).count, 0));
  cr_assert(eq(sz, bv_diagnosis_hits(arena, "\xC3\xAD\xFF-'", 5).count, 0));
  bv_arena_free(arena);
}

Test(tokens, stretches_and_folding) {
  static const char text[] = "’s-Gravenhage: MOEDER’s „CAFE\xCC\x81” 3e é.";
  bv_arena *arena = bv_arena_new();
  bv_tokens tokens = bv_tokenize(arena, text, strlen(text));
  static const char *const folded[] = {"'s", "-", "gravenhage", ":", "moeder's", "„", "cafe\xCC\x81", "”", "3e", "é", "."};
  cr_assert(eq(sz, tokens.count, 11));
  for (size_t i = 0; i < 11; i++)
    cr_expect(eq(str, (char *)tokens.items[i].folded, (char *)(i == 6 ? "café" : folded[i])));
  cr_assert(tokens.items[6].upper && tokens.items[6].quoted && !tokens.items[8].quoted);
  bv_arena_free(arena);
}

Test(tokens, every_word_of_context_has_a_class) {
  bv_arena *arena = bv_arena_new();
  bv_table table = bv_table_read(arena, "src/lang/diagnoses.tsv");
  for (size_t i = 0; i < table.count; i++)
    cr_expect(table.items[i].fields[2][0] && strspn(table.items[i].fields[2], "ZPSH") == strlen(table.items[i].fields[2]),
              "diagnoses.tsv:%u", table.items[i].line);
  bv_arena_free(arena);
}
