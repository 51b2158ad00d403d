#include "base/data_address.h"

#include <nettle/base64.h>
#include <string.h>

const char *bv_data_address(bv_arena *arena, const char *type, const char *bytes, size_t length) {
  const char *start = bv_sprintf(arena, "data:%s;base64,", type);
  size_t head = strlen(start);
  char *address = bv_alloc(arena, head + BASE64_ENCODE_RAW_LENGTH(length) + 1);
  memcpy(address, start, head);
  base64_encode_raw(address + head, length, (const uint8_t *)bytes);
  return address;
}
