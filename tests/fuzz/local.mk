# ./configure --enable-fuzzing (with clang) builds the fuzzer; make fuzz runs each of its targets for FUZZ_SECONDS of CPU time
# and keeps what it found. make fuzz-coverage, in a build configured with --enable-fuzzing=coverage, says what the kept
# inputs reach.
fuzz_targets = tests/fuzz/targets.c tests/fuzz/targets.h tests/fuzz/drafts.c tests/fuzz/dutch.c tests/fuzz/organisation.c \
  tests/fuzz/returned.c tests/fuzz/lsp.c
tests_suite_SOURCES += $(fuzz_targets)
EXTRA_DIST += tests/fuzz/fuzz.c tests/fuzz/mutate.c tests/fuzz/mutate.h tests/fuzz/run tests/fuzz/coverage \
  tests/fuzz/make-seeds tests/fuzz/dictionaries tests/fuzz/seeds tests/fuzz/reproducers
FUZZ_SECONDS = 60
FUZZ_TARGETS =
if FUZZING
noinst_PROGRAMS += tests/fuzz/fuzzer
tests_fuzz_fuzzer_SOURCES = tests/fuzz/fuzz.c tests/fuzz/mutate.c tests/fuzz/mutate.h $(fuzz_targets)
tests_fuzz_fuzzer_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_fuzzer_LDADD = libbv.la
fuzz: tests/fuzz/fuzzer$(EXEEXT) bronvast$(EXEEXT)
	sh $(srcdir)/tests/fuzz/run $(srcdir) tests/fuzz $(FUZZ_SECONDS) $(FUZZ_TARGETS)
fuzz-coverage: tests/fuzz/fuzzer$(EXEEXT) bronvast$(EXEEXT)
	sh $(srcdir)/tests/fuzz/coverage $(srcdir) tests/fuzz $(FUZZ_TARGETS)
else
fuzz fuzz-coverage:
	@echo "make $@: configureer met --enable-fuzzing en CC=clang." >&2; exit 1
endif
.PHONY: fuzz fuzz-coverage
