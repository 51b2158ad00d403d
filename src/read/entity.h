/* Character references of HTML: `&eacute;`, `&#233;`, `&#xE9;`. */
#ifndef BV_READ_ENTITY_H
#define BV_READ_ENTITY_H

#include <stddef.h>
#include <stdint.h>

typedef struct bv_entity {
  uint32_t size; /* bytes from '&' to ';'; 0: no reference stands here */
  char text[16]; /* what it stands for */
} bv_entity;

/* The reference at `bytes` (at most `length` bytes). Which names exist is cmark's knowledge. */
bv_entity bv_read_entity(const char *bytes, size_t length);

#endif
