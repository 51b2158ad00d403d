libbv_la_SOURCES += \
  src/model/claims.c \
  src/model/finding.c src/model/finding.h \
  src/model/kind.c src/model/kind.h \
  src/model/kind_read.c src/model/kind_read.h \
  src/model/kind_words.c \
  src/model/kind_requirements.c src/model/kind_requirements.h \
  src/model/model.h \
  src/model/parts.c \
  src/model/references.c \
  src/model/node.c src/model/node.h \
  src/model/resolve.c src/model/resolve.h \
  src/model/rule.c src/model/rule.h src/model/rules.def \
  src/model/text.c src/model/text.h \
  src/model/tight.c src/model/tight.h \
  src/model/vocabulary.c src/model/vocabulary.h
