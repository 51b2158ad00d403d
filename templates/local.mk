# Page design and fixed texts: embedded, and installed so that pandoc can use the style sheets in a plain pipe.
TEMPLATES = \
  templates/gemeen.css \
  templates/gemeen.xsl \
  templates/ouders.css \
  templates/ouders.js \
  templates/ouders.xsl \
  templates/pandoc.html \
  templates/rechtbank.css \
  templates/rechtbank.js \
  templates/rechtbank.xsl \
  templates/teksten.xml
DATA_ASSETS += $(TEMPLATES) templates/regels.css templates/vergelijking.css
templatesdir = $(pkgdatadir)/templates
dist_templates_DATA = $(TEMPLATES)
