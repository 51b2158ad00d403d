#include "lang/classes.h"

#include <string.h>

enum { FORMS, CLASS }; /* the fields of the table */

static unsigned bits_named(const bv_class *classes, size_t count, const char *name) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(classes[i].name, name) == 0)
      return classes[i].bit;
  return 0;
}

bv_classes bv_classes_read(bv_arena *arena, const char *asset, const bv_class *classes, size_t count) {
  bv_classes all = {.table = bv_table_read(arena, asset)};
  all.terms = bv_terms_new(arena, &all.table, FORMS, BV_TERMS_EXACT);
  bv_terms_remember(all.terms, false);
  all.row_bits = bv_calloc(arena, all.table.count, sizeof *all.row_bits);
  for (size_t i = 0; i < all.table.count; i++)
    all.row_bits[i] = bits_named(classes, count, all.table.items[i].fields[CLASS]);
  return all;
}

unsigned bv_form_bits(const bv_classes *classes, const bv_term *term) {
  unsigned bits = 0;
  for (; term; term = term->next)
    bits |= bv_term_bits(classes, term);
  return bits;
}
