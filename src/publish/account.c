/* The account: how many claims of each label, which exceptions were made and why, which program and which draft. */
#include <stdlib.h>
#include <string.h>

#include "bronvast.h"
#include "publish/appendices.h"
#include "publish/proof.h"
#include "publish/table.h"

typedef struct tally {
  size_t facts, opinions, hearsay;
} tally;

static void count_claim(tally *t, const bv_claim *claim) {
  t->facts += claim->label == BV_LABEL_FEIT;
  t->opinions += claim->label == BV_LABEL_MENING;
  t->hearsay += claim->label == BV_LABEL_HOREN_ZEGGEN;
}

static void add_tally(bv_publication *publication, xmlNode *table, const char *target, const char *title,
                      const tally *t) {
  xmlNode *row = bv_add_row(table);
  xmlNode *name = bv_add_cell(row, target ? "" : title);
  if (target)
    bv_add_link(name, target, title);
  const size_t numbers[] = {t->facts, t->opinions, t->hearsay, t->facts + t->opinions + t->hearsay};
  for (int i = 0; i < 4; i++)
    bv_add_cell(row, bv_sprintf(publication->arena, "%zu", numbers[i]));
  if (!target)
    bv_tree_set(row, "class", "total");
}

static void add_labels(bv_publication *publication, xmlNode *section) {
  static const char *const columns[] = {"column.part",    "column.facts", "column.opinions",
                                        "column.hearsay", "column.total", NULL};
  const bv_document *document = publication->document;
  tally all = {0}, *by_part = bv_calloc(publication->arena, document->parts.count + 1, sizeof *by_part);
  for (size_t i = 0; i < document->claims.count; i++) {
    count_claim(&all, document->claims.items[i]);
    count_claim(&by_part[document->claims.items[i]->part->number], document->claims.items[i]);
  }
  xmlNode *table = bv_add_table(publication, section, "labels", "caption.labels", columns);
  for (size_t i = 0; i < document->parts.count; i++) {
    const bv_part *part = &document->parts.items[i];
    if (!part->section && !part->claim_count)
      continue;
    const char *title = bv_sprintf(publication->arena, "%u %s", part->number, part->title);
    add_tally(publication, table, part->section ? bv_sprintf(publication->arena, "#deel-%u", part->number) : NULL,
              title, &by_part[part->number]);
  }
  add_tally(publication, table, NULL, bv_say(publication, "total", NULL), &all);
}

static xmlHashTablePtr claims_by_number(const bv_document *document) {
  xmlHashTablePtr claims = xmlHashCreate(256);
  if (!claims)
    bv_out_of_memory();
  for (size_t i = 0; i < document->claims.count; i++)
    xmlHashAddEntry(claims, BAD_CAST document->claims.items[i]->number, document->claims.items[i]);
  return claims;
}

/* What the rule asks; not the message, which quotes the text: words of claims stand in this version once. */
static void add_rule(bv_publication *publication, xmlNode *row, bv_rule rule) {
  const bv_rule_info *info = bv_rule_info_of(rule);
  bv_add_cell(row, bv_sprintf(publication->arena, "%s: %s", info->name, info->summary));
}

static void add_exceptions(bv_publication *publication, xmlNode *section, xmlHashTablePtr claims) {
  static const char *const columns[] = {"column.claim", "column.rule", "column.reason", NULL};
  const bv_findings *findings = publication->findings;
  xmlNode *table = NULL;
  for (size_t i = 0; i < findings->count; i++) {
    const bv_finding *finding = &findings->items[i];
    if (!finding->suppressed)
      continue;
    if (!table)
      table = bv_add_table(publication, section, "exceptions", "caption.exceptions", columns);
    xmlNode *row = bv_add_row(table), *where = bv_add_cell(row, "");
    const bv_claim *claim = finding->claim ? xmlHashLookup(claims, BAD_CAST finding->claim) : NULL;
    if (claim)
      bv_add_claim_links(publication, where, &claim, 1);
    add_rule(publication, row, finding->rule);
    bv_add_cell(row, finding->reason);
  }
  if (!table)
    bv_tree_add_text(section, "p", bv_say(publication, "exceptions.none", NULL));
}

/* The findings of one rule and severity: how many, and in which claims. */
typedef struct open_rule {
  size_t count;
  struct { const bv_claim **items; size_t count, capacity; } claims;
} open_rule;

static int by_number(const void *left, const void *right) {
  const bv_claim *const *a = left, *const *b = right;
  return bv_proof_compare((*a)->number, (*b)->number);
}

static void add_open_row(bv_publication *publication, xmlNode *table, bv_severity severity, bv_rule rule, open_rule *open) {
  xmlNode *row = bv_add_row(table);
  bv_add_cell(row, bv_severity_dutch(severity));
  add_rule(publication, row, rule);
  bv_add_cell(row, bv_sprintf(publication->arena, "%zu", open->count));
  size_t kept = 0;
  if (open->claims.count)
    qsort(open->claims.items, open->claims.count, sizeof *open->claims.items, by_number);
  for (size_t i = 0; i < open->claims.count; i++)
    if (!kept || open->claims.items[kept - 1] != open->claims.items[i])
      open->claims.items[kept++] = open->claims.items[i];
  bv_add_claim_links(publication, bv_add_cell(row, ""), open->claims.items, kept);
}

/* What a version that was asked for as it is leaves open: errors and warnings, as counted on every page. By rule, so that the
 * order of findings, which is that of one notation, does not show. */
static void add_open(bv_publication *publication, xmlNode *section, xmlHashTablePtr claims) {
  static const char *const columns[] = {"column.severity", "column.rule", "column.count", "column.claims", NULL};
  open_rule *all = bv_calloc(publication->arena, (BV_FOUT + 1) * BV_RULE_COUNT, sizeof *all);
  for (size_t i = 0; i < publication->findings->count; i++) {
    const bv_finding *finding = &publication->findings->items[i];
    open_rule *open = &all[finding->severity * BV_RULE_COUNT + finding->rule];
    const bv_claim *claim = finding->claim ? xmlHashLookup(claims, BAD_CAST finding->claim) : NULL;
    open->count += !finding->suppressed;
    if (claim && !finding->suppressed)
      BV_PUSH(publication->arena, &open->claims, claim);
  }
  xmlNode *table = NULL;
  for (int severity = BV_FOUT; severity >= BV_WAARSCHUWING; severity--)
    for (int rule = 0; rule < BV_RULE_COUNT; rule++) {
      open_rule *open = &all[severity * BV_RULE_COUNT + rule];
      if (open->count && !table)
        table = bv_add_table(publication, section, "open", "caption.open", columns);
      if (open->count)
        add_open_row(publication, table, (bv_severity)severity, (bv_rule)rule, open);
    }
}

void bv_appendix_account(bv_publication *publication, xmlNode *section) {
  bv_arena *arena = publication->arena;
  xmlHashTablePtr claims = claims_by_number(publication->document);
  add_labels(publication, section);
  add_exceptions(publication, section, claims);
  size_t errors = bv_findings_count(publication->findings, BV_FOUT);
  size_t warnings = bv_findings_count(publication->findings, BV_WAARSCHUWING);
  bv_value second = {"waarschuwingen", bv_sprintf(arena, "%zu", warnings), warnings != 1, NULL};
  bv_value first = {"fouten", bv_sprintf(arena, "%zu", errors), errors != 1, &second};
  bv_tree_add_text(section, "p", bv_texts_get(publication->texts, "account.findings", &first));
  if (publication->options->as_is)
    add_open(publication, section, claims);
  xmlHashFree(claims, NULL);
  bv_tree_add_text(section, "p", bv_say(publication, "account.program", "versie", bv_version(), NULL));
  xmlNode *hash = bv_tree_add_text(section, "p", bv_say(publication, "account.hash", NULL));
  bv_tree_text(hash, " ");
  bv_tree_add_text(hash, "code", publication->document->source->sha256);
}
