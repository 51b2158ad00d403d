# ./configure --enable-fuzzing (with clang) builds a fuzzer for each target of targets.h; make fuzz runs them all, each for
# FUZZ_SECONDS, from seeds that are made of the samples, the examples of the rules, the kinds and the sentences of quality/.
EXTRA_DIST += tests/fuzz/fuzz.c tests/fuzz/run tests/fuzz/woorden.dict
if FUZZING
noinst_PROGRAMS = tests/fuzz/draft tests/fuzz/body tests/fuzz/language tests/fuzz/file
fuzz_sources = tests/fuzz/fuzz.c tests/fuzz/targets.c tests/fuzz/targets.h
fuzz_flags = $(AM_CPPFLAGS)
tests_fuzz_draft_SOURCES = $(fuzz_sources)
tests_fuzz_draft_CPPFLAGS = $(fuzz_flags) -DTARGET=bv_fuzz_draft
tests_fuzz_draft_LDFLAGS = -fsanitize=fuzzer
tests_fuzz_draft_LDADD = libbv.la
tests_fuzz_body_SOURCES = $(fuzz_sources)
tests_fuzz_body_CPPFLAGS = $(fuzz_flags) -DTARGET=bv_fuzz_body
tests_fuzz_body_LDFLAGS = -fsanitize=fuzzer
tests_fuzz_body_LDADD = libbv.la
tests_fuzz_language_SOURCES = $(fuzz_sources)
tests_fuzz_language_CPPFLAGS = $(fuzz_flags) -DTARGET=bv_fuzz_language
tests_fuzz_language_LDFLAGS = -fsanitize=fuzzer
tests_fuzz_language_LDADD = libbv.la
tests_fuzz_file_SOURCES = $(fuzz_sources)
tests_fuzz_file_CPPFLAGS = $(fuzz_flags) -DTARGET=bv_fuzz_file
tests_fuzz_file_LDFLAGS = -fsanitize=fuzzer
tests_fuzz_file_LDADD = libbv.la
FUZZ_SECONDS = 60
fuzz: $(noinst_PROGRAMS)
	sh $(srcdir)/tests/fuzz/run $(srcdir) tests/fuzz $(FUZZ_SECONDS)
else
fuzz:
	@echo "make fuzz: configureer met --enable-fuzzing en CC=clang." >&2; exit 1
endif
.PHONY: fuzz
