#include "lang/lists.h"

#include <string.h>

#define LIST(name, ...) const char *const bv_list_##name[] = {__VA_ARGS__, NULL};
#include "lang/lists.def"
#undef LIST

bool bv_has_ending(const char *word, const char *const *endings) {
  size_t length = strlen(word);
  for (; *endings; endings++) {
    size_t letters = strlen(*endings);
    if (length > letters && memcmp(word + length - letters, *endings, letters) == 0)
      return true;
  }
  return false;
}

bool bv_has_beginning(const char *word, const char *const *beginnings) {
  for (; *beginnings; beginnings++) {
    size_t letters = strlen(*beginnings);
    if (strncmp(word, *beginnings, letters) == 0 && word[letters])
      return true;
  }
  return false;
}
