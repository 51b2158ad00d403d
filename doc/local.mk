# Documents for users. Their examples are run by tests/unit/test_documents.c and test_manual.c.
dist_man_MANS += doc/bronvast.1
manualdir = $(docdir)
dist_manual_DATA = \
  doc/formaat.md \
  doc/handleiding.md \
  doc/voorbeeld.md
EXTRA_DIST += doc/architecture.md
