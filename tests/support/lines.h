/* Results in JSON Lines. */
#ifndef BV_TESTS_LINES_H
#define BV_TESTS_LINES_H

/* The names of the files, each with a newline behind it; malloc'ed. The test fails at a line that is no JSON. */
char *bv_names_of_files(const char *lines);

#endif
