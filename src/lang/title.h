/* Titles as keys: what stays of a title when case, numbering, accents and marks do not count. */
#ifndef BV_LANG_TITLE_H
#define BV_LANG_TITLE_H

#include "base/arena.h"

/* "3.2 Visie van de ouder(s)" and "VISIE VAN DE OUDER S" both give "visie van de ouder s"; "b) Coördinatie" gives
 * "coordinatie". "" for a title that is only numbering. In the arena. */
const char *bv_title_key(bv_arena *arena, const char *title);

#endif
