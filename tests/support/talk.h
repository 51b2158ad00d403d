/* What an editor says to the language server, message by message. */
#ifndef BV_TESTS_TALK_H
#define BV_TESTS_TALK_H

#include <jansson.h>
#include <stddef.h>
#include <stdio.h>

typedef struct bv_talk {
  FILE *in;
  char *input; /* all that was said, when bv_talk_end has closed it */
  size_t length;
  const char *uri; /* of the document */
} bv_talk;

bv_talk *bv_talk_begin(const char *uri);
/* All that was said, which the caller frees. */
char *bv_talk_end(bv_talk *talk);

/* Frames these bytes as a message, whatever they are. */
void bv_talk_send(bv_talk *talk, const char *body);
/* Takes over the message. */
void bv_talk_say(bv_talk *talk, json_t *message);
/* initialize, with what our tests need of an editor; that is request 0. */
void bv_talk_initialize(bv_talk *talk, const char *encoding);
void bv_talk_open(bv_talk *talk, const char *text);
/* Asks something about a place. */
void bv_talk_ask(bv_talk *talk, int id, const char *method, int line, int character);
/* Changes part of a line. */
void bv_talk_change(bv_talk *talk, int version, int line, int from, int to, const char *text);

/* From initialize to exit: opens the draft, asks all that can be asked at the place where `point` stands in it, changes the
 * draft there, saves it and asks once more. The caller frees it. */
char *bv_whole_talk(const char *uri, const char *draft, const char *point);

#endif
