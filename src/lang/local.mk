libbv_la_SOURCES += \
  src/lang/amounts.c src/lang/amounts.h \
  src/lang/classes.c src/lang/classes.h \
  src/lang/context.c src/lang/context.h \
  src/lang/cues.c src/lang/cues.h src/lang/cues_read.h src/lang/cue_demands.c \
  src/lang/dates.c src/lang/dates.h \
  src/lang/datewords.c src/lang/datewords.h \
  src/lang/diagnoses.c src/lang/diagnoses.h \
  src/lang/difficult.c src/lang/difficult.h \
  src/lang/doers.c src/lang/doers.h \
  src/lang/facts.c src/lang/facts.h \
  src/lang/faithful.c src/lang/faithful.h \
  src/lang/general.c src/lang/general.h \
  src/lang/lists.c src/lang/lists.h src/lang/lists.def \
  src/lang/names.c src/lang/names.h \
  src/lang/namesakes.c src/lang/namesakes.h \
  src/lang/notation.c src/lang/notation.h \
  src/lang/passive.c src/lang/passive.h \
  src/lang/plain.c src/lang/plain.h \
  src/lang/properties.c src/lang/properties.h \
  src/lang/readability.c src/lang/readability.h \
  src/lang/sayings.c \
  src/lang/sentences.c src/lang/sentences.h \
  src/lang/spelling.c src/lang/spelling.h \
  src/lang/syllables.c src/lang/syllables.h \
  src/lang/table.c src/lang/table.h \
  src/lang/terms.c src/lang/terms.h \
  src/lang/title.c src/lang/title.h \
  src/lang/tokens.c src/lang/tokens.h \
  src/lang/wordbook.c src/lang/wordbook.h \
  src/lang/wordforms.c src/lang/wordforms.h \
  src/lang/wordset.c src/lang/wordset.h
DATA_ASSETS += \
  src/lang/context.tsv \
  src/lang/cues.tsv \
  src/lang/dates.tsv \
  src/lang/diagnoses.tsv \
  src/lang/domain.tsv \
  src/lang/facts.tsv src/lang/general.tsv \
  src/lang/pairs.tsv \
  src/lang/passive.tsv \
  src/lang/properties.tsv \
  src/lang/sentences.tsv \
  src/lang/syllables.tsv
