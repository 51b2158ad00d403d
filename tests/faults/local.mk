# A library that makes calls fail in the program under test, and the stage on which the tests use it. `make faults` is the
# long run, in which every single call fails once.
tests_suite_SOURCES += tests/faults/fill.c tests/faults/stage.c tests/faults/stage.h tests/faults/faults.h \
  tests/unit/test_faults.c tests/unit/test_faults_streams.c
EXTRA_tests_suite_DEPENDENCIES += tests/faults/faults.so
tests/faults/faults.so: tests/faults/faults.c tests/faults/faults.h
	$(AM_V_CC)$(MKDIR_P) tests/faults && $(CC) -std=gnu17 -D_GNU_SOURCE $(WARN_CFLAGS) $(SAN_CFLAGS) -O1 -shared -fPIC -o $@ \
	  $(srcdir)/tests/faults/faults.c
CLEANFILES += tests/faults/faults.so
EXTRA_DIST += tests/faults/faults.c

faults: tests/suite$(EXEEXT) bronvast$(EXEEXT)
	BRONVAST_FAULTS=all tests/suite$(EXEEXT) --filter='faults/*'
.PHONY: faults
