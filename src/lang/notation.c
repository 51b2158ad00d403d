#include "lang/notation.h"

#include <string.h>

/* The bracket that closes the one at `open`, before `end`; NULL when there is none. */
static const char *closing(const char *open, const char *end) {
  int depth = 0;
  for (const char *c = open; c < end; c++) {
    depth += *c == '(' || *c == '[';
    depth -= *c == ')' || *c == ']';
    if (!depth)
      return c;
  }
  return NULL;
}

/* The end of the alternative that begins at `from`: a '|' outside inner brackets, or `end`. */
static const char *alternative_end(const char *from, const char *end) {
  int depth = 0;
  for (; from < end; from++) {
    depth += *from == '(' || *from == '[';
    depth -= *from == ')' || *from == ']';
    if (!depth && *from == '|')
      return from;
  }
  return end;
}

/* The first bracket that opens between them, or `end`. */
static const char *opening(const char *from, const char *end) {
  while (from < end && *from != '(' && *from != '[')
    from++;
  return from;
}

/* What stands before a bracket, one of its alternatives, and what stands behind it. */
static char *join(bv_arena *arena, const char *head, size_t head_length, const char *middle, size_t middle_length,
                  const char *tail) {
  size_t tail_length = strlen(tail);
  char *joined = bv_take(arena, head_length + middle_length + tail_length + 1);
  memcpy(joined, head, head_length);
  memcpy(joined + head_length, middle, middle_length);
  memcpy(joined + head_length + middle_length, tail, tail_length + 1);
  return joined;
}

void bv_notation_expand(bv_arena *scratch, const char *notation, bv_notation_take *take, void *context) {
  const char *past = notation + strlen(notation), *open = opening(notation, past);
  const char *close = open < past ? closing(open, past) : NULL;
  if (!close) {
    take(context, notation);
    return;
  }
  size_t head = (size_t)(open - notation);
  if (*open == '(')
    bv_notation_expand(scratch, join(scratch, notation, head, "", 0, close + 1), take, context);
  for (const char *from = open + 1, *end; from <= close; from = end + 1) {
    end = alternative_end(from, close);
    bv_notation_expand(scratch, join(scratch, notation, head, from, (size_t)(end - from), close + 1), take, context);
  }
}

/* The forms between them. */
static size_t count(const char *from, const char *past, size_t most) {
  size_t forms = 1;
  for (const char *open; (open = opening(from, past)) < past;) {
    const char *close = closing(open, past);
    if (!close)
      break;
    size_t choices = *open == '(';
    for (const char *one = open + 1, *end; one <= close && choices <= most; one = end + 1) {
      end = alternative_end(one, close);
      choices += count(one, end, most);
    }
    forms = choices > most || forms > most / choices ? most + 1 : forms * choices;
    from = close + 1;
  }
  return forms;
}

size_t bv_notation_count(const char *notation, size_t most) { return count(notation, notation + strlen(notation), most); }
