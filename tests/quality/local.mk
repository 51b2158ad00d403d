# make quality: recall and precision of the rules on words; with ERRORS=--errors also the sentences to develop on that went
# wrong. Also a test: it fails when a rule misses its target.
check_PROGRAMS += tests/quality/quality
tests_quality_quality_SOURCES = tests/quality/quality.c
tests_quality_quality_CPPFLAGS = $(AM_CPPFLAGS) -DSOURCE_DIR='"$(abs_srcdir)"'
tests_quality_quality_LDADD = libbv.la
EXTRA_DIST += tests/quality/fresh.tsv tests/quality/measure.tsv tests/quality/running.tsv
if HAVE_CRITERION
TESTS += tests/quality/quality
endif

quality: tests/quality/quality
	tests/quality/quality $(ERRORS)
.PHONY: quality
