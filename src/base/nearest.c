#include "base/nearest.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 63 };

static int smaller(int a, int b) { return a < b ? a : b; }

static int lower(char c) { return tolower((unsigned char)c); }

/* Optimal string alignment distance. */
static int distance(const char *a, const char *b) {
  size_t m = strlen(a), n = strlen(b);
  int rows[3][LONGEST + 1];
  for (size_t j = 0; j <= n; j++)
    rows[0][j] = (int)j;
  for (size_t i = 1; i <= m; i++) {
    int *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
    row[0] = (int)i;
    for (size_t j = 1; j <= n; j++) {
      int cost = lower(a[i - 1]) != lower(b[j - 1]);
      row[j] = smaller(smaller(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
        row[j] = smaller(row[j], two_above[j - 2] + 1);
    }
  }
  return rows[m % 3][n];
}

const char *bv_nearest(const char *word, const char *const *candidates, size_t count) {
  size_t length = strlen(word);
  if (length == 0 || length > LONGEST)
    return NULL;
  int limit = length < 3 ? 1 : smaller(3, (int)(length + 2) / 3);
  const char *best = NULL;
  for (size_t i = 0; i < count; i++) {
    if (strlen(candidates[i]) > LONGEST)
      continue;
    int d = distance(word, candidates[i]);
    if (d <= limit && (!best || d < distance(word, best)))
      best = candidates[i];
  }
  return best;
}
