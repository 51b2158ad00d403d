#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/messages.h"

/* Reads on until the end, or until there is more than `limit`; false with errno. */
static bool read_all(int file, size_t limit, bv_buf *buf) {
  char block[64 * 1024];
  while (buf->length <= limit) {
    ssize_t count = read(file, block, sizeof block);
    if (count == 0)
      return true;
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0)
      return false;
    bv_buf_add(buf, block, (size_t)count);
  }
  return true;
}

/* What read_all got of the file, which is more than `limit` when there is more; or NULL. */
static char *read_up_to(bv_arena *arena, const char *path, size_t limit, size_t *length) {
  bool standard = strcmp(path, "-") == 0;
  int file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return NULL;
  bv_buf buf = bv_buf_new(arena);
  bool good = read_all(file, limit, &buf);
  int why = errno;
  if (!standard)
    close(file);
  errno = why;
  *length = buf.length;
  return !good ? NULL : buf.length ? buf.bytes : bv_strdup(arena, "");
}

char *bv_file_read(bv_arena *arena, const char *path, size_t limit, size_t *length) {
  char *bytes = read_up_to(arena, path, limit, length);
  if (bytes && *length > limit) {
    errno = EFBIG;
    return NULL;
  }
  return bytes;
}

char *bv_file_head(bv_arena *arena, const char *path, size_t most, size_t *length) {
  char *bytes = read_up_to(arena, path, most, length);
  if (bytes && *length > most) {
    *length = most;
    bytes[most] = '\0';
  }
  return bytes;
}

/* A pipe that does not wait (its other user set it so) is waited for here. */
static bool can_go_on(int file) {
  if (errno == EAGAIN)
    return poll(&(struct pollfd){.fd = file, .events = POLLOUT}, 1, -1) >= 0 || errno == EINTR;
  return errno == EINTR;
}

bool bv_write_all(int file, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(file, bytes, length);
    if (written < 0 && !can_go_on(file))
      return false;
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    }
  }
  return true;
}

const char *bv_errno_dutch(int number) {
  static const struct {
    int number;
    const char *text;
  } known[] = {{ENOENT, MSG_ERRNO_NOENT}, {EACCES, MSG_ERRNO_ACCESS}, {EPERM, MSG_ERRNO_ACCESS},
               {EISDIR, MSG_ERRNO_ISDIR}, {ENOTDIR, MSG_ERRNO_NOTDIR}, {ENOSPC, MSG_ERRNO_NOSPC},
               {EDQUOT, MSG_ERRNO_NOSPC}, {EFBIG, MSG_ERRNO_FBIG},     {EROFS, MSG_ERRNO_ROFS},
               {EPIPE, MSG_ERRNO_PIPE},   {EIO, MSG_ERRNO_IO},         {ENAMETOOLONG, MSG_ERRNO_NAME},
               {ELOOP, MSG_ERRNO_LOOP},   {EMFILE, MSG_ERRNO_FILES},   {ENFILE, MSG_ERRNO_FILES}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (known[i].number == number)
      return known[i].text;
  return MSG_ERRNO_OTHER;
}
