/* What persons and organisations are called, for each reader. */
#ifndef BV_PUBLISH_PEOPLE_H
#define BV_PUBLISH_PEOPLE_H

#include "publish/publication.h"

/* A name for use in a sentence, and whether its verb is plural. */
typedef struct bv_designation {
  const char *text;
  bool plural;
  bool self; /* the reader, alone */
} bv_designation;

typedef enum bv_case { BV_SUBJECT, BV_OBJECT } bv_case;

/* Neutral and short, for the court: "moeder", "Daan", "oma (moederszijde)", "de heer Öztürk, mentor". */
const char *bv_person_short(bv_publication *publication, const bv_person *person);
/* The same of several: "moeder, Daan en de heer Öztürk, mentor". */
const char *bv_persons_short(bv_publication *publication, const bv_person_list *persons);
/* Neutral and full: "moeder (mevrouw Verhoef)". */
const char *bv_person_full(bv_publication *publication, const bv_person *person);
/* For the reader of the parents' version: "u", "jij" or "jou" for the reader; "de heer Bakker (vader)", for a child
 * "je vader" where there is one; "Sam". */
bv_designation bv_person_for_reader(bv_publication *publication, const bv_person *person, bv_case use);
/* Puts what the reader is called ("u") before the other names, when it is among them. */
void bv_reader_first(const char **names, size_t count, const char *self);
/* "u, Sam en de heer Bakker (vader)". */
bv_designation bv_persons_for_reader(bv_publication *publication, const bv_person_list *persons, bv_case use);
/* Who speaks in a source, for the reader. */
bv_designation bv_voice_for_reader(bv_publication *publication, const bv_report_source *source, bv_case use);
/* Joins with commas and "en". */
const char *bv_join(bv_publication *publication, const char *const *items, size_t count);

/* Decides the audience of a reader at the date of the report. */
bv_audience bv_audience_of(const bv_document *document, const bv_person *reader);
/* Defines what all texts may use: {organisatie}, {opsteller}, {datum}, {termijn}, {kenmerk}, {kinderen}, {namen},
 * {ouders}, … */
void bv_define_people(bv_publication *publication);
/* Whether the source speaks for the organisation of the author: an opinion of it is the organisation's judgement. */
bool bv_is_own_voice(const bv_publication *publication, const bv_report_source *source);

#endif
