/* Files that come back about a draft. */
#ifndef BV_TESTS_FORMS_H
#define BV_TESTS_FORMS_H

enum { BV_HASH_SIZE = 65 };

/* The SHA-256 of a file, in hexadecimal. */
void bv_hash_file(const char *path, char hash[BV_HASH_SIZE]);
/* Writes a reaction form of that draft with those answers, in JSON. */
void bv_spill_form(const char *path, const char *draft, const char *reader, const char *answers);
/* Writes a review of that draft with those findings, in JSON. */
void bv_spill_review(const char *path, const char *draft, const char *findings);

#endif
