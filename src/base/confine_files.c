/* Landlock, by its system calls: the C library has no functions for them. */
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/confine.h"
#include "base/instrumented.h"

/* What kernels know that may be newer than the headers we are built with. */
#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif
#ifndef LANDLOCK_ACCESS_FS_IOCTL_DEV
#define LANDLOCK_ACCESS_FS_IOCTL_DEV (1ULL << 15)
#endif
#ifndef LANDLOCK_ACCESS_NET_BIND_TCP
#define LANDLOCK_ACCESS_NET_BIND_TCP (1ULL << 0)
#define LANDLOCK_ACCESS_NET_CONNECT_TCP (1ULL << 1)
#endif
#ifndef LANDLOCK_SCOPE_SIGNAL
#define LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET (1ULL << 0)
#define LANDLOCK_SCOPE_SIGNAL (1ULL << 1)
#endif

/* struct landlock_ruleset_attr of the sixth version. A kernel that knows less takes it as long as the rest is zero. */
typedef struct ruleset_attributes {
  uint64_t files, network, scopes;
} ruleset_attributes;

enum {
  READ = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
  WRITE = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_IOCTL_DEV,
  REPLACE = LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |
            LANDLOCK_ACCESS_FS_REMOVE_FILE,
  RUN = READ | LANDLOCK_ACCESS_FS_EXECUTE,
  FIRST_VERSION = 2 * LANDLOCK_ACCESS_FS_MAKE_SYM - 1,
  OF_A_FILE = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE |
              LANDLOCK_ACCESS_FS_TRUNCATE | LANDLOCK_ACCESS_FS_IOCTL_DEV
};

/* All that a kernel of that version can take away. */
static ruleset_attributes everything(long version) {
  ruleset_attributes all = {.files = FIRST_VERSION};
  if (version >= 2)
    all.files |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3)
    all.files |= LANDLOCK_ACCESS_FS_TRUNCATE;
  if (version >= 4)
    all.network = LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP;
  if (version >= 5)
    all.files |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
  if (version >= 6)
    all.scopes = LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET | LANDLOCK_SCOPE_SIGNAL;
  return all;
}

static uint64_t rights_of(bv_access access, uint64_t known) {
  static const uint64_t rights[] = {[BV_MAY_READ] = READ, [BV_MAY_WRITE] = WRITE, [BV_MAY_REPLACE] = REPLACE,
                                    [BV_MAY_RUN] = RUN, [BV_MAY_ALL] = UINT64_MAX};
  return rights[access] & known;
}

/* What cannot be permitted (it is not there, or is a pipe, which Landlock leaves alone) stays without a rule. */
static void permit(int ruleset, const bv_permit *wanted, uint64_t known) {
  struct stat about;
  struct landlock_path_beneath_attr rule = {.parent_fd = open(wanted->path, O_PATH | O_CLOEXEC)};
  if (rule.parent_fd < 0)
    return;
  rule.allowed_access = rights_of(wanted->access, known);
  if (fstat(rule.parent_fd, &about) != 0 || !S_ISDIR(about.st_mode))
    rule.allowed_access &= OF_A_FILE;
  if (rule.allowed_access)
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(rule.parent_fd);
}

/* What every process may open: nothing, and chance; and what builds that check or count themselves open when they end. */
static const bv_permit always[] = {
    {BV_MAY_WRITE, "/dev/null"}, {BV_MAY_READ, "/dev/urandom"}, /* jansson's, so that nobody can guess its hashes */
#if BV_SANITIZED
    {BV_MAY_READ, "/proc"}, {BV_MAY_READ, "/proc/self/exe"}, {BV_MAY_READ, "/usr/lib"},
#endif
#ifdef BV_COVERAGE_FOLDER
    {BV_MAY_ALL, BV_COVERAGE_FOLDER},
#endif
};

bool bv_confine_files(const bv_permits *permits) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1)
    return false;
  ruleset_attributes all = everything(version);
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
  if (ruleset < 0)
    return false;
  for (size_t i = 0; i < permits->count; i++)
    permit(ruleset, &permits->items[i], all.files);
  for (size_t i = 0; i < sizeof always / sizeof *always; i++)
    permit(ruleset, &always[i], all.files);
  bool done = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return done;
}
