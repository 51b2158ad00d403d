#include "lines.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *bv_names_of_files(const char *lines) {
  char *names = NULL, *copy = strdup(lines), *rest = NULL;
  size_t length;
  FILE *stream = open_memstream(&names, &length);
  for (char *line = strtok_r(copy, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
    json_t *file = json_loads(line, 0, NULL);
    cr_assert(file != NULL, "%s", line);
    fprintf(stream, "%s\n", json_string_value(json_object_get(file, "file")));
    json_decref(file);
  }
  fclose(stream);
  free(copy);
  return names;
}
