#include "write/html.h"

#include <libxml/parser.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "write/templates.h"

/* One transformation. libxslt hands its loader no context that we can set, so that the one at work is kept beside it. */
typedef struct transformation {
  bv_arena *arena;
  const char *folder;
  const char *error; /* the first thing that was wrong */
  const char *detail; /* what was said before a place, by XPath */
  const char *file;  /* where libxslt says that it is; NULL: it said no place */
  int line;
} transformation;

static _Thread_local transformation *at_work;

static void keep_error(void *context, xmlErrorPtr error) {
  transformation *t = context;
  const char *text = error->message ? error->message : "";
  if (t->error)
    return;
  if (error->file)
    t->error = bv_sprintf(t->arena, MSG_TEMPLATE_XSLT, error->file, error->line,
                          bv_strndup(t->arena, text, strcspn(text, "\n")));
  else if (!t->detail) /* libxslt says where, after this */
    t->detail = bv_strndup(t->arena, text, strcspn(text, "\n"));
}

/* The place that libxslt names before it says what is wrong: "compilation error: file a.xsl line 3 element p". */
static bool is_place(bv_arena *arena, const char *text, const char **file, int *line) {
  char name[128];
  if (sscanf(text, "%*[a-zA-Z] error: file %127s line %d", name, line) != 2)
    return false;
  *file = bv_strdup(arena, name);
  return true;
}

/* libxslt says in pieces what is wrong with a style sheet; the first after its place is kept. */
static void keep_message(void *context, const char *format, ...) {
  transformation *t = context;
  char text[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  if (t->error || is_place(t->arena, text, &t->file, &t->line))
    return;
  const char *what = bv_strndup(t->arena, text, strcspn(text, "\n"));
  if (t->file)
    t->error = bv_sprintf(t->arena, MSG_TEMPLATE_XSLT, t->file, t->line,
                          t->detail ? bv_sprintf(t->arena, "%s: %s", what, t->detail) : what);
  else if (!t->detail)
    t->detail = what;
}

/* `dictionary` (NULL for the first): libxslt compares names by address, so that all style sheets of one transformation share
 * their strings. */
static xmlDoc *parse_template(transformation *t, const char *name, xmlDictPtr dictionary) {
  size_t length;
  const char *bytes = bv_template_bytes(t->arena, t->folder, name, &length);
  if (!bytes && !t->error)
    t->error = bv_sprintf(t->arena, MSG_TEMPLATE_MISSING, name);
  if (!bytes)
    return NULL;
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (!parser)
    bv_out_of_memory();
  if (dictionary) {
    xmlDictFree(parser->dict);
    parser->dict = dictionary;
    xmlDictReference(dictionary);
  }
  xmlDoc *document = xmlCtxtReadMemory(parser, bytes, (int)length, name, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA);
  xmlFreeParserCtxt(parser);
  return document;
}

/* Answers xsl:import and xsl:include from the templates, by name; document() and everything else gets nothing. */
static xmlDocPtr load(const xmlChar *uri, xmlDictPtr dictionary, int options, void *context, xsltLoadType type) {
  (void)options, (void)context;
  return type == XSLT_LOAD_STYLESHEET && at_work ? parse_template(at_work, (const char *)uri, dictionary) : NULL;
}

static xsltSecurityPrefsPtr forbid_everything(void) {
  static const xsltSecurityOption options[] = {XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE,
                                               XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
                                               XSLT_SECPREF_WRITE_NETWORK};
  xsltSecurityPrefsPtr preferences = xsltNewSecurityPrefs();
  if (!preferences)
    bv_out_of_memory();
  for (size_t i = 0; i < sizeof options / sizeof *options; i++)
    xsltSetSecurityPrefs(preferences, options[i], xsltSecurityForbid);
  return preferences;
}

/* The result as bytes, with the document type that XSLT 1.0 cannot write. */
static const char *serialize(transformation *t, xmlDoc *result, xsltStylesheetPtr style, size_t *length) {
  xmlChar *bytes = NULL;
  int size = 0;
  if (xsltSaveResultToString(&bytes, &size, result, style) != 0 || !bytes)
    return NULL;
  bv_buf out = bv_buf_new(t->arena);
  bv_buf_puts(&out, "<!DOCTYPE html>\n");
  bv_buf_add(&out, (const char *)bytes, (size_t)size);
  xmlFree(bytes);
  *length = out.length;
  return bv_buf_string(&out);
}

/* "rechtbank" or "ouders": what the templates of a tree are called. */
static const char *version_of(const xmlDoc *published) {
  const xmlAttr *version = xmlHasProp(xmlDocGetRootElement(published), BAD_CAST "for");
  bool court = version && version->children && xmlStrEqual(version->children->content, BAD_CAST "court");
  return court ? "rechtbank" : "ouders";
}

const char *bv_write_css(bv_arena *arena, const xmlDoc *published, const bv_html_options *options, size_t *length) {
  const char *names[] = {"gemeen.css", bv_sprintf(arena, "%s.css", version_of(published)), "huisstijl.css"};
  bv_buf css = bv_buf_new(arena);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    bv_template_css(arena, options->templates, names[i], &css);
  *length = css.length;
  return bv_buf_string(&css);
}

static const char *apply(transformation *t, xmlDoc *published, xsltStylesheetPtr style, const bv_html_options *options,
                         size_t *length) {
  xsltTransformContextPtr context = xsltNewTransformContext(style, published);
  xsltSecurityPrefsPtr preferences = forbid_everything();
  if (!context)
    bv_out_of_memory();
  xsltSetCtxtSecurityPrefs(preferences, context);
  xsltSetTransformErrorFunc(context, t, keep_message);
  size_t size = 0;
  const char *script = options->flow ? NULL
                                     : bv_template_bytes(t->arena, t->folder,
                                                         bv_sprintf(t->arena, "%s.js", version_of(published)), &size);
  const char *logo = bv_template_logo(t->arena, t->folder);
  const char *parameters[] = {"logo", logo ? logo : "", "css", options->flow ? "" : bv_write_css(t->arena, published, options, &size),
                              "script", script ? script : "", "medium", options->flow ? "flow" : "page", NULL};
  xsltQuoteUserParams(context, parameters);
  xmlDoc *result = xsltApplyStylesheetUser(style, published, NULL, NULL, NULL, context);
  const char *html = result && context->state == XSLT_STATE_OK ? serialize(t, result, style, length) : NULL;
  xmlFreeDoc(result);
  xsltFreeTransformContext(context);
  xsltFreeSecurityPrefs(preferences);
  return html;
}

const char *bv_write_html(bv_arena *arena, xmlDoc *published, const bv_html_options *options, size_t *length,
                          const char **error) {
  transformation t = {.arena = arena, .folder = options->templates};
  const char *name = bv_sprintf(arena, "%s.xsl", version_of(published)), *html = NULL;
  at_work = &t;
  xsltSetLoaderFunc(load);
  xsltSetGenericErrorFunc(&t, keep_message);
  xmlSetGenericErrorFunc(&t, keep_message); /* of XPath, which would print */
  xmlSetStructuredErrorFunc(&t, keep_error);
  xmlDoc *source = parse_template(&t, name, NULL);
  xsltStylesheetPtr style = source ? xsltParseStylesheetDoc(source) : NULL;
  if (source && !style)
    xmlFreeDoc(source);
  if (style && style->errors == 0 && !t.error)
    html = apply(&t, published, style, options, length);
  if (!html)
    *error = t.error ? t.error : t.detail ? t.detail : bv_sprintf(arena, MSG_TEMPLATE_FAILED, name);
  if (style)
    xsltFreeStylesheet(style);
  xmlSetStructuredErrorFunc(NULL, NULL);
  xsltSetGenericErrorFunc(NULL, NULL);
  xmlSetGenericErrorFunc(NULL, NULL);
  xsltSetLoaderFunc(NULL);
  at_work = NULL;
  return html;
}

const char *bv_write_tree(bv_arena *arena, xmlDoc *published, size_t *length) {
  xmlChar *bytes = NULL;
  int size = 0;
  xmlDocDumpMemoryEnc(published, &bytes, &size, "UTF-8");
  if (!bytes)
    bv_out_of_memory();
  const char *tree = bv_strndup(arena, (const char *)bytes, (size_t)size);
  xmlFree(bytes);
  *length = (size_t)size;
  return tree;
}
