/* The files that the scenes read. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "../support/forms.h"
#include "../support/run.h"
#include "../support/talk.h"
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

void bv_stage_fill(void) {
  char uri[400];
  bv_spill_text("concept.md", draft);
  bv_spill_text("oud.md", old_draft);
  bv_spill_review("beoordeling.json", "concept.md", "");
  bv_spill_form("formulier.json", "concept.md", "moeder",
                "{\"point\": \"1.1\", \"answer\": \"niet-eens\", \"text\": \"Het waren vijf dagen, zegt zevenblad.\"}");
  FILE *results = fopen("uitkomst.jsonl", "w");
  for (int i = 0; i < 6; i++)
    fprintf(results, "{\"file\":\"Zilverlinde.md\",\"kind\":\"raadsrapport\",\"date\":\"2026-01-01\",\"organisation\":"
            "\"Raad voor de Kinderbescherming\",\"counts\":{\"diagnoses\":0,\"reactions\":1},\"findings\":[]}\n");
  fclose(results);
  mkdir("tmp", 0700);
  mkdir("map", 0700);
  bv_spill_text("map/concept.md", draft);
  bv_spill_text("map/bronvast.yaml", "regels:\n  opbouw/onderdeel: {ernst: advies, reden: proef}\n");
  snprintf(uri, sizeof uri, "file://%s/map/concept.md", bv_entered_folder());
  char *talk = bv_whole_talk(uri, draft, "g-moeder datum");
  bv_spill_text("gesprek", talk);
  free(talk);
}
