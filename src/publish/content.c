#include "publish/content.h"

#include "base/buf.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "publish/filter.h"

bool bv_is_answer(const bv_node *node) { return bv_has_class(node, "reactie") || bv_has_class(node, "voor-ouders"); }

bv_piece bv_span_text(const bv_node *span) {
  const bv_node *leaf = bv_node_leaf(span);
  bv_piece piece = {leaf, 0, 0};
  bool found = false;
  for (size_t i = 0; i < leaf->text->run_count; i++) {
    const bv_run *run = &leaf->text->runs[i];
    if (!run->span || !bv_node_within(run->span, span))
      continue;
    piece.start = found ? piece.start : run->start;
    piece.end = run->end;
    found = true;
  }
  return piece;
}

/* The outermost claim in the leaf around a run, or NULL. */
static const bv_claim *outermost_claim(const bv_run *run, const bv_node *leaf) {
  const bv_claim *claim = NULL;
  for (const bv_node *span = run->span; span && span != leaf; span = span->parent)
    if (span->claim)
      claim = span->claim;
  return claim;
}

bv_claim_stretches bv_claims_in_leaf(bv_arena *arena, const bv_node *leaf) {
  bv_claim_stretches all = {0};
  for (size_t i = 0; i < leaf->text->run_count; i++) {
    const bv_run *run = &leaf->text->runs[i];
    const bv_claim *claim = outermost_claim(run, leaf);
    if (!claim)
      continue;
    if (all.count && all.items[all.count - 1].claim == claim)
      all.items[all.count - 1].end = run->end;
    else
      BV_PUSH(arena, &all, (bv_claim_stretch){claim, run->start, run->end});
  }
  return all;
}

typedef enum gap { GAP_SPACE, GAP_PUNCTUATION, GAP_WORDS } gap;

/* What stands in a stretch of text. Opening marks belong to what follows, and count as words. */
static gap kind_of_gap(const char *bytes, uint32_t start, uint32_t end) {
  gap found = GAP_SPACE;
  for (uint32_t i = start; i < end;) {
    uint32_t c = 0;
    size_t size = bv_utf8_decode(bytes + i, end - i, &c);
    int8_t category = u_charType((UChar32)c);
    if (u_isalnum((UChar32)c) || category == U_START_PUNCTUATION || category == U_INITIAL_PUNCTUATION)
      return GAP_WORDS;
    if (!u_isUWhiteSpace((UChar32)c))
      found = GAP_PUNCTUATION;
    i += size ? (uint32_t)size : 1;
  }
  return found;
}

bool bv_has_text_outside_claims(const bv_node *leaf) {
  for (size_t i = 0; i < leaf->text->run_count; i++) {
    const bv_run *run = &leaf->text->runs[i];
    if (!outermost_claim(run, leaf) && kind_of_gap(leaf->text->bytes, run->start, run->end) == GAP_WORDS)
      return true;
  }
  return false;
}

const char *bv_published_target(const bv_publication *publication, const char *href) {
  static const char *const schemes[] = {"https://", "http://", "mailto:"};
  for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
    if (strncmp(href, schemes[i], strlen(schemes[i])) == 0)
      return href;
  const bv_node *node = href[0] == '#' ? xmlHashLookup(publication->ids, BAD_CAST(href + 1)) : NULL;
  if (!node || bv_node_is_withheld(publication, node))
    return NULL;
  if (node->claim)
    return bv_sprintf(publication->arena, "#punt-%s", node->claim->number);
  const bv_index_entry *anchor = bv_index_first(&publication->anchors, node);
  return anchor ? bv_sprintf(publication->arena, "#%s", (const char *)anchor->item) : NULL;
}

/* Text with its hard line breaks. */
static void add_text(xmlNode *parent, const char *bytes, size_t length) {
  while (length) {
    const char *line_end = memchr(bytes, '\n', length);
    size_t piece = line_end ? (size_t)(line_end - bytes) : length;
    bv_tree_text_n(parent, bytes, piece);
    if (!line_end)
      return;
    bv_tree_add(parent, "br");
    bytes += piece + 1;
    length -= piece + 1;
  }
}

static void add_run(bv_content *content, const bv_node *leaf, const bv_run *run, uint32_t start, uint32_t end,
                    xmlNode *parent) {
  const char *target = run->href ? bv_published_target(content->publication, run->href) : NULL;
  if (target)
    parent = bv_add_link(parent, target, "");
  if (run->style & BV_STYLE_STRONG)
    parent = bv_tree_add(parent, "strong");
  if (run->style & BV_STYLE_EMPHASIS)
    parent = bv_tree_add(parent, "em");
  if (run->style & BV_STYLE_CODE)
    parent = bv_tree_add(parent, "code");
  add_text(parent, leaf->text->bytes + start, end - start);
}

enum { DEEPEST_CLAIMS = 128 }; /* the reader nests spans no deeper than 100 */

/* The claims around a run, outermost first, down from the claim whose text is written. */
static size_t claims_around(const bv_content *content, const bv_run *run, const bv_node *leaf, const bv_claim **chain) {
  const bv_claim *inward[DEEPEST_CLAIMS];
  size_t count = 0;
  for (const bv_node *span = run->span; span && span != leaf && count < DEEPEST_CLAIMS; span = span->parent) {
    if (span->claim && span->claim == content->inside)
      break;
    if (span->claim)
      inward[count++] = span->claim;
  }
  for (size_t i = 0; i < count; i++)
    chain[i] = inward[count - 1 - i];
  return count;
}

void bv_claim_about(bv_publication *publication, xmlNode *element, const bv_claim *claim) {
  bv_buf ids = bv_buf_new(publication->arena);
  for (size_t i = 0; i < bv_listed(claim->about.count); i++)
    bv_buf_printf(&ids, "%s%s", i ? " " : "", claim->about.items[i]->id);
  bv_tree_set(element, "about", ids.length ? bv_buf_string(&ids) : NULL);
}

static xmlNode *open_subclaim(bv_content *content, const bv_claim *claim, xmlNode *parent) {
  xmlNode *element = bv_tree_add(parent, "subclaim");
  bv_claim_attributes(content->publication, element, claim);
  bv_claim_about(content->publication, element, claim);
  BV_PUSH(content->publication->arena, &content->subclaims, claim);
  return element;
}

/* Writes runs with an element around each claim. */
static void inline_marked(bv_content *content, const bv_node *leaf, uint32_t start, uint32_t end, xmlNode *parent) {
  const bv_claim *open[DEEPEST_CLAIMS], *chain[DEEPEST_CLAIMS];
  size_t depth = 0;
  xmlNode *at = parent;
  for (size_t i = 0; i < leaf->text->run_count; i++) {
    const bv_run *run = &leaf->text->runs[i];
    uint32_t from = run->start > start ? run->start : start, to = run->end < end ? run->end : end;
    if (from >= to)
      continue;
    size_t count = claims_around(content, run, leaf, chain), same = 0;
    while (same < depth && same < count && open[same] == chain[same])
      same++;
    for (; depth > same; depth--)
      at = at->parent;
    for (; depth < count; depth++) {
      at = open_subclaim(content, chain[depth], at);
      open[depth] = chain[depth];
    }
    add_run(content, leaf, run, from, to, at);
  }
}

/* Whether a sentence can begin at the place: nothing before it, or the end of a sentence. */
static bool is_sentence_boundary(const char *bytes, uint32_t start, uint32_t at) {
  static const char *const closing[] = {"\"", "'", ")", "”", "’", "»"};
  while (at > start && (bytes[at - 1] == ' ' || bytes[at - 1] == '\n'))
    at--;
  for (bool more = true; more;) {
    more = false;
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++) {
      uint32_t length = (uint32_t)strlen(closing[i]);
      if (at - start > length && memcmp(bytes + at - length, closing[i], length) == 0) {
        at -= length;
        more = true;
      }
    }
  }
  return at == start || strchr(".!?", bytes[at - 1]) || (at - start >= 3 && memcmp(bytes + at - 3, "…", 3) == 0);
}

/* Writes runs for one reader. A claim inside has a point of its own: whole sentences of it are left to that, but inside a
 * sentence its words stay, or, where they are withheld, a gap shows that something is not there. */
static void inline_for_reader(bv_content *content, const bv_node *leaf, uint32_t start, uint32_t end, xmlNode *parent) {
  const bv_claim *chain[DEEPEST_CLAIMS], *last = NULL;
  bool whole = false;
  for (size_t i = 0; i < leaf->text->run_count; i++) {
    const bv_run *run = &leaf->text->runs[i];
    uint32_t from = run->start > start ? run->start : start, to = run->end < end ? run->end : end;
    if (from >= to)
      continue;
    const bv_claim *inner = claims_around(content, run, leaf, chain) ? chain[0] : NULL;
    if (inner && inner != last) {
      bv_piece text = bv_span_text(inner->element);
      whole = !content->whole_text && is_sentence_boundary(leaf->text->bytes, start, text.start) &&
              is_sentence_boundary(leaf->text->bytes, text.start, text.end);
    }
    bool withheld = bv_node_is_withheld(content->publication, run->span ? run->span : leaf);
    if (inner && inner == last && (whole || withheld))
      continue;
    if (inner && whole) {
      last = inner;
      continue;
    }
    if (withheld) {
      if (!inner || inner != last)
        bv_tree_add_text(parent, "gap", bv_say(content->publication, "gap", NULL));
    } else {
      add_run(content, leaf, run, from, to, parent);
    }
    last = inner;
  }
}

void bv_content_inline(bv_content *content, const bv_node *leaf, uint32_t start, uint32_t end, xmlNode *parent) {
  if (content->mark_claims)
    inline_marked(content, leaf, start, end, parent);
  else
    inline_for_reader(content, leaf, start, end, parent);
}

const char *bv_title_for_reader(bv_publication *publication, const bv_node *section) {
  const bv_node *heading = section->first_child;
  for (const bv_node *node = heading; node; node = bv_node_following(node, heading))
    if (bv_node_is_withheld(publication, node))
      return bv_say(publication, "part.untitled", NULL);
  return heading->text->bytes;
}
