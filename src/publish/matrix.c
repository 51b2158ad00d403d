/* Who says what about whom: as a table and as a picture, so that one-sidedness shows. */
#include <stdlib.h>
#include <string.h>

#include "publish/appendices.h"
#include "publish/notes.h"
#include "publish/people.h"
#include "publish/svg.h"
#include "publish/table.h"

typedef struct cell {
  size_t count[4]; /* by bv_label */
} cell;

/* A table has few enough columns to be read on paper; a hostile draft gets no more of them than so many tables have. */
enum { WIDTH = 688, LEFT = 176, TOP = 34, BAR = 10, MOST_HEIGHT = 820, MOST_COLUMNS = 6, MOST_TABLES = 4 };

/* Somebody who speaks in one source or in several. */
typedef struct voice {
  const char *name;
  const bv_person *person; /* NULL: nobody whom the draft declares */
  cell *cells;             /* by column */
} voice;

typedef struct matrix {
  bv_publication *publication;
  voice *voices;
  size_t voice_count;
  size_t *voice_of_source; /* by index in front.sources */
  const bv_person **columns;
  size_t column_count, left_out; /* persons without a column */
  size_t *column_of_person; /* by index in front.persons; SIZE_MAX: none */
} matrix;

/* Who speaks in a source, when the draft declares that person: a document is the voice of its author. */
static const bv_person *person_of(const bv_publication *publication, const bv_report_source *source) {
  if (source->person || !source->author)
    return source->person;
  return xmlHashLookup(publication->persons, BAD_CAST bv_sprintf(publication->arena, "=%s", source->author));
}

/* A document by the author of the report is that author's voice. */
static const char *name_of_voice(bv_publication *publication, const bv_report_source *source) {
  const bv_front *front = &publication->document->front;
  const bv_person *person = person_of(publication, source);
  if (source->kind == BV_SOURCE_OPSTELLER ||
      (source->author && front->author_name && strcmp(source->author, front->author_name) == 0))
    return bv_say(publication, "voice.author", NULL);
  return person ? bv_person_short(publication, person) : bv_source_voice(source);
}

static void collect_voices(matrix *m) {
  const bv_front *front = &m->publication->document->front;
  xmlHashTablePtr known = xmlHashCreate(64);
  if (!known)
    bv_out_of_memory();
  m->voices = bv_calloc(m->publication->arena, front->sources.count + 1, sizeof *m->voices);
  m->voice_of_source = bv_calloc(m->publication->arena, front->sources.count + 1, sizeof *m->voice_of_source);
  for (size_t i = 0; i < front->sources.count; i++) {
    const char *name = name_of_voice(m->publication, &front->sources.items[i]);
    uintptr_t found = (uintptr_t)xmlHashLookup(known, BAD_CAST name); /* its number, from 1 */
    if (!found) {
      m->voices[m->voice_count++] = (voice){.name = name, .person = person_of(m->publication, &front->sources.items[i])};
      found = m->voice_count;
      /* NOLINTNEXTLINE(performance-no-int-to-ptr): the table keeps a number, not a pointer. */
      xmlHashAddEntry(known, BAD_CAST name, (void *)found);
    }
    m->voice_of_source[i] = found - 1;
  }
  xmlHashFree(known, NULL);
}

/* Of whom something is said, in the order of declaration. */
static void collect_columns(matrix *m) {
  const bv_document *document = m->publication->document;
  const bv_front *front = &document->front;
  m->columns = bv_calloc(m->publication->arena, front->persons.count + 1, sizeof *m->columns);
  m->column_of_person = bv_calloc(m->publication->arena, front->persons.count + 1, sizeof *m->column_of_person);
  for (size_t i = 0; i < document->claims.count; i++)
    for (size_t a = 0; a < document->claims.items[i]->about.count; a++)
      m->column_of_person[document->claims.items[i]->about.items[a] - front->persons.items] = 1;
  for (size_t i = 0; i < front->persons.count; i++) {
    bool occurs = m->column_of_person[i] != 0;
    bool fits = occurs && m->column_count < MOST_COLUMNS * MOST_TABLES;
    m->left_out += occurs && !fits;
    m->column_of_person[i] = fits ? m->column_count : SIZE_MAX;
    if (fits)
      m->columns[m->column_count++] = &front->persons.items[i];
  }
  for (size_t i = 0; i < m->voice_count; i++)
    m->voices[i].cells = bv_calloc(m->publication->arena, m->column_count + 1, sizeof *m->voices[i].cells);
}

/* Counts a claim once for each of its voices. */
static void count_claim(matrix *m, const bv_claim *claim) {
  const bv_front *front = &m->publication->document->front;
  for (size_t s = 0; s < bv_listed(claim->sources.count); s++) {
    size_t spoken = m->voice_of_source[claim->sources.items[s] - front->sources.items];
    bool again = false;
    for (size_t before = 0; before < s && !again; before++)
      again = m->voice_of_source[claim->sources.items[before] - front->sources.items] == spoken;
    if (again)
      continue;
    for (size_t a = 0; a < bv_listed(claim->about.count); a++) {
      size_t column = m->column_of_person[claim->about.items[a] - front->persons.items];
      if (column == SIZE_MAX)
        continue;
      m->voices[spoken].cells[column].count[claim->label]++;
    }
  }
}

static const char *cell_text(matrix *m, const cell *c) {
  static const char letters[] = " FMH";
  const char *text = "";
  for (int label = BV_LABEL_FEIT; label <= BV_LABEL_HOREN_ZEGGEN; label++)
    if (c->count[label])
      text = bv_sprintf(m->publication->arena, "%s%s%c %zu", text, *text ? " · " : "", letters[label], c->count[label]);
  return *text ? text : "–";
}

/* The persons of one table. */
typedef struct group {
  size_t first, end; /* columns */
} group;

static size_t total_in(const voice *v, group of) {
  size_t total = 0;
  for (size_t c = of.first; c < of.end; c++)
    for (int label = BV_LABEL_FEIT; label <= BV_LABEL_HOREN_ZEGGEN; label++)
      total += v->cells[c].count[label];
  return total;
}

static const char *column_title(matrix *m, size_t column) {
  return bv_say(m->publication, "column.about", "wie", bv_person_short(m->publication, m->columns[column]), NULL);
}

static void add_table(matrix *m, xmlNode *section, group of) {
  static const char *const none[] = {NULL};
  bv_publication *publication = m->publication;
  xmlNode *table = bv_add_table(publication, section, "matrix", "caption.matrix", none);
  xmlNode *header = table->last;
  bv_tree_add_text(header, "column", bv_say(publication, "column.voice", NULL));
  for (size_t c = of.first; c < of.end; c++)
    bv_tree_add_text(header, "column", column_title(m, c));
  for (size_t v = 0; v < m->voice_count; v++) {
    if (!total_in(&m->voices[v], of))
      continue;
    xmlNode *row = bv_add_row(table);
    bv_tree_set(bv_add_cell(row, m->voices[v].name), "header", "yes");
    for (size_t c = of.first; c < of.end; c++)
      bv_add_cell(row, cell_text(m, &m->voices[v].cells[c]));
  }
}

typedef struct ranked {
  const voice *voice;
  size_t total;
} ranked;

static int by_total(const void *left, const void *right) {
  const ranked *a = left, *b = right;
  if (a->total != b->total)
    return a->total > b->total ? -1 : 1;
  return a->voice < b->voice ? -1 : a->voice > b->voice;
}

static int by_place(const void *left, const void *right) {
  const ranked *a = left, *b = right;
  return a->voice < b->voice ? -1 : a->voice > b->voice;
}

/* As high as its fullest cell has kinds of claims, and never less than two lines of its name. */
static int height_of_row(const voice *v, group of) {
  int most = 2;
  for (size_t c = of.first; c < of.end; c++) {
    int kinds = 0;
    for (int label = BV_LABEL_FEIT; label <= BV_LABEL_HOREN_ZEGGEN; label++)
      kinds += v->cells[c].count[label] != 0;
    most = kinds > most ? kinds : most;
  }
  return most * BAR + 5;
}

/* The voices with most claims that fit on a page, in their own order. */
static size_t choose_voices(const matrix *m, group of, ranked *chosen, int *height) {
  size_t count = 0, fitting = 0;
  for (size_t v = 0; v < m->voice_count; v++) {
    size_t total = total_in(&m->voices[v], of);
    if (total)
      chosen[count++] = (ranked){&m->voices[v], total};
  }
  qsort(chosen, count, sizeof *chosen, by_total);
  *height = TOP + 2;
  while (fitting < count && *height + height_of_row(chosen[fitting].voice, of) <= MOST_HEIGHT)
    *height += height_of_row(chosen[fitting++].voice, of);
  qsort(chosen, fitting, sizeof *chosen, by_place);
  return fitting;
}

static size_t largest_cell(const matrix *m) {
  size_t most = 1;
  for (size_t v = 0; v < m->voice_count; v++)
    for (size_t c = 0; c < m->column_count; c++)
      for (int label = BV_LABEL_FEIT; label <= BV_LABEL_HOREN_ZEGGEN; label++)
        most = m->voices[v].cells[c].count[label] > most ? m->voices[v].cells[c].count[label] : most;
  return most;
}

/* Bars under each other, told apart without colour: a fact filled, an opinion open, hearsay hatched. */
static void draw_cell(bv_buf *svg, const cell *c, int x, int y, int width, size_t most) {
  static const char letters[] = " FMH";
  for (int label = BV_LABEL_FEIT; label <= BV_LABEL_HOREN_ZEGGEN; label++) {
    if (!c->count[label])
      continue;
    int length = (int)((double)(width - 42) * (double)c->count[label] / (double)most);
    length = length < 4 ? 4 : length;
    bv_buf_printf(svg, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"7\" fill=\"%s\" stroke=\"#154273\"/>", x, y, length,
                  label == BV_LABEL_FEIT ? "#154273" : "#fff");
    for (int at = x + 2; label == BV_LABEL_HOREN_ZEGGEN && at < x + length; at += 3)
      bv_buf_printf(svg, "<path d=\"M%d %dv7\" stroke=\"#154273\"/>", at, y);
    bv_buf_printf(svg, "<text x=\"%d\" y=\"%d\" class=\"s\">%c %zu</text>", x + length + 4, y + 7, letters[label],
                  c->count[label]);
    y += BAR;
  }
}

static void draw_row(matrix *m, bv_buf *svg, const voice *v, group of, int y, size_t most) {
  int width = (WIDTH - LEFT) / (int)(of.end - of.first), height = height_of_row(v, of);
  for (size_t c = of.first; c < of.end; c++) {
    int x = LEFT + (int)(c - of.first) * width;
    if (v->person && v->person == m->columns[c])
      bv_buf_printf(svg, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#e4e7ec\"/>", x - 4, y, width - 2, height);
    draw_cell(svg, &v->cells[c], x, y + 4, width, most);
  }
  bv_buf_printf(svg, "<path d=\"M0 %dH%d\" stroke=\"#b8b8b8\"/>", y, WIDTH);
  bv_svg_label(m->publication->arena, svg, 0, y + height / 2 + 4, "t", v->name, 28);
}

static void add_picture(matrix *m, xmlNode *section, group of) {
  bv_publication *publication = m->publication;
  ranked *rows = bv_calloc(publication->arena, m->voice_count + 1, sizeof *rows);
  int height, y = TOP, width = (WIDTH - LEFT) / (int)(of.end - of.first);
  size_t row_count = choose_voices(m, of, rows, &height), most = largest_cell(m);
  bv_buf svg = bv_buf_new(publication->arena);
  bv_svg_begin(&svg, WIDTH, height, bv_say(publication, "appendix.matrix", NULL));
  for (size_t c = of.first; c < of.end; c++)
    bv_svg_label(publication->arena, &svg, LEFT + (int)(c - of.first) * width, 16, "b", column_title(m, c),
                 (size_t)width / 6);
  for (size_t r = 0; r < row_count; r++) {
    draw_row(m, &svg, rows[r].voice, of, y, most);
    y += height_of_row(rows[r].voice, of);
  }
  bv_svg_end(&svg);
  bv_add_picture(publication, section, &svg, WIDTH, height, bv_say(publication, "picture.matrix", NULL));
}

void bv_appendix_matrix(bv_publication *publication, xmlNode *section) {
  const bv_document *document = publication->document;
  matrix m = {.publication = publication};
  collect_voices(&m);
  collect_columns(&m);
  for (size_t i = 0; i < document->claims.count; i++)
    count_claim(&m, document->claims.items[i]);
  bv_tree_add_text(section, "p", bv_say(publication, m.column_count ? "matrix.intro" : "matrix.none", NULL));
  size_t tables = (m.column_count + MOST_COLUMNS - 1) / MOST_COLUMNS;
  size_t each = tables ? (m.column_count + tables - 1) / tables : 0; /* columns, so that no table is left with one */
  for (size_t first = 0; first < m.column_count; first += each) {
    size_t end = first + each;
    group of = {first, end < m.column_count ? end : m.column_count};
    add_picture(&m, section, of);
    add_table(&m, section, of);
  }
  bv_value left_out = {"aantal", bv_sprintf(publication->arena, "%zu", m.left_out), m.left_out != 1, NULL};
  if (m.left_out)
    bv_tree_add_text(section, "p", bv_texts_get(publication->texts, "matrix.left-out", &left_out));
}
