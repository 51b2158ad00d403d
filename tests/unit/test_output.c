/* Files are written whole or not at all. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../support/run.h"
#include "write/output.h"

static size_t files_in(const char *folder) {
  char pattern[256];
  glob_t found;
  snprintf(pattern, sizeof pattern, "%s/{*,.bronvast-*}", folder);
  size_t count = glob(pattern, GLOB_BRACE, NULL, &found) == 0 ? found.gl_pathc : 0;
  globfree(&found);
  return count;
}

Test(output, new_file_gets_the_mode_and_leaves_nothing_else) {
  char *folder = bv_temporary_folder(), path[256];
  snprintf(path, sizeof path, "%s/uit.html", folder);
  cr_assert(bv_output_write(path, 0640, "inhoud", 6));
  struct stat about;
  cr_assert(stat(path, &about) == 0);
  cr_assert(eq(uint, about.st_mode & 0777, 0640));
  char *bytes = bv_slurp(path, NULL);
  cr_assert(eq(str, bytes, "inhoud"));
  cr_assert(eq(sz, files_in(folder), 1));
  free(bytes);
  bv_remove_folder(folder);
  free(folder);
}

Test(output, replaced_file_keeps_its_mode_and_links_stay) {
  char *folder = bv_temporary_folder(), path[256], link[256];
  snprintf(path, sizeof path, "%s/echt", folder);
  snprintf(link, sizeof link, "%s/link", folder);
  bv_spill(path, "oud", 3);
  cr_assert(chmod(path, 0604) == 0 && symlink("echt", link) == 0);
  cr_assert(bv_output_write(link, 0600, "nieuw", 5));
  struct stat about;
  cr_assert(lstat(link, &about) == 0 && S_ISLNK(about.st_mode));
  cr_assert(stat(path, &about) == 0);
  cr_assert(eq(uint, about.st_mode & 0777, 0604));
  char *bytes = bv_slurp(path, NULL);
  cr_assert(eq(str, bytes, "nieuw"));
  free(bytes);
  bv_remove_folder(folder);
  free(folder);
}

Test(output, what_cannot_be_written_says_why_and_leaves_nothing) {
  char *folder = bv_temporary_folder(), path[256];
  snprintf(path, sizeof path, "%s/geen/map", folder);
  cr_assert(not(bv_output_write(path, 0600, "x", 1)));
  cr_assert(eq(int, errno, ENOENT));
  cr_assert(not(bv_output_write(folder, 0600, "x", 1)));
  cr_assert(eq(int, errno, EISDIR));
  cr_assert(not(bv_output_write("/dev/full", 0600, "x", 1)));
  cr_assert(eq(int, errno, ENOSPC));
  cr_assert(eq(sz, files_in(folder), 0));
  bv_remove_folder(folder);
  free(folder);
}
