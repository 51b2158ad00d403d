/* seccomp, through libseccomp, which knows the numbers of every processor. */
#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "base/confine.h"
#include "base/instrumented.h"

/* What reading, checking and writing need, the C library's own needs included. Which files is Landlock's. */
static const char *const reader_calls[] = {
    "access", "brk", "close", "dup", "dup2", "dup3", "exit", "exit_group", "faccessat", "faccessat2", "fadvise64", "fchmod",
    "fcntl", "fdatasync", "flock", "fstat", "fstatfs", "fsync", "ftruncate", "getcwd", "getdents64", "getegid", "geteuid",
    "getgid", "getpid", "getppid", "getrandom", "getrlimit", "getrusage", "gettid", "getuid", "lseek", "lstat", "madvise",
    "mremap", "munmap", "newfstatat", "open", "openat", "pipe", "pipe2", "poll", "ppoll", "pread64", "prlimit64",
    "pselect6", "pwrite64", "read", "readlink", "readlinkat", "readv", "rename", "renameat", "renameat2", "restart_syscall",
    "rseq", "sched_getaffinity", "sched_yield", "select", "set_robust_list", "setrlimit", "stat", "statfs", "statx",
    "sysinfo", "tgkill", "umask", "uname", "unlink", "unlinkat", "wait4", "waitid", "write", "writev",
    /* the same on processors of 32 bits */
    "_llseek", "_newselect", "clock_gettime64", "clock_nanosleep_time64", "fadvise64_64", "fcntl64", "fstat64", "fstatat64",
    "fstatfs64", "ftruncate64", "futex_time64", "getegid32", "geteuid32", "getgid32", "getuid32", "lstat64", "ppoll_time64",
    "pselect6_time64", "rt_sigtimedwait_time64", "sigreturn", "stat64", "statfs64", "ugetrlimit", "waitpid",
    /* time, signals, locks */
    "alarm", "clock_getres", "clock_gettime", "clock_nanosleep", "futex", "gettimeofday", "membarrier", "nanosleep",
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigtimedwait", "setitimer", "sigaltstack", "time",
    /* giving up more */
    "landlock_add_rule", "landlock_create_ruleset", "landlock_restrict_self"};

static const char *const worker_calls[] = {"fork", "kill", "vfork"};

static const char *const socket_calls[] = {
    "accept", "accept4", "bind", "connect", "getpeername", "getsockname", "getsockopt", "listen", "recvfrom", "recvmmsg",
    "recvmsg", "sendmmsg", "sendmsg", "sendto", "setsockopt", "shutdown", "socket", "socketcall", "socketpair"};

/* Nothing of ours and no tool of ours makes these. */
static const char *const hostile_calls[] = {
    "acct", "add_key", "bpf", "chroot", "delete_module", "fanotify_init", "finit_module", "fsconfig", "fsmount", "fsopen",
    "fspick", "init_module", "io_uring_enter", "io_uring_register", "io_uring_setup", "ioperm", "iopl", "kcmp",
    "kexec_file_load", "kexec_load", "keyctl", "lookup_dcookie", "mount", "mount_setattr", "move_mount", "name_to_handle_at",
    "open_by_handle_at", "open_tree", "perf_event_open", "personality", "pidfd_getfd", "pidfd_open", "pivot_root",
    "process_madvise", "process_vm_readv", "process_vm_writev", "quotactl", "reboot", "request_key", "setdomainname",
    "sethostname", "setns", "settimeofday", "swapoff", "swapon", "syslog", "umount2", "unshare", "userfaultfd", "vhangup"};

static const char *const starting_calls[] = {"execve", "execveat"};

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Names that this processor has no call for are passed by. */
static bool add(scmp_filter_ctx filter, uint32_t action, const char *const *names, size_t count) {
  bool good = true;
  for (size_t i = 0; good && i < count; i++) {
    int number = seccomp_syscall_resolve_name(names[i]);
    good = number < 0 || seccomp_rule_add(filter, action, number, 0) == 0;
  }
  return good;
}

static bool add_if(scmp_filter_ctx filter, const char *name, struct scmp_arg_cmp test) {
  int number = seccomp_syscall_resolve_name(name);
  return number < 0 || seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, number, 1, &test) == 0;
}

/* Calls of which only some uses are let through. */
static bool add_some(scmp_filter_ctx filter, bool workers) {
  static const int settings[] = {PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS, PR_GET_DUMPABLE, PR_SET_DUMPABLE};
  static const unsigned long questions[] = {TCGETS, TIOCGWINSZ};
  bool good = add_if(filter, "mmap", SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) &&
              add_if(filter, "mmap2", SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) &&
              add_if(filter, "mprotect", SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  for (size_t i = 0; good && i < COUNT(settings); i++)
    good = add_if(filter, "prctl", SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)settings[i]));
  for (size_t i = 0; good && i < COUNT(questions); i++)
    good = add_if(filter, "ioctl", SCMP_A1(SCMP_CMP_MASKED_EQ, UINT32_MAX, questions[i]));
  if (good && workers) /* a process as ours are, with no name space of its own */
    good = add_if(filter, "clone", SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_NEWNS | CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWPID |
                                           CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP, 0));
  return good;
}

static bool load_reader(scmp_filter_ctx filter, bool workers) {
  static const char *const spying[] = {"ptrace"};
  return add(filter, SCMP_ACT_ALLOW, reader_calls, COUNT(reader_calls)) &&
         (!workers || add(filter, SCMP_ACT_ALLOW, worker_calls, COUNT(worker_calls))) && add_some(filter, workers) &&
         add(filter, SCMP_ACT_ERRNO(EACCES), socket_calls, COUNT(socket_calls)) &&
         add(filter, SCMP_ACT_KILL_PROCESS, hostile_calls, COUNT(hostile_calls)) &&
         add(filter, SCMP_ACT_KILL_PROCESS, starting_calls, COUNT(starting_calls)) &&
         add(filter, SCMP_ACT_KILL_PROCESS, spying, COUNT(spying)) && seccomp_load(filter) == 0;
}

/* What a tool asks in vain does not end it. */
static bool load_tools(scmp_filter_ctx filter) {
  static const char *const spying[] = {"ptrace"};
  return add(filter, SCMP_ACT_ERRNO(EACCES), socket_calls, COUNT(socket_calls)) &&
         add(filter, SCMP_ACT_ERRNO(EPERM), hostile_calls, COUNT(hostile_calls)) &&
         (BV_SANITIZED || add(filter, SCMP_ACT_ERRNO(EPERM), spying, COUNT(spying))) && seccomp_load(filter) == 0;
}

bool bv_confine_calls(bv_calls calls) {
  bool tools = calls == BV_CALLS_TOOLS || BV_INSTRUMENTED;
  scmp_filter_ctx filter = seccomp_init(tools ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(ENOSYS));
  if (!filter)
    return false;
  bool done = tools ? load_tools(filter) : load_reader(filter, calls == BV_CALLS_WORKERS);
  seccomp_release(filter);
  return done;
}

void bv_keep_memory_private(void) {
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
