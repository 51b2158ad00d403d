#include "read/bytes.h"

#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/utf8.h"

static const char replacement[] = "\xEF\xBF\xBD";

static bool begins(const char *bytes, size_t length, const char *with, size_t with_length) {
  return length >= with_length && memcmp(bytes, with, with_length) == 0;
}

const char *bv_bytes_refused(const char *bytes, size_t length) {
  static const struct {
    const char *bytes;
    size_t length;
    const char *message;
  } magic[] = {{"PK\x03\x04", 4, MSG_READ_OFFICE},     {"\xD0\xCF\x11\xE0", 4, MSG_READ_OFFICE},
               {"{\\rtf", 5, MSG_READ_OFFICE},         {"%PDF", 4, MSG_READ_PDF},
               {"\x89PNG", 4, MSG_READ_PICTURE},       {"GIF8", 4, MSG_READ_PICTURE},
               {"\xFF\xD8\xFF", 3, MSG_READ_PICTURE},  {"\xFF\xFE", 2, MSG_READ_UTF16},
               {"\xFE\xFF", 2, MSG_READ_UTF16},        {"\x1F\x8B", 2, MSG_READ_BINARY},
               {"\x7F" "ELF", 4, MSG_READ_BINARY}};
  if (length == 0)
    return MSG_READ_EMPTY;
  if (length > BV_LARGEST_DRAFT)
    return MSG_READ_TOO_LARGE;
  for (size_t i = 0; i < sizeof magic / sizeof *magic; i++)
    if (begins(bytes, length, magic[i].bytes, magic[i].length))
      return magic[i].message;
  return memchr(bytes, '\0', length) ? MSG_READ_BINARY : NULL;
}

typedef enum state { STATE_GOOD, STATE_NOT_UTF8, STATE_HIDES, STATE_LOST } state;

/* Looks at one character. A carriage return is good only before a line feed. */
static state look(const char *bytes, size_t length, size_t *size, uint32_t *c) {
  *size = bv_utf8_decode(bytes, length, c);
  if (*size == 0) {
    *size = 1;
    *c = (unsigned char)*bytes;
    return STATE_NOT_UTF8;
  }
  if (*c == '\r' && length > 1 && bytes[1] == '\n')
    return STATE_GOOD;
  return *c == 0xFFFD ? STATE_LOST : bv_hides(*c) ? STATE_HIDES : STATE_GOOD;
}

static void report(bv_reader *reader, state what, uint32_t c, bv_range range) {
  if (what == STATE_NOT_UTF8)
    bv_read_report(reader, BV_RULE_MARKUP_UTF8, range, MSG_UTF8_ADVICE, MSG_UTF8_BYTE, (unsigned)c);
  else if (what == STATE_LOST)
    bv_read_report(reader, BV_RULE_MARKUP_UTF8, range, MSG_UTF8_LOST_ADVICE, MSG_UTF8_LOST);
  else
    bv_read_report(reader, BV_RULE_MARKUP_TEKENS, range, MSG_HIDDEN_ADVICE, MSG_HIDDEN, (unsigned)c);
}

/* A run of wrong characters of one kind is one finding. */
typedef struct wrong_run {
  state what;
  uint32_t first;
  bv_range range;
} wrong_run;

static void end_run(bv_reader *reader, wrong_run *run) {
  if (run->what != STATE_GOOD)
    report(reader, run->what, run->first, run->range);
  run->what = STATE_GOOD;
}

static void add_wrong(bv_reader *reader, wrong_run *run, state what, uint32_t c, size_t at) {
  uint32_t start = (uint32_t)at, end = start + (uint32_t)sizeof replacement - 1;
  if (run->what == what && run->range.end == start) {
    run->range.end = end;
    return;
  }
  end_run(reader, run);
  *run = (wrong_run){what, c, {start, end}};
}

enum { WORD = sizeof(uint64_t) };

/* Whether eight bytes are all printable ASCII, 0x7F aside. */
static bool are_plain(const char *bytes) {
  const uint64_t ones = 0x0101010101010101u;
  uint64_t eight;
  memcpy(&eight, bytes, WORD);
  return !(((eight - 0x20 * ones) | (eight + ones) | eight) & 0x80 * ones);
}

/* How many bytes from here on are plain ASCII: nearly all of them, in any draft. */
static size_t plain_run(const char *bytes, size_t length) {
  size_t i = 0;
  for (;;)
    if (length - i >= WORD && are_plain(bytes + i))
      i += WORD;
    else if (i < length && ((bytes[i] >= 0x20 && bytes[i] < 0x7F) || bytes[i] == '\n'))
      i++;
    else
      return i;
}

/* The size with all that is wrong replaced; `wrong` receives whether anything is. */
static size_t clean_size(const char *bytes, size_t length, bool *wrong) {
  size_t total = 0;
  *wrong = false;
  for (size_t i = 0, size; i < length; i += size) {
    uint32_t c;
    size = plain_run(bytes + i, length - i);
    bool good = size || look(bytes + i, length - i, &size, &c) == STATE_GOOD;
    total += good ? size : sizeof replacement - 1;
    *wrong |= !good;
  }
  return total;
}

const char *bv_clean_bytes(bv_reader *reader, const char *bytes, size_t length, size_t *clean_length) {
  if (begins(bytes, length, "\xEF\xBB\xBF", 3)) {
    bytes += 3;
    length -= 3;
  }
  bool wrong;
  *clean_length = clean_size(bytes, length, &wrong);
  if (!wrong)
    return bv_strndup(reader->arena, bytes, length);
  char *clean = bv_alloc(reader->arena, *clean_length + 1);
  wrong_run run = {0};
  size_t to = 0;
  for (size_t i = 0, size; i < length; i += size) {
    uint32_t c;
    size = plain_run(bytes + i, length - i);
    state what = size ? STATE_GOOD : look(bytes + i, length - i, &size, &c);
    if (what == STATE_GOOD) {
      memcpy(clean + to, bytes + i, size);
      to += size;
    } else {
      add_wrong(reader, &run, what, c, to);
      memcpy(clean + to, replacement, sizeof replacement - 1);
      to += sizeof replacement - 1;
    }
  }
  end_run(reader, &run);
  return clean;
}

const char *bv_clean_string(bv_reader *reader, const char *string, bv_range range) {
  size_t length = strlen(string), size;
  if (plain_run(string, length) == length)
    return string;
  bv_buf clean = bv_buf_new(reader->arena);
  bool wrong = false;
  for (size_t i = 0; i < length; i += size) {
    uint32_t c;
    state what = look(string + i, length - i, &size, &c);
    if (what == STATE_HIDES)
      report(reader, what, c, range);
    wrong = wrong || what == STATE_HIDES;
    if (what == STATE_HIDES)
      bv_buf_puts(&clean, replacement);
    else
      bv_buf_add(&clean, string + i, size);
  }
  return wrong ? bv_buf_string(&clean) : string;
}
