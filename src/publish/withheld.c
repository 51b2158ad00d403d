/* What a reader does not get: number and ground, never content, and never the author's reason, which can tell the content
 * or whom it protects. A reason may begin with the name of a ground ("privacy: …"); else the general ground is printed. */
#include <string.h>

#include "publish/filter.h"
#include "publish/parents.h"

/* The ground that a reason begins with, when there is a text for it. */
static const char *ground_of(bv_publication *publication, const char *reason) {
  const char *colon = reason ? strchr(reason, ':') : NULL;
  if (colon && colon - reason < 24) {
    const char *id = bv_sprintf(publication->arena, "withheld.ground.%.*s", (int)(colon - reason), reason);
    if (bv_texts_has(publication->texts, id))
      return bv_say(publication, id, NULL);
  }
  return bv_say(publication, "withheld.ground", NULL);
}

void bv_add_withheld(bv_publication *publication, xmlNode *parent) {
  const bv_document *document = publication->document;
  xmlNode *list = NULL;
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    if (!bv_claim_is_withheld(publication, claim))
      continue;
    if (!list) {
      xmlNode *chapter =
          bv_add_section(parent, "niet-getoond", "chapter", bv_say(publication, "chapter.withheld", NULL));
      bv_tree_add_text(chapter, "p", bv_say(publication, "withheld.intro", NULL));
      list = bv_tree_add(chapter, "withheld");
      bv_tree_add_text(chapter, "p", bv_say(publication, "withheld.judge", NULL));
    }
    xmlNode *entry = bv_tree_add_text(list, "withheld-claim", ground_of(publication, claim->withheld_reason));
    bv_tree_set(entry, "number", claim->number);
  }
}
