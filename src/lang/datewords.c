#include "lang/datewords.h"

#include <threads.h>

enum { WORDS, SORT, VALUE }; /* the fields of dates.tsv */

static const struct { const char *name; bv_date_sort sort; } sorts[] = {
    {"maand", BV_DATE_MONTH},      {"seizoen", BV_DATE_SEASON},      {"feest", BV_DATE_FEAST},
    {"winter", BV_DATE_WINTER},    {"schooljaar", BV_DATE_SCHOOL_YEAR}, {"pasen", BV_DATE_EASTER},
    {"deel", BV_DATE_PART},        {"kwartaal", BV_DATE_QUARTER},    {"q", BV_DATE_NUMBERED_QUARTER},
    {"getal", BV_DATE_COUNT},      {"eenheid", BV_DATE_UNIT},        {"relatief", BV_DATE_RELATIVE}};

/* The table and the sort of each row: read once. */
static bv_terms *words;
static bv_table table;
static unsigned *row_sorts;

static unsigned sort_named(const char *name) {
  for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++)
    if (bv_same(sorts[i].name, name))
      return sorts[i].sort;
  return 0;
}

static void load(void) {
  bv_arena *arena = bv_arena_new();
  table = bv_table_read(arena, "src/lang/dates.tsv");
  words = bv_terms_new(arena, &table, WORDS, BV_TERMS_EXACT);
  bv_terms_remember(words, false);
  row_sorts = bv_calloc(arena, table.count, sizeof *row_sorts);
  for (size_t i = 0; i < table.count; i++)
    row_sorts[i] = sort_named(table.items[i].fields[SORT]);
}

const bv_terms *bv_date_words(void) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  return words;
}

unsigned bv_date_sort_of(const bv_term *term) { return row_sorts[term->row - table.items]; }

const char *bv_date_value_of(const bv_term *term) { return term->row->fields[VALUE]; }
