libbv_la_SOURCES += \
  src/read/read.c src/read/read.h
