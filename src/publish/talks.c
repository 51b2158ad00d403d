#include "publish/talks.h"

#include <string.h>

#include "publish/filter.h"
#include "publish/people.h"
#include "publish/svg.h"

enum { WIDTH = 400, NAME = 44, BALLOONS = 308, LINE = 20, MOST_PERSONS = 40, MOST_BALLOONS = 4, NAME_CHARACTERS = 28 };

bool bv_is_conversation(const bv_report_source *source) { return source->kind == BV_SOURCE_GESPREK && source->person; }

bv_talk_list bv_collect_talks(bv_publication *publication) {
  const bv_front *front = &publication->document->front;
  bv_talk_list list = {.items = bv_calloc(publication->arena, front->persons.count + 1, sizeof *list.items)};
  size_t *place = bv_calloc(publication->arena, front->persons.count + 1, sizeof *place); /* one more; 0: none */
  for (size_t i = 0; i < front->sources.count; i++) {
    const bv_report_source *source = &front->sources.items[i];
    if (!bv_is_conversation(source) || bv_source_is_withheld(publication, source))
      continue;
    size_t person = (size_t)(source->person - front->persons.items);
    if (!place[person]) {
      list.items[list.count].person = source->person;
      place[person] = ++list.count;
    }
    bv_talks *with = &list.items[place[person] - 1];
    const char *day = source->date.first.year ? bv_period_dutch(publication->arena, source->date) : NULL;
    if (day && (!with->count || strcmp(with->items[with->count - 1], day) != 0))
      BV_PUSH(publication->arena, with, day);
  }
  return list;
}

/* Who belong together in the picture. */
typedef enum group { FAMILY, NETWORK, WORK, OTHERS, GROUPS } group;

static const char *const group_names[GROUPS] = {"family", "network", "work", "others"};

static group group_of(const bv_person *person) {
  switch (person->role) {
  case BV_ROLE_JEUGDIGE:
  case BV_ROLE_OUDER:
    return FAMILY;
  case BV_ROLE_VERZORGER:
  case BV_ROLE_NETWERK:
    return NETWORK;
  case BV_ROLE_PROFESSIONAL:
    return WORK;
  default:
    return OTHERS;
  }
}

static void draw_person(bv_buf *svg, int y) {
  bv_buf_printf(svg,
                "<circle cx=\"18\" cy=\"%d\" r=\"6\" fill=\"#154273\"/>"
                "<path d=\"M7 %dc0-16 22-16 22 0z\" fill=\"#154273\"/>",
                y - 9, y + 11);
}

static void draw_balloon(bv_buf *svg, int x, int y) {
  bv_buf_printf(svg,
                "<path d=\"M%d %dh12a4 4 0 0 1 4 4v5a4 4 0 0 1-4 4h-5l-5 5v-5h-2a4 4 0 0 1-4-4v-5a4 4 0 0 1 4-4z\" "
                "fill=\"#fff\" stroke=\"#154273\" stroke-width=\"2\"/>",
                x + 4, y - 13);
}

/* A person with a balloon for each day; how high that is. */
static int draw_talks(bv_publication *publication, bv_buf *svg, const bv_talks *with, int y) {
  size_t days = with->count ? with->count : 1;
  draw_person(svg, y);
  const char *name = bv_person_for_reader(publication, with->person, BV_OBJECT).text;
  unsigned lines = bv_svg_lines(publication->arena, svg, NAME, y, "t", name, NAME_CHARACTERS);
  for (size_t i = 0; i < days && (days <= MOST_BALLOONS || i < 1); i++)
    draw_balloon(svg, BALLOONS + (int)i * 24, y);
  if (days > MOST_BALLOONS)
    bv_svg_text(svg, BALLOONS + 26, y, "start", "t",
                bv_say(publication, "picture.talks.times", "aantal", bv_sprintf(publication->arena, "%zu", days), NULL));
  return (int)lines * LINE + 16;
}

/* "3 mensen uit het gezin en 4 mensen vanuit hun werk" */
static const char *count_groups(bv_publication *publication, const size_t counts[GROUPS]) {
  const char *parts[GROUPS];
  size_t count = 0;
  for (group g = 0; g < GROUPS; g++) {
    bv_value number = {"aantal", bv_sprintf(publication->arena, "%zu", counts[g]), counts[g] != 1, NULL};
    const char *id = bv_sprintf(publication->arena, "picture.talks.count.%s", group_names[g]);
    if (counts[g])
      parts[count++] = bv_texts_get(publication->texts, id, &number);
  }
  return bv_join(publication, parts, count);
}

void bv_add_talks_picture(bv_publication *publication, xmlNode *chapter, const bv_talk_list *talks) {
  bv_arena *arena = publication->arena;
  if (!talks->count || talks->count > MOST_PERSONS)
    return;
  bv_buf body = bv_buf_new(arena), svg = bv_buf_new(arena);
  size_t counts[GROUPS] = {0};
  int y = 0;
  for (group g = 0; g < GROUPS; g++) {
    for (size_t i = 0; i < talks->count; i++) {
      if (group_of(talks->items[i].person) != g)
        continue;
      if (!counts[g]++) {
        const char *id = bv_sprintf(arena, "picture.talks.title.%s", group_names[g]);
        bv_svg_text(&body, 4, y + 24, "start", "b", bv_say(publication, id, NULL));
        y += 56;
      }
      y += draw_talks(publication, &body, &talks->items[i], y);
    }
  }
  const char *title = bv_say(publication, "picture.talks.title", NULL);
  int height = y - 6;
  bv_svg_begin_large(&svg, WIDTH, height, title);
  bv_buf_puts(&svg, bv_buf_string(&body));
  bv_svg_end(&svg);
  bv_value groups = {"groepen", count_groups(publication, counts), false, NULL};
  bv_value values = {"aantal", bv_sprintf(arena, "%zu", talks->count), talks->count != 1, &groups};
  bv_add_picture(publication, chapter, &svg, WIDTH, height,
                 bv_texts_get(publication->texts, "picture.talks", &values));
}
