bronvast_SOURCES += \
  src/cli/check_command.c \
  src/cli/compare_command.c \
  src/cli/convert_command.c \
  src/cli/draft.c src/cli/draft.h \
  src/cli/explain_command.c \
  src/cli/files.c src/cli/files.h \
  src/cli/gate.c src/cli/gate.h \
  src/cli/lsp_command.c \
  src/cli/main.c \
  src/cli/memory.c src/cli/memory.h \
  src/cli/manifest.c src/cli/manifest.h \
  src/cli/monitor_command.c \
  src/cli/options.c src/cli/options.h \
  src/cli/paths.c src/cli/paths.h \
  src/cli/progress.c src/cli/progress.h \
  src/cli/react_command.c \
  src/cli/render_command.c \
  src/cli/review_command.c \
  src/cli/report.c src/cli/report.h \
  src/cli/sandbox.c src/cli/sandbox.h \
  src/cli/verify_command.c \
  src/cli/watch.c src/cli/watch.h \
  src/cli/workers.c src/cli/workers.h
