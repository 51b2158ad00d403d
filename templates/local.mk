# Page design and fixed texts: embedded, and installed so that pandoc can use the style sheets in a plain pipe.
TEMPLATES = \
  templates/docx-document.xml \
  templates/docx-inhoud.xml \
  templates/docx-instellingen.xml \
  templates/docx-kop.xml \
  templates/docx-leeg-verwijzingen.xml \
  templates/docx-lettertypen.xml \
  templates/docx-nummering.xml \
  templates/docx-opmerkingen.xml \
  templates/docx-pakket.xml \
  templates/docx-stijlen.xml \
  templates/docx-thema.xml \
  templates/docx-verwijzingen.xml \
  templates/docx-voet.xml \
  templates/docx-voetnoten.xml \
  templates/docx-webinstellingen.xml \
  templates/gemeen.css \
  templates/gemeen.xsl \
  templates/ouders.css \
  templates/ouders.js \
  templates/ouders.xsl \
  templates/pandoc.html \
  templates/pandoc.lua \
  templates/rechtbank.css \
  templates/rechtbank.js \
  templates/rechtbank.xsl \
  templates/teksten.xml
DATA_ASSETS += $(TEMPLATES) templates/regels.css templates/vergelijking.css templates/beoordeling.css templates/beoordeling.js
templatesdir = $(pkgdatadir)/templates
dist_templates_DATA = $(TEMPLATES)
