libbv_la_SOURCES += \
  src/write/findings.c src/write/findings.h \
  src/write/findings_json.c \
  src/write/findings_text.c \
  src/write/output.c src/write/output.h
