/* Words that a data table puts in classes: the terms of the table, and a bit for each class. Internal to lang. */
#ifndef BV_LANG_CLASSES_H
#define BV_LANG_CLASSES_H

#include "lang/terms.h"

typedef struct bv_class {
  const char *name; /* as the table has it */
  unsigned bit;     /* or several */
} bv_class;

typedef struct bv_classes {
  bv_table table;
  bv_terms *terms;
  unsigned *row_bits;
} bv_classes;

/* The words of a table whose first field holds their forms and whose second their class, in the arena. A class that is not
 * among the `count` of `classes` has no bits. */
bv_classes bv_classes_read(bv_arena *arena, const char *asset, const bv_class *classes, size_t count);
/* The bits of a term, and the or-ed bits of it and the other terms of the same form; `term` may be NULL. */
static inline unsigned bv_term_bits(const bv_classes *classes, const bv_term *term) {
  return term ? classes->row_bits[term->row - classes->table.items] : 0;
}
unsigned bv_form_bits(const bv_classes *classes, const bv_term *term);

#endif
