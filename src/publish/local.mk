# Publishing: from the model to one tree per reader.
libbv_la_SOURCES += \
  src/publish/account.c \
  src/publish/appendices.c src/publish/appendices.h \
  src/publish/blocks.c \
  src/publish/content.c src/publish/content.h \
  src/publish/court.c \
  src/publish/filter.c src/publish/filter.h \
  src/publish/flat.c src/publish/flat.h \
  src/publish/form.c \
  src/publish/head.c src/publish/head.h \
  src/publish/index.c \
  src/publish/informants.c \
  src/publish/matrix.c \
  src/publish/notes.c src/publish/notes.h \
  src/publish/parents.c src/publish/parents.h \
  src/publish/people.c src/publish/people.h \
  src/publish/plain.c src/publish/plain.h \
  src/publish/points.c \
  src/publish/proof.c src/publish/proof.h \
  src/publish/publication.h \
  src/publish/publish.c src/publish/publish.h \
  src/publish/svg.c src/publish/svg.h \
  src/publish/table.c src/publish/table.h \
  src/publish/talks.c src/publish/talks.h \
  src/publish/texts.c src/publish/texts.h \
  src/publish/timeline.c \
  src/publish/times.c \
  src/publish/tree.c src/publish/tree.h \
  src/publish/withheld.c \
  src/publish/words.c
DATA_ASSETS += src/lang/jargon.tsv
