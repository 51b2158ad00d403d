# Documents for users; what they say of the program is run by tests/unit/test_documents.c.
manualdir = $(docdir)
dist_manual_DATA = \
  doc/formaat.md \
  doc/voorbeeld.md
EXTRA_DIST += doc/architecture.md
