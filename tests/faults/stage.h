/* A run of the program that is disturbed again and again, and what must hold of it each time.
 *
 * It plays in the folder that was entered (bv_enter_folder), which gets a small draft whose names occur nowhere else. */
#ifndef BV_TESTS_STAGE_H
#define BV_TESTS_STAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "faults.h"

enum { BV_MOST_ARGUMENTS = 14 };

typedef struct bv_scene {
  const char *argv[BV_MOST_ARGUMENTS];
  const char *target; /* the file that it writes; NULL: standard output */
  const char *input; /* NULL: none */
  const char *input_file;
  bool reports;     /* its output says of each draft what became of it: after a fault it is another one, but whole */
  bool talks;       /* it tells in its output what it could not read, and goes on */
  bool starts_anew; /* before every other run the target is not there */
} bv_scene;

typedef struct bv_stage bv_stage;

/* Writes the draft and what belongs to it: concept.md, oud.md, beoordeling.json, formulier.json, uitkomst.jsonl; the
 * same in map with settings beside it, and gesprek, what an editor says of that. */
void bv_stage_fill(void);

/* Runs the scene undisturbed, which shows what is right and how many calls there are. */
bv_stage *bv_stage_new(const bv_scene *scene);
/* Frees it; fails the test when the faults did not come. */
void bv_stage_free(bv_stage *stage);
/* Calls of that kind in the undisturbed run. */
unsigned bv_stage_calls(const bv_stage *stage, bv_fault_kind kind);

/* Runs it with that fault (as faults.c takes it) and fails the test unless
 *  - it ends in time, and all the processes that it started end too,
 *  - its status is the right one, and then everything is as in the undisturbed run (of a scene that talks: or whole, each
 *    question answered and the trouble told); or 3 or 4; or the signal of the fault;
 *    or 2 where settings cannot be read,
 *  - the target is whole, the old one or the new one (of a scene that reports: another one), and no other file is left,
 *    (after SIGKILL, and where removing fails or a folder cannot be looked through, one that is
 *    no more open than the draft and whose name says what it is),
 *  - what it says on standard error begins as its messages do, and names nothing of the draft. */
void bv_stage_disturb(bv_stage *stage, const char *fault);
/* The same without a fault, with a signal from outside after so many milliseconds. */
void bv_stage_strike(bv_stage *stage, int signal_number, unsigned milliseconds);
/* The same for the n-th call of each kind in the list, which ends in BV_FAULT_COUNT: as often as there are calls, or with
 * `most` of them at the most, well spread; which these are differs from scene to scene. */
void bv_stage_disturb_each(bv_stage *stage, const bv_fault_kind *kinds, const char *how, unsigned most);
/* Fails every single allocation, each in a copy of the process, and expects of it the status and the message. */
void bv_stage_starve(bv_stage *stage);
/* Whether this is the long run: `make faults` sets BRONVAST_FAULTS=all. */
bool bv_stage_long(void);

#endif
