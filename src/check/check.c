#include "check/check.h"

#include <stdarg.h>

#include "check/fingerprint.h"
#include "check/passage.h"
#include "check/plain.h"
#include "check/words.h"

static bv_check_function *const *const families[] = {
    bv_checks_label,    bv_checks_source,  bv_checks_date,
    bv_checks_diagnosis, bv_checks_reaction, bv_checks_privacy,
    bv_checks_structure, bv_checks_retelling, bv_checks_repeated, bv_checks_language,
    bv_checks_plain,
};

void bv_check_document(bv_document *document, const bv_config *config, bv_date as_of) {
  bv_arena *scratch = bv_arena_new();
  bv_passage_list passages = bv_passage_list_of(scratch, document);
  bv_plain_passages plain = bv_plain_passages_of(document);
  bv_word_set declared = bv_declared_words(scratch, document), names = bv_words_of_names(scratch, document);
  bv_check check = {.document = document,
                    .config = config,
                    .findings = document->findings,
                    .passages = &passages,
                    .plain = &plain,
                    .declared = &declared,
                    .names = &names,
                    .today = as_of.year ? as_of : document->front.date};
  for (size_t f = 0; f < sizeof families / sizeof *families; f++)
    for (bv_check_function *const *rule = families[f]; *rule; rule++)
      (*rule)(&check);
  bv_arena_free(scratch);
  bv_apply_exceptions(&check);
  bv_config_apply(config, document->findings);
  bv_findings_sort(document->findings);
  bv_fingerprint_findings(document);
}

bv_finding *bv_report(bv_check *check, bv_rule rule, bv_range range, const bv_claim *claim, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  bv_finding *finding = bv_findings_vadd(check->findings, rule, range, format, arguments);
  va_end(arguments);
  finding->claim = claim ? claim->number : NULL;
  return finding;
}

bv_finding *bv_report_claim(bv_check *check, bv_rule rule, const bv_claim *claim, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  bv_finding *finding = bv_findings_vadd(check->findings, rule, claim->range, format, arguments);
  va_end(arguments);
  finding->claim = claim->number;
  return finding;
}
