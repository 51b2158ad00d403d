libbv_la_SOURCES += \
  src/lsp/complete.c \
  src/lsp/context.c src/lsp/context.h \
  src/lsp/describe.c src/lsp/describe.h \
  src/lsp/diagnostics.c \
  src/lsp/document.c src/lsp/document.h \
  src/lsp/edits.c src/lsp/edits.h \
  src/lsp/features.h \
  src/lsp/fixes.c \
  src/lsp/hover.c \
  src/lsp/navigate.c \
  src/lsp/notifications.c \
  src/lsp/place.c src/lsp/place.h \
  src/lsp/requests.c \
  src/lsp/server.c src/lsp/server.h \
  src/lsp/session.h \
  src/lsp/text.c src/lsp/text.h \
  src/lsp/uri.c src/lsp/uri.h \
  src/lsp/wire.c src/lsp/wire.h
DATA_ASSETS += src/lsp/words.tsv
EXTRA_DIST += doc/vscode/package.json doc/vscode/extension.js
