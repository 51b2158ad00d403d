/* The rules for people: as text on a terminal, and as one HTML page. */
#ifndef BV_WRITE_RULES_H
#define BV_WRITE_RULES_H

#include "base/buf.h"
#include "check/explain.h"

/* A line for each rule: name, severity, summary. */
void bv_write_rule_list(bv_buf *out);
/* One rule as a page of a manual: what it asks, its norm, a wrong and a right example. */
void bv_write_rule(bv_buf *out, bv_rule rule);
/* One rule as a section of an HTML page, under a heading of the third level; its id is the name with '-' for '/'. */
void bv_write_rule_section(bv_buf *out, const bv_explanations *all, bv_rule rule);
/* All rules, and the norms they rest on, as one HTML page without outside resources. */
void bv_write_rules_html(bv_buf *out);
/* The norms: which rules rest on each, and which no rule can check, with why (src/check/normen.tsv). */
void bv_write_norms(bv_buf *out);

#endif
