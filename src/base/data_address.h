/* Bytes as an address in themselves: "data:image/png;base64,…". */
#ifndef BV_BASE_DATA_ADDRESS_H
#define BV_BASE_DATA_ADDRESS_H

#include <stddef.h>

#include "base/arena.h"

/* The address, in the arena. `type`: "image/png". */
const char *bv_data_address(bv_arena *arena, const char *type, const char *bytes, size_t length);

#endif
