#include "cli/watch.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/messages.h"
#include "base/pipe.h"
#include "check/config.h"
#include "cli/options.h"

/* Editors write in steps: what follows within so many milliseconds belongs to the same change. */
static const struct timespec quiet = {.tv_nsec = 150 * 1000 * 1000};

static const uint32_t changes = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;

static volatile sig_atomic_t stopped;

static void stop(int signal_number) {
  (void)signal_number;
  stopped = 1;
}

typedef struct watch {
  const bv_watched *watched;
  int events;
  sigset_t before; /* signals as they were: they come in only while we wait */
  struct sigaction interrupt, terminate;
} watch;

/* What tells that a file is another one than before. */
static void add_state(bv_buf *state, const char *path) {
  struct stat about = {0};
  bool there = stat(path, &about) == 0;
  bv_buf_printf(state, "%s %d %ju %jd %jd.%09ld\n", path, there, (uintmax_t)about.st_ino, (intmax_t)about.st_size,
                (intmax_t)about.st_mtim.tv_sec, about.st_mtim.tv_nsec);
}

static bool add_folder(const watch *w, const char *folder) {
  return inotify_add_watch(w->events, folder, changes) >= 0 || errno == ENOENT || errno == ENOTDIR;
}

/* The folder of the file; a rename into it is how many editors save. */
static bool add_folder_of(const watch *w, bv_arena *arena, const char *path) {
  const char *slash = strrchr(path, '/');
  return add_folder(w, !slash ? "." : slash == path ? "/" : bv_strndup(arena, path, (size_t)(slash - path)));
}

/* Adds the state of a file and watches its folder; false with errno when that cannot be. */
static bool look_at(const watch *w, bv_arena *arena, bv_buf *state, const char *path) {
  add_state(state, path);
  return add_folder_of(w, arena, path);
}

/* The state of everything that counts, with its folders watched; NULL with errno when they cannot be. */
static const char *look(const watch *w, bv_arena *arena) {
  bv_files files = w->watched->list(arena, w->watched->context);
  bv_buf state = bv_buf_new(arena);
  const char *last = "";
  bool good = true;
  for (size_t i = 0; i < files.folders.count; i++)
    good = good && add_folder(w, files.folders.items[i]);
  for (const char *const *other = w->watched->others; *other; other++)
    good = good && look_at(w, arena, &state, *other);
  for (size_t i = 0; i < files.count; i++) {
    const char *config = w->watched->own_settings ? NULL : bv_config_find(arena, files.items[i].name);
    good = good && look_at(w, arena, &state, files.items[i].name);
    if (!config || strcmp(config, last) == 0)
      continue;
    good = good && look_at(w, arena, &state, config);
    last = config;
  }
  return good ? bv_buf_string(&state) : NULL;
}

static void run_once(const watch *w) {
  fflush(NULL);
  if (w->watched->clear) {
    fputs("\033[H\033[2J", stdout);
    fflush(stdout);
  }
  pid_t pid = fork();
  if (pid == 0) {
    sigaction(SIGINT, &w->interrupt, NULL);
    sigaction(SIGTERM, &w->terminate, NULL);
    sigprocmask(SIG_SETMASK, &w->before, NULL);
    w->watched->check(w->watched->context);
    fflush(NULL);
    bv_helper_leave(0);
  }
  while (pid > 0 && waitpid(pid, NULL, 0) < 0 && errno == EINTR) {
  }
}

/* Waits for events, at most so long (NULL: for ever), and forgets them; whether there were any. */
static bool wait_for_events(const watch *w, const struct timespec *time) {
  char events[4096];
  struct pollfd file = {.fd = w->events, .events = POLLIN};
  if (ppoll(&file, 1, time, &w->before) <= 0)
    return false;
  while (read(w->events, events, sizeof events) > 0) {
  }
  return true;
}

/* Waits until the state is another; it is that of `arena`, which is renewed. NULL when the folders cannot be watched. */
static const char *wait_for_change(const watch *w, bv_arena **arena, const char *state) {
  while (!stopped) {
    if (!wait_for_events(w, NULL))
      continue;
    while (!stopped && wait_for_events(w, &quiet)) {
    }
    bv_arena *fresh = bv_arena_new();
    const char *now = look(w, fresh);
    bool same = now && strcmp(now, state) == 0;
    bv_arena_free(same ? fresh : *arena);
    if (!same) {
      *arena = fresh;
      return now;
    }
  }
  return state;
}

static int watch_on(const watch *w) {
  bv_arena *arena = bv_arena_new();
  const char *state = look(w, arena);
  while (state && !stopped) {
    run_once(w);
    fprintf(stderr, "%s\n", MSG_WATCH_WAITING);
    state = wait_for_change(w, &arena, state);
  }
  int problem = errno;
  bv_arena_free(arena);
  if (state)
    return BV_EXIT_FINE;
  fprintf(stderr, "bronvast: " MSG_WATCH_FAILED "\n", bv_errno_dutch(problem));
  return BV_EXIT_TOOL;
}

int bv_watch(const bv_watched *watched) {
  watch w = {.watched = watched, .events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK)};
  struct sigaction handler = {.sa_handler = stop};
  sigset_t ours;
  if (w.events < 0) {
    fprintf(stderr, "bronvast: " MSG_WATCH_FAILED "\n", bv_errno_dutch(errno));
    return BV_EXIT_TOOL;
  }
  sigemptyset(&handler.sa_mask);
  sigemptyset(&ours);
  sigaddset(&ours, SIGINT);
  sigaddset(&ours, SIGTERM);
  sigprocmask(SIG_BLOCK, &ours, &w.before);
  sigaction(SIGINT, &handler, &w.interrupt);
  sigaction(SIGTERM, &handler, &w.terminate);
  int status = watch_on(&w);
  close(w.events);
  return status;
}
