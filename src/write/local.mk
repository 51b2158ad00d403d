libbv_la_SOURCES += \
  src/write/compare.h src/write/compare_html.c src/write/compare_json.c src/write/compare_outline.c src/write/compare_text.c \
  src/write/css.c src/write/css.h \
  src/write/draft.h \
  src/write/draft_markdown.c \
  src/write/draft_xml.c \
  src/write/except.c src/write/except.h \
  src/write/findings.c src/write/findings.h \
  src/write/findings_errorformat.c \
  src/write/findings_json.c \
  src/write/findings_junit.c \
  src/write/findings_sarif.c \
  src/write/findings_text.c \
  src/write/html.c src/write/html.h \
  src/write/inline_tree.c src/write/inline_tree.h \
  src/write/language.h src/write/measures.c src/write/words_used.c \
  src/write/manifest.c src/write/manifest.h src/write/manifest_read.c \
  src/write/markdown.h \
  src/write/markdown_attributes.c \
  src/write/markdown_front.c \
  src/write/markdown_lines.c \
  src/write/markdown_units.c \
  src/write/names.c src/write/names.h \
  src/write/output.c src/write/output.h \
  src/write/page.c src/write/page.h \
  src/write/pandoc.c src/write/pandoc.h \
  src/write/patch.c src/write/patch.h \
  src/write/react.c src/write/react.h src/write/react_place.c \
  src/write/reference.c src/write/reference.h \
  src/write/review.h src/write/review_front.c src/write/review_margin.c src/write/review_page.c \
  src/write/review_place.c src/write/review_text.c \
  src/write/rules.h src/write/rules_html.c src/write/rules_text.c \
  src/write/shown.c src/write/shown.h \
  src/write/templates.c src/write/templates.h \
  src/write/temporary.c src/write/temporary.h \
  src/write/toolroom.c src/write/toolroom.h
