# Analyzers of the source, which need clang-tidy and cppcheck; ./bootstrap analyze installs them. Exceptions, each with its
# reason, stand in .clang-tidy and in this folder.
analyze analyze-quick:
	@command -v clang-tidy >/dev/null && command -v cppcheck >/dev/null || \
	  { echo "make $@: clang-tidy of cppcheck ontbreekt; ./bootstrap analyze installeert ze." >&2; exit 1; }
	+@$(MAKE) -f $(srcdir)/tests/analysis/analyze.mk srcdir='$(srcdir)' CPPFLAGS='$(AM_CPPFLAGS) $(CRITERION_CFLAGS)' \
	  SOURCES='$(libbv_la_SOURCES) src/lang/learn.c $(bronvast_SOURCES) $(libbronvast_la_SOURCES) $(tests_suite_SOURCES)' $(ANALYSIS)
analyze: ANALYSIS = deep
analyze-quick: ANALYSIS = quick
check-valgrind: bronvast$(EXEEXT) tests/suite$(EXEEXT)
	@command -v valgrind >/dev/null || { echo "make $@: valgrind ontbreekt; ./bootstrap valgrind installeert het." >&2; exit 1; }
	@sh $(srcdir)/tests/analysis/memcheck $(srcdir) ./bronvast$(EXEEXT) analysis/memcheck
	@sh $(srcdir)/tests/analysis/memcheck-suite tests/suite$(EXEEXT) analysis/memcheck-suite
.PHONY: analyze analyze-quick check-valgrind
EXTRA_DIST += .clang-tidy tests/.clang-tidy tests/analysis/analyze.mk tests/analysis/judge tests/analysis/memcheck \
  tests/analysis/memcheck-suite tests/analysis/memcheck.supp tests/analysis/known.tsv \
  tests/analysis/clang-analyzer tests/analysis/cppcheck.txt
