#include "cli/files.h"

#include <errno.h>
#include <fts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/messages.h"

enum { HEAD = 64 * 1024, LARGEST_LIST = 256 * 1024 * 1024 };

/* Whether a line of the front matter says that this is a draft. */
static bool begins_as_markdown(const char *text) {
  text += strncmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  if (strncmp(text, "---", 3) != 0)
    return false;
  for (text += strcspn(text, "\n"); *text; text += strcspn(text, "\n")) {
    text++;
    if (strncmp(text, "bronvast:", strlen("bronvast:")) == 0)
      return true;
    if (strncmp(text, "---", 3) == 0)
      return false;
  }
  return false;
}

static bool ends_in(const char *name, const char *ending) {
  size_t length = strlen(name), more = strlen(ending);
  return length > more && strcasecmp(name + length - more, ending) == 0;
}

/* What cannot be read counts as one, so that it is not passed by in silence. */
static bool is_draft(const FTSENT *entry) {
  bool markdown = ends_in(entry->fts_name, ".md");
  struct stat about;
  if (!markdown && !ends_in(entry->fts_name, ".xml"))
    return false;
  if (stat(entry->fts_accpath, &about) != 0)
    return errno != ENOENT; /* a link to nothing */
  if (!S_ISREG(about.st_mode))
    return false;
  bv_arena *scratch = bv_arena_new();
  size_t length;
  const char *head = bv_file_head(scratch, entry->fts_accpath, HEAD, &length);
  bool draft = !head || (markdown ? begins_as_markdown(head) : strstr(head, "urn:bronvast:concept:") != NULL);
  bv_arena_free(scratch);
  return draft;
}

static int by_bytes(const void *a, const void *b) {
  return strcmp(((const bv_file_name *)a)->name, ((const bv_file_name *)b)->name);
}

static bool is_hidden(const FTSENT *entry) { return entry->fts_level > FTS_ROOTLEVEL && entry->fts_name[0] == '.'; }

static void visit(bv_arena *arena, bv_files *found, FTS *walk, FTSENT *entry) {
  bv_file_name file = {.name = entry->fts_path};
  if (is_hidden(entry)) {
    fts_set(walk, entry, FTS_SKIP);
    return;
  }
  switch (entry->fts_info) {
  case FTS_D:
    BV_PUSH(arena, &found->folders, bv_strdup(arena, entry->fts_path));
    return;
  case FTS_F:
  case FTS_SL:
    if (!is_draft(entry))
      return;
    break;
  case FTS_DNR:
  case FTS_ERR:
  case FTS_NS:
    file.error = bv_sprintf(arena, MSG_CANNOT_READ, bv_errno_dutch(entry->fts_errno));
    break;
  default:
    return;
  }
  file.name = bv_strdup(arena, file.name);
  BV_PUSH(arena, found, file);
}

static void add_folder(bv_arena *arena, bv_files *files, const char *folder) {
  size_t length = strlen(folder);
  while (length > 1 && folder[length - 1] == '/')
    length--;
  char *roots[] = {bv_strndup(arena, folder, length), NULL};
  bv_files found = {0};
  FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, NULL);
  for (FTSENT *entry; walk && (entry = fts_read(walk));)
    visit(arena, &found, walk, entry);
  const char *broken = errno ? bv_sprintf(arena, MSG_CANNOT_READ, bv_errno_dutch(errno)) : NULL;
  if (walk)
    fts_close(walk);
  if (broken)
    BV_PUSH(arena, &found, (bv_file_name){bv_strdup(arena, folder), broken});
  if (found.count)
    qsort(found.items, found.count, sizeof *found.items, by_bytes);
  else
    BV_PUSH(arena, &found, (bv_file_name){bv_strdup(arena, folder), MSG_FOLDER_EMPTY});
  for (size_t i = 0; i < found.count; i++)
    BV_PUSH(arena, files, found.items[i]);
  for (size_t i = 0; i < found.folders.count; i++)
    BV_PUSH(arena, &files->folders, found.folders.items[i]);
}

void bv_files_add(bv_arena *arena, bv_files *files, const char *name) {
  struct stat about;
  if (strcmp(name, "-") != 0 && stat(name, &about) == 0 && S_ISDIR(about.st_mode))
    add_folder(arena, files, name);
  else
    BV_PUSH(arena, files, (bv_file_name){.name = name});
}

const char *bv_files_add_list(bv_arena *arena, bv_files *files, const char *list, bool nul) {
  size_t length;
  char *text = bv_file_read(arena, list, LARGEST_LIST, &length);
  if (!text)
    return bv_sprintf(arena, MSG_CANNOT_READ, bv_errno_dutch(errno));
  for (char *name = text, *end = text + length, *past; name < end; name = past + 1) {
    past = memchr(name, nul ? '\0' : '\n', (size_t)(end - name));
    past = past ? past : end;
    *past = '\0';
    if (!nul && past > name && past[-1] == '\r')
      past[-1] = '\0';
    if (strcmp(name, "-") == 0 && strcmp(list, "-") == 0)
      return MSG_LIST_AND_DRAFT;
    if (*name)
      bv_files_add(arena, files, name);
  }
  return NULL;
}
