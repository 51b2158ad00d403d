libbv_la_SOURCES += \
  src/write/draft.h \
  src/write/draft_xml.c \
  src/write/findings.c src/write/findings.h \
  src/write/findings_json.c \
  src/write/findings_text.c \
  src/write/inline_tree.c src/write/inline_tree.h \
  src/write/output.c src/write/output.h
