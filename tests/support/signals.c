/* Lets signals be signals in the suite, whoever starts it: what nohup, or a shell that starts it in the background, ignores
 * would stay ignored in every program that a test starts. */
#include <signal.h>

static __attribute__((constructor)) void listen(void) {
  static const int ignored[] = {SIGHUP, SIGINT, SIGQUIT};
  for (unsigned i = 0; i < sizeof ignored / sizeof *ignored; i++)
    signal(ignored[i], SIG_DFL);
}
