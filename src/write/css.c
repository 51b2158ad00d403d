#include "write/css.h"

#include <string.h>
#include <strings.h>

/* A style sheet while it is copied. */
typedef struct copy {
  bv_arena *arena;
  const char *css, *at, *end;
  bv_css_address *find;
  void *context;
  bv_buf *out;
  bv_css_error *error;
} copy;

static bool begins(const copy *c, const char *word) {
  size_t length = strlen(word);
  return (size_t)(c->end - c->at) >= length && strncasecmp(c->at, word, length) == 0;
}

static void take(copy *c, const char *until) {
  bv_buf_add(c->out, c->at, (size_t)(until - c->at));
  c->at = until;
}

/* The place behind the next occurrence of a text, or the end. */
static const char *behind(const copy *c, size_t skip, const char *text) {
  const char *found = memmem(c->at + skip, (size_t)(c->end - c->at) - skip, text, strlen(text));
  return found ? found + strlen(text) : c->end;
}

static void refuse(copy *c, bool import, const char *what) {
  if (c->error->line)
    return;
  *c->error = (bv_css_error){1, import, what};
  for (const char *at = c->css; at < c->at; at++)
    c->error->line += *at == '\n';
}

/* What stands between the brackets, without white space at its edges and quotation marks. */
static const char *name_in(const copy *c, const char *from, const char *to) {
  while (from < to && strchr(" \t\r\n\f", *from))
    from++;
  while (to > from && strchr(" \t\r\n\f", to[-1]))
    to--;
  if (to - from >= 2 && (*from == '"' || *from == '\'') && to[-1] == *from)
    from++, to--;
  return bv_strndup(c->arena, from, (size_t)(to - from));
}

/* Where the brackets of url( close: quotation marks may hide a bracket in them. */
static const char *close_of(const copy *c, const char *from) {
  while (from < c->end && strchr(" \t\r\n\f", *from))
    from++;
  if (from < c->end && (*from == '"' || *from == '\'')) {
    const char *quote = memchr(from + 1, *from, (size_t)(c->end - from - 1));
    from = quote ? quote + 1 : c->end;
  }
  const char *bracket = memchr(from, ')', (size_t)(c->end - from));
  return bracket ? bracket : c->end;
}

static void take_url(copy *c) {
  const char *from = c->at + strlen("url("), *to = close_of(c, from), *name = name_in(c, from, to);
  if (strncasecmp(name, "data:", 5) == 0 || *name == '#') {
    take(c, to);
    return;
  }
  const char *address = c->find(c->context, name);
  if (!address)
    refuse(c, false, name);
  bv_buf_printf(c->out, "url(\"%s\"", address ? address : "");
  c->at = to;
}

/* An import is left out. */
static void take_import(copy *c) {
  const char *until = behind(c, 0, ";");
  refuse(c, true, name_in(c, c->at + strlen("@import"), until > c->at && until[-1] == ';' ? until - 1 : until));
  c->at = until;
}

void bv_css_embed(bv_arena *arena, const char *css, size_t length, bv_css_address *find, void *context, bv_buf *out,
                  bv_css_error *error) {
  copy c = {arena, css, css, css + length, find, context, out, error};
  while (c.at < c.end) {
    if (begins(&c, "/*"))
      take(&c, behind(&c, 2, "*/"));
    else if (begins(&c, "url("))
      take_url(&c);
    else if (begins(&c, "@import"))
      take_import(&c);
    else
      take(&c, c.at + 1);
  }
}
