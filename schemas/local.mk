# Files of schemas
DATA_ASSETS += \
  schemas/concept.rng \
  schemas/publicatie.rng \
  schemas/soort.rng \
  schemas/kinds/basis.xml \
  schemas/kinds/plan-van-aanpak.xml \
  schemas/kinds/raadsrapport.xml \
  schemas/kinds/verzoekschrift.xml
EXTRA_DIST += schemas/bevindingen.schema.json schemas/manifest.schema.json schemas/monitor.schema.json \
  schemas/vergelijking.schema.json schemas/beoordeling.schema.json
