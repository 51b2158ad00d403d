/* A comparison for programs (schemas/vergelijking.schema.json). */
#include <jansson.h>
#include <stdlib.h>

#include "bronvast.h"
#include "write/compare.h"
#include "write/names.h"

static json_t *text_or_null(const char *text) { return text ? json_string(text) : json_null(); }

static json_t *draft_object(const bv_document *document) {
  json_t *object = json_object();
  json_object_set_new(object, "file", json_string(bv_name_as_text(document->arena, document->source->name)));
  json_object_set_new(object, "kind", text_or_null(document->front.kind));
  json_object_set_new(
      object, "date",
      text_or_null(document->front.date.year ? bv_date_iso(document->arena, document->front.date) : NULL));
  json_object_set_new(object, "sha256", json_string(document->source->sha256));
  return object;
}

static json_t *side_object(const bv_document *document, const bv_change_side *side) {
  if (side->range.end == side->range.start && !side->finding)
    return json_null();
  bv_position start = bv_source_position(document->source, side->range.start);
  json_t *object = json_object();
  json_object_set_new(object, "claim", text_or_null(side->claim ? side->claim->number : NULL));
  json_object_set_new(object, "part", side->part ? json_integer(side->part->number) : json_null());
  json_object_set_new(object, "line", json_integer(start.line));
  json_object_set_new(object, "column", json_integer(start.column));
  return object;
}

static json_t *change_object(const bv_comparison *comparison, const bv_change *change) {
  const bv_finding *finding = change->new_side.finding ? change->new_side.finding : change->old_side.finding;
  json_t *object = json_object();
  json_object_set_new(object, "subject", json_string(bv_subject_name(change->subject)));
  json_object_set_new(object, "action", json_string(bv_action_name(change->action)));
  json_object_set_new(object, "aspect", text_or_null(change->aspect));
  json_object_set_new(object, "title", text_or_null(change->title));
  json_object_set_new(object, "severity", text_or_null(finding ? bv_severity_english(finding->severity) : NULL));
  json_object_set_new(object, "before", text_or_null(change->before));
  json_object_set_new(object, "after", text_or_null(change->after));
  json_object_set_new(object, "old", side_object(comparison->old_draft, &change->old_side));
  json_object_set_new(object, "new", side_object(comparison->new_draft, &change->new_side));
  return object;
}

static json_t *counts_object(const bv_comparison *comparison) {
  json_t *object = json_object();
  for (int subject = 0; subject < BV_SUBJECT_COUNT; subject++) {
    json_t *counts = json_object();
    for (int action = 0; action < BV_ACTION_COUNT; action++)
      json_object_set_new(counts, bv_action_name((bv_action)action),
                          json_integer((json_int_t)comparison->counts[subject][action]));
    json_object_set_new(object, bv_subject_name((bv_subject)subject), counts);
  }
  return object;
}

void bv_write_comparison_json(bv_buf *out, const bv_comparison *comparison) {
  json_t *root = json_object(), *changes = json_array();
  for (size_t i = 0; i < comparison->changes.count; i++)
    json_array_append_new(changes, change_object(comparison, &comparison->changes.items[i]));
  json_object_set_new(root, "tool", json_string("bronvast"));
  json_object_set_new(root, "version", json_string(bv_version()));
  json_object_set_new(root, "old", draft_object(comparison->old_draft));
  json_object_set_new(root, "new", draft_object(comparison->new_draft));
  json_object_set_new(root, "counts", counts_object(comparison));
  json_object_set_new(root, "claims_changed", json_integer((json_int_t)comparison->claims_changed));
  json_object_set_new(root, "changes", changes);
  char *text = json_dumps(root, JSON_INDENT(2));
  if (!text)
    bv_out_of_memory();
  bv_buf_puts(out, text);
  bv_buf_putc(out, '\n');
  free(text);
  json_decref(root);
}
