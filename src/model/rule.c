#include "model/rule.h"

#include <string.h>

#include "base/nearest.h"

static const bv_rule_info rules[] = {
#define RULE(id, name, severity, norm, summary) {name, BV_##severity, norm, summary},
#include "model/rules.def"
#undef RULE
};

static const char *const names[] = {
#define RULE(id, name, severity, norm, summary) name,
#include "model/rules.def"
#undef RULE
};

const bv_rule_info *bv_rule_info_of(bv_rule rule) { return &rules[rule]; }

bv_rule bv_rule_find(const char *name) {
  int rule = 0;
  while (rule < BV_RULE_COUNT && strcmp(rules[rule].name, name) != 0)
    rule++;
  return (bv_rule)rule;
}

const char *bv_rule_nearest(const char *name) { return bv_nearest(name, names, BV_RULE_COUNT); }

const char *bv_severity_dutch(bv_severity severity) {
  static const char *const words[] = {"advies", "waarschuwing", "fout"};
  return words[severity];
}

const char *bv_severity_english(bv_severity severity) {
  static const char *const words[] = {"note", "warning", "error"};
  return words[severity];
}
