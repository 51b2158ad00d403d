#include "write/pandoc.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/asset.h"
#include "base/confine.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/messages.h"
#include "write/temporary.h"

enum {
  MOST_OPEN = 256, /* files */
  NOT_FOUND = 127  /* what a shell says of a program that is not there */
};

const char *const bv_pdf_variants[] = {"pdf/ua-1", "pdf/a-1b", "pdf/a-2b", "pdf/a-3b", "pdf/a-4b", NULL};

static const char *const tools[] = {"pandoc", "weasyprint"};
static const char *const output_names[] = {"uit.pdf", "uit.docx", "uit.md"};

/* What pandoc is called with; the names are of files in the folder, where it runs. */
static void arguments_of(const bv_pandoc_job *job, bv_arena *arena, const char *argv[24]) {
  size_t n = 0;
  argv[n++] = "pandoc";
  argv[n++] = "--from=html";
  argv[n++] = "--output";
  argv[n++] = output_names[job->format];
  argv[n++] = "--metadata=lang:nl";
  argv[n++] = "--defaults=gegevens.json";
  if (job->format == BV_PANDOC_PDF) {
    argv[n++] = "--template=sjabloon.html";
    argv[n++] = "--css=stijl.css";
    argv[n++] = "--pdf-engine=weasyprint";
    argv[n++] = bv_sprintf(arena, "--pdf-engine-opt=--pdf-variant=%s", job->variant ? job->variant : bv_pdf_variants[0]);
    argv[n++] = "--pdf-engine-opt=--base-url=.";
  } else if (job->format == BV_PANDOC_MARKDOWN) {
    argv[n++] = "--to=markdown";
    argv[n++] = "--columns=100";
    argv[n++] = "--lua-filter=filter.lua";
  } else {
    argv[n++] = "--to=docx";
    argv[n++] = "--shift-heading-level-by=-1"; /* the title stands apart */
    argv[n++] = "--lua-filter=filter.lua";
    if (job->reference)
      argv[n++] = "--reference-doc=huisstijl.docx";
  }
  argv[n++] = "in.html";
  argv[n] = NULL;
}

static const char *search_path(void) {
  const char *path = getenv("PATH");
  return path ? path : "/usr/local/bin:/usr/bin:/bin";
}

/* Noon of the report's day, UTC. */
static const char *epoch_of(bv_arena *arena, bv_date date) {
  static const bv_date start = {1970, 1, 1};
  long days = date.year ? bv_date_days_between(start, date) : 0;
  return bv_sprintf(arena, "SOURCE_DATE_EPOCH=%ld", days * 86400 + 43200);
}

/* On data, not on addresses: pandoc's run time reserves a terabyte of those and would stop at once. */
static void limit(void) {
  static const rlim_t most_data = 2ul << 30; /* bytes: a hundred pages take some 300 MB */
  const struct { int what; rlim_t most; } limits[] = {{RLIMIT_CPU, BV_MOST_TOOL_SECONDS}, {RLIMIT_DATA, most_data},
                                                      {RLIMIT_FSIZE, BV_LARGEST_TOOL_OUTPUT}, {RLIMIT_NOFILE, MOST_OPEN},
                                                      {RLIMIT_CORE, 0}};
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
    struct rlimit now = {0, 0};
    getrlimit((__rlimit_resource_t)limits[i].what, &now);
    rlim_t most = now.rlim_max < limits[i].most ? now.rlim_max : limits[i].most;
    setrlimit((__rlimit_resource_t)limits[i].what, &(struct rlimit){most, most});
  }
}

static _Noreturn void become(const char *const argv[], char *const environment[], const bv_permits *permits) {
  int nothing = open("/dev/null", O_RDWR);
  bool good = nothing >= 0;
  for (int standard = STDIN_FILENO; standard <= STDERR_FILENO; standard++)
    good = good && dup2(nothing, standard) >= 0;
  if (permits) {
    bv_confine_files(permits);
    bv_confine_calls(BV_CALLS_TOOLS);
  }
  limit(); /* last: they are the tool's, and may be less than what this process has */
  if (good)
    execvpe(argv[0], (char *const *)argv, environment);
  _exit(NOT_FOUND);
}

/* Where a program of that name stands on the search path, or NULL. */
static const char *find_tool(bv_arena *arena, const char *program) {
  for (const char *at = search_path(); *at;) {
    size_t length = strcspn(at, ":");
    const char *path = bv_sprintf(arena, "%.*s/%s", (int)length, at, program);
    if (access(path, X_OK) == 0)
      return path;
    at += length + (at[length] == ':');
  }
  return NULL;
}

static void allow(bv_arena *arena, bv_permits *permits, bv_access access, const char *path) {
  BV_PUSH(arena, permits, (bv_permit){access, path});
}

/* A tool that stands elsewhere than the system's, as in /opt/pandoc/bin: what belongs to it stands beside its folder. */
static void allow_tool(bv_arena *arena, bv_permits *permits, const char *program) {
  static const char *const parts[] = {"bin", "lib", "share", "pyvenv.cfg"};
  const char *path = find_tool(arena, program);
  char *real = path ? realpath(path, NULL) : NULL;
  if (!real)
    return;
  const char *file = bv_strdup(arena, real), *last = strrchr(file, '/');
  free(real);
  allow(arena, permits, BV_MAY_RUN, file);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    allow(arena, permits, BV_MAY_RUN, bv_sprintf(arena, "%.*s/../%s", (int)(last - file), file, parts[i]));
}

/* What pandoc, the PDF engine and rsvg-convert open: programs, libraries, fonts, and the folder they work in. */
static const bv_permits *permits_of(bv_arena *arena, const char *folder) {
  static const char *const programs[] = {"/usr", "/bin", "/sbin", "/lib", "/lib64"};
  static const char *const files[] = {"/etc/fonts", "/etc/ld.so.cache", "/etc/mime.types", "/etc/ssl/openssl.cnf",
                                      "/var/cache/fontconfig", "/dev/null"};
  bv_permits *permits = bv_alloc(arena, sizeof *permits);
  for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
    allow(arena, permits, BV_MAY_RUN, programs[i]);
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    allow(arena, permits, BV_MAY_READ, files[i]);
  for (size_t i = 0; i < sizeof tools / sizeof *tools; i++)
    allow_tool(arena, permits, tools[i]);
  allow(arena, permits, BV_MAY_ALL, folder);
  return permits;
}

/* The exit status of the tool, NOT_FOUND, or 128 + the signal that ended it. */
static int run(bv_arena *arena, const char *const argv[], const char *folder, const bv_pandoc_job *job) {
  const bv_permits *permits = job->sandbox ? permits_of(arena, folder) : NULL;
  const char *environment[] = {bv_sprintf(arena, "PATH=%s", search_path()),
                               bv_sprintf(arena, "HOME=%s", folder), bv_sprintf(arena, "TMPDIR=%s", folder),
                               "LC_ALL=C.UTF-8", epoch_of(arena, job->date), NULL};
  pid_t pid = bv_temporary_folder_fork();
  if (pid == 0)
    become(argv, (char *const *)environment, permits);
  if (pid < 0)
    return NOT_FOUND;
  int status = bv_temporary_folder_wait();
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* In a file of its own, where pandoc takes it as plain text. */
static bool add_title(const bv_pandoc_job *job) {
  json_t *defaults = json_pack("{s:{s:s}}", "metadata", "pagetitle", job->title);
  if (defaults && job->format == BV_PANDOC_DOCX)
    json_object_set_new(json_object_get(defaults, "metadata"), "title", json_string(job->title));
  char *bytes = json_dumps(defaults, JSON_ENSURE_ASCII);
  if (!bytes)
    bv_out_of_memory();
  bool good = bv_temporary_folder_add("gegevens.json", bytes, strlen(bytes));
  json_decref(defaults);
  free(bytes);
  return good;
}

static bool fill_folder(const bv_pandoc_job *job) {
  const bv_asset *template = bv_asset_find("templates/pandoc.html"), *filter = bv_asset_find("templates/pandoc.lua");
  const struct { const char *name, *bytes; size_t length; } files[] = {
      {"in.html", job->html, job->html_length},
      {"stijl.css", job->css, job->css_length},
      {"sjabloon.html", template->bytes, template->length},
      {"filter.lua", filter->bytes, filter->length},
      {"huisstijl.docx", job->reference, job->reference_length}};
  bool good = add_title(job);
  for (size_t i = 0; good && i < sizeof files / sizeof *files; i++)
    good = !files[i].bytes || bv_temporary_folder_add(files[i].name, files[i].bytes, files[i].length);
  return good;
}

static const char *convert(bv_arena *arena, const char *folder, const bv_pandoc_job *job, size_t *length,
                           const char **error) {
  const char *argv[24];
  if (!fill_folder(job)) {
    *error = bv_sprintf(arena, MSG_TOOL_FOLDER, folder, bv_errno_dutch(errno));
    return NULL;
  }
  arguments_of(job, arena, argv);
  int status = run(arena, argv, folder, job);
  const char *bytes = NULL;
  if (status == 0)
    bytes = bv_file_read(arena, bv_sprintf(arena, "%s/%s", folder, output_names[job->format]), BV_LARGEST_TOOL_OUTPUT, length);
  if (!bytes)
    *error = bv_sprintf(arena, MSG_TOOL_FAILED, job->format == BV_PANDOC_PDF ? "pandoc met weasyprint" : "pandoc", status);
  return bytes;
}

const char *bv_pandoc_run(bv_arena *arena, const bv_pandoc_job *job, size_t *length, const char **error) {
  for (int i = 0; i < (job->format == BV_PANDOC_PDF ? 2 : 1); i++)
    if (!find_tool(arena, tools[i])) {
      *error = bv_sprintf(arena, MSG_TOOL_MISSING, tools[i], tools[i]);
      return NULL;
    }
  const char *base = getenv("TMPDIR"), *memory = getenv("XDG_RUNTIME_DIR"), *folder = NULL;
  if (!base || !*base) {
    folder = memory && *memory ? bv_temporary_folder_new(memory) : NULL; /* never on a disk, and gone when the user logs out */
    base = "/tmp";
  }
  if (!folder)
    folder = bv_temporary_folder_new(base);
  if (!folder) {
    *error = bv_sprintf(arena, MSG_TOOL_FOLDER, base, bv_errno_dutch(errno));
    return NULL;
  }
  const char *bytes = convert(arena, folder, job, length, error);
  bv_temporary_folder_remove();
  return bytes;
}
