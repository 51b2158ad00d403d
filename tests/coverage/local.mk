# make coverage, in a build with --enable-coverage: which lines and branches the tests run, by folder. Fails below the least.
# Each line and branch: coverage/index.html.
COVERAGE_LINES = 90
COVERAGE_BRANCHES = 80
# Without the tests in which calls fail or files may not grow: gcov makes calls and files of its own.
coverage: tests/suite$(EXEEXT) bronvast$(EXEEXT) tests/quality/quality$(EXEEXT)
	find . -name '*.gcda' -exec rm {} +
	tests/suite$(EXEEXT) --filter='!(faults*)/*'
	tests/quality/quality$(EXEEXT)
	$(MKDIR_P) coverage
	gcovr --root $(srcdir) --object-directory . --filter "$$(cd $(srcdir) && pwd -P)/src/" --exclude-unreachable-branches -j 2 \
	  --csv coverage/files.csv --html-details coverage/index.html
	sh $(srcdir)/tests/coverage/folders coverage/files.csv $(COVERAGE_LINES) $(COVERAGE_BRANCHES)
clean-local: clean-coverage
clean-coverage:
	rm -rf coverage
	find . \( -name '*.gcda' -o -name '*.gcno' \) -exec rm {} +
.PHONY: coverage clean-coverage
EXTRA_DIST += tests/coverage/folders
