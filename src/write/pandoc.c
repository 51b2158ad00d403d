#include "write/pandoc.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/asset.h"
#include "base/file.h"
#include "base/messages.h"

enum {
  MOST_SECONDS = 600,               /* CPU time of the tools: a hundred pages take some twenty */
  MOST_OUTPUT = 512 * 1024 * 1024,  /* bytes */
  NOT_FOUND = 127                   /* what a shell says of a program that is not there */
};

/* For the signal handler: a signal ends the child, and then, behind the clean-up, us. */
static volatile sig_atomic_t child, caught;

static void end_child(int signal_number) {
  caught = signal_number;
  if (child > 0)
    kill((pid_t)child, SIGTERM);
}

static const int deadly[] = {SIGINT, SIGTERM, SIGHUP};
enum { DEADLY = sizeof deadly / sizeof *deadly };

static int remove_one(const char *path, const struct stat *about, int type, struct FTW *where) {
  (void)about, (void)type, (void)where;
  return remove(path);
}

static bool write_file(const char *path, const char *bytes, size_t length) {
  FILE *file = fopen(path, "wbx");
  if (!file)
    return false;
  bool good = fwrite(bytes, 1, length, file) == length;
  return fclose(file) == 0 && good;
}

const char *const bv_pdf_variants[] = {"pdf/ua-1", "pdf/a-1b", "pdf/a-2b", "pdf/a-3b", "pdf/a-4b", NULL};

static const char *const output_names[] = {"uit.pdf", "uit.docx", "uit.md"};

/* What pandoc is called with; the names are of files in the folder, where it runs. */
static void arguments_of(const bv_pandoc_job *job, bv_arena *arena, const char *argv[24]) {
  size_t n = 0;
  argv[n++] = "pandoc";
  argv[n++] = "--from=html";
  argv[n++] = "--output";
  argv[n++] = output_names[job->format];
  argv[n++] = "--metadata=lang:nl";
  argv[n++] = bv_sprintf(arena, "--metadata=pagetitle:%s", job->title);
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
    argv[n++] = bv_sprintf(arena, "--metadata=title:%s", job->title);
  }
  argv[n++] = "in.html";
  argv[n] = NULL;
}

/* Noon of the report's day, UTC. */
static const char *epoch_of(bv_arena *arena, bv_date date) {
  static const bv_date start = {1970, 1, 1};
  long days = date.year ? bv_date_days_between(start, date) : 0;
  return bv_sprintf(arena, "SOURCE_DATE_EPOCH=%ld", days * 86400 + 43200);
}

static _Noreturn void become(const char *const argv[], const char *folder, char *const environment[]) {
  /* No limit on addresses: pandoc's run time reserves a terabyte of them and would stop at once. */
  struct rlimit time = {MOST_SECONDS, MOST_SECONDS}, core = {0, 0};
  int nothing = open("/dev/null", O_RDWR);
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  dup2(nothing, STDERR_FILENO);
  setrlimit(RLIMIT_CPU, &time);
  setrlimit(RLIMIT_CORE, &core);
  if (chdir(folder) == 0)
    execvpe(argv[0], (char *const *)argv, environment);
  _exit(NOT_FOUND);
}

/* The exit status of the tool, NOT_FOUND, or 128 + the signal that ended it. */
static int run(bv_arena *arena, const char *const argv[], const char *folder, bv_date date) {
  const char *path = getenv("PATH");
  const char *environment[] = {bv_sprintf(arena, "PATH=%s", path ? path : "/usr/local/bin:/usr/bin:/bin"),
                               bv_sprintf(arena, "HOME=%s", folder), bv_sprintf(arena, "TMPDIR=%s", folder),
                               "LC_ALL=C.UTF-8", epoch_of(arena, date), NULL};
  struct sigaction handler = {.sa_handler = end_child}, old[DEADLY];
  caught = 0;
  for (int i = 0; i < DEADLY; i++)
    sigaction(deadly[i], &handler, &old[i]);
  pid_t pid = fork();
  if (pid == 0)
    become(argv, folder, (char *const *)environment);
  child = pid;
  int status = 0;
  while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
    if (caught)
      kill(pid, SIGTERM);
  child = 0;
  for (int i = 0; i < DEADLY; i++)
    sigaction(deadly[i], &old[i], NULL);
  if (pid < 0)
    return NOT_FOUND;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Whether a program of that name is on the search path. */
static bool is_installed(bv_arena *arena, const char *program) {
  const char *path = getenv("PATH");
  for (const char *at = path ? path : "/usr/local/bin:/usr/bin:/bin"; *at;) {
    size_t length = strcspn(at, ":");
    if (access(bv_sprintf(arena, "%.*s/%s", (int)length, at, program), X_OK) == 0)
      return true;
    at += length + (at[length] == ':');
  }
  return false;
}

static bool fill_folder(bv_arena *arena, const char *folder, const bv_pandoc_job *job) {
  const bv_asset *template = bv_asset_find("templates/pandoc.html"), *filter = bv_asset_find("templates/pandoc.lua");
  const struct { const char *name, *bytes; size_t length; } files[] = {
      {"in.html", job->html, job->html_length},
      {"stijl.css", job->css, job->css_length},
      {"sjabloon.html", template->bytes, template->length},
      {"filter.lua", filter->bytes, filter->length},
      {"huisstijl.docx", job->reference, job->reference_length}};
  bool good = true;
  for (size_t i = 0; good && i < sizeof files / sizeof *files; i++)
    good = !files[i].bytes || write_file(bv_sprintf(arena, "%s/%s", folder, files[i].name), files[i].bytes, files[i].length);
  return good;
}

static const char *convert(bv_arena *arena, const char *folder, const bv_pandoc_job *job, size_t *length,
                           const char **error) {
  const char *argv[24];
  if (!fill_folder(arena, folder, job)) {
    *error = bv_sprintf(arena, MSG_TOOL_FOLDER, folder, bv_errno_dutch(errno));
    return NULL;
  }
  arguments_of(job, arena, argv);
  int status = run(arena, argv, folder, job->date);
  const char *bytes = NULL;
  if (status == 0)
    bytes = bv_file_read(arena, bv_sprintf(arena, "%s/%s", folder, output_names[job->format]), MOST_OUTPUT, length);
  if (!bytes)
    *error = bv_sprintf(arena, MSG_TOOL_FAILED, job->format == BV_PANDOC_PDF ? "pandoc met weasyprint" : "pandoc", status);
  return bytes;
}

const char *bv_pandoc_run(bv_arena *arena, const bv_pandoc_job *job, size_t *length, const char **error) {
  static const char *const tools[] = {"pandoc", "weasyprint"};
  for (int i = 0; i < (job->format == BV_PANDOC_PDF ? 2 : 1); i++)
    if (!is_installed(arena, tools[i])) {
      *error = bv_sprintf(arena, MSG_TOOL_MISSING, tools[i], tools[i]);
      return NULL;
    }
  const char *base = getenv("TMPDIR");
  char *folder = bv_sprintf(arena, "%s/bronvast-XXXXXX", base && *base ? base : "/tmp");
  if (!mkdtemp(folder)) {
    *error = bv_sprintf(arena, MSG_TOOL_FOLDER, base && *base ? base : "/tmp", bv_errno_dutch(errno));
    return NULL;
  }
  const char *bytes = convert(arena, folder, job, length, error);
  nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  if (caught)
    raise(caught);
  return bytes;
}
