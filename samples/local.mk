# Fictional drafts: clean ones, and siblings with planted faults and where they must be found.
dist_doc_DATA = \
  samples/plan-van-aanpak.md \
  samples/raadsrapport.md \
  samples/verzoekschrift-spoed.md
EXTRA_DIST += \
  samples/plan-van-aanpak-fout.md samples/plan-van-aanpak-fout.verwacht.tsv \
  samples/raadsrapport-fout.md samples/raadsrapport-fout.verwacht.tsv \
  samples/verzoekschrift-spoed-fout.md samples/verzoekschrift-spoed-fout.verwacht.tsv
