#include "write/temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

enum { MOST_TRIES = 100, LONGEST_PATH = 4096, DEEPEST = 8 /* folders in the folder: a tool makes one or two */,
       MOST_FAILURES = 8 /* of looking what is in it */ };

/* What there is at this moment; the flags are set and cleared with every signal blocked. */
static struct {
  pid_t owner;
  volatile sig_atomic_t has_file, has_folder;
  volatile pid_t leader;
  int folder_handle;
  char file[LONGEST_PATH], folder[LONGEST_PATH];
} now;

/* Every signal that ends a process if nobody catches it, and that can be caught. */
static const int deadly[] = {SIGHUP,  SIGINT,  SIGQUIT, SIGILL,  SIGTRAP, SIGABRT, SIGBUS, SIGFPE,  SIGUSR1,
                             SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGXCPU, SIGXFSZ, SIGSYS};
enum { DEADLY = sizeof deadly / sizeof *deadly };
static struct sigaction before[DEADLY];

/* ---- Signals ---- */

static void release_signals(void) {
  for (int i = 0; i < DEADLY; i++)
    sigaction(deadly[i], &before[i], NULL);
}

/* The signal comes again, to whoever would have had it without us. */
static void clear_and_go_on(int signal_number) {
  bv_temporary_clear();
  release_signals();
  raise(signal_number);
}

/* What is ignored, as nohup does, stays so. */
static void catch_signals(void) {
  struct sigaction handler = {.sa_handler = clear_and_go_on};
  sigfillset(&handler.sa_mask);
  for (int i = 0; i < DEADLY; i++) {
    sigaction(deadly[i], NULL, &before[i]);
    if (before[i].sa_handler != SIG_IGN)
      sigaction(deadly[i], &handler, NULL);
  }
}

/* Between these two no signal comes in; the first thing that is there has signals caught, the last releases them. */
static sigset_t begin_change(void) {
  sigset_t all, old;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &old);
  if (!now.has_file && !now.has_folder)
    catch_signals();
  return old;
}

static void end_change(const sigset_t *old) {
  if (!now.has_file && !now.has_folder)
    release_signals();
  sigprocmask(SIG_SETMASK, old, NULL);
}

static bool is_ours(void) { return now.owner == getpid(); }

/* ---- The file ---- */

/* As mkostemp, but for writing only: a process that may read nothing in the folder can make one (base/confine.h). */
static int make_file(char *path) {
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
  char *name = path + strlen(path) - 6;
  for (int tries = 0; tries < MOST_TRIES; tries++) {
    unsigned char chance[6];
    if (getrandom(chance, sizeof chance, 0) != (ssize_t)sizeof chance)
      return -1;
    for (size_t i = 0; i < sizeof chance; i++)
      name[i] = letters[chance[i] % 32];
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0 || errno != EEXIST)
      return file;
  }
  return -1;
}

/* No longer than any name may be, and hidden: whoever looks through the folder for drafts passes it by. */
int bv_temporary_file(const char *target) {
  const char *slash = strrchr(target, '/');
  int length = slash ? (int)(slash - target + 1) : 0;
  if (snprintf(now.file, sizeof now.file, "%.*s.bronvast-XXXXXX", length, target) >= (int)sizeof now.file) {
    errno = ENAMETOOLONG;
    return -1;
  }
  sigset_t old = begin_change();
  int file = make_file(now.file), problem = errno;
  now.has_file = file >= 0;
  now.owner = getpid();
  end_change(&old);
  errno = problem;
  return file;
}

bool bv_temporary_file_becomes(const char *target) {
  sigset_t old = begin_change();
  bool good = rename(now.file, target) == 0;
  int problem = errno;
  if (good)
    now.has_file = false;
  end_change(&old);
  errno = problem;
  return good;
}

static void remove_file(void) {
  if (now.has_file && is_ours())
    unlink(now.file);
}

void bv_temporary_file_remove(void) {
  int problem = errno;
  sigset_t old = begin_change();
  remove_file();
  now.has_file = false;
  end_change(&old);
  errno = problem;
}

/* ---- The folder ---- */

/* By its whole path: who works there stands elsewhere. */
const char *bv_temporary_folder_new(const char *base) {
  char *real = realpath(base, NULL);
  if (!real)
    return NULL;
  bool fits = snprintf(now.folder, sizeof now.folder, "%s/bronvast-XXXXXX", real) < (int)sizeof now.folder;
  free(real);
  if (!fits) {
    errno = ENAMETOOLONG;
    return NULL;
  }
  sigset_t old = begin_change();
  now.has_folder = mkdtemp(now.folder) != NULL;
  now.folder_handle = now.has_folder ? open(now.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
  int problem = errno;
  if (now.has_folder && now.folder_handle < 0) {
    rmdir(now.folder);
    now.has_folder = false;
  }
  now.owner = getpid();
  now.leader = 0;
  end_change(&old);
  errno = problem;
  return now.has_folder ? now.folder : NULL;
}

bool bv_temporary_folder_add(const char *name, const char *bytes, size_t length) {
  int file = openat(now.folder_handle, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0)
    return false;
  bool good = bv_write_all(file, bytes, length);
  int problem = errno;
  if (close(file) != 0 && good)
    return false;
  errno = problem;
  return good;
}

/* In the child: a group of its own, so that all it starts can be ended with it; and it ends with us. */
static void work_there(pid_t parent) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent || fchdir(now.folder_handle) != 0)
    _exit(EXIT_FAILURE);
}

pid_t bv_temporary_folder_fork(void) {
  pid_t parent = getpid();
  prctl(PR_SET_CHILD_SUBREAPER, 1); /* whoever loses its parent becomes our child, and can be waited for */
  sigset_t old = begin_change();
  now.leader = fork();
  if (now.leader == 0)
    work_there(parent);
  else if (now.leader > 0)
    setpgid(now.leader, now.leader);
  int problem = errno;
  end_change(&old);
  errno = problem;
  return now.leader;
}

/* Leaves the dead process where it is, so that its number belongs to nobody else until its group is ended. */
int bv_temporary_folder_wait(void) {
  siginfo_t end = {0};
  while (waitid(P_PID, (id_t)now.leader, &end, WEXITED | WNOWAIT) != 0)
    if (errno != EINTR)
      return W_EXITCODE(EXIT_FAILURE, 0);
  return end.si_code == CLD_EXITED ? W_EXITCODE(end.si_status, 0) : W_EXITCODE(0, end.si_status);
}

/* Nobody is left behind to write into the folder. */
static void end_users(void) {
  if (now.leader <= 0)
    return;
  kill(-now.leader, SIGKILL);
  while (waitpid(-now.leader, NULL, 0) > 0 || errno == EINTR) {
  }
  now.leader = 0;
}

static void empty(int folder, int depth);

static bool remove_one(int folder, const char *name, int depth) {
  if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
    return false;
  if (unlinkat(folder, name, 0) == 0)
    return true;
  int inner = depth > 0 ? openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) : -1;
  if (inner < 0)
    return false;
  empty(inner, depth - 1);
  close(inner);
  return unlinkat(folder, name, AT_REMOVEDIR) == 0;
}

/* One pass, which may miss what moves up as others go; how many it removed, -1 when it cannot be looked through. Without
 * memory: readdir would ask for it. */
static ssize_t remove_what_is_there(int folder, int depth) {
  _Alignas(struct dirent64) char entries[2048];
  ssize_t removed = 0, length;
  lseek(folder, 0, SEEK_SET);
  while ((length = getdents64(folder, entries, sizeof entries)) > 0)
    for (ssize_t at = 0; at < length;) {
      const struct dirent64 *entry = (const struct dirent64 *)(entries + at);
      removed += remove_one(folder, entry->d_name, depth);
      at += entry->d_reclen;
    }
  return length < 0 ? -1 : removed;
}

/* What stays would be text of a draft: one failure is no reason to leave it. */
static void empty(int folder, int depth) {
  ssize_t removed = 1;
  for (int failures = 0; removed != 0 && failures < MOST_FAILURES; failures += removed < 0)
    removed = remove_what_is_there(folder, depth);
}

static void remove_folder(void) {
  if (!now.has_folder || !is_ours())
    return;
  end_users();
  empty(now.folder_handle, DEEPEST);
  rmdir(now.folder);
}

void bv_temporary_folder_remove(void) {
  int problem = errno;
  sigset_t old = begin_change();
  remove_folder();
  close(now.folder_handle);
  now.has_folder = false;
  end_change(&old);
  errno = problem;
}

void bv_temporary_clear(void) {
  remove_file();
  remove_folder();
}
