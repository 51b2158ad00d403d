/* The notation of forms: what it stands for, and that the count of it is right without writing it out. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buf.h"
#include "lang/notation.h"

typedef struct taken {
  bv_buf *forms; /* apart by '/' */
  size_t count;
} taken;

static void take(void *context, const char *form) {
  taken *all = context;
  bv_buf_puts(all->forms, all->count++ ? "/" : "");
  bv_buf_puts(all->forms, form);
}

Test(notation, stands_for_forms) {
  static const struct { const char *notation, *forms; } cases[] = {
      {"stoornis(sen)", "stoornis/stoornissen"},
      {"[heeft|had] gehoord", "heeft gehoord/had gehoord"},
      {"be(te|ter)", "be/bete/beter"},
      {"[a|b(c)][d|e]", "ad/ae/bd/be/bcd/bce"},
      {"x", "x"},
      {"x(y", "x(y"},
      {"(a)(b", "(b/a(b"},
      {"[]", ""},
      {"[a||b]", "a//b"},
      {"a)(b)", "a)/a)b"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    bv_buf forms = bv_buf_new(arena);
    taken all = {&forms, 0};
    bv_notation_expand(arena, cases[i].notation, take, &all);
    cr_expect(eq(str, (char *)bv_buf_string(&forms), (char *)cases[i].forms), "%s", cases[i].notation);
    cr_expect(eq(sz, bv_notation_count(cases[i].notation, 1000), all.count), "%s", cases[i].notation);
    bv_arena_free(arena);
  }
}

/* Whatever stands in it: brackets that nothing closes, empty alternatives, brackets in brackets. */
Test(notation, the_count_is_the_number_of_forms) {
  unsigned random = 7;
  for (size_t round = 0; round < 3000; round++) {
    bv_arena *arena = bv_arena_new();
    bv_buf notation = bv_buf_new(arena), forms = bv_buf_new(arena);
    for (size_t i = 0; i < 14; i++) {
      random = random * 1103515245u + 12345u;
      bv_buf_putc(&notation, "ab()[]||("[random >> 16 & 7]);
    }
    taken all = {&forms, 0};
    bv_notation_expand(arena, bv_buf_string(&notation), take, &all);
    cr_assert(eq(sz, bv_notation_count(bv_buf_string(&notation), 100000), all.count), "%s", bv_buf_string(&notation));
    bv_arena_free(arena);
  }
}

Test(notation, a_count_ends_where_it_is_asked_to) {
  bv_arena *arena = bv_arena_new();
  bv_buf notation = bv_buf_new(arena);
  for (size_t i = 0; i < 200; i++)
    bv_buf_puts(&notation, "(a)");
  cr_expect(eq(sz, bv_notation_count(bv_buf_string(&notation), 5000), 5001));
  bv_arena_free(arena);
}
