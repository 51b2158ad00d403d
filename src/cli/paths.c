#include "cli/paths.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"

static const char *last_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

/* The folder in which the file stands, without links, ending in a slash; NULL with errno. */
static const char *folder_of(bv_arena *arena, const char *path) {
  const char *slash = strrchr(path, '/');
  const char *folder = !slash ? "." : bv_strndup(arena, path, (size_t)(slash - path) + 1);
  char *real = realpath(folder, NULL);
  const char *with_slash = real ? bv_sprintf(arena, "%s%s", real, strcmp(real, "/") == 0 ? "" : "/") : NULL;
  free(real);
  return with_slash;
}

const char *bv_path_from(bv_arena *arena, const char *from, const char *file) {
  const char *base = folder_of(arena, from), *target = folder_of(arena, file);
  if (!base || !target)
    return NULL;
  size_t common = 0;
  for (size_t i = 0; base[i] && base[i] == target[i]; i++)
    if (base[i] == '/')
      common = i + 1;
  bv_buf path = bv_buf_new(arena);
  for (const char *at = strchr(base + common, '/'); at; at = strchr(at + 1, '/'))
    bv_buf_puts(&path, "../");
  bv_buf_puts(&path, target + common);
  bv_buf_puts(&path, last_name(file));
  return bv_buf_string(&path);
}

const char *bv_path_beside(bv_arena *arena, const char *from, const char *name) {
  const char *slash = strrchr(from, '/');
  return bv_sprintf(arena, "%.*s%s", slash ? (int)(slash - from + 1) : 2, slash ? from : "./", name);
}

bool bv_path_same(bv_arena *arena, const char *a, const char *b) {
  const char *left = folder_of(arena, a), *right = folder_of(arena, b);
  return left && right && strcmp(left, right) == 0 && strcmp(last_name(a), last_name(b)) == 0;
}

bool bv_path_overwrites(const char *output, const char *const *inputs, size_t count) {
  struct stat target, about;
  if (strcmp(output, "-") == 0 || stat(output, &target) != 0 || !S_ISREG(target.st_mode))
    return false;
  for (size_t i = 0; i < count; i++)
    if (inputs[i] && stat(inputs[i], &about) == 0 && about.st_dev == target.st_dev && about.st_ino == target.st_ino)
      return true;
  return false;
}
