/* The files that the scenes read. */
#include <nettle/sha2.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "../support/run.h"
#include "stage.h"

#define FRONT                                                                                                         \
  "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-2026-0417\ndatum: 2026-11-20\nstatus: concept\nspoed: nee\n"      \
  "maatregel: [ondertoezichtstelling]\nreactietermijn: 2026-12-04\n"                                                   \
  "opsteller: {naam: N. Moerbeek, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"           \
  "personen:\n  - {id: fee, rol: jeugdige, naam: Fee Kwartelveer, geboren: 2014-05-02, geslacht: v}\n"                 \
  "  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw Zilverlinde, geslacht: v}\n"                                  \
  "bronnen:\n  - {id: g-moeder, soort: gesprek, persoon: moeder, datum: 2026-10-14, geaccordeerd: ja}\n---\n\n"

static const char draft[] = FRONT
    "## School {#school .onderzoek over=fee}\n\n"
    "[Moeder vertelt dat Fee in oktober zes dagen niet op school was.]{.feit #dagen bron=g-moeder datum=2026-10-14}\n"
    "[Mevrouw Zilverlinde vindt dat de school in een zevenblad staat.]{.mening #vindt bron=g-moeder}\n\n"
    "De tuin van mevrouw Zilverlinde is groen.\n";

static const char old_draft[] = FRONT
    "## School {#school .onderzoek over=fee}\n\n"
    "[Moeder vertelt dat Fee in oktober vijf dagen niet op school was.]{.feit #dagen bron=g-moeder datum=2026-10-14}\n";

static void hash_text(const char *text, char hash[2 * SHA256_DIGEST_SIZE + 1]) {
  uint8_t digest[SHA256_DIGEST_SIZE];
  struct sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, strlen(text), (const uint8_t *)text);
  sha256_digest(&context, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++)
    snprintf(hash + 2 * i, 3, "%02x", digest[i]);
}

void bv_stage_fill(void) {
  char hash[2 * SHA256_DIGEST_SIZE + 1], text[1024];
  hash_text(draft, hash);
  bv_spill_text("concept.md", draft);
  bv_spill_text("oud.md", old_draft);
  snprintf(text, sizeof text, "{\"bronvast-beoordeling\": 1, \"draft\": \"%s\", \"reference\": null, \"reviewer\": "
           "\"J. Kwartelveer\", \"date\": \"2026-11-25\", \"findings\": []}", hash);
  bv_spill_text("beoordeling.json", text);
  snprintf(text, sizeof text, "{\"bronvast-reactie\": 1, \"draft\": \"%s\", \"reference\": \"K-2026-0417\", \"reader\": "
           "\"moeder\", \"name\": \"\", \"date\": \"2026-11-25\", \"answers\": [{\"point\": \"1.1\", \"answer\": "
           "\"niet-eens\", \"text\": \"Het waren vijf dagen, zegt zevenblad.\"}], \"general\": \"\"}", hash);
  bv_spill_text("formulier.json", text);
  FILE *results = fopen("uitkomst.jsonl", "w");
  for (int i = 0; i < 6; i++)
    fprintf(results, "{\"file\":\"Zilverlinde.md\",\"kind\":\"raadsrapport\",\"date\":\"2026-01-01\",\"organisation\":"
            "\"Raad voor de Kinderbescherming\",\"counts\":{\"diagnoses\":0,\"reactions\":1},\"findings\":[]}\n");
  fclose(results);
  mkdir("tmp", 0700);
  mkdir("map", 0700);
  bv_spill_text("map/concept.md", draft);
  bv_spill_text("map/bronvast.yaml", "regels:\n  opbouw/onderdeel: {ernst: advies, reden: proef}\n");
}
