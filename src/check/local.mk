libbv_la_SOURCES += \
  src/check/age.c src/check/age.h \
  src/check/balance.c src/check/balance.h \
  src/check/baseline.c src/check/baseline.h \
  src/check/check.c src/check/check.h \
  src/check/config.c src/check/config.h \
  src/check/config_print.c src/check/config_table.c \
  src/check/copied.c src/check/copied.h \
  src/check/counts.c src/check/counts.h \
  src/check/coverage.c src/check/coverage.h \
  src/check/date.c \
  src/check/diagnosis.c \
  src/check/exceptions.c \
  src/check/explain.c src/check/explain.h \
  src/check/fidelity.c \
  src/check/fingerprint.c src/check/fingerprint.h \
  src/check/label.c \
  src/check/language.c \
  src/check/leak.c src/check/leak.h \
  src/check/marks.c src/check/marks.h \
  src/check/mentions.c src/check/mentions.h \
  src/check/norms.c src/check/norms.h \
  src/check/numbers.c src/check/numbers.h \
  src/check/passage.c src/check/passage.h \
  src/check/people.c src/check/people.h \
  src/check/plain.c src/check/plain.h src/check/plain_text.c \
  src/check/privacy.c \
  src/check/reaction.c \
  src/check/repeated.c \
  src/check/retelling.c \
  src/check/source.c \
  src/check/spelling.c \
  src/check/structure.c src/check/structure.h \
  src/check/structure_conditions.c src/check/structure_content.c src/check/structure_front.c \
  src/check/style.c \
  src/check/textdates.c \
  src/check/third.c \
  src/check/voice.c src/check/voice.h \
  src/check/wording.c \
  src/check/words.c src/check/words.h
DATA_ASSETS += src/check/beroepen.tsv src/check/normen.tsv src/check/words.tsv \
  src/check/regels/voorblad.md \
  src/check/regels/label.md src/check/regels/bron.md src/check/regels/datum.md src/check/regels/diagnose.md \
  src/check/regels/wederhoor.md src/check/regels/opbouw.md src/check/regels/ouders.md src/check/regels/privacy.md src/check/regels/negeer.md \
  src/check/regels/taal.md src/check/regels/verwoording.md
