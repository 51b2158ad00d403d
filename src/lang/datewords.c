#include "lang/datewords.h"

#include <threads.h>

#include "lang/classes.h"

enum { VALUE = 2 }; /* the field of dates.tsv behind words and sort */

static const bv_class sorts[] = {
    {"maand", BV_DATE_MONTH},      {"seizoen", BV_DATE_SEASON},      {"feest", BV_DATE_FEAST},
    {"winter", BV_DATE_WINTER},    {"schooljaar", BV_DATE_SCHOOL_YEAR}, {"pasen", BV_DATE_EASTER},
    {"deel", BV_DATE_PART},        {"kwartaal", BV_DATE_QUARTER},    {"q", BV_DATE_NUMBERED_QUARTER},
    {"getal", BV_DATE_COUNT},      {"eenheid", BV_DATE_UNIT},        {"relatief", BV_DATE_RELATIVE}};

static bv_classes words; /* read once, kept as long as the process */

static void load(void) {
  words = bv_classes_read(bv_arena_new(), "src/lang/dates.tsv", sorts, sizeof sorts / sizeof *sorts);
}

const bv_terms *bv_date_words(void) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  return words.terms;
}

unsigned bv_date_sort_of(const bv_term *term) { return bv_term_bits(&words, term); }

const char *bv_date_value_of(const bv_term *term) { return term->row->fields[VALUE]; }
