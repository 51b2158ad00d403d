/* One fuzzer for libFuzzer: which of targets.h it feeds is chosen when it is compiled (-DTARGET=bv_fuzz_draft). */
#include "targets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  TARGET(bytes, length);
  return 0;
}
