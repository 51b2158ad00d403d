/* A filled-in reaction form, as the parents' version saves it (templates/ouders.js): JSON, from anybody.
 *
 *     {"bronvast-reactie": 1, "draft": SHA-256 of the draft, "reference": its kenmerk, "reader": id of the person,
 *      "name": who filled it in, "date": "2026-11-25", "general": "…",
 *      "answers": [{"point": "3.12", "answer": "eens" | "niet-eens" | "niet-compleet", "text": "…"}]}
 *
 * "reference", "reader", "name" and "general" may be null or missing; of an answer, one of "answer" and "text" may be. Nothing
 * else is let in. */
#ifndef BV_READ_FORM_H
#define BV_READ_FORM_H

#include "base/arena.h"
#include "base/date.h"
#include "base/limits.h"

typedef enum bv_form_choice { BV_CHOICE_NONE, BV_CHOICE_AGREE, BV_CHOICE_DISAGREE, BV_CHOICE_INCOMPLETE } bv_form_choice;

typedef struct bv_form_answer {
  const char *point; /* number of a claim, "3.12", or of a part, "3" */
  bv_form_choice choice;
  const char *text;  /* lines end in '\n'; NULL: none */
} bv_form_answer;

typedef struct bv_form {
  const char *draft;     /* SHA-256 */
  const char *reference, *reader, *name; /* or NULL */
  bv_date date;
  const char *general;   /* or NULL */
  struct { bv_form_answer *items; size_t count, capacity; } answers;
} bv_form;

/* Reads a form, in the arena. NULL with a Dutch sentence in `error` when anything in it is not as it should be. */
const bv_form *bv_form_read(bv_arena *arena, const char *bytes, size_t length, const char **error);

#endif
