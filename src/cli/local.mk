bronvast_SOURCES += src/cli/main.c
