libbv_la_SOURCES += \
  src/monitor/chart.c \
  src/monitor/csv.c \
  src/monitor/figures.c \
  src/monitor/html.c \
  src/monitor/json.c \
  src/monitor/monitor.c src/monitor/monitor.h \
  src/monitor/outputs.h \
  src/monitor/result.c src/monitor/result.h
DATA_ASSETS += templates/monitor.css
