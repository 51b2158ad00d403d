#include "cli/sandbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/messages.h"
#include "cli/paths.h"
#include "lang/spelling.h"

static void allow(bv_sandbox *sandbox, bv_access access, const char *path) {
  BV_PUSH(sandbox->arena, &sandbox->permits, (bv_permit){access, path});
}

bv_sandbox bv_sandbox_new(bv_arena *arena, const char *off) {
  bv_sandbox sandbox = {.arena = arena, .off = off != NULL};
  allow(&sandbox, BV_MAY_READ, BV_DICTIONARY_DIRECTORY "/nl_NL.aff");
  allow(&sandbox, BV_MAY_READ, BV_DICTIONARY_DIRECTORY "/nl_NL.dic");
  return sandbox;
}

static bool is_standard(const char *path) { return !path || strcmp(path, "-") == 0; }

void bv_sandbox_read(bv_sandbox *sandbox, const char *path) {
  if (!is_standard(path))
    allow(sandbox, BV_MAY_READ, path);
}

void bv_sandbox_read_folder(bv_sandbox *sandbox, const char *folder) {
  DIR *directory = folder ? opendir(folder) : NULL;
  if (folder)
    allow(sandbox, BV_MAY_READ, folder);
  for (const struct dirent *entry; directory && (entry = readdir(directory)) != NULL;)
    if (entry->d_name[0] != '.' && (entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN))
      allow(sandbox, BV_MAY_READ, bv_sprintf(sandbox->arena, "%s/%s", folder, entry->d_name));
  if (directory)
    closedir(directory);
}

void bv_sandbox_write(bv_sandbox *sandbox, const char *path) {
  struct stat about;
  if (is_standard(path))
    return;
  bool exists = stat(path, &about) == 0;
  if (exists && !S_ISREG(about.st_mode)) {
    allow(sandbox, BV_MAY_WRITE, path);
    return;
  }
  char *real = exists ? realpath(path, NULL) : NULL; /* a file takes the place of what a link leads to */
  allow(sandbox, BV_MAY_REPLACE, bv_path_beside(sandbox->arena, real ? real : path, ""));
  free(real);
}

void bv_sandbox_enter(const bv_sandbox *sandbox) {
  if (sandbox->off) {
    fprintf(stderr, "%s\n", MSG_SANDBOX_OFF);
    return;
  }
  bool files = bv_confine_files(&sandbox->permits);
  bool calls = bv_confine_calls(sandbox->workers ? BV_CALLS_WORKERS : BV_CALLS_READER);
  if (!files || !calls)
    fprintf(stderr, MSG_SANDBOX_LESS "\n", files ? MSG_SANDBOX_CALLS : calls ? MSG_SANDBOX_FILES : MSG_SANDBOX_BOTH);
}

bool bv_sandbox_hides(const char *path) {
  int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC), problem = errno;
  if (file >= 0)
    close(file);
  return file < 0 && problem == EACCES && access(path, R_OK) == 0;
}

void bv_sandbox_narrow(const bv_sandbox *sandbox) {
  if (!sandbox->off)
    bv_confine_files(&sandbox->permits);
}
