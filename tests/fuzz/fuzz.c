/* The fuzzer: libFuzzer on the target that BRONVAST_FUZZ names. Without it the targets are listed, each with the length of its
 * inputs and its dictionary, for tests/fuzz/run.
 *
 * Time is counted as CPU time, for an input and for the whole run (BRONVAST_FUZZ_SECONDS), so that neither depends on what
 * else the machine does. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>

#include "mutate.h"

enum { MOST_SECONDS = 20 /* for one input, in a program that its sanitizers make many times slower */ };

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned int seed);

static const bv_fuzz_target *target;
static clock_t until; /* 0: as long as libFuzzer wants */

static void list_targets(void) {
  for (size_t i = 0; i < bv_fuzz_target_count; i++)
    printf("%s %zu %s\n", bv_fuzz_targets[i].name, bv_fuzz_targets[i].longest, bv_fuzz_targets[i].dictionary);
}

/* Its name stands in the report, and what went on so long under it. */
static void take_too_long(int signal_number) {
  (void)signal_number;
  abort();
}

static void limit_cpu(int seconds) { setitimer(ITIMER_VIRTUAL, &(struct itimerval){.it_value.tv_sec = seconds}, NULL); }

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  const char *name = getenv("BRONVAST_FUZZ"), *seconds = getenv("BRONVAST_FUZZ_SECONDS");
  (void)argc, (void)argv;
  target = name ? bv_fuzz_target_find(name) : NULL;
  if (!target) {
    list_targets();
    exit(2);
  }
  until = seconds ? (clock_t)atoi(seconds) * CLOCKS_PER_SEC : 0;
  signal(SIGVTALRM, take_too_long);
  return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  limit_cpu(MOST_SECONDS);
  target->run((const char *)bytes, length);
  limit_cpu(0);
  if (until && clock() >= until)
    raise(SIGUSR1); /* libFuzzer ends as it should, with its figures */
  return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned int seed) {
  return bv_fuzz_mutate(target->mutation, bytes, length, most, seed);
}
