# One Criterion program holds every test: units, goldens, properties. Each file registers its own.
check_PROGRAMS = tests/suite
tests_suite_SOURCES = \
  tests/support/generate.c tests/support/generate_front.c tests/support/generate.h tests/support/chance.h \
  tests/support/drafts.c tests/support/drafts.h \
  tests/support/properties.c tests/support/properties.h \
  tests/support/properties_files.c tests/support/properties_words.c tests/support/subject.h \
  tests/support/published.c tests/support/published.h \
  tests/support/secrets.c tests/support/secrets.h \
  tests/support/blocks.c tests/support/blocks.h \
  tests/support/background.c tests/support/background.h \
  tests/support/signals.c \
  tests/support/editor.c tests/support/editor.h \
  tests/support/forms.c tests/support/forms.h \
  tests/support/lines.c tests/support/lines.h \
  tests/support/run.c tests/support/run.h \
  tests/support/talk.c tests/support/talk.h \
  tests/support/unfaithful.c tests/support/unfaithful.h \
  tests/support/tree.c tests/support/tree.h \
  tests/support/xml.c tests/support/xml.h \
  tests/unit/test_appendices.c \
  tests/unit/test_base.c \
  tests/unit/test_cli.c \
  tests/unit/test_formats.c \
  tests/unit/test_golden.c \
  tests/unit/test_hardening.c \
  tests/unit/test_check_coverage.c \
  tests/unit/test_check_date.c \
  tests/unit/test_check_diagnosis.c \
  tests/unit/test_check_label.c \
  tests/unit/test_check_numbers.c \
  tests/unit/test_check_privacy.c \
  tests/unit/test_check_reaction.c \
  tests/unit/test_check_source.c \
  tests/unit/test_baseline.c \
  tests/unit/test_config.c \
  tests/unit/test_court_files.c \
  tests/unit/test_compare.c \
  tests/unit/test_compare_command.c \
  tests/unit/test_convert.c \
  tests/unit/test_convert_command.c \
  tests/unit/test_dates.c \
  tests/unit/test_diagnoses.c \
  tests/unit/test_dictionary.c \
  tests/unit/test_documents.c \
  tests/unit/test_edges.c \
  tests/unit/test_many.c \
  tests/unit/test_manual.c \
  tests/unit/test_explanations.c \
  tests/unit/test_monitor.c \
  tests/unit/test_limits.c \
  tests/unit/test_learn.c \
  tests/unit/test_limits_cost.c \
  tests/unit/test_lsp.c \
  tests/unit/test_lsp_context.c \
  tests/unit/test_lsp_features.c \
  tests/unit/test_lsp_fixes.c \
  tests/unit/test_lsp_text.c \
  tests/unit/test_fidelity.c \
  tests/unit/test_namesakes.c tests/unit/test_notation.c \
  tests/unit/test_fingerprint.c \
  tests/unit/test_node.c \
  tests/unit/test_properties.c \
  tests/unit/test_published_files.c \
  tests/unit/test_react.c \
  tests/unit/test_react_command.c \
  tests/unit/test_read_attributes.c \
  tests/unit/test_read_blocks.c \
  tests/unit/test_read_bytes.c \
  tests/unit/test_read_format.c \
  tests/unit/test_read_front.c \
  tests/unit/test_read_limits.c \
  tests/unit/test_read_pandoc.c \
  tests/unit/test_read_spans.c \
  tests/unit/test_passage.c \
  tests/unit/test_plain.c \
  tests/unit/test_readability.c \
  tests/unit/test_same.c \
  tests/unit/test_same_program.c \
  tests/unit/test_review.c \
  tests/unit/test_sentences.c \
  tests/unit/test_spelling.c \
  tests/unit/test_structure.c \
  tests/unit/test_templates.c \
  tests/unit/test_house_kinds.c \
  tests/unit/test_kind.c \
  tests/unit/test_manifest.c \
  tests/unit/test_verify.c \
  tests/unit/test_watch.c \
  tests/unit/test_wording.c tests/unit/test_workers.c \
  tests/unit/test_xml_read.c \
  tests/unit/test_yaml.c \
  tests/unit/test_output.c \
  tests/unit/test_privacy.c \
  tests/unit/test_sandbox.c \
  tests/unit/test_tone.c \
  tests/unit/test_toolroom.c \
  tests/unit/test_fuzz.c \
  tests/unit/test_gate.c \
  tests/unit/test_parents.c \
  tests/unit/test_publish.c \
  tests/unit/test_publish_people.c \
  tests/unit/test_publish_plain.c \
  tests/unit/test_publish_words.c
tests_suite_CPPFLAGS = $(AM_CPPFLAGS) $(CRITERION_CFLAGS) -DSOURCE_DIR='"$(abs_srcdir)"' -DBUILD_DIR='"$(abs_builddir)"' \
  -DSAN_FLAGS='"$(SAN_CFLAGS)"'
tests_suite_LDADD = libbv.la $(CRITERION_LIBS)
EXTRA_tests_suite_DEPENDENCIES = tests/support/other_dictionary.so learn$(EXEEXT)
tests/support/other_dictionary.so: tests/support/other_dictionary.c
	$(AM_V_CC)$(MKDIR_P) tests/support && $(CC) -shared -fPIC -o $@ $(srcdir)/tests/support/other_dictionary.c
CLEANFILES += tests/support/other_dictionary.so
EXTRA_DIST += tests/support/other_dictionary.c
EXTRA_DIST += tests/data/junit.rng tests/data/lettergrepen.tsv tests/golden
if HAVE_CRITERION
TESTS = tests/suite
# What a sanitizer finds ends a process with a status that no test expects; its own, 1, is also that of a finding.
AM_TESTS_ENVIRONMENT = ASAN_OPTIONS=exitcode=99 UBSAN_OPTIONS=exitcode=99; export ASAN_OPTIONS UBSAN_OPTIONS;
else
check-local:
	@echo "make check: Criterion ontbreekt (Debian: libcriterion-dev); configureer daarna opnieuw." >&2; exit 1
endif

# After a meant change of an output: make goldens, and read the difference before committing it.
goldens: tests/suite$(EXEEXT) bronvast$(EXEEXT)
	BRONVAST_UPDATE_GOLDENS=1 tests/suite$(EXEEXT) --filter='@(golden/outputs*|explanations/every_rule*)'
.PHONY: goldens

include tests/analysis/local.mk
include tests/bench/local.mk
include tests/coverage/local.mk
include tests/faults/local.mk
include tests/fuzz/local.mk
include tests/mutation/local.mk
include tests/quality/local.mk
include tests/web/local.mk

EXTRA_DIST += tests/format/formaat.md tests/format/formaat.tree tests/format/fouten.md tests/format/fouten.tree
