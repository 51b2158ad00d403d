#include "read/link.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { DEEPEST_PARENTHESES = 32, LONGEST_AUTOLINK = 2000, LONGEST_TAIL = 4000 };

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

static uint32_t skip_space(const char *bytes, uint32_t at) {
  while (is_space(bytes[at]))
    at++;
  return at;
}

static bool is_escape(const char *bytes, uint32_t at, uint32_t end) {
  return bytes[at] == '\\' && at + 1 < end && ispunct((unsigned char)bytes[at + 1]);
}

/* The place behind an address, or 0. */
static uint32_t skip_address(const char *bytes, uint32_t at, uint32_t end) {
  if (at < end && bytes[at] == '<') {
    for (at++; at < end && bytes[at] != '>'; at++) {
      if (bytes[at] == '\n' || bytes[at] == '<')
        return 0;
      at += is_escape(bytes, at, end);
    }
    return at < end ? at + 1 : 0;
  }
  int depth = 0;
  for (; at < end && !is_space(bytes[at]); at++) {
    if (bytes[at] == '(' && ++depth > DEEPEST_PARENTHESES)
      return 0;
    if (bytes[at] == ')' && depth-- == 0)
      break;
    at += is_escape(bytes, at, end);
  }
  return at;
}

/* The place behind a title, or 0. */
static uint32_t skip_title(const char *bytes, uint32_t at, uint32_t end) {
  char close = bytes[at] == '(' ? ')' : bytes[at];
  if (at == end || !strchr("\"'(", bytes[at]))
    return 0;
  for (at++; at < end && bytes[at] != close; at++) {
    if (bytes[at] == '(' && close == ')')
      return 0;
    at += is_escape(bytes, at, end);
  }
  return at < end ? at + 1 : 0;
}

uint32_t bv_link_tail(const char *bytes, uint32_t length, uint32_t at) {
  if (at >= length || bytes[at] != '(')
    return 0;
  uint32_t end = length - at > LONGEST_TAIL ? at + LONGEST_TAIL : length;
  at = skip_address(bytes, skip_space(bytes, at + 1), end);
  if (at == 0 || at >= end)
    return 0;
  uint32_t behind = skip_space(bytes, at);
  if (behind > at && behind < end && bytes[behind] != ')') {
    at = skip_title(bytes, behind, end);
    if (at == 0)
      return 0;
    behind = skip_space(bytes, at);
  }
  return behind < end && bytes[behind] == ')' ? behind + 1 : 0;
}

uint32_t bv_autolink_size(const char *bytes, uint32_t length) {
  uint32_t at = 1, most = length < LONGEST_AUTOLINK ? length : LONGEST_AUTOLINK;
  bool address = false;
  if (most < 2 || !isalnum((unsigned char)bytes[1]))
    return 0;
  for (; at < most && bytes[at] != '>'; at++) {
    if (is_space(bytes[at]) || bytes[at] == '<')
      return 0;
    address = address || bytes[at] == ':' || bytes[at] == '@';
  }
  return at < most && address ? at : 0;
}

bool bv_link_is_harmless(const char *url) {
  static const char *const schemes[] = {"http", "https", "mailto", "tel"};
  size_t scheme = strcspn(url, ":/?#");
  if (url[scheme] != ':')
    return true;
  for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
    if (strlen(schemes[i]) == scheme && strncasecmp(url, schemes[i], scheme) == 0)
      return true;
  return false;
}
