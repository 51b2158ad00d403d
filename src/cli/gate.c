#include "cli/gate.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/messages.h"
#include "base/nearest.h"

/* The court gets no draft with errors. */
static bool may_go_to_court(const char *file, const bv_document *document) {
  size_t errors = bv_findings_count(document->findings, BV_FOUT);
  if (errors)
    fprintf(stderr, MSG_RENDER_REFUSED "\n", file, errors, errors == 1 ? MSG_ERROR_ONE : MSG_ERROR_MANY, file);
  return errors == 0;
}

/* Whether the bytes hold the word that withholds, or one that was meant as it. */
static bool means_to_withhold(const char *bytes, size_t length) {
  static const char *const key = "vertrouwelijk";
  enum { LONGEST = 20 };
  for (size_t i = 0, end; i < length; i = end + 1) {
    char word[LONGEST + 1];
    for (end = i; end < length && isalpha((unsigned char)bytes[end]); end++) {
    }
    if (end - i > LONGEST)
      continue;
    memcpy(word, bytes + i, end - i);
    word[end - i] = '\0';
    if (bv_nearest(word, &key, 1))
      return true;
  }
  return false;
}

/* Whether the finding says that what is withheld can be read all the same: elsewhere in the text, or because what should
 * withhold it cannot be read itself. That may stand anywhere in the line. */
static bool tells_of_leak(const bv_document *document, const bv_finding *finding) {
  if (finding->severity != BV_FOUT || finding->suppressed)
    return false;
  if (finding->rule == BV_RULE_PRIVACY_LEK)
    return true;
  if (finding->rule != BV_RULE_MARKUP_ATTRIBUUT && finding->rule != BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT &&
      finding->rule != BV_RULE_MARKUP_NIET_GESLOTEN)
    return false;
  bv_range line = bv_source_line(document->source, bv_source_position(document->source, finding->range.start).line);
  uint32_t end = finding->range.end > line.end ? finding->range.end : line.end;
  return means_to_withhold(document->source->bytes + line.start, end - line.start);
}

/* Parents get a draft with errors, but none that could show them what is withheld from somebody. */
static bool may_go_to_parents(const char *file, const bv_document *document) {
  for (size_t i = 0; i < document->findings->count; i++) {
    const bv_finding *finding = &document->findings->items[i];
    if (!tells_of_leak(document, finding))
      continue;
    fprintf(stderr, MSG_RENDER_LEAKS "\n", file, bv_source_position(document->source, finding->range.start).line,
            finding->message);
    return false;
  }
  return true;
}

bool bv_may_publish(const char *file, const bv_document *document, const bv_publish_options *options) {
  if (options->as_is)
    return true;
  return options->court ? may_go_to_court(file, document) : may_go_to_parents(file, document);
}
