#include "lsp/uri.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"

static int digit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  c = (char)(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte that stands at that place, and how many characters it takes. */
static char decode(const char *at, size_t *size) {
  *size = 1;
  if (*at != '%' || digit(at[1]) < 0 || digit(at[2]) < 0)
    return *at;
  *size = 3;
  return (char)(digit(at[1]) * 16 + digit(at[2]));
}

char *bv_lsp_path_of(const char *uri) {
  static const char scheme[] = "file://";
  const char *at = uri + sizeof scheme - 1;
  bool file = strncasecmp(uri, scheme, sizeof scheme - 1) == 0;
  if (file && strncasecmp(at, "localhost/", 10) == 0)
    at += 9;
  char *path = strdup(file && *at == '/' ? at : "-"), *to = path;
  if (!path)
    bv_out_of_memory();
  size_t size;
  for (const char *from = path; *from; from += size) {
    *to++ = decode(from, &size);
    if (to[-1] == '\0')
      break;
  }
  *to = '\0';
  return path;
}
