/* make bench: bronvast beside other programs, on the same machine, in the same run, as ratios.
 *
 * Drafts of 10, 100 and 1,000 pages are made from a sample; hunspell and aspell get their plain text wrapped at 80
 * columns, where hunspell is at its best (it decodes a whole line for every word), cmark the draft itself. Each figure is
 * the median of several runs (CPU time, user and system) and the peak of the resident memory. Then many drafts, no two of
 * them the same, in one call with two processes, beside the same drafts one call each, and beside hunspell over all their
 * text in one run. */
#include <ctype.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../support/run.h"

enum { WORDS_A_PAGE = 400, RUNS = 5, PAGES_OF_MANY = 12 };

typedef struct measured {
  double seconds;   /* of processors */
  double elapsed;   /* seconds on the clock */
  double megabytes; /* of the largest process */
} measured;

static char *folder;

static void fail(const char *what) {
  fprintf(stderr, "bench: %s\n", what);
  exit(1);
}

static int by_seconds(const void *a, const void *b) {
  double x = ((const measured *)a)->seconds, y = ((const measured *)b)->seconds;
  return (x > y) - (x < y);
}

/* Runs a program once with `input` as standard input and its output thrown away. */
static measured run_once(char *const argv[], const char *input) {
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t pid = fork();
  if (pid == 0) {
    int in = open(input, O_RDONLY), out = open("/dev/null", O_WRONLY);
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    execvp(argv[0], argv);
    _exit(127);
  }
  int status;
  struct rusage used;
  if (wait4(pid, &status, 0, &used) != pid || !WIFEXITED(status) || WEXITSTATUS(status) == 127)
    fail(argv[0]);
  clock_gettime(CLOCK_MONOTONIC, &end);
  double elapsed = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
  double seconds = (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
                   (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
  return (measured){seconds, elapsed, (double)used.ru_maxrss / 1024};
}

static measured run(char *const argv[], const char *input, int runs) {
  measured all[RUNS];
  for (int i = 0; i < runs; i++)
    all[i] = run_once(argv, input);
  qsort(all, (size_t)runs, sizeof *all, by_seconds);
  return all[runs / 2];
}

/* Where the body begins: behind the line that closes the front matter. */
static const char *body_of(const char *draft) {
  const char *end = strstr(draft, "\n---\n");
  if (!end)
    fail("the sample has no front matter");
  return end + 5;
}

/* The body once more, with -N behind every name, so that no name stands twice. */
static void write_copy(FILE *out, const char *body, int copy) {
  for (const char *at = body; *at; at++) {
    fputc(*at, out);
    if (*at != '#' || at == body || !(at[-1] == '{' || at[-1] == '=' || at[-1] == '"'))
      continue;
    while (isalnum((unsigned char)at[1]) || at[1] == '-' || at[1] == '_')
      fputc(*++at, out);
    fprintf(out, "-%d", copy);
  }
}

/* The words a reader reads: no front matter, no attributes, wrapped at 80 columns. */
static size_t write_plain(FILE *out, const char *body) {
  size_t words = 0, column = 0;
  for (const char *at = body; *at;) {
    if (*at == '{') {
      at += strcspn(at, "}");
      at += *at == '}';
    } else if (isspace((unsigned char)*at) || strchr("[]:>#*", *at)) {
      at++;
    } else {
      size_t length = strcspn(at, " \n\t[]{*");
      column += length + 1;
      fprintf(out, "%s%.*s", column > 80 ? "\n" : " ", (int)length, at);
      column = column > 80 ? length : column;
      at += length;
      words++;
    }
  }
  fputc('\n', out);
  return words;
}

/* A draft of so many pages, FOLDER/PAGES.md, and its text, FOLDER/PAGES.txt. */
static void make_draft(const char *sample, int pages) {
  char path[256];
  char *body = NULL;
  size_t length;
  FILE *null = fopen("/dev/null", "w"), *copies = open_memstream(&body, &length);
  size_t words = write_plain(null, body_of(sample));
  fclose(null);
  for (int copy = 0; (size_t)copy * words < (size_t)pages * WORDS_A_PAGE; copy++)
    write_copy(copies, body_of(sample), copy);
  fclose(copies);
  snprintf(path, sizeof path, "%s/%d.md", folder, pages);
  FILE *draft = fopen(path, "w");
  fwrite(sample, 1, (size_t)(body_of(sample) - sample), draft);
  fputs(body, draft);
  fclose(draft);
  snprintf(path, sizeof path, "%s/%d.txt", folder, pages);
  FILE *text = fopen(path, "w");
  write_plain(text, body);
  fclose(text);
  free(body);
}

static void print_row(const char *name, measured ours, measured theirs) {
  printf("  %-28s %8.3f s %8.1f MB   bronvast: %5.2f x de tijd, %5.2f x het geheugen\n", name, theirs.seconds,
         theirs.megabytes, ours.seconds / theirs.seconds, ours.megabytes / theirs.megabytes);
}

static void compare(const char *program, int pages) {
  char draft[256], text[256];
  snprintf(draft, sizeof draft, "%s/%d.md", folder, pages);
  snprintf(text, sizeof text, "%s/%d.txt", folder, pages);
  int runs = pages >= 1000 ? 1 : RUNS;
  char *check[] = {(char *)program, "check", "--format=json", draft, NULL};
  char *hunspell[] = {"hunspell", "-l", "-d", "nl_NL", "-i", "UTF-8", NULL};
  char *aspell[] = {"aspell", "--lang=nl", "--encoding=utf-8", "list", NULL};
  char *cmark[] = {"cmark", draft, NULL};
  measured ours = run(check, "/dev/null", runs);
  printf("%d bladzijden: bronvast check %.3f s, %.1f MB\n", pages, ours.seconds, ours.megabytes);
  print_row("hunspell -l -d nl_NL", ours, run(hunspell, text, runs));
  print_row("aspell --lang=nl list", ours, run(aspell, text, runs));
  print_row("cmark", ours, run(cmark, draft, runs));
}

/* ---- Many drafts ---- */

/* Writes the body without one in eight of its paragraphs of running text: others in each draft, so that no two are the
 * same. */
static void write_own(FILE *out, const char *body, unsigned draft) {
  enum { SHARE = 8 };
  unsigned chance = draft * 2654435761u;
  for (const char *at = body, *past; *at; at = past) {
    past = strstr(at, "\n\n");
    past = past ? past + 2 : at + strlen(at);
    chance = chance * 1664525u + 1013904223u;
    if (!(isupper((unsigned char)*at) || *at == '[') || (chance >> 16) % SHARE)
      fwrite(at, 1, (size_t)(past - at), out);
  }
}

/* A folder with so many drafts, and FOLDER/all.txt with all their text. */
static void make_many(const char *sample, int many) {
  char path[300];
  snprintf(path, sizeof path, "%s/%d.md", folder, PAGES_OF_MANY);
  char *whole = bv_slurp(path, NULL);
  snprintf(path, sizeof path, "%s/all.txt", folder);
  FILE *joined = fopen(path, "w");
  snprintf(path, sizeof path, "%s/many", folder);
  if (mkdir(path, 0700) != 0)
    fail(path);
  for (int i = 0; i < many; i++) {
    char *body = NULL;
    size_t length;
    FILE *own = open_memstream(&body, &length);
    write_own(own, body_of(whole), (unsigned)i);
    fclose(own);
    snprintf(path, sizeof path, "%s/many/%05d.md", folder, i);
    FILE *draft = fopen(path, "w");
    fwrite(sample, 1, (size_t)(body_of(sample) - sample), draft);
    fputs(body, draft);
    fclose(draft);
    write_plain(joined, body);
    free(body);
  }
  fclose(joined);
  free(whole);
}

/* The drafts of the folder, one call each. */
static measured run_each(const char *program, int many) {
  measured sum = {0};
  char name[300];
  for (int i = 0; i < many; i++) {
    snprintf(name, sizeof name, "%s/many/%05d.md", folder, i);
    char *check[] = {(char *)program, "check", "--format=json", name, NULL};
    measured one = run_once(check, "/dev/null");
    sum.seconds += one.seconds;
    sum.elapsed += one.elapsed;
    sum.megabytes = one.megabytes > sum.megabytes ? one.megabytes : sum.megabytes;
  }
  return sum;
}

static void print_many(const char *name, measured ours, measured theirs, int many) {
  printf("  %-28s %8.2f s, %6.1f ms per concept, %6.1f MB: bronvast %5.3f x de tijd, %5.2f x het geheugen\n", name,
         theirs.elapsed, 1000 * theirs.elapsed / many, theirs.megabytes, ours.elapsed / theirs.elapsed,
         ours.megabytes / theirs.megabytes);
}

static void compare_many(const char *program, const char *sample, int many) {
  char drafts[256], all[256];
  make_many(sample, many);
  snprintf(drafts, sizeof drafts, "%s/many", folder);
  snprintf(all, sizeof all, "%s/all.txt", folder);
  char *check[] = {(char *)program, "check", "--format=json", "--jobs=2", drafts, NULL};
  char *hunspell[] = {"hunspell", "-l", "-d", "nl_NL", "-i", "UTF-8", NULL};
  /* hunspell takes ten times as long: the machine may have grown slower meanwhile, so ours is measured on both sides. */
  measured before = run_once(check, "/dev/null"), theirs = run_once(hunspell, all), after = run_once(check, "/dev/null");
  measured ours = {(before.seconds + after.seconds) / 2, (before.elapsed + after.elapsed) / 2, after.megabytes};
  printf("%d concepten van %d bladzijden in één aanroep, twee tegelijk: %.2f s (%.2f s processortijd), %.1f ms per concept, "
         "%.1f MB per proces\n", many, PAGES_OF_MANY, ours.elapsed, ours.seconds, 1000 * ours.elapsed / many, ours.megabytes);
  print_many("bronvast, één per aanroep", ours, run_each(program, many), many);
  print_many("hunspell -l -d nl_NL", ours, theirs, many);
}

int main(int argc, char **argv) {
  int many = argc == 4 ? atoi(argv[3]) : 0;
  if (many < 1)
    fail("use: bench PROGRAM SAMPLE.md DRAFTS");
  char *sample = bv_slurp(argv[2], NULL);
  if (!sample)
    fail("cannot read the sample");
  folder = bv_temporary_folder();
  static const int sizes[] = {10, 100, 1000};
  for (int i = 0; i < 3; i++) {
    make_draft(sample, sizes[i]);
    compare(argv[1], sizes[i]);
  }
  make_draft(sample, PAGES_OF_MANY);
  compare_many(argv[1], sample, many);
  bv_remove_folder(folder);
  free(folder);
  free(sample);
  return 0;
}
