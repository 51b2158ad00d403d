#include "write/toolroom.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/messages.h"
#include "base/pipe.h"

enum { MOST_MINUTES = 15 };

struct bv_toolroom {
  bv_helper process;
};

/* What a job is made of, in the order in which it is sent. */
enum { HTML, CSS, REFERENCE, VARIANT, TITLE, PARTS };

typedef struct order {
  bv_pandoc_format format;
  bv_date date;
  bool there[PARTS];
  size_t lengths[PARTS];
} order;

typedef struct answer {
  bool good;
  size_t length; /* of the bytes, or of the reason */
} answer;

/* ---- In the toolroom ---- */

/* The other end of the way to us closes when who started us is gone: then a signal that clears everything away. */
static void watch_parent(int from, bool on) {
  int flags = fcntl(from, F_GETFL);
  if (on) {
    fcntl(from, F_SETOWN, getpid());
    fcntl(from, F_SETSIG, SIGTERM);
  }
  fcntl(from, F_SETFL, on ? flags | O_ASYNC : flags & ~O_ASYNC);
  struct pollfd way = {.fd = from};
  if (on && poll(&way, 1, 0) > 0)
    raise(SIGTERM);
}

static bool receive_job(bv_arena *arena, int from, bv_pandoc_job *job) {
  order o;
  char *parts[PARTS] = {NULL};
  if (!bv_pipe_receive(from, &o, sizeof o))
    return false;
  for (int i = 0; i < PARTS; i++) {
    if (o.lengths[i] > BV_LARGEST_TOOL_OUTPUT)
      return false;
    if (o.there[i]) {
      parts[i] = bv_alloc(arena, o.lengths[i] + 1);
      if (!bv_pipe_receive(from, parts[i], o.lengths[i]))
        return false;
    }
  }
  if (o.format < BV_PANDOC_PDF || o.format > BV_PANDOC_MARKDOWN || !parts[HTML] || !parts[TITLE])
    return false;
  job->format = o.format;
  job->date = o.date;
  job->html = parts[HTML];
  job->html_length = o.lengths[HTML];
  job->css = parts[CSS];
  job->css_length = o.lengths[CSS];
  job->reference = parts[REFERENCE];
  job->reference_length = o.lengths[REFERENCE];
  job->variant = parts[VARIANT];
  job->title = parts[TITLE];
  return true;
}

/* A session of its own: an interrupt from the keyboard is the other's to judge. The time of a job ends us with SIGALRM,
 * which clears the folder away like any other signal. */
static _Noreturn void serve(const bv_helper *parent, bool sandbox) {
  bool going = true;
  setsid();
  while (going) {
    bv_arena *arena = bv_arena_new();
    bv_pandoc_job job = {.sandbox = sandbox};
    const char *error = "";
    answer a = {0};
    if (!receive_job(arena, parent->from, &job))
      bv_helper_leave(EXIT_SUCCESS);
    alarm(MOST_MINUTES * 60);
    watch_parent(parent->from, true);
    const char *bytes = bv_pandoc_run(arena, &job, &a.length, &error);
    watch_parent(parent->from, false);
    alarm(0);
    a.good = bytes != NULL;
    if (!bytes)
      a.length = strlen(error);
    going = bv_pipe_send(parent->to, &a, sizeof a) && bv_pipe_send(parent->to, bytes ? bytes : error, a.length);
    bv_arena_free(arena);
  }
  bv_helper_leave(EXIT_FAILURE);
}

/* ---- Seen from outside ---- */

bv_toolroom *bv_toolroom_open(bool sandbox) {
  bv_toolroom *room = malloc(sizeof *room);
  if (!room)
    bv_out_of_memory();
  if (bv_helper_start(&room->process) == 0)
    serve(&room->process, sandbox);
  if (room->process.pid > 0)
    return room;
  free(room);
  return NULL;
}

void bv_toolroom_close(bv_toolroom *room) {
  if (room && room->process.to >= 0)
    bv_helper_end(&room->process);
  free(room);
}

static bool send_job(int to, const bv_pandoc_job *job) {
  const char *parts[PARTS] = {job->html, job->css, job->reference, job->variant, job->title};
  order o = {.format = job->format, .date = job->date};
  o.lengths[HTML] = job->html_length;
  o.lengths[CSS] = job->css_length;
  o.lengths[REFERENCE] = job->reference_length;
  o.lengths[VARIANT] = job->variant ? strlen(job->variant) : 0;
  o.lengths[TITLE] = strlen(job->title);
  for (int i = 0; i < PARTS; i++)
    o.there[i] = parts[i] != NULL;
  bool good = bv_pipe_send(to, &o, sizeof o);
  for (int i = 0; good && i < PARTS; i++)
    good = !parts[i] || bv_pipe_send(to, parts[i], o.lengths[i]);
  return good;
}

static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
enum { ENDING = sizeof ending / sizeof *ending };
static volatile sig_atomic_t ended_by;

static void note(int signal_number) { ended_by = signal_number; }

/* Waits for the answer; a signal that comes meanwhile ends us as it would have, behind the clean-up. */
static void wait_for_answer(bv_toolroom *room) {
  struct sigaction handler = {.sa_handler = note}, before[ENDING];
  struct pollfd way = {.fd = room->process.from, .events = POLLIN};
  sigset_t ours, old;
  sigemptyset(&ours);
  sigemptyset(&handler.sa_mask);
  ended_by = 0;
  for (int i = 0; i < ENDING; i++)
    sigaddset(&ours, ending[i]);
  sigprocmask(SIG_BLOCK, &ours, &old);
  for (int i = 0; i < ENDING; i++) {
    sigaction(ending[i], NULL, &before[i]);
    if (before[i].sa_handler != SIG_IGN)
      sigaction(ending[i], &handler, NULL);
  }
  while (!ended_by && ppoll(&way, 1, NULL, &old) < 0 && errno == EINTR)
    continue;
  if (ended_by)
    bv_helper_end(&room->process);
  for (int i = 0; i < ENDING; i++)
    sigaction(ending[i], &before[i], NULL);
  if (ended_by)
    raise(ended_by);
  sigprocmask(SIG_SETMASK, &old, NULL);
}

/* How a toolroom ended that gave no answer. */
static const char *failure(bv_arena *arena, bv_toolroom *room) {
  int status = bv_helper_end(&room->process);
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
    return bv_sprintf(arena, MSG_TOOL_SLOW, (int)MOST_MINUTES);
  return bv_sprintf(arena, MSG_TOOL_FAILED, "pandoc", WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
}

const char *bv_toolroom_run(bv_toolroom *room, bv_arena *arena, const bv_pandoc_job *job, size_t *length, const char **error) {
  answer a;
  char *bytes = NULL;
  if (send_job(room->process.to, job)) {
    wait_for_answer(room);
    if (bv_pipe_receive(room->process.from, &a, sizeof a)) {
      bytes = bv_alloc(arena, a.length + 1);
      if (!bv_pipe_receive(room->process.from, bytes, a.length))
        bytes = NULL;
    }
  }
  if (!bytes) {
    *error = failure(arena, room);
    return NULL;
  }
  *length = a.length;
  if (!a.good)
    *error = bytes;
  return a.good ? bytes : NULL;
}
