/* Pictures: SVG written as text, put into the tree as a data address with its text alternative. */
#ifndef BV_PUBLISH_SVG_H
#define BV_PUBLISH_SVG_H

#include "base/buf.h"
#include "publish/publication.h"

/* Starts a drawing of that many units (at print size one unit is 0,25 mm), with a title for those who open it apart. */
void bv_svg_begin(bv_buf *svg, int width, int height, const char *title);
/* The same with large type, for pictures of the parents' version: "t" plain, "b" bold, "g" smaller and grey. */
void bv_svg_begin_large(bv_buf *svg, int width, int height, const char *title);
void bv_svg_end(bv_buf *svg);
/* Text with the characters of XML escaped. `anchor`: "start", "middle", "end"; `class_name`: of the drawing's styles: "t"
 * plain, "s" small (the smallest that can be read in print), "b" bold, "g" grey, "w" white. */
void bv_svg_text(bv_buf *svg, int x, int y, const char *anchor, const char *class_name, const char *text);
/* The same in at most two lines of so many characters, broken at a space; with two, `y` is the middle of both. "…" where even
 * two are too short. */
void bv_svg_label(bv_arena *arena, bv_buf *svg, int x, int y, const char *class_name, const char *text, size_t characters);
/* A text broken at its spaces into lines of at most so many characters, 20 units apart; how many lines. */
unsigned bv_svg_lines(bv_arena *arena, bv_buf *svg, int x, int y, const char *class_name, const char *text,
                      size_t characters);
/* The mark of a label at its middle: a square for a fact, a circle for an opinion, a triangle for hearsay; told apart
 * without colour. */
void bv_svg_mark(bv_buf *svg, bv_label label, int x, int y, int size);
/* At most so many characters of a text, with "…" where it is cut: names in a picture have no second line. */
const char *bv_excerpt_for_picture(bv_arena *arena, const char *text, size_t characters);
/* Adds <picture> with the drawing; `alternative` says what it shows, and stands as its caption too. */
xmlNode *bv_add_picture(bv_publication *publication, xmlNode *parent, const bv_buf *svg, int width, int height,
                        const char *alternative);

#endif
