/* What an organisation can set: one file, bronvast.yaml, found upward from the draft or named on the command line.
 *
 * What the file does not name keeps our value. Nothing in it is silently ignored: an unknown key or value is an error with
 * its place and the nearest known word. */
#ifndef BV_CHECK_CONFIG_H
#define BV_CHECK_CONFIG_H

#include <stdbool.h>
#include <stdio.h>

#include "lang/readability.h"
#include "model/finding.h"
#include "model/kind.h"
#include "model/vocabulary.h"

/* Limits of readability: an indication of language level, nothing official. */
typedef struct bv_readability {
  int average_words;   /* words in a sentence, on average: more is noted */
  int long_sentence;   /* words: a warning above this */
  int longer_sentence; /* words: too long above this */
  int clauses;         /* subordinate clauses in a sentence, at most */
  int passive_percent; /* sentences in the passive, at most */
  int paragraph_words; /* words in a paragraph, at most */
  int flesch_douma;    /* at least */
} bv_readability;

/* What was said of one rule. */
typedef struct bv_rule_setting {
  unsigned line;        /* in the file; 0: nothing was said */
  bool off;             /* its findings are suppressed, with the reason */
  bv_severity severity; /* when it is not off */
  const char *reason;   /* or NULL */
} bv_rule_setting;

typedef enum bv_setting {
  BV_SETTING_OLD, BV_SETTING_RAADSONDERZOEK, BV_SETTING_PLAN_VAN_AANPAK, BV_SETTING_VERLENGING,
  BV_SETTING_EERSTE_CONTACT, BV_SETTING_PERSPECTIEF_TOETSING, BV_SETTING_REACTIE, BV_SETTING_AVERAGE_WORDS,
  BV_SETTING_LONG_SENTENCE, BV_SETTING_LONGER_SENTENCE, BV_SETTING_CLAUSES, BV_SETTING_PASSIVE_PERCENT,
  BV_SETTING_PARAGRAPH_WORDS, BV_SETTING_FLESCH_DOUMA, BV_SETTING_PROFESSIONS, BV_SETTING_WORDS, BV_SETTING_KINDS,
  BV_SETTING_TEMPLATES,
  BV_SETTING_COUNT
} bv_setting;

typedef struct bv_config {
  const char *origin;             /* the file; NULL: only our values */
  unsigned lines[BV_SETTING_COUNT]; /* where in the file a setting stands; 0: ours */
  int old_after_years;            /* the two-year line */
  int reaction_days;              /* wederhoor/termijn: seven */
  int terms[BV_TERM_COUNT];       /* days, in the order of bv_term_names */
  bv_readability readability;
  const char *const *professions; /* who usually diagnoses, lower case */
  size_t profession_count;
  const char *const *words;       /* of the organisation: never a spelling error */
  size_t word_count;
  bool suggest;                   /* spelling: with suggestions, which are slow; set by --suggest */
  bv_rule_setting rules[BV_RULE_COUNT];
  const char *templates;          /* folder of the organisation's templates, or NULL */
  const char *const *kind_paths;  /* files and directories that were loaded */
  size_t kind_path_count;
  bv_kind_set *kinds;
} bv_config;

typedef struct bv_config_errors {
  const char **items; /* "bronvast.yaml:3:5: …", in the arena */
  size_t count, capacity;
} bv_config_errors;

/* Our values, with our kinds of document; lives as long as the program. */
const bv_config *bv_config_default(void);
/* What a text for parents is measured against. */
bv_reading_limits bv_config_limits(const bv_config *config);
/* A copy of our values to change, with kinds of its own, in the arena. */
bv_config *bv_config_new(bv_arena *arena);
/* The nearest bronvast.yaml in the folder of the draft or one above it, or NULL. "-" is looked for from the working
 * directory. The path is in the arena. */
const char *bv_config_find(bv_arena *arena, const char *draft);
/* Puts the values of a file over those in `config`, whose arena it is. False with every error that was found. */
bool bv_config_load(bv_arena *arena, bv_config *config, const char *path, bv_config_errors *errors);
/* The same for text in memory; `path` is used in messages, and its folder to find kinds. */
bool bv_config_read(bv_arena *arena, bv_config *config, const char *path, const char *text, size_t length,
                    bv_config_errors *errors);
/* Prints what is in force and from where, as a bronvast.yaml that says the same. */
void bv_config_print(FILE *out, const bv_config *config);
/* Gives findings the severity that was set, and suppresses those of rules that are off. */
void bv_config_apply(const bv_config *config, bv_findings *findings);

/* A whole number that can be set (config_table.c). */
typedef struct bv_config_number {
  const char *section, *key;
  size_t offset;          /* in bv_config, of an int */
  int least, most, value; /* value: ours */
  const char *explanation;
} bv_config_number;

/* In the order of bv_setting. */
extern const bv_config_number bv_config_numbers[];
extern const size_t bv_config_number_count;

#endif
