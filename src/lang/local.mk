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
  src/lang/tone.c src/lang/tone.h src/lang/tone_signs.c src/lang/tone_signs.h src/lang/tone_weights.h \
  src/lang/wordbook.c src/lang/wordbook.h \
  src/lang/wordforms.c src/lang/wordforms.h \
  src/lang/wordset.c src/lang/wordset.h
DATA_ASSETS += \
  src/lang/context.tsv \
  src/lang/cues.tsv \
  src/lang/dates.tsv \
  src/lang/diagnoses.tsv \
  src/lang/domain.tsv \
  src/lang/facts.tsv \
  src/lang/pairs.tsv \
  src/lang/passive.tsv \
  src/lang/properties.tsv \
  src/lang/sentences.tsv \
  src/lang/syllables.tsv

# How judgements and facts are told is learned from these sentences, each time that one changes.
EXAMPLES = \
  src/lang/examples/aanvullingen.tsv \
  src/lang/examples/deskundig-en-gekleurd.tsv \
  src/lang/examples/doorsnee.tsv \
  src/lang/examples/feiten-over-mensen.tsv \
  src/lang/examples/gebeurtenissen.tsv \
  src/lang/examples/gewone-feiten.tsv \
  src/lang/examples/horen-zeggen.tsv \
  src/lang/examples/lopende-tekst-eerste-versie.tsv \
  src/lang/examples/lopende-tekst-gi-vlot.tsv \
  src/lang/examples/lopende-tekst-gi.tsv \
  src/lang/examples/lopende-tekst-pleegzorg.tsv \
  src/lang/examples/lopende-tekst-raad-formeel.tsv \
  src/lang/examples/lopende-tekst-raad.tsv \
  src/lang/examples/lopende-tekst-veilig-thuis.tsv \
  src/lang/examples/lopende-tekst-verzoeken.tsv \
  src/lang/examples/meer-paren.tsv \
  src/lang/examples/oordelen.tsv \
  src/lang/examples/paren.tsv \
  src/lang/examples/schijnoordelen.tsv \
  src/lang/examples/stukken.tsv \
  src/lang/examples/tweelingen.tsv \
  src/lang/examples/uitdrukkingen.tsv \
  src/lang/examples/vage-bronnen.tsv \
  src/lang/examples/verleidelijk-gezegd.tsv \
  src/lang/examples/verleidelijke-feiten.tsv \
  src/lang/examples/verslagen.tsv
noinst_PROGRAMS += learn
learn_SOURCES = src/lang/learn.c src/lang/tone_signs.c \
  src/base/arena.c src/base/asset.c src/base/buf.c src/base/utf8.c \
  src/lang/classes.c src/lang/context.c src/lang/lists.c src/lang/notation.c src/lang/table.c src/lang/terms.c \
  src/lang/tokens.c src/lang/wordforms.c src/lang/wordset.c
nodist_learn_SOURCES = assets.c
learn_CPPFLAGS = $(AM_CPPFLAGS)
learn_LDADD = $(ICU_LIBS) -llinear -lm
tone_weights.c: learn$(EXEEXT) $(EXAMPLES)
	$(AM_V_GEN)cd $(srcdir) && $(abs_builddir)/learn$(EXEEXT) $(EXAMPLES) > $(abs_builddir)/$@.tmp
	$(AM_V_at)mv $@.tmp $@
CLEANFILES += tone_weights.c
nodist_libbv_la_SOURCES += tone_weights.c
EXTRA_DIST += $(EXAMPLES)

# What each file of examples would be taken for if only the others were known.
learn-cross: learn$(EXEEXT)
	cd $(srcdir) && $(abs_builddir)/learn$(EXEEXT) --cross $(EXAMPLES)
.PHONY: learn-cross
