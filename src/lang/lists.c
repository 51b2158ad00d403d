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
