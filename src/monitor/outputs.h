/* An overview as one HTML page, as CSV (RFC 4180) and as JSON (schemas/monitor.schema.json). */
#ifndef BV_MONITOR_OUTPUTS_H
#define BV_MONITOR_OUTPUTS_H

#include "base/buf.h"
#include "monitor/monitor.h"

typedef void bv_write_overview(bv_buf *out, const bv_overview *overview);

bv_write_overview bv_write_overview_html, bv_write_overview_csv, bv_write_overview_json;

/* The figure of both groups by period as a picture (SVG), with its text alternative; nothing when there is none to
 * draw. */
void bv_write_chart(bv_buf *out, const bv_overview *overview, bv_figure figure);

#endif
