#include "forms.h"

#include <criterion/criterion.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>

#include "run.h"

void bv_hash_file(const char *path, char hash[BV_HASH_SIZE]) {
  uint8_t digest[SHA256_DIGEST_SIZE];
  struct sha256_ctx context;
  size_t length;
  char *bytes = bv_slurp(path, &length);
  cr_assert(bytes != NULL, "%s", path);
  sha256_init(&context);
  sha256_update(&context, length, (const uint8_t *)bytes);
  sha256_digest(&context, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++)
    snprintf(hash + 2 * i, 3, "%02x", digest[i]);
  free(bytes);
}

void bv_spill_form(const char *path, const char *draft, const char *reader, const char *answers) {
  char hash[BV_HASH_SIZE], form[2048];
  bv_hash_file(draft, hash);
  snprintf(form, sizeof form,
           "{\"bronvast-reactie\": 1, \"draft\": \"%s\", \"reference\": null, \"reader\": \"%s\", "
           "\"name\": \"\", \"date\": \"2026-11-25\", \"answers\": [%s], \"general\": \"Ik wil graag praten.\"}",
           hash, reader, answers);
  bv_spill_text(path, form);
}

void bv_spill_review(const char *path, const char *draft, const char *findings) {
  char hash[BV_HASH_SIZE], review[1024];
  bv_hash_file(draft, hash);
  snprintf(review, sizeof review,
           "{\"bronvast-beoordeling\": 1, \"draft\": \"%s\", \"reference\": null, \"reviewer\": \"J. Kwartelveer\", "
           "\"date\": \"2026-11-25\", \"findings\": [%s]}",
           hash, findings);
  bv_spill_text(path, review);
}
