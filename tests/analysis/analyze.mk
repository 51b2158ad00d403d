# What make analyze runs, with GNU make: gcc's analyzer, clang-tidy and cppcheck. Nothing may be found but what known.tsv,
# .clang-tidy or a NOLINT in the code excepts, with the reason. What was said of a file is kept, so that a second run is short.
#   quick  everything but clang's analyzer, which takes four fifths of the time
#   deep   that too
# The build calls this in its folder, with its flags and sources.
FILES = $(filter %.c,$(SOURCES))
PROGRAM_FILES = $(filter src/%,$(FILES))
FLAGS = -std=gnu17 $(CPPFLAGS) -DSOURCE_DIR='""' -DBUILD_DIR='""' -DSAN_FLAGS='""'
HERE = $(srcdir)/tests/analysis
QUICK_LOGS = $(FILES:%.c=analysis/%.gcc) $(FILES:%.c=analysis/%.tidy) analysis/cppcheck
DEEP_LOGS = $(PROGRAM_FILES:%.c=analysis/%.clang)

quick: $(QUICK_LOGS)
	@sh $(HERE)/judge $(srcdir) $(QUICK_LOGS)
deep: $(QUICK_LOGS) $(DEEP_LOGS)
	@all=yes sh $(HERE)/judge $(srcdir) $(QUICK_LOGS) $(DEEP_LOGS)
.PHONY: quick deep

# Runs a tool whose warnings go into a log; one that cannot read a file at all ends everything.
say = @mkdir -p $(@D); $(1) > $@.part 2>&1 || { cat $@.part >&2; exit 1; }; mv $@.part $@

# gcc also writes which headers a file includes, for every tool. What it says of uninitialized memory is left out: gcc 12
# does not see how much of an array a loop has filled, and clang's analyzer and valgrind look for the same.
analysis/%.gcc: $(srcdir)/%.c
	$(call say,gcc $(FLAGS) -O2 -fanalyzer -Wno-analyzer-use-of-uninitialized-value \
	  -MMD -MP -MF $@.d -MT "$@ $(@:.gcc=.tidy) $(@:.gcc=.clang)" -c -o /dev/null $<)
# A test may end by a null pointer when memory runs out.
analysis/tests/%.gcc: FLAGS += -Wno-analyzer-possible-null-argument -Wno-analyzer-possible-null-dereference \
  -Wno-analyzer-null-argument -Wno-analyzer-null-dereference
-include $(FILES:%.c=analysis/%.gcc.d)

analysis/%.tidy: $(srcdir)/%.c $(srcdir)/.clang-tidy $(srcdir)/tests/.clang-tidy
	$(call say,clang-tidy --quiet $< -- $(FLAGS))
analysis/%.clang: $(srcdir)/%.c $(HERE)/clang-analyzer
	$(call say,clang-tidy --quiet --config-file=$(HERE)/clang-analyzer $< -- $(FLAGS))

# cppcheck reads all files in one run, and keeps its own account of what is new.
analysis/cppcheck: $(PROGRAM_FILES:%=$(srcdir)/%) $(HERE)/cppcheck.txt
	@mkdir -p $@.d
	$(call say,cppcheck --quiet --error-exitcode=1 -j $$(nproc) --cppcheck-build-dir=$@.d --std=c17 --library=gnu$(COMMA)posix \
	  --enable=warning$(COMMA)performance$(COMMA)portability --inline-suppr --suppressions-list=$(HERE)/cppcheck.txt \
	  -D_GNU_SOURCE -I$(srcdir)/src $(PROGRAM_FILES:%=$(srcdir)/%))
COMMA = ,
