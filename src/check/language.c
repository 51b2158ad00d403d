/* What the words of a draft say: every rule on words reads each passage. */
#include "check/passage.h"
#include "check/voice.h"

static const bv_reader *const readers[] = {&bv_reader_wording, &bv_reader_dates, &bv_reader_spelling, &bv_reader_style,
                                           &bv_reader_diagnoses, &bv_reader_third};
enum { READER_COUNT = sizeof readers / sizeof *readers, SCRATCH_SIZE = 4 << 20 };

/* One reader goes through the whole draft before the next one does: what it runs stays in the caches of the processor. */
static void read_all(bv_check *check, const bv_reader *reader) {
  bv_arena *scratch = bv_arena_new();
  void *state = reader->begin ? reader->begin(check) : NULL;
  for (size_t i = 0; i < check->passages->count; i++) {
    if (bv_arena_used(scratch) > SCRATCH_SIZE) {
      bv_arena_free(scratch);
      scratch = bv_arena_new();
    }
    bv_passage passage = check->passages->items[i];
    passage.scratch = scratch;
    reader->read(check, &passage, state);
  }
  if (reader->end)
    reader->end(check, state);
  bv_arena_free(scratch);
}

static void check_language(bv_check *check) {
  for (size_t r = 0; r < READER_COUNT; r++)
    read_all(check, readers[r]);
}

bv_check_function *const bv_checks_language[] = {check_language, NULL};
