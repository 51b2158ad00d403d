#include "lsp/wire.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/arena.h"

enum { BLOCK = 64 * 1024 };

/* Makes room for `more` bytes behind what is there. */
static void make_room(bv_lsp_input *input, size_t more) {
  if (input->bytes && input->start > 0) {
    memmove(input->bytes, input->bytes + input->start, input->end - input->start);
    input->end -= input->start;
    input->start = 0;
  }
  bool idle = input->end == 0 && input->capacity > 16 * BLOCK; /* after a large message */
  if (input->bytes && !idle && input->capacity - input->end >= more)
    return;
  size_t capacity = input->end + (more > BLOCK ? more : BLOCK);
  char *bytes = realloc(input->bytes, capacity);
  if (!bytes)
    bv_out_of_memory();
  input->bytes = bytes;
  input->capacity = capacity;
}

/* Reads what there is, at least a byte; false at the end. */
static bool read_more(bv_lsp_input *input, size_t more) {
  make_room(input, more);
  ssize_t count;
  do
    count = read(input->fd, input->bytes + input->end, input->capacity - input->end);
  while (count < 0 && errno == EINTR);
  if (count < 0)
    input->failure = errno;
  if (count <= 0)
    return false;
  input->end += (size_t)count;
  return true;
}

/* The length that a header line gives. True for a line that is good, also one that says something else. */
static bool read_header_line(const char *line, size_t size, size_t *length, bool *known) {
  static const char name[] = "content-length:";
  const char *colon = memchr(line, ':', size);
  if (!colon || colon == line)
    return false;
  if (size < sizeof name || strncasecmp(line, name, sizeof name - 1) != 0)
    return true;
  const char *at = line + sizeof name - 1, *end = line + size;
  while (at < end && (*at == ' ' || *at == '\t'))
    at++;
  size_t digits = 0;
  for (*length = 0; at < end && *at >= '0' && *at <= '9' && digits < 18; at++, digits++)
    *length = *length * 10 + (size_t)(*at - '0');
  while (at < end && (*at == ' ' || *at == '\t'))
    at++;
  *known = digits > 0 && at == end;
  return *known;
}

/* Reads the header; false when it is none or the input ends. `ended` says which. */
static bool receive_header(bv_lsp_input *input, size_t *length, bool *ended) {
  bool known = false;
  size_t taken = 0;
  if (!input->bytes)
    make_room(input, BLOCK);
  for (;;) {
    const char *line = input->bytes + input->start + taken;
    size_t there = input->end - input->start - taken;
    const char *end = there ? memchr(line, '\n', there) : NULL;
    if (!end) {
      if (taken + there > BV_LSP_LARGEST_HEADER)
        return false;
      if (!read_more(input, BLOCK)) {
        *ended = taken + there == 0;
        return false;
      }
      continue;
    }
    size_t size = (size_t)(end - line);
    taken += size + 1;
    if (taken > BV_LSP_LARGEST_HEADER)
      return false;
    if (size > 0 && line[size - 1] == '\r')
      size--;
    if (size == 0) {
      input->start += taken;
      return known;
    }
    if (!read_header_line(line, size, length, &known))
      return false;
  }
}

static bv_lsp_arrival pass_over(bv_lsp_input *input, size_t length) {
  while (length > input->end - input->start) {
    length -= input->end - input->start;
    input->start = input->end = 0;
    if (!read_more(input, BLOCK))
      return BV_LSP_END;
  }
  input->start += length;
  return BV_LSP_TOO_LARGE;
}

bv_lsp_arrival bv_lsp_receive(bv_lsp_input *input, const char **bytes, size_t *length) {
  bool ended = false;
  if (!receive_header(input, length, &ended))
    return ended ? BV_LSP_END : BV_LSP_BROKEN;
  if (*length > BV_LSP_LARGEST_MESSAGE)
    return pass_over(input, *length);
  while (input->end - input->start < *length)
    if (!read_more(input, *length - (input->end - input->start)))
      return BV_LSP_END;
  *bytes = input->bytes + input->start;
  input->start += *length;
  return BV_LSP_MESSAGE;
}

bool bv_lsp_waits(const bv_lsp_input *input, int milliseconds) {
  if (input->end > input->start)
    return true;
  struct pollfd wait = {.fd = input->fd, .events = POLLIN};
  return poll(&wait, 1, milliseconds) != 0;
}

void bv_lsp_input_free(bv_lsp_input *input) {
  free(input->bytes);
  *input = (bv_lsp_input){0};
}

/* The value of "\uXXXX" at that place; 0 when none stands there. */
static unsigned escape_at(const char *bytes, size_t length, size_t at) {
  unsigned value = 0;
  if (at + 6 > length || bytes[at] != '\\' || bytes[at + 1] != 'u')
    return 0;
  for (size_t i = at + 2; i < at + 6; i++) {
    static const char digits[] = "0123456789abcdef";
    const char *digit = bytes[i] ? strchr(digits, bytes[i] | 0x20) : NULL;
    if (!digit)
      return 0;
    value = value * 16 + (unsigned)(digit - digits);
  }
  return value;
}

static bool is_high(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
static bool is_low(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

/* Overwrites lone halves of surrogate pairs in a copy, which the caller frees. */
static char *without_lone_halves(const char *bytes, size_t length) {
  char *copy = malloc(length + 1);
  if (!copy)
    bv_out_of_memory();
  memcpy(copy, bytes, length);
  for (size_t i = 0; i < length; i++) {
    if (copy[i] != '\\')
      continue;
    unsigned unit = escape_at(copy, length, i);
    if (is_high(unit) && is_low(escape_at(copy, length, i + 6)))
      i += 11;
    else if (is_high(unit) || is_low(unit))
      memcpy(copy + i, "\\ufffd", 6);
    else
      i++; /* whatever is escaped is no start of an escape */
  }
  return copy;
}

json_t *bv_lsp_parse(const char *bytes, size_t length) {
  const size_t flags = JSON_ALLOW_NUL | JSON_DECODE_ANY;
  json_t *message = json_loadb(bytes, length, flags, NULL);
  if (message || !memmem(bytes, length, "\\u", 2))
    return message;
  char *copy = without_lone_halves(bytes, length);
  message = json_loadb(copy, length, flags, NULL);
  free(copy);
  return message;
}

static void write_message(FILE *out, json_t *message) {
  char *text = json_dumps(message, JSON_COMPACT);
  json_decref(message);
  if (!text)
    bv_out_of_memory();
  fprintf(out, "Content-Length: %zu\r\n\r\n", strlen(text));
  fputs(text, out);
  fflush(out);
  free(text);
}

void bv_lsp_respond(FILE *out, json_t *id, json_t *result) {
  write_message(
      out, json_pack("{s:s, s:o, s:o}", "jsonrpc", "2.0", "id", id ? json_incref(id) : json_null(), "result", result));
}

void bv_lsp_fail(FILE *out, json_t *id, int code, const char *message) {
  write_message(out, json_pack("{s:s, s:o, s:{s:i, s:s}}", "jsonrpc", "2.0", "id", id ? json_incref(id) : json_null(),
                               "error", "code", code, "message", message));
}

void bv_lsp_notify(FILE *out, const char *method, json_t *params) {
  write_message(out, json_pack("{s:s, s:s, s:o}", "jsonrpc", "2.0", "method", method, "params", params));
}
