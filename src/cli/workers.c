#include "cli/workers.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/asset.h"
#include "base/confine.h"
#include "base/guard.h"
#include "base/messages.h"
#include "base/pipe.h"
#include "cli/memory.h"
#include "read/read.h"

enum {
  AHEAD = 4,      /* results that are held for each worker, at most */
  GIVEN = 2,      /* drafts a worker has, at most: the one under way, and the next, so that it need not wait for us */
  LIFETIME = 250, /* drafts: then a fresh worker takes over, so that memory does not grow with what one has read */
  MANY = 8,       /* drafts, from which on one of them will have a word that only hunspell knows */
  BLOCK = 64 * 1024,
  KEPT_MEMORY = 64 << 20 /* bytes, at most */
};

/* How a worker ends whose time is over; one without memory ends as the program does. */
enum { ENDED_BY_TIME = 101 };

/* A process that checks one draft after another. It gets an index and answers with a header and three texts. */
typedef struct worker {
  bv_helper process; /* to < 0: there is none */
  size_t served;
  size_t given[GIVEN], count; /* the drafts it has, in order; none: it waits */
  char *answer;
  size_t length, capacity;
} worker;

typedef struct header {
  int32_t status, checked;
  uint64_t text, aside, error; /* lengths; of an error with its NUL */
} header;

typedef struct place {
  bv_outcome outcome;
  bool ready;
} place;

typedef struct pool {
  bv_reporting *report;
  worker workers[BV_MOST_JOBS];
  size_t jobs, next; /* next: the first draft that was given to nobody */
  size_t again[BV_MOST_JOBS * (GIVEN - 1)], again_count; /* drafts before it that their worker did not come to */
  place *held;       /* of draft i: held[i % window] */
  size_t window;
  sigset_t blocked, before;
} pool;

size_t bv_jobs_default(void) {
  cpu_set_t set;
  int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
  return count < 1 ? 1 : count > BV_MOST_JOBS ? BV_MOST_JOBS : (size_t)count;
}

/* ---- Signals ---- */

static const int stopping[] = {SIGINT, SIGTERM, SIGHUP};
enum { STOPPING = sizeof stopping / sizeof *stopping };
static volatile sig_atomic_t stopped_by;
static struct sigaction before_us[STOPPING];

static void stop(int signal_number) { stopped_by = signal_number; }

static bool is_ignored(int signal_number) {
  struct sigaction now;
  return sigaction(signal_number, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

/* What nohup ignores stays ignored. */
static void catch_signals(void) {
  struct sigaction handler = {.sa_handler = stop};
  sigemptyset(&handler.sa_mask);
  stopped_by = 0;
  for (int i = 0; i < STOPPING; i++)
    sigaction(stopping[i], is_ignored(stopping[i]) ? NULL : &handler, &before_us[i]);
}

static void release_signals(void) {
  for (int i = 0; i < STOPPING; i++)
    sigaction(stopping[i], &before_us[i], NULL);
}

/* ---- In a worker ---- */

static bool send_outcome(int to, const bv_outcome *outcome) {
  header h = {.status = outcome->status, .checked = outcome->checked, .text = outcome->text_length,
              .aside = outcome->aside_length, .error = outcome->error ? strlen(outcome->error) + 1 : 0};
  return bv_pipe_send(to, &h, sizeof h) && bv_pipe_send(to, outcome->text, h.text) &&
         bv_pipe_send(to, outcome->aside, h.aside) && bv_pipe_send(to, outcome->error, h.error);
}

static void end_for_time(void) { _exit(ENDED_BY_TIME); }

/* The memory of a draft stays for the next one: giving it back to the system each time costs a page fault for every page. */
static void keep_memory(void) {
  mallopt(M_TRIM_THRESHOLD, KEPT_MEMORY);
  mallopt(M_MMAP_THRESHOLD, KEPT_MEMORY / 8);
}

/* Until nobody asks any more. The one who started us decides what an interrupt means. */
static _Noreturn void serve(const bv_report_request *request, const bv_helper *parent) {
  size_t index;
  bv_on_out_of_time(end_for_time);
  keep_memory();
  bv_memory_guard_in_silence();
  if (request->confined)
    bv_confine_calls(BV_CALLS_READER);
  while (bv_pipe_receive(parent->from, &index, sizeof index)) {
    bv_guard_begin();
    bv_outcome outcome = bv_outcome_of_draft(request, index);
    bool sent = send_outcome(parent->to, &outcome);
    bv_outcome_free(&outcome);
    if (!sent)
      break;
  }
  bv_helper_leave(0);
}

/* Nobody goes on with a draft that no one waits for. What a new process must not keep: the ways to the others, the handlers
 * that would remove our output. */
static void become_worker(pool *p) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (size_t i = 0; i < p->jobs; i++)
    if (p->workers[i].process.to >= 0) {
      close(p->workers[i].process.to);
      close(p->workers[i].process.from);
    }
  for (int i = 0; i < STOPPING; i++)
    if (!is_ignored(stopping[i]))
      signal(stopping[i], stopping[i] == SIGINT ? SIG_IGN : SIG_DFL);
  signal(SIGPIPE, SIG_DFL);
  sigprocmask(SIG_SETMASK, &p->before, NULL);
}

/* ---- Workers, seen from outside ---- */

static void start(pool *p, worker *w) {
  bv_helper process;
  *w = (worker){.process.to = -1, .answer = w->answer, .capacity = w->capacity};
  if (bv_helper_start(&process) == 0) {
    become_worker(p);
    serve(p->report->request, &process);
  }
  if (process.to >= 0)
    fcntl(process.from, F_SETFL, O_NONBLOCK);
  w->process = process;
}

/* Closes the way to the worker, which makes it end; gives how it did. */
static int end_worker(worker *w) {
  w->count = 0;
  return bv_helper_end(&w->process);
}

static void hold(pool *p, size_t index, bv_outcome outcome) {
  p->held[index % p->window] = (place){outcome, true};
}

/* The draft under way is lost, and only that one. */
static void lose(pool *p, worker *w) {
  char message[256];
  size_t index = w->given[0];
  for (size_t i = 1; i < w->count; i++)
    p->again[p->again_count++] = w->given[i];
  int status = end_worker(w);
  int end = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  if (WIFSIGNALED(status))
    snprintf(message, sizeof message, MSG_WORKER_ENDED, WTERMSIG(status));
  else if (end == ENDED_BY_TIME)
    snprintf(message, sizeof message, MSG_WORKER_TIME, bv_guard_seconds());
  else
    snprintf(message, sizeof message, "%s", end == BV_EXIT_UNREADABLE ? MSG_WORKER_MEMORY : MSG_WORKER_STOPPED);
  int outcome = end == ENDED_BY_TIME || end == BV_EXIT_UNREADABLE ? BV_EXIT_UNREADABLE : BV_EXIT_TOOL;
  hold(p, index, bv_outcome_of_failure(p->report->request, index, message, outcome));
}

/* A copy of the next bytes of the answer. */
static char *take(const char **at, uint64_t length) {
  char *copy = length ? malloc(length) : NULL;
  if (length && !copy)
    bv_out_of_memory();
  if (length)
    memcpy(copy, *at, length);
  *at += length;
  return copy;
}

/* Keeps the first answer when it is whole; returns whether it was. */
static bool take_answer(pool *p, worker *w) {
  header h;
  if (w->length < sizeof h)
    return false;
  memcpy(&h, w->answer, sizeof h);
  if (w->length < sizeof h + h.text + h.aside + h.error)
    return false;
  const char *at = w->answer + sizeof h;
  bv_outcome outcome = {.status = h.status, .checked = h.checked, .text_length = h.text, .aside_length = h.aside};
  outcome.text = take(&at, h.text);
  outcome.aside = take(&at, h.aside);
  outcome.error = take(&at, h.error);
  hold(p, w->given[0], outcome);
  memmove(w->given, w->given + 1, --w->count * sizeof *w->given);
  w->length -= (size_t)(at - w->answer);
  memmove(w->answer, at, w->length);
  w->served++;
  return true;
}

/* Reads what the worker has to say. */
static void listen_to(pool *p, worker *w) {
  if (w->capacity < w->length + BLOCK) {
    w->capacity = 2 * w->capacity + BLOCK;
    w->answer = realloc(w->answer, w->capacity);
    if (!w->answer)
      bv_out_of_memory();
  }
  ssize_t count = read(w->process.from, w->answer + w->length, w->capacity - w->length);
  if (count > 0) {
    w->length += (size_t)count;
    while (w->count > 0 && take_answer(p, w)) {
    }
  } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
    lose(p, w);
  }
}

/* ---- All together ---- */

/* Whether a worker that has nothing to do is gone. */
static bool has_left(const worker *w) {
  struct pollfd way = {.fd = w->process.from};
  return poll(&way, 1, 0) > 0;
}

/* Whether there is a draft to give that is not too far ahead of what is written. */
static bool has_draft(const pool *p) {
  return p->again_count > 0 ||
         (p->next < p->report->request->files.count && p->next < p->report->written + p->window);
}

static size_t take_draft(pool *p) { return p->again_count > 0 ? p->again[--p->again_count] : p->next++; }

/* Whether a worker that has `count` drafts is to have one more. The last drafts are for whoever is free first. */
static bool is_wanting(const pool *p, const worker *w, size_t count) {
  return w->count == count &&
         (count == 0 || (w->served + count < LIFETIME && p->next + p->jobs <= p->report->request->files.count));
}

/* Gives a draft to a worker, a new one where there is none or it has served long enough. */
static bool give_work(pool *p, worker *w) {
  if (w->process.to >= 0 && w->count == 0 && (w->served >= LIFETIME || has_left(w)))
    end_worker(w);
  if (w->process.to < 0)
    start(p, w);
  if (w->process.to < 0)
    return false;
  size_t index = w->given[w->count++] = take_draft(p);
  if (!bv_pipe_send(w->process.to, &index, sizeof index))
    lose(p, w);
  return true;
}

/* Gives drafts to the workers, first to those who have none, as long as not too many results are held. */
static void give_out(pool *p) {
  for (size_t count = 0; count < GIVEN; count++)
    for (size_t i = 0; i < p->jobs && has_draft(p); i++)
      if (is_wanting(p, &p->workers[i], count) && !give_work(p, &p->workers[i]))
        break;
  size_t busy = 0;
  for (size_t i = 0; i < p->jobs; i++)
    busy += p->workers[i].count > 0;
  /* The system lets us start nobody: then this process does the work. */
  if (busy == 0 && has_draft(p)) {
    size_t index = take_draft(p);
    hold(p, index, bv_outcome_of_draft(p->report->request, index));
  }
}

static void write_ready(pool *p) {
  for (place *first; (first = &p->held[p->report->written % p->window])->ready;) {
    first->ready = false;
    bv_reporting_add(p->report, &first->outcome);
  }
}

/* Waits until a worker answers or a signal comes, which is let in only here. */
static void wait_for_answers(pool *p) {
  struct pollfd ways[BV_MOST_JOBS];
  worker *owners[BV_MOST_JOBS];
  nfds_t count = 0;
  for (size_t i = 0; i < p->jobs; i++)
    if (p->workers[i].count > 0) {
      owners[count] = &p->workers[i];
      ways[count++] = (struct pollfd){.fd = p->workers[i].process.from, .events = POLLIN};
    }
  if (count == 0 || ppoll(ways, count, NULL, &p->before) <= 0)
    return;
  for (nfds_t i = 0; i < count; i++)
    if (ways[i].revents)
      listen_to(p, owners[i]);
}

/* Loads what every draft needs, so that the workers share it instead of each loading its own: by checking a small draft,
 * with a word that is none when there are many. */
static void warm_up(const bv_report_request *request) {
  static const char text[] = "\n## Deel\n\n[%s lijkt gisteren depressief.]{.feit bron=opsteller}\n";
  const bv_asset *front = bv_asset_find("src/check/regels/voorblad.md");
  bv_arena *scratch = bv_arena_new();
  const char *claim = bv_sprintf(scratch, text, request->files.count < MANY ? "Moeder" : "Abcdefgh");
  const char *draft = bv_sprintf(scratch, "%s%s", front->bytes, claim);
  const bv_config *config = bv_settings_for(request->settings, request->files.items[0].name);
  bv_read_result read = bv_read_bytes("-", draft, strlen(draft), config->kinds);
  if (read.document)
    bv_check_document(read.document, config, (bv_date){0});
  bv_document_free(read.document);
  free(read.error);
  bv_arena_free(scratch);
}

static void end_all(pool *p) {
  for (size_t i = 0; i < p->jobs; i++) {
    worker *w = &p->workers[i];
    if (w->process.to >= 0 && w->count > 0)
      kill(w->process.pid, SIGKILL); /* it holds nothing that must be put away */
    if (w->process.to >= 0)
      end_worker(w);
    free(w->answer);
  }
  for (size_t i = 0; i < p->window; i++)
    if (p->held[i].ready)
      bv_outcome_free(&p->held[i].outcome);
  free(p->held);
}

static void run_pool(pool *p) {
  size_t total = p->report->request->files.count;
  for (size_t i = 0; i < p->jobs; i++)
    p->workers[i].process.to = -1;
  sigemptyset(&p->blocked);
  for (int i = 0; i < STOPPING; i++)
    sigaddset(&p->blocked, stopping[i]);
  catch_signals();
  sigprocmask(SIG_BLOCK, &p->blocked, &p->before);
  while (p->report->written < total && !stopped_by && !p->report->failed) {
    give_out(p);
    wait_for_answers(p);
    write_ready(p);
  }
  end_all(p);
  release_signals(); /* a second interrupt ends at once */
  sigprocmask(SIG_SETMASK, &p->before, NULL);
}

int bv_workers_run(bv_reporting *report, size_t jobs) {
  const bv_report_request *request = report->request;
  stopped_by = 0;
  if (request->files.count > 0) {
    pool *p = calloc(1, sizeof *p);
    if (!p)
      bv_out_of_memory();
    p->report = report;
    p->jobs = jobs > BV_MOST_JOBS ? BV_MOST_JOBS : jobs > request->files.count ? request->files.count : jobs;
    p->window = AHEAD * p->jobs;
    p->held = calloc(p->window, sizeof *p->held);
    if (!p->held)
      bv_out_of_memory();
    if (request->files.count > 1)
      warm_up(request);
    run_pool(p);
    free(p);
  }
  return stopped_by;
}
