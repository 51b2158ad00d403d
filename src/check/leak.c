/* Leaks: what is withheld from a reader stands nowhere else in what that reader gets.
 *
 * Every withheld text is cut into the marks by which it can be recognised (marks.h). Then all text is cut the same way,
 * once, and each mark is looked up; who reads that place is only asked when a mark is found. */
#include "check/leak.h"

#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "base/same.h"
#include "check/marks.h"
#include "check/passage.h"
#include "check/plain.h"
#include "check/voice.h"

/* A withheld text. */
typedef struct secret {
  const bv_person_list *readers; /* who does not get it */
  const char *name;              /* "bewering 3.4", "de reactie van mevrouw Jansen" */
} secret;

typedef struct secret_mark {
  bv_mark mark;
  const secret *secret;
  size_t order, seen; /* by readers who should not */
} secret_mark;

/* A place where a reader gets a mark of something withheld. */
typedef struct sighting {
  const bv_node *node;
  const bv_attribute *attribute; /* NULL: in the text of the leaf `node` */
  uint32_t start, end;
  secret_mark *mark;
  const bv_person *reader;
} sighting;

typedef struct search {
  bv_check *check;
  bv_arena *scratch;    /* for what is only needed while looking */
  const secret *secret; /* being cut */
  struct {
    secret_mark *items;
    size_t count, capacity;
  } marks;
  bv_wanted_marks wanted; /* those marks */
  const bv_node *node; /* being looked through: a leaf, or the element of the attribute */
  const bv_attribute *attribute;
  struct {
    sighting *items;
    size_t count, capacity;
  } sightings;
} search;

/* A name or diagnosis that stands in more places than this is known: the withheld text does not give it. */
enum { FEW_PLACES = 2 };

static void take_secret_mark(void *context, const bv_mark *mark) {
  search *s = context;
  BV_PUSH(s->scratch, &s->marks, (secret_mark){*mark, s->secret, s->marks.count, 0});
}

static void cut_secret(search *s, const bv_common_words *common, const char *text, size_t length) {
  bv_each_distinctive_mark(s->scratch, text, length, common, take_secret_mark, s);
}

static void cut_claim(search *s, const bv_common_words *common, const bv_claim *claim) {
  secret *own = bv_alloc(s->scratch, sizeof *own);
  *own = (secret){&claim->withheld_from, bv_sprintf(s->scratch, MSG_LEAK_OF_CLAIM, claim->number)};
  s->secret = own;
  for (size_t i = 0; i < claim->pieces.count; i++) {
    const bv_piece *piece = &claim->pieces.items[i];
    cut_secret(s, common, piece->leaf->text->bytes + piece->start, piece->end - piece->start);
  }
  if (claim->plain)
    cut_secret(s, common, claim->plain, strlen(claim->plain));
}

static void cut_reaction(search *s, const bv_common_words *common, const bv_reaction *reaction) {
  secret *own = bv_alloc(s->scratch, sizeof *own);
  const char *from = reaction->from ? reaction->from->name : MSG_SOMEBODY;
  *own = (secret){&reaction->withheld_from, bv_sprintf(s->scratch, MSG_LEAK_OF_REACTION, from)};
  s->secret = own;
  for (const bv_node *node = reaction->element; node; node = bv_node_following(node, reaction->element))
    if (node->text)
      cut_secret(s, common, node->text->bytes, node->text->length);
}

static int by_hash(const void *left, const void *right) {
  const secret_mark *a = left, *b = right;
  if (a->mark.hash != b->mark.hash)
    return a->mark.hash < b->mark.hash ? -1 : 1;
  return a->order < b->order ? -1 : 1;
}

/* Collects the marks of everything withheld; false when nothing is. */
static bool collect_secrets(search *s) {
  const bv_document *document = s->check->document;
  bool any = false;
  for (size_t i = 0; i < document->claims.count && !any; i++)
    any = document->claims.items[i]->withheld_from.count > 0;
  for (size_t i = 0; i < document->reactions.count && !any; i++)
    any = document->reactions.items[i].withheld_from.count > 0;
  if (!any)
    return false;
  bv_common_words common = bv_common_words_with(s->check->declared);
  for (size_t i = 0; i < document->claims.count; i++)
    if (document->claims.items[i]->withheld_from.count)
      cut_claim(s, &common, document->claims.items[i]);
  for (size_t i = 0; i < document->reactions.count; i++)
    if (document->reactions.items[i].withheld_from.count)
      cut_reaction(s, &common, &document->reactions.items[i]);
  for (size_t i = 0; i < s->marks.count; i++)
    bv_want_mark(&s->wanted, &s->marks.items[i].mark);
  if (s->marks.count)
    qsort(s->marks.items, s->marks.count, sizeof *s->marks.items, by_hash);
  return s->marks.count > 0;
}

static secret_mark *find_mark(const search *s, uint64_t hash) {
  size_t low = 0, high = s->marks.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->marks.items[middle].mark.hash < hash)
      low = middle + 1;
    else
      high = middle;
  }
  return low < s->marks.count && s->marks.items[low].mark.hash == hash ? &s->marks.items[low] : NULL;
}

/* The claim that a text for parents retells, when the node lies in one; else NULL. They stand in the order of the
 * document. */
static const bv_claim *retold_claim(const bv_document *document, const bv_node *node) {
  while (node && !bv_has_class(node, "voor-ouders"))
    node = node->parent;
  size_t low = 0, high = node ? document->plain_texts.count : 0;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const bv_plain_text *plain = &document->plain_texts.items[middle];
    if (plain->element == node)
      return plain->claim;
    if (plain->element->range.start < node->range.start)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

static bool is_withheld_at(const bv_document *document, const bv_node *node, const bv_person *person) {
  const bv_claim *retold = retold_claim(document, node);
  if (retold && bv_has_person(&retold->withheld_from, person))
    return true;
  for (; node; node = node->parent) {
    const bv_attribute *withheld = bv_own_attribute(node, "vertrouwelijk");
    if (bv_names_id(withheld, person->id))
      return true;
  }
  return false;
}

/* The innermost element that a byte of what is looked through lies in. Why something is withheld is told to those whom
 * it is withheld from: such a reason belongs to what stands around. */
static const bv_node *element_at(const search *s, uint32_t offset) {
  if (s->attribute)
    return strcmp(s->attribute->key, "reden") == 0 && s->node->parent ? s->node->parent : s->node;
  const bv_text *text = s->node->text;
  size_t low = 0, high = text->run_count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (text->runs[middle].start <= offset)
      low = middle;
    else
      high = middle;
  }
  return text->run_count && text->runs[low].span ? text->runs[low].span : s->node;
}

/* One of those whom it is withheld from and who reads this place, or NULL. */
static const bv_person *reader_of(const search *s, const bv_person_list *withheld_from, uint32_t offset) {
  const bv_node *node = element_at(s, offset);
  for (size_t i = 0; i < withheld_from->count && i < BV_MOST_NAMED; i++)
    if (!is_withheld_at(s->check->document, node, withheld_from->items[i]))
      return withheld_from->items[i];
  return NULL;
}

static void take_seen_mark(void *context, const bv_mark *mark) {
  search *s = context;
  secret_mark *known = find_mark(s, mark->hash);
  const bv_person *reader = known ? reader_of(s, known->secret->readers, mark->start) : NULL;
  if (!reader)
    return;
  known->seen++;
  sighting *last = s->sightings.count ? &s->sightings.items[s->sightings.count - 1] : NULL;
  bool goes_on = last && last->node == s->node && last->attribute == s->attribute &&
                 last->mark->secret == known->secret && last->mark->mark.kind == BV_MARK_PHRASE &&
                 mark->kind == BV_MARK_PHRASE && mark->start <= last->end;
  if (goes_on)
    last->end = mark->end;
  else
    BV_PUSH(s->scratch, &s->sightings, (sighting){s->node, s->attribute, mark->start, mark->end, known, reader});
}

/* The words of an attribute: those for the parents were cut before, in the order of the document, from `next` on. */
static bv_tokens attribute_words(const search *s, const bv_attribute *attribute, size_t *next) {
  const bv_plain_passages *plain = s->check->plain;
  if (*next < plain->count && plain->items[*next].text == attribute->value)
    return plain->items[(*next)++].tokens;
  return bv_tokenize(s->scratch, attribute->value, strlen(attribute->value));
}

static void look_through(search *s) {
  const bv_document *document = s->check->document;
  size_t next = 0, next_plain = 0;
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
    s->node = node;
    s->attribute = NULL;
    const bv_passage *passage =
        node->text && node->text->length ? bv_passage_next(s->check->passages, node, &next) : NULL;
    if (passage)
      bv_each_wanted_mark(s->scratch, &passage->tokens, node->text->length, &s->wanted, take_seen_mark, s);
    for (size_t i = 0; i < node->attributes.pairs.count; i++) {
      const bv_attribute *attribute = &node->attributes.pairs.items[i];
      if (!bv_same(attribute->key, "ouders") && !bv_same(attribute->key, "reden") && !bv_same(attribute->key, "noodzaak"))
        continue;
      s->attribute = attribute;
      bv_tokens tokens = attribute_words(s, attribute, &next_plain);
      bv_each_wanted_mark(s->scratch, &tokens, strlen(attribute->value), &s->wanted, take_seen_mark, s);
    }
  }
}

static void report(const search *s, const sighting *seen) {
  const char *text = seen->attribute ? seen->attribute->value : seen->node->text->bytes;
  bv_range range =
      seen->attribute ? seen->attribute->value_range : bv_text_source_range(seen->node->text, seen->start, seen->end);
  const bv_claim *claim = seen->attribute ? seen->node->claim : bv_claim_at(seen->node, seen->start);
  bv_finding *finding = bv_report(s->check, BV_RULE_PRIVACY_LEK, range, claim, MSG_LEAK,
                                  bv_excerpt(s->scratch, text + seen->start, seen->end - seen->start),
                                  seen->mark->secret->name, seen->reader->name);
  finding->suggestion = bv_sprintf(s->check->document->arena, MSG_LEAK_ADVICE, seen->reader->id);
  if (seen->mark->mark.kind == BV_MARK_DIAGNOSIS) /* it may be somebody else's */
    finding->severity = BV_WAARSCHUWING;
}

static void report_sightings(const search *s) {
  const sighting *last = NULL;
  for (size_t i = 0; i < s->sightings.count; i++) {
    const sighting *seen = &s->sightings.items[i];
    bool may_be_known = seen->mark->mark.kind == BV_MARK_NAME || seen->mark->mark.kind == BV_MARK_DIAGNOSIS;
    if (may_be_known && seen->mark->seen > FEW_PLACES)
      continue;
    /* One finding for what one place gives away of one secret. */
    if (last && last->node == seen->node && last->attribute == seen->attribute &&
        last->mark->secret == seen->mark->secret)
      continue;
    report(s, seen);
    last = seen;
  }
}

void bv_check_leaks(bv_check *check) {
  search s = {.check = check, .scratch = bv_arena_new()};
  if (collect_secrets(&s)) {
    look_through(&s);
    report_sightings(&s);
  }
  bv_arena_free(s.scratch);
}
