#include "write/reference.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/xml.h"
#include "write/templates.h"

enum { START_OF_1980 = 315532800 /* the first day that ZIP knows */ };

/* Where in the package each template goes. */
static const struct { const char *template, *part; } parts[] = {
    {"docx-inhoud.xml", "[Content_Types].xml"},
    {"docx-pakket.xml", "_rels/.rels"},
    {"docx-document.xml", "word/document.xml"},
    {"docx-verwijzingen.xml", "word/_rels/document.xml.rels"},
    {"docx-stijlen.xml", "word/styles.xml"},
    {"docx-kop.xml", "word/header1.xml"},
    {"docx-voet.xml", "word/footer1.xml"},
    {"docx-nummering.xml", "word/numbering.xml"},
    {"docx-voetnoten.xml", "word/footnotes.xml"},
    {"docx-leeg-verwijzingen.xml", "word/_rels/footnotes.xml.rels"},
    {"docx-opmerkingen.xml", "word/comments.xml"},
    {"docx-instellingen.xml", "word/settings.xml"},
    {"docx-webinstellingen.xml", "word/webSettings.xml"},
    {"docx-lettertypen.xml", "word/fontTable.xml"},
    {"docx-thema.xml", "word/theme/theme1.xml"},
};

/* What a header or footer may name in braces. */
typedef struct slots {
  const char *title, *organisation, *stamp;
} slots;

static const char *text_of(bv_arena *arena, const xmlNode *node) {
  xmlChar *text = xmlNodeGetContent(node);
  xmlChar *escaped = xmlEncodeSpecialChars(NULL, text);
  if (!text || !escaped)
    bv_out_of_memory();
  const char *kept = bv_strdup(arena, (const char *)escaped);
  xmlFree(text);
  xmlFree(escaped);
  return kept;
}

static slots slots_of(bv_arena *arena, const xmlDoc *published) {
  slots s = {"", "", ""};
  const xmlNode *head = xmlDocGetRootElement((xmlDoc *)published)->children;
  while (head && !xmlStrEqual(head->name, BAD_CAST "head"))
    head = head->next;
  for (const xmlNode *node = head ? head->children : NULL; node; node = node->next) {
    const char *name = (const char *)node->name;
    if (strcmp(name, "running") == 0)
      s.title = text_of(arena, node);
    else if (strcmp(name, "organisation") == 0)
      s.organisation = text_of(arena, node);
    else if (strcmp(name, "stamp") == 0)
      s.stamp = text_of(arena, node);
    else if (strcmp(name, "stamp-note") == 0)
      s.stamp = bv_sprintf(arena, "%s · %s", s.stamp, text_of(arena, node));
  }
  return s;
}

/* The template with its slots filled; braces around anything else stay. */
static const char *fill(bv_arena *arena, const char *template, const slots *s, size_t *length) {
  const struct { const char *slot, *value; } all[] = {
      {"{titel}", s->title}, {"{organisatie}", s->organisation}, {"{stempel}", s->stamp}};
  enum { SLOTS = sizeof all / sizeof *all };
  bv_buf out = bv_buf_new(arena);
  while (*template) {
    size_t i = 0;
    while (i < SLOTS && strncmp(template, all[i].slot, strlen(all[i].slot)) != 0)
      i++;
    if (i < SLOTS) {
      bv_buf_puts(&out, all[i].value);
      template += strlen(all[i].slot);
    } else {
      bv_buf_putc(&out, *template++);
    }
  }
  *length = out.length;
  return bv_buf_string(&out);
}

/* One part of the package; NULL after an error. */
static const char *part_bytes(bv_arena *arena, const char *folder, size_t index, const slots *s, size_t *length,
                              const char **error) {
  const char *name = parts[index].template;
  const char *bytes = bv_template_bytes(arena, folder, name, length);
  bv_xml_error wrong = {0};
  xmlDoc *document = bytes ? bv_xml_parse(arena, bytes, *length, &wrong) : NULL;
  if (!document) {
    *error = bytes ? bv_sprintf(arena, MSG_TEMPLATE_WRONG, name, wrong.line, (int)strlen(wrong.message), wrong.message)
                   : bv_sprintf(arena, MSG_TEMPLATE_MISSING, name);
    return NULL;
  }
  xmlFreeDoc(document);
  bool filled = strncmp(parts[index].part, "word/header", 11) == 0 || strncmp(parts[index].part, "word/footer", 11) == 0;
  return filled ? fill(arena, bytes, s, length) : bytes;
}

static bool add_part(struct archive *package, const char *part, const char *bytes, size_t length) {
  struct archive_entry *entry = archive_entry_new();
  if (!entry)
    bv_out_of_memory();
  archive_entry_set_pathname(entry, part);
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_perm(entry, 0644);
  archive_entry_set_size(entry, (la_int64_t)length);
  archive_entry_set_mtime(entry, START_OF_1980, 0);
  bool good = archive_write_header(package, entry) == ARCHIVE_OK &&
              archive_write_data(package, bytes, length) == (la_ssize_t)length;
  archive_entry_free(entry);
  return good;
}

static la_ssize_t keep(struct archive *package, void *out, const void *bytes, size_t length) {
  (void)package;
  bv_buf_add(out, bytes, length);
  return (la_ssize_t)length;
}

const char *bv_write_reference(bv_arena *arena, const xmlDoc *published, const char *folder, size_t *length, const char **error) {
  slots s = slots_of(arena, published);
  bv_buf bytes = bv_buf_new(arena);
  struct archive *package = archive_write_new();
  bool good = package && archive_write_set_format_zip(package) == ARCHIVE_OK &&
              archive_write_set_options(package, "zip:compression=store,zip:!zip64") >= ARCHIVE_WARN &&
              archive_write_set_bytes_in_last_block(package, 1) == ARCHIVE_OK &&
              archive_write_open(package, &bytes, NULL, keep, NULL) == ARCHIVE_OK;
  *error = NULL;
  for (size_t i = 0; good && !*error && i < sizeof parts / sizeof *parts; i++) {
    size_t size;
    const char *part = part_bytes(arena, folder, i, &s, &size, error);
    good = part && add_part(package, parts[i].part, part, size);
  }
  good = good && archive_write_close(package) == ARCHIVE_OK;
  archive_write_free(package);
  if (!good && !*error)
    *error = MSG_REFERENCE_FAILED;
  *length = bytes.length;
  return good ? bv_buf_string(&bytes) : NULL;
}
