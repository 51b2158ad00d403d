/* The built program and library carry the protections that configure.ac asks for: read in the files themselves, because a
 * flag that gets lost between configure and linker warns nobody. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdbool.h>
#include <string.h>

#include "../support/run.h"

#define PROGRAM BUILD_DIR "/bronvast"
#define LIBRARY BUILD_DIR "/.libs/libbronvast.so"

#ifdef _FORTIFY_SOURCE
enum { FORTIFIED = _FORTIFY_SOURCE };
#else
enum { FORTIFIED = 0 };
#endif

/* A build with a sanitizer, for coverage or for fuzzing leaves the protections out. */
static void skip_watched_build(void) {
  if (strlen(SAN_FLAGS) > 0)
    cr_skip("built with" SAN_FLAGS);
}

/* What readelf says of a file, in English whatever the locale. */
static bv_ran elf(const char *option, const char *path) {
  bv_need_program("readelf");
  const char *argv[] = {"env", "LC_ALL=C", "readelf", "-W", option, path, NULL};
  bv_ran ran = bv_run_program(argv, NULL);
  cr_assert(eq(int, ran.status, 0), "%s: %s", path, ran.err);
  return ran;
}

static void says(const char *option, const char *path, const char *words) {
  bv_ran ran = elf(option, path);
  cr_expect(strstr(ran.out, words) != NULL, "%s: readelf %s does not say \"%s\"", path, option, words);
  bv_ran_free(&ran);
}

Test(hardening, the_program_is_loaded_anywhere) {
  skip_watched_build();
  says("--file-header", PROGRAM, "DYN (Position-Independent Executable file)");
}

/* Not only the part of the table of functions that is read at the start: all of it, and then nothing writes to it. */
Test(hardening, addresses_of_functions_are_read_only) {
  skip_watched_build();
  static const char *const files[] = {PROGRAM, LIBRARY};
  for (size_t i = 0; i < 2; i++) {
    says("--program-headers", files[i], "GNU_RELRO");
    says("--dynamic", files[i], "BIND_NOW");
  }
}

Test(hardening, the_stack_holds_no_code) {
  skip_watched_build();
  static const char *const files[] = {PROGRAM, LIBRARY};
  for (size_t i = 0; i < 2; i++) {
    bv_ran ran = elf("--program-headers", files[i]);
    const char *stack = strstr(ran.out, "GNU_STACK");
    cr_assert(stack != NULL, "%s", files[i]);
    const char *end = strchr(stack, '\n');
    cr_expect(memmem(stack, end - stack, " RW ", 4) != NULL, "%s: %.*s", files[i], (int)(end - stack), stack);
    bv_ran_free(&ran);
  }
}

Test(hardening, stack_and_buffers_are_watched) {
  skip_watched_build();
  static const char *const files[] = {PROGRAM, LIBRARY};
  for (size_t i = 0; i < 2; i++) {
    says("--dyn-syms", files[i], " __stack_chk_fail");
#ifdef __OPTIMIZE__
    says("--dyn-syms", files[i], " __vsnprintf_chk");
    says("--dyn-syms", files[i], " __memcpy_chk");
#endif
  }
#ifdef __OPTIMIZE__
  cr_expect(FORTIFIED >= 3, "buffers of a size known only when running are not watched");
#endif
}

/* What leaves no name in the file stands in the debug information that gcc writes of every source file. */
Test(hardening, every_source_file_was_compiled_with_every_protection) {
  skip_watched_build();
  static const char *const flags[] = {"-fstack-protector-strong",
#if defined __x86_64__ || defined __i386__
                                      "-fcf-protection=full",
#endif
                                      "-fstack-clash-protection", "-ftrivial-auto-var-init=zero"};
  bv_ran ran = elf("--debug-dump=info", PROGRAM);
  size_t compiled = 0;
  for (char *save, *line = strtok_r(ran.out, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
    if (!strstr(line, "DW_AT_producer") || !strstr(line, "GNU C"))
      continue;
    compiled++;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
      cr_expect(strstr(line, flags[i]) != NULL, "%s is not in %s", flags[i], line);
  }
  bv_ran_free(&ran);
  if (compiled == 0)
    cr_skip("built without debug information, or with another compiler");
}
