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

enum { WIDTH = 688, LEFT = 190, ROW = 27, TOP = 30, MOST_ROWS = 24, MOST_COLUMNS = 8 };

/* Somebody who speaks in one source or in several. */
typedef struct voice {
  const char *name;
  cell *cells; /* by column */
  size_t total;
} voice;

typedef struct matrix {
  bv_publication *publication;
  voice *voices;
  size_t voice_count;
  size_t *voice_of_source; /* by index in front.sources */
  const bv_person **columns;
  size_t column_count;
  size_t *column_of_person; /* by index in front.persons; SIZE_MAX: none */
} matrix;

/* A document is the voice of its author: the same as that person in a conversation, or as the author of the report. */
static const char *name_of_voice(bv_publication *publication, const bv_report_source *source) {
  const bv_front *front = &publication->document->front;
  if (source->kind == BV_SOURCE_OPSTELLER ||
      (source->author && front->author_name && strcmp(source->author, front->author_name) == 0))
    return bv_say(publication, "voice.author", NULL);
  if (source->author && !source->person) {
    const bv_person *author =
        xmlHashLookup(publication->persons, BAD_CAST bv_sprintf(publication->arena, "=%s", source->author));
    if (author)
      return bv_person_short(publication, author);
  }
  return source->person ? bv_person_short(publication, source->person) : bv_source_voice(source);
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
      m->voices[m->voice_count++].name = name;
      found = m->voice_count;
      xmlHashAddEntry(known, BAD_CAST name, (void *)found);
    }
    m->voice_of_source[i] = found - 1;
  }
  xmlHashFree(known, NULL);
}

/* Of whom something is said, in the order of declaration; as many as fit on a page. */
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
    bool fits = occurs && m->column_count < MOST_COLUMNS;
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
      m->voices[spoken].total++;
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

static void add_table(matrix *m, xmlNode *section) {
  static const char *const none[] = {NULL};
  bv_publication *publication = m->publication;
  xmlNode *table = bv_add_table(publication, section, "matrix", "caption.matrix", none);
  xmlNode *header = table->last;
  bv_tree_add_text(header, "column", bv_say(publication, "column.voice", NULL));
  for (size_t c = 0; c < m->column_count; c++)
    bv_tree_add_text(header, "column",
                     bv_say(publication, "column.about", "wie", bv_person_short(publication, m->columns[c]), NULL));
  for (size_t v = 0; v < m->voice_count; v++) {
    if (!m->voices[v].total)
      continue;
    xmlNode *row = bv_add_row(table);
    bv_tree_set(bv_add_cell(row, m->voices[v].name), "header", "yes");
    for (size_t c = 0; c < m->column_count; c++)
      bv_add_cell(row, cell_text(m, &m->voices[v].cells[c]));
  }
}

static int by_total(const void *left, const void *right) {
  const voice *const *a = left, *const *b = right;
  if ((*a)->total != (*b)->total)
    return (*a)->total > (*b)->total ? -1 : 1;
  return *a < *b ? -1 : *a > *b;
}

static int by_place(const void *left, const void *right) {
  const voice *const *a = left, *const *b = right;
  return *a < *b ? -1 : *a > *b;
}

/* The voices with most claims, in their own order. */
static size_t choose_voices(const matrix *m, const voice **chosen) {
  size_t count = 0;
  for (size_t v = 0; v < m->voice_count; v++)
    if (m->voices[v].total)
      chosen[count++] = &m->voices[v];
  qsort(chosen, count, sizeof *chosen, by_total);
  count = count < MOST_ROWS ? count : MOST_ROWS;
  qsort(chosen, count, sizeof *chosen, by_place);
  return count;
}

static size_t largest_cell(const matrix *m) {
  size_t most = 1;
  for (size_t v = 0; v < m->voice_count; v++)
    for (size_t c = 0; c < m->column_count; c++)
      for (int label = 1; label < 4; label++)
        most = m->voices[v].cells[c].count[label] > most ? m->voices[v].cells[c].count[label] : most;
  return most;
}

/* Three bars under each other: fact filled, opinion open, hearsay hatched by its outline. */
static void draw_cell(bv_buf *svg, const cell *c, int x, int y, int width, size_t most) {
  static const char *const styles[] = {"", "fill=\"#154273\"", "fill=\"#fff\" stroke=\"#154273\"",
                                       "fill=\"#fff\" stroke=\"#8a5a00\" stroke-dasharray=\"2 1.5\""};
  for (int label = BV_LABEL_FEIT; label <= BV_LABEL_HOREN_ZEGGEN; label++) {
    if (!c->count[label])
      continue;
    int length = (int)((double)(width - 34) * (double)c->count[label] / (double)most);
    int top = y + 1 + (label - 1) * 8;
    bv_buf_printf(svg, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"6\" %s/>", x, top, length < 3 ? 3 : length,
                  styles[label]);
    bv_buf_printf(svg, "<text x=\"%d\" y=\"%d\" style=\"font-size:7.5px\">%zu</text>",
                  x + (length < 3 ? 3 : length) + 4, top + 6, c->count[label]);
  }
}

static void add_picture(matrix *m, xmlNode *section) {
  bv_publication *publication = m->publication;
  const voice **rows = bv_calloc(publication->arena, m->voice_count + 1, sizeof *rows);
  size_t row_count = choose_voices(m, rows);
  int columns = (int)m->column_count;
  int width = (WIDTH - LEFT) / (columns ? columns : 1), height = TOP + (int)row_count * ROW + 4;
  size_t most = largest_cell(m);
  bv_buf svg = bv_buf_new(publication->arena);
  bv_svg_begin(&svg, WIDTH, height, bv_say(publication, "appendix.matrix", NULL));
  for (int c = 0; c < columns; c++)
    bv_svg_text(&svg, LEFT + c * width, 16, "start", "b",
                bv_say(publication, "column.about", "wie",
                       bv_excerpt_for_picture(publication->arena, bv_person_short(publication, m->columns[c]),
                                              columns > 5 ? 9 : 15),
                       NULL));
  for (size_t r = 0; r < row_count; r++) {
    int y = TOP + (int)r * ROW;
    bv_buf_printf(&svg, "<line x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#ccc\"/>", y - 2, WIDTH, y - 2);
    bv_svg_text(&svg, 0, y + 15, "start", "t", bv_excerpt_for_picture(publication->arena, rows[r]->name, 34));
    for (int c = 0; c < columns; c++)
      draw_cell(&svg, &rows[r]->cells[c], LEFT + c * width, y, width, most);
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
  if (!m.column_count)
    return;
  add_picture(&m, section);
  add_table(&m, section);
}
