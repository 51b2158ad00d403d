libbv_la_SOURCES += \
  src/base/arena.c src/base/arena.h \
  src/base/asset.c src/base/asset.h \
  src/base/buf.c src/base/buf.h \
  src/base/confine.h src/base/confine_calls.c src/base/confine_files.c \
  src/base/data_address.c src/base/data_address.h \
  src/base/date.c src/base/date.h \
  src/base/file.c src/base/file.h \
  src/base/guard.c src/base/guard.h \
  src/base/instrumented.h \
  src/base/json.c src/base/json.h \
  src/base/limits.c src/base/limits.def src/base/limits.h \
  src/base/lines.c src/base/lines.h \
  src/base/messages.h \
  src/base/messages/commands.h \
  src/base/messages/reading.h \
  src/base/messages/review.h \
  src/base/messages/rules.h \
  src/base/messages/versions.h \
  src/base/nearest.c src/base/nearest.h \
  src/base/pipe.c src/base/pipe.h \
  src/base/same.h \
  src/base/sieve.h \
  src/base/source.c src/base/source.h \
  src/base/version.c \
  src/base/utf8.c src/base/utf8.h \
  src/base/xml.c src/base/xml.h \
  src/base/yaml.c src/base/yaml.h
