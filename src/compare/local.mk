libbv_la_SOURCES += \
  src/compare/compare.c src/compare/compare.h src/compare/changes.h \
  src/compare/findings.c \
  src/compare/front.c \
  src/compare/pairs.c src/compare/pairs.h \
  src/compare/passages.c src/compare/passages.h \
  src/compare/reactions.c \
  src/compare/sections.c \
  src/compare/similar.c \
  src/compare/words.c src/compare/words.h
