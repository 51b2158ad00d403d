# make mutate: changes the rules in so many small ways, drawn by chance, and counts how many of them the tests notice.
# make mutate MUTANTS=50 SEED=7: fewer, and others. Needs a build with --disable-shared; ./bootstrap mutate makes it.
MUTANTS = 250
SEED = 1
mutate: tests/suite$(EXEEXT) bronvast$(EXEEXT)
	CCACHE_DISABLE=1 COMPILE='$(COMPILE)' LINK='$(CC) $(AM_LDFLAGS) $(LDFLAGS)' OBJECTS='$(tests_suite_OBJECTS)' \
	  MAIN='$(bronvast_OBJECTS)' ARCHIVE=.libs/libbv.a LIBRARIES='$(libbv_la_LIBADD) $(CRITERION_LIBS) $(LIBS)' \
	  perl $(srcdir)/tests/mutation/mutate $(srcdir) $(MUTANTS) $(SEED)
.PHONY: mutate
EXTRA_DIST += tests/mutation/mutate tests/mutation/equivalent.tsv
