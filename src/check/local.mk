libbv_la_SOURCES += \
  src/check/check.c src/check/check.h \
  src/check/counts.c src/check/counts.h \
  src/check/exceptions.c
