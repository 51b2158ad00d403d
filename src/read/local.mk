libbv_la_SOURCES += \
  src/read/attributes.c src/read/attributes.h \
  src/read/blocks.c src/read/blocks.h \
  src/read/bytes.c src/read/bytes.h \
  src/read/content.c src/read/content.h \
  src/read/definitions.c src/read/definitions.h \
  src/read/entity.c src/read/entity.h \
  src/read/fields.c src/read/fields.h \
  src/read/form.c src/read/form.h \
  src/read/front.c src/read/front.h \
  src/read/frontmatter.c \
  src/read/inlines.c src/read/inlines.h \
  src/read/link.c src/read/link.h \
  src/read/markdown.c \
  src/read/parties.c \
  src/read/read.c src/read/read.h \
  src/read/reader.h \
  src/read/report.c \
  src/read/review.c src/read/review.h \
  src/read/scan.c src/read/scan.h \
  src/read/tree.c src/read/tree.h \
  src/read/words.c \
  src/read/writer.c src/read/writer.h \
  src/read/xml.c src/read/xml.h \
  src/read/xml_attributes.c \
  src/read/xml_blocks.c \
  src/read/xml_check.c src/read/xml_check.h \
  src/read/xml_front.c \
  src/read/xml_scan.c src/read/xml_scan.h \
  src/read/xml_text.c \
  src/read/yaml.c
DATA_ASSETS += src/check/regels/markup.md
