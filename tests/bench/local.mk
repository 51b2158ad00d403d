# make bench: bronvast beside hunspell, aspell and cmark, in one run. Not part of make check: figures are not tests.
# make bench BENCH_DRAFTS=50: with so many drafts in one call.
BENCH_DRAFTS = 1000
EXTRA_PROGRAMS = tests/bench/bench
tests_bench_bench_SOURCES = tests/bench/bench.c tests/support/run.c tests/support/run.h
tests_bench_bench_CPPFLAGS = -D_GNU_SOURCE -DBUILD_DIR='"$(abs_builddir)"'
bench: tests/bench/bench$(EXEEXT) bronvast$(EXEEXT)
	tests/bench/bench$(EXEEXT) $(abs_builddir)/bronvast$(EXEEXT) $(srcdir)/samples/raadsrapport.md $(BENCH_DRAFTS)
.PHONY: bench
CLEANFILES += tests/bench/bench$(EXEEXT)
