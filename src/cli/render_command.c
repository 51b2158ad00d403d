/* bronvast render: one version of a draft, for the court or for a parent. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/messages.h"
#include "check/counts.h"
#include "cli/draft.h"
#include "cli/gate.h"
#include "cli/manifest.h"
#include "cli/paths.h"
#include "cli/sandbox.h"
#include "publish/publish.h"
#include "read/read.h"
#include "write/html.h"
#include "write/language.h"
#include "write/output.h"
#include "write/pandoc.h"
#include "write/reference.h"
#include "write/templates.h"
#include "write/toolroom.h"

static const bv_option options[] = {
    {"for", 0, "WIE", MSG_HELP_FOR},
    {"reader", 0, "ID", MSG_HELP_READER},
    {"short", 0, NULL, MSG_HELP_SHORT},
    {"to", 0, "VORM", MSG_HELP_RENDER_TO},
    {"as-is", 0, NULL, MSG_HELP_AS_IS},
    {"output", 'o', "BESTAND", MSG_HELP_OUTPUT},
    {"manifest", 0, "[=BESTAND]", MSG_HELP_MANIFEST},
    {"explain", 0, NULL, MSG_HELP_EXPLAIN_WORDS},
    {"measure", 0, NULL, MSG_HELP_MEASURE},
    {"as-of", 0, "DATUM", MSG_HELP_AS_OF},
    {"config", 0, "BESTAND", MSG_HELP_CONFIG},
    {"kind", 0, "BESTAND", MSG_HELP_KIND},
    {"templates", 0, "MAP", MSG_HELP_TEMPLATES},
    {"pdf-variant", 0, "SOORT", MSG_HELP_PDF_VARIANT},
    BV_OPTION_TIME_LIMIT,
    BV_OPTION_NO_SANDBOX,
    {NULL, 0, NULL, NULL},
};

typedef enum form { FORM_HTML, FORM_XML, FORM_PDF, FORM_DOCX, FORM_MARKDOWN, FORM_COUNT } form;

static const char *const form_names[FORM_COUNT] = {"html", "xml", "pdf", "docx", "markdown"};

typedef struct request {
  bv_publish_options publish;
  bv_html_options html;
  form form;
  bv_date as_of;
  const char *file, *output;
  const char *variant;  /* of PDF; NULL: ours */
  const char *manifest; /* "": beside the output; NULL: none */
  bool explain, measure;
  const char *no_sandbox;
  bv_toolroom *tools; /* for forms that pandoc makes; NULL: none */
} request;

static const char *value(const bv_given *given, const char *name) {
  return bv_option_value(&bv_command_render, given, name);
}

static int read_audience(const bv_given *given, request *r) {
  const char *whom = value(given, "for");
  r->publish = (bv_publish_options){.reader = value(given, "reader"),
                                    .short_version = value(given, "short") != NULL,
                                    .as_is = value(given, "as-is") != NULL};
  if (!whom)
    return bv_wrong_use(&bv_command_render, "%s", MSG_FOR_MISSING);
  r->publish.court = strcmp(whom, "rechtbank") == 0;
  if (!r->publish.court && strcmp(whom, "ouders") != 0)
    return bv_wrong_use(&bv_command_render, MSG_FOR_UNKNOWN, whom);
  static const char *const parents_only[] = {"reader", "short", "explain", "measure"};
  for (size_t i = 0; r->publish.court && i < sizeof parents_only / sizeof *parents_only; i++)
    if (value(given, parents_only[i]))
      return bv_wrong_use(&bv_command_render, MSG_ONLY_FOR_PARENTS, parents_only[i]);
  return BV_EXIT_FINE;
}

static int read_form(const bv_given *given, request *r) {
  const char *to = value(given, "to");
  while (to && r->form < FORM_COUNT && strcmp(to, form_names[r->form]) != 0)
    r->form++;
  if (r->form == FORM_COUNT)
    return bv_wrong_use(&bv_command_render, MSG_FORMAT_UNKNOWN, to, "html, xml, pdf, docx, markdown");
  bool binary = r->form == FORM_PDF || r->form == FORM_DOCX;
  if (binary && strcmp(r->output, "-") == 0 && isatty(STDOUT_FILENO))
    return bv_wrong_use(&bv_command_render, MSG_BINARY_TO_TERMINAL, form_names[r->form]);
  return BV_EXIT_FINE;
}

static int read_variant(const bv_given *given, request *r) {
  size_t i = 0;
  r->variant = value(given, "pdf-variant");
  if (!r->variant)
    return BV_EXIT_FINE;
  if (r->form != FORM_PDF)
    return bv_wrong_use(&bv_command_render, "%s", MSG_VARIANT_ONLY_PDF);
  while (bv_pdf_variants[i] && strcmp(bv_pdf_variants[i], r->variant) != 0)
    i++;
  return bv_pdf_variants[i] ? BV_EXIT_FINE : bv_wrong_use(&bv_command_render, MSG_VARIANT_UNKNOWN, r->variant);
}

static int read_request(const bv_given *given, int argc, char **argv, request *r) {
  const char *as_of = value(given, "as-of"), *output = value(given, "output");
  *r = (request){.output = output ? output : "-",
                 .manifest = value(given, "manifest"),
                 .explain = value(given, "explain") != NULL,
                 .measure = value(given, "measure") != NULL,
                 .no_sandbox = value(given, "no-sandbox"),
                 .html.templates = value(given, "templates")};
  int status = read_audience(given, r);
  if (status == BV_EXIT_FINE)
    status = read_form(given, r);
  if (status == BV_EXIT_FINE)
    status = read_variant(given, r);
  if (status != BV_EXIT_FINE)
    return status;
  if (as_of && bv_date_parse(as_of, &r->as_of) != BV_DATE_OK)
    return bv_wrong_use(&bv_command_render, MSG_DATE_WRONG, as_of);
  if (given->first + 1 != argc)
    return bv_wrong_use(&bv_command_render, "%s", given->first == argc ? MSG_FILE_MISSING : MSG_ONE_FILE);
  r->file = argv[given->first];
  if (bv_path_overwrites(r->output, &r->file, 1))
    return bv_wrong_use(&bv_command_render, MSG_OUTPUT_IS_DRAFT, r->output);
  r->html.flow = r->form == FORM_DOCX || r->form == FORM_MARKDOWN;
  return BV_EXIT_FINE;
}

/* The title of the document, as its first heading says it. */
static const char *title_of(bv_arena *arena, const xmlDoc *published) {
  for (const xmlNode *node = xmlDocGetRootElement((xmlDoc *)published)->children; node; node = node->next)
    if (strcmp((const char *)node->name, "head") == 0)
      for (const xmlNode *child = node->children; child; child = child->next)
        if (strcmp((const char *)child->name, "title") == 0) {
          xmlChar *text = xmlNodeGetContent(child);
          const char *title = bv_strdup(arena, (const char *)text);
          xmlFree(text);
          return title;
        }
  return "bronvast";
}

/* What was made, in the document's arena; bytes are NULL when it failed, and then `error` and `status` say why. */
typedef struct made {
  const char *bytes, *error;
  size_t length;
  int status;
} made;

/* PDF, DOCX or Markdown out of the HTML. */
static void through_pandoc(const request *r, const bv_document *document, xmlDoc *published, made *m) {
  static const bv_pandoc_format formats[FORM_COUNT] = {
      [FORM_PDF] = BV_PANDOC_PDF, [FORM_DOCX] = BV_PANDOC_DOCX, [FORM_MARKDOWN] = BV_PANDOC_MARKDOWN};
  if (isatty(STDERR_FILENO))
    fprintf(stderr, MSG_RENDER_BUSY "\n", form_names[r->form]);
  bv_pandoc_job job = {.format = formats[r->form], .html = m->bytes, .html_length = m->length,
                       .title = title_of(document->arena, published), .variant = r->variant, .date = document->front.date};
  job.css = bv_write_css(document->arena, published, &r->html, &job.css_length);
  if (r->form == FORM_DOCX)
    job.reference = bv_write_reference(document->arena, published, r->html.templates, &job.reference_length, &m->error);
  m->status = r->form == FORM_DOCX && !job.reference ? BV_EXIT_USAGE : BV_EXIT_TOOL;
  m->bytes = m->status == BV_EXIT_USAGE ? NULL : bv_toolroom_run(r->tools, document->arena, &job, &m->length, &m->error);
}

static made make(const request *r, const bv_document *document, xmlDoc *published) {
  made m = {.status = BV_EXIT_USAGE};
  if (r->form == FORM_XML)
    m.bytes = bv_write_tree(document->arena, published, &m.length);
  else
    m.bytes = bv_write_html(document->arena, published, &r->html, &m.length, &m.error);
  if (m.bytes && r->form != FORM_XML && r->form != FORM_HTML)
    through_pandoc(r, document, published, &m);
  return m;
}

static bv_manifest_job manifest_job(const request *r, bv_arena *arena) {
  return (bv_manifest_job){.path = *r->manifest ? r->manifest : bv_sprintf(arena, "%s.manifest.json", r->output),
                           .draft = r->file, .output = r->output, .form = form_names[r->form], .options = &r->publish};
}

/* Writes what was made, and then what the manifest says of it. */
static int write_out(const request *r, const bv_document *document, const xmlDoc *published, const made *m) {
  if (!bv_output_write(r->output, bv_output_mode_of(r->file), m->bytes, m->length)) {
    fprintf(stderr, "bronvast: " MSG_CANNOT_WRITE "\n", r->output, bv_errno_dutch(errno));
    return BV_EXIT_TOOL;
  }
  if (!r->manifest)
    return BV_EXIT_FINE;
  bv_manifest_job job = manifest_job(r, document->arena);
  return bv_manifest_keep(&job, document, published, m->bytes, m->length);
}

/* Accounts of the language go to standard error: the version itself may go to standard output. */
static void account(const request *r, const bv_document *document, xmlDoc *published) {
  bv_reading_limits limits = bv_config_limits(r->publish.config);
  bv_buf out = bv_buf_new(document->arena);
  if (r->explain)
    bv_write_words_used(&out, published, &limits);
  if (r->measure)
    bv_write_measures(&out, published, &limits, r->publish.config->readability.passive_percent);
  fputs(bv_buf_string(&out), stderr);
}

static int publish(const request *r, const bv_document *document) {
  if (r->manifest) {
    bv_manifest_job job = manifest_job(r, document->arena);
    int status = bv_manifest_ready(&job);
    if (status != BV_EXIT_FINE)
      return status;
  }
  xmlDoc *published = bv_publish(document, document->findings, &r->publish);
  made m = make(r, document, published);
  if (m.bytes)
    m.status = write_out(r, document, published, &m);
  else
    fprintf(stderr, "bronvast: %s\n", m.error);
  if (m.status == BV_EXIT_FINE)
    account(r, document, published);
  xmlFreeDoc(published);
  return m.status;
}

/* The fixed texts of the organisation, or NULL. */
static const char *own_texts(bv_arena *arena, const char *folder) {
  size_t length;
  return folder ? bv_template_bytes(arena, folder, "teksten.xml", &length) : NULL;
}

/* The folder of templates: of the command line, else of the settings. False after a message. */
static bool choose_templates(request *r, const bv_config *config) {
  bv_arena *arena = bv_arena_new();
  if (!r->html.templates)
    r->html.templates = config->templates;
  const char *error = bv_templates_error(arena, r->html.templates);
  if (error)
    fprintf(stderr, "bronvast: %s\n", error);
  bv_arena_free(arena);
  return !error;
}

static int render(request *r, const bv_config *config) {
  char *reason;
  bv_document *document = bv_draft_open(r->file, config, r->as_of, &reason);
  if (!document) {
    fprintf(stderr, "%s: %s\n", r->file, reason);
    free(reason);
    return BV_EXIT_UNREADABLE;
  }
  r->publish.config = config;
  r->publish.texts = own_texts(document->arena, r->html.templates);
  const char *error = bv_publish_reader_error(document->arena, document, r->publish.reader);
  int status = BV_EXIT_FINDINGS;
  if (error)
    status = bv_wrong_use(&bv_command_render, "%s", error);
  else if (bv_may_publish(r->file, document, &r->publish))
    status = publish(r, document);
  bv_document_free(document);
  return status;
}

/* What pandoc and the PDF engine do, another process does: this one gives up the right to start anything. */
static void enter_sandbox(request *r, bv_arena *arena) {
  bv_sandbox sandbox = bv_sandbox_new(arena, r->no_sandbox);
  bv_sandbox_read(&sandbox, r->file);
  bv_sandbox_read_folder(&sandbox, r->html.templates);
  bv_sandbox_write(&sandbox, r->output);
  if (r->manifest) {
    const char *path = manifest_job(r, arena).path;
    bv_sandbox_write(&sandbox, path);
    bv_sandbox_read(&sandbox, bv_path_beside(arena, path, "")); /* another run may renew it meanwhile */
  }
  bv_sandbox_enter(&sandbox);
}

/* False after a message. */
static bool open_tools(request *r) {
  if (r->form == FORM_HTML || r->form == FORM_XML)
    return true;
  r->tools = bv_toolroom_open(!r->no_sandbox);
  if (!r->tools)
    fprintf(stderr, "bronvast: " MSG_TOOL_START "\n", "pandoc", bv_errno_dutch(errno));
  return r->tools != NULL;
}

static int run_request(request *r, const bv_config *config, bv_arena *arena) {
  if (!choose_templates(r, config))
    return BV_EXIT_USAGE;
  if (!open_tools(r))
    return BV_EXIT_TOOL;
  enter_sandbox(r, arena);
  int status = render(r, config);
  bv_toolroom_close(r->tools);
  return status;
}

static int run(int argc, char **argv) {
  request r;
  bv_given given = bv_options_read(&bv_command_render, argc, argv);
  if (given.done)
    return given.status;
  int status = read_request(&given, argc, argv, &r);
  if (status != BV_EXIT_FINE)
    return status;
  bv_settings settings = bv_settings_new(value(&given, "config"), value(&given, "kind"));
  const bv_config *config = bv_settings_for(&settings, r.file);
  status = config ? run_request(&r, config, settings.arena) : BV_EXIT_USAGE;
  bv_settings_free(&settings);
  return status;
}

const bv_command bv_command_render = {"render", MSG_HELP_RENDER_USAGE, MSG_HELP_RENDER, options, run};
