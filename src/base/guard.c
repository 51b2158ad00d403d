#include "base/guard.h"

#include <signal.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/time.h>

#include "base/instrumented.h"
#include "base/limits.h"

static void (*out_of_time)(void);
static unsigned most_seconds = BV_MOST_SECONDS;

/* On data, not on addresses: a library that is mapped, or room that is only reserved, costs nothing. */
void bv_guard_memory(void) {
  struct rlimit data;
  if (BV_SANITIZED || getrlimit(RLIMIT_DATA, &data) != 0 || data.rlim_cur <= BV_MOST_MEMORY)
    return;
  data.rlim_cur = BV_MOST_MEMORY;
  setrlimit(RLIMIT_DATA, &data);
}

void bv_on_out_of_time(void (*handler)(void)) { out_of_time = handler; }

void bv_guard_set_seconds(unsigned seconds) { most_seconds = seconds; }

unsigned bv_guard_seconds(void) { return most_seconds; }

static void end(int signal_number) {
  (void)signal_number;
  out_of_time();
}

void bv_guard_begin(void) {
  struct sigaction action = {.sa_handler = end};
  const struct itimerval time = {.it_value.tv_sec = most_seconds};
  if (!out_of_time)
    return;
  sigfillset(&action.sa_mask);
  sigaction(SIGPROF, &action, NULL);
  setitimer(ITIMER_PROF, &time, NULL);
}

void bv_guard_end(void) { setitimer(ITIMER_PROF, &(struct itimerval){0}, NULL); }
