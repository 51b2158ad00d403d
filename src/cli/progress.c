#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/messages.h"
#include "base/utf8.h"
#include "write/names.h"

enum { NARROW = 80 };

/* Before there is anything to say on how long it takes, and between two lines. */
static const double first_seconds = 0.5, seconds_between_lines = 0.1;

static double seconds_between(struct timespec from, struct timespec to) {
  return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

bv_progress bv_progress_begin(size_t total) {
  const char *terminal = getenv("TERM");
  bv_progress progress = {.total = total};
  progress.on = total > 1 && isatty(STDERR_FILENO) && terminal && strcmp(terminal, "dumb") != 0;
  clock_gettime(CLOCK_MONOTONIC, &progress.start);
  progress.drawn = progress.start;
  return progress;
}

static size_t columns(void) {
  struct winsize size;
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : NARROW;
}

/* The end of the text, at most so many characters of it. */
static const char *last_characters(const char *text, size_t most) {
  for (size_t count = bv_utf8_count(text, strlen(text)); count > most; count--)
    do
      text++;
    while (((unsigned char)*text & 0xC0) == 0x80);
  return text;
}

void bv_progress_show(bv_progress *progress, size_t done, const char *name) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (!progress->on || seconds_between(progress->start, now) < first_seconds ||
      seconds_between(progress->drawn, now) < seconds_between_lines)
    return;
  bv_arena *scratch = bv_arena_new();
  double left = seconds_between(progress->start, now) / (double)done * (double)(progress->total - done);
  long seconds = (long)(left + 0.5);
  const char *how_far = bv_sprintf(scratch, MSG_PROGRESS, done, progress->total, seconds / 60, seconds % 60);
  size_t room = columns() - 1, taken = bv_utf8_count(how_far, strlen(how_far));
  const char *shown = room > taken ? last_characters(bv_name_as_line(scratch, name), room - taken) : "";
  fprintf(stderr, "\r\033[K%s%s", how_far, shown);
  fflush(stderr);
  progress->shown = true;
  progress->drawn = now;
  bv_arena_free(scratch);
}

void bv_progress_clear(bv_progress *progress) {
  if (!progress->shown)
    return;
  fputs("\r\033[K", stderr);
  fflush(stderr);
  progress->shown = false;
}
