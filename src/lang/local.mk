libbv_la_SOURCES += \
  src/lang/sentences.c src/lang/sentences.h
