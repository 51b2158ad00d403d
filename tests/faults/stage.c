#include "stage.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <dirent.h>
#include <fcntl.h>
#include <glob.h>
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../support/run.h"

enum { MOST_SECONDS = 60, MOST_STARVING = 3600, MOST_LINES = 6, MOST_FILES = 4000 };

static const char old_target[] = "Wat er al stond.\n";

/* Words that only the draft has. */
static const char *const marks[] = {"Zilverlinde", "Kwartelveer", "zevenblad", "Moerbeek"};

struct bv_stage {
  const bv_scene *scene;
  char *folder; /* of what the program must not see: its output, its errors, the counts */
  char out[80], err[80], in[80], counts_path[80];
  bv_fault_counts *counts;
  unsigned calls[BV_FAULT_COUNT];
  int status; /* of the undisturbed run */
  unsigned runs, struck; /* disturbed ones, and those in which the fault came */
  char *right_out, *right_target, *right_err;
  size_t right_out_length, right_target_length;
  char *files; /* the names in the folder when nothing is left */
};

/* ---- Files ---- */

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* The names in the folder and in its tmp, sorted, one a line. */
static char *list_files(void) {
  static const char *const folders[] = {".", "tmp"};
  char *names[MOST_FILES], *list = NULL;
  size_t count = 0, length = 0;
  for (size_t i = 0; i < 2; i++) {
    DIR *folder = opendir(folders[i]);
    for (const struct dirent *entry; folder && (entry = readdir(folder)) != NULL && count < MOST_FILES;)
      if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
        cr_assert(asprintf(&names[count++], "%s/%s", folders[i], entry->d_name) > 0);
    if (folder)
      closedir(folder);
  }
  qsort(names, count, sizeof *names, by_name);
  FILE *out = open_memstream(&list, &length);
  for (size_t i = 0; i < count; i++) {
    fprintf(out, "%s\n", names[i]);
    free(names[i]);
  }
  fclose(out);
  return list;
}

/* ---- One run ---- */

static void set_environment(const bv_stage *stage, const char *fault) {
  setenv("LD_PRELOAD", BUILD_DIR "/tests/faults/faults.so", 1);
  setenv("BV_FAULT_COUNTS", stage->counts_path, 1);
  setenv("BV_FAULT", fault, 1);
  setenv("TMPDIR", "tmp", 1);
  /* Only under AddressSanitizer: our library stands before its own, what a run that stops had is no leak, and a signal is
   * the program's. */
  setenv("ASAN_OPTIONS",
         "verify_asan_link_order=0:detect_leaks=0:abort_on_error=1:handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0",
         1);
}

static _Noreturn void become(const bv_stage *stage, const char *fault) {
  const struct rlimit core = {RLIM_INFINITY, RLIM_INFINITY};
  sigset_t none;
  sigemptyset(&none);
  set_environment(stage, fault);
  dup2(open(stage->in, O_RDONLY | O_CLOEXEC), STDIN_FILENO);
  dup2(open(stage->out, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600), STDOUT_FILENO);
  dup2(open(stage->err, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600), STDERR_FILENO);
  setrlimit(RLIMIT_CORE, &core);
  setpgid(0, 0);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execv(BUILD_DIR "/bronvast", (char *const *)stage->scene->argv);
  _exit(127);
}

/* Waits for a child (any, when pid is -1) until `end`; false when there is none any more, or none in time. */
static bool wait_until(pid_t pid, int *status, time_t end) {
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  for (pid_t done; (done = waitpid(pid, status, WNOHANG)) != pid || pid < 0;) {
    if (done < 0 || time(NULL) > end)
      return done > 0;
    if (done > 0)
      return true;
    sigtimedwait(&child, NULL, &(struct timespec){.tv_nsec = 100 * 1000 * 1000});
  }
  return true;
}

/* A blow from outside, and the time that a run may take. */
typedef struct blow {
  int signal_number; /* 0: none */
  unsigned milliseconds;
  int seconds; /* 0: MOST_SECONDS */
} blow;

/* Runs the scene and all that it starts to the end; the status, or minus the signal. */
static int run(bv_stage *stage, const char *fault, blow from_outside) {
  int status = 0, other;
  time_t end = time(NULL) + (from_outside.seconds ? from_outside.seconds : MOST_SECONDS);
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  sigprocmask(SIG_BLOCK, &child, NULL);
  prctl(PR_SET_CHILD_SUBREAPER, 1); /* who loses its parent comes to us */
  memset(stage->counts, 0, sizeof *stage->counts);
  pid_t pid = fork();
  if (pid == 0)
    become(stage, fault);
  if (from_outside.signal_number) {
    usleep(from_outside.milliseconds * 1000);
    kill(pid, from_outside.signal_number);
  }
  cr_assert(wait_until(pid, &status, end), "%s: does not end", fault);
  while (wait_until(-1, &other, end)) {
  }
  cr_assert(waitpid(-1, &other, WNOHANG) < 0, "%s: a process goes on", fault);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/* ---- What must hold ---- */

static bool is_same(const char *path, const char *bytes, size_t length) {
  size_t found_length = 0;
  char *found = bv_slurp(path, &found_length);
  bool same = found && found_length == length && memcmp(found, bytes, length) == 0;
  free(found);
  return same;
}

/* Messages begin with the name of the program or of a file; the monitor says how much it has read. */
static bool is_message(const char *line) {
  static const char *const beginnings[] = {"bronvast: ", "bronvast lsp: ", "-: ", ".: ", "concept.md: ", "oud.md: ",
                                           "uitkomst.jsonl: ", "formulier.json: ", "beoordeling.json: ", "manifest.json: ",
                                           "map/concept.md: "};
  line += strncmp(line, "./", 2) == 0 ? 2 : 0;
  if (strstr(line, "bronvast.yaml: ") || strstr(line, " rapporten gelezen, "))
    return true;
  for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
    if (strncmp(line, beginnings[i], strlen(beginnings[i])) == 0)
      return true;
  return false;
}

static const char *output_of(const bv_stage *stage) {
  return stage->scene->target ? stage->scene->target : stage->out;
}

/* That the word list is not to be had is a finding, and what verify cannot read is a result: both stand in the report. */
static bool reports_trouble(const bv_stage *stage) {
  char *report = stage->scene->reports ? bv_slurp(output_of(stage), NULL) : NULL;
  bool trouble = report && (strstr(report, "woordenboek") || strstr(report, "te lezen") || strstr(report, "niet lezen"));
  free(report);
  return trouble;
}

static bool is_json(const char *bytes) {
  const size_t flags = JSON_DISABLE_EOF_CHECK;
  json_error_t error;
  for (bytes += strspn(bytes, "\n"); *bytes; bytes += strspn(bytes, "\n")) {
    json_t *value = json_loads(bytes, flags, &error);
    if (!value)
      return false;
    json_decref(value);
    bytes += error.position;
  }
  return true;
}

/* How many questions the messages to an editor answer; -1 where one of them is not whole. */
static int count_answers(const char *talk) {
  int answers = 0, header = 0;
  for (size_t length; *talk; talk += length) {
    if (sscanf(talk, "Content-Length: %zu\r\n\r\n%n", &length, &header) != 1 || strlen(talk += header) < length)
      return -1;
    json_t *message = json_loadb(talk, length, 0, NULL);
    answers += json_object_get(message, "result") != NULL;
    if (!message)
      return -1;
    json_decref(message);
  }
  return answers;
}

/* Whether the editor got every answer, and in them or beside them what could not be read. */
static bool tells_editor(const bv_stage *stage) {
  char *talk = stage->scene->talks ? bv_slurp(stage->out, NULL) : NULL;
  bool told = talk && count_answers(talk) == count_answers(stage->right_out) &&
              (strstr(talk, "window/showMessage") || strstr(talk, "woordenboek"));
  free(talk);
  return told;
}

/* A report from its beginning to its end: of JSON every value, of HTML the page. */
static bool is_whole_report(const bv_stage *stage) {
  static const char page_end[] = "</html>\n";
  size_t length = 0;
  char *report = stage->scene->reports ? bv_slurp(output_of(stage), &length) : NULL;
  bool json = stage->right_target[0] == '{', whole = report && length > strlen(page_end);
  if (whole)
    whole = json ? is_json(report) : strcmp(report + length - strlen(page_end), page_end) == 0;
  free(report);
  return whole;
}

static void expect_messages(const bv_stage *stage, const char *fault, char *said) {
  size_t lines = 0;
  char *rest = NULL;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    cr_expect(strstr(said, marks[i]) == NULL, "%s: names the draft: %s", fault, said);
  for (const char *line = strtok_r(said, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest), lines++)
    cr_expect(is_message(line), "%s: \"%s\"", fault, line);
  bool enough = lines > 0 || reports_trouble(stage);
  cr_expect(enough && lines <= MOST_LINES, "%s: %zu messages", fault, lines);
}

static bool says(const char *path, const char *text) {
  char *said = bv_slurp(path, NULL);
  bool found = said && strstr(said, text);
  free(said);
  return found;
}

/* The target is the old one or the new one, and new when the run went well. */
static void expect_target(const bv_stage *stage, const char *fault, bool was_there, bool went_well) {
  const char *path = stage->scene->target;
  bool is_new = is_same(path, stage->right_target, stage->right_target_length);
  bool is_old = was_there ? is_same(path, old_target, strlen(old_target)) : access(path, F_OK) != 0;
  cr_expect(is_new || (!went_well && (is_old || is_whole_report(stage))), "%s: half a file", fault);
}

/* Nothing but what was there; the target, if it is there. A manifest that was there too is whole. */
static void expect_files(const bv_stage *stage, const char *fault) {
  if (stage->scene->target && access(stage->scene->target, F_OK) != 0)
    bv_spill_text(stage->scene->target, old_target);
  char *files = list_files(), *manifest = bv_slurp("manifest.json", NULL);
  cr_expect(strcmp(files, stage->files) == 0, "%s: left behind:\n%s", fault, files);
  bool whole = !manifest || is_json(manifest);
  cr_expect(whole, "%s: half a manifest", fault);
  free(files);
  free(manifest);
}

static void set_target(const bv_stage *stage, bool there) {
  if (!stage->scene->target)
    return;
  if (there)
    bv_spill_text(stage->scene->target, old_target);
  else
    unlink(stage->scene->target);
}

/* What could not be removed is no more open than the draft is, and says by its name what it is. */
static void expect_private_rest(const char *fault) {
  struct stat about, source;
  glob_t found;
  cr_assert(stat("concept.md", &source) == 0);
  glob(".bronvast-*", 0, NULL, &found);
  glob("tmp/bronvast-*", GLOB_APPEND, NULL, &found);
  for (size_t i = 0; i < found.gl_pathc; i++) {
    cr_assert(stat(found.gl_pathv[i], &about) == 0);
    cr_expect(eq(uint, about.st_mode & 077 & ~source.st_mode, 0), "%s: others can read %s", fault, found.gl_pathv[i]);
    bv_remove_folder(found.gl_pathv[i]);
  }
  globfree(&found);
}

static void expect_all(bv_stage *stage, const char *fault, int asked, bool there, int status) {
  bool well = status == stage->status, known = well || status == 3 || status == 4 || (asked && status == -asked);
  known = known || (status == 2 && says(stage->err, "bronvast.yaml: "));
  cr_expect(known, "%s: ended with %d", fault, status);
  if (well && !tells_editor(stage)) {
    cr_expect(is_same(stage->out, stage->right_out, stage->right_out_length), "%s: other output with %d", fault, status);
    cr_expect(is_same(stage->err, stage->right_err, strlen(stage->right_err)), "%s: other messages with %d", fault, status);
  } else if (status > 0 && !well) {
    char *said = bv_slurp(stage->err, NULL);
    expect_messages(stage, fault, said);
    free(said);
  }
  if (stage->scene->target)
    expect_target(stage, fault, there, well);
  bool never_looks = strncmp(fault, "read ", 5) == 0 && strstr(fault, " on"); /* nor in the folder that is to be emptied */
  if (strncmp(fault, "remove ", 7) == 0 || never_looks || asked == SIGKILL)
    expect_private_rest(fault);
  expect_files(stage, fault);
}

static bool set_scene(const bv_stage *stage) {
  static unsigned turn;
  bool there = !stage->scene->starts_anew || turn++ % 2 == 0;
  set_target(stage, there);
  return there;
}

void bv_stage_disturb(bv_stage *stage, const char *fault) {
  int asked = 0;
  bool there = set_scene(stage);
  sscanf(fault, "%*s %*u %d", &asked);
  int status = run(stage, fault, (blow){0});
  bool struck = atomic_load(&stage->counts->struck);
  expect_all(stage, fault, asked, there, status);
  cr_expect(struck || status == stage->status, "%s: went wrong by itself", fault);
  stage->runs++;
  stage->struck += struck;
}

void bv_stage_strike(bv_stage *stage, int signal_number, unsigned milliseconds) {
  char what[64];
  bool there = set_scene(stage);
  snprintf(what, sizeof what, "signal %d after %u ms", signal_number, milliseconds);
  int status = run(stage, "", (blow){signal_number, milliseconds, 0});
  expect_all(stage, what, signal_number, there, status);
}

/* ---- All of them ---- */

bv_stage *bv_stage_new(const bv_scene *scene) {
  bv_stage *stage = calloc(1, sizeof *stage);
  stage->scene = scene;
  stage->folder = bv_temporary_folder();
  snprintf(stage->out, sizeof stage->out, "%s/uit", stage->folder);
  snprintf(stage->err, sizeof stage->err, "%s/fout", stage->folder);
  snprintf(stage->in, sizeof stage->in, "%s/in", stage->folder);
  snprintf(stage->counts_path, sizeof stage->counts_path, "%s/tel", stage->folder);
  char *input = scene->input_file ? bv_slurp(scene->input_file, NULL) : NULL;
  bv_spill_text(stage->in, input ? input : scene->input ? scene->input : "");
  free(input);
  bv_spill(stage->counts_path, (const char[sizeof *stage->counts]){0}, sizeof *stage->counts);
  int file = open(stage->counts_path, O_RDWR | O_CLOEXEC);
  stage->counts = mmap(NULL, sizeof *stage->counts, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  set_target(stage, true);
  stage->files = list_files();
  stage->status = run(stage, "", (blow){0});
  stage->right_out = bv_slurp(stage->out, &stage->right_out_length);
  stage->right_err = bv_slurp(stage->err, NULL);
  cr_assert(stage->status == 0 || stage->status == 1, "undisturbed: %d\n%s", stage->status, stage->right_err);
  unsigned all = 0;
  for (int i = 0; i < BV_FAULT_COUNT; i++)
    all += stage->calls[i] = atomic_load(&stage->counts->calls[i]);
  cr_assert(all > 0, "the library of faults is not in");
  if (scene->target) {
    stage->right_target = bv_slurp(scene->target, &stage->right_target_length);
    cr_assert(strcmp(stage->right_target, old_target) != 0, "undisturbed: nothing was written");
  }
  expect_files(stage, "undisturbed");
  return stage;
}

void bv_stage_free(bv_stage *stage) {
  /* How processes take turns can change the number of calls a little. */
  cr_expect(stage->struck * 4 >= stage->runs * 3, "%u of %u faults never came", stage->runs - stage->struck, stage->runs);
  munmap(stage->counts, sizeof *stage->counts);
  bv_remove_folder(stage->folder);
  free(stage->folder);
  free(stage->right_out);
  free(stage->right_err);
  free(stage->right_target);
  free(stage->files);
  free(stage);
}

bool bv_stage_long(void) {
  const char *asked = getenv("BRONVAST_FAULTS");
  return asked && strcmp(asked, "all") == 0;
}

void bv_stage_disturb_each(bv_stage *stage, const bv_fault_kind *kinds, const char *how, unsigned most) {
#define NAME(name, number) #name,
  static const char *const names[] = {BV_FAULT_KINDS(NAME)};
  char fault[64];
  for (; *kinds != BV_FAULT_COUNT; kinds++) {
    unsigned calls = stage->calls[*kinds], step = calls <= most ? 1 : (calls + most - 1) / most;
    /* The number of all allocations differs from scene to scene, so that one tries the calls that another passes over. */
    for (unsigned n = 1 + stage->calls[BV_FAULT_memory] % step; n <= calls; n += step) {
      snprintf(fault, sizeof fault, "%s %u %s", names[*kinds], n, how);
      bv_stage_disturb(stage, fault);
    }
  }
}

void bv_stage_starve(bv_stage *stage) {
  set_target(stage, true);
  int status = run(stage, "memory 1 each", (blow){.seconds = MOST_STARVING});
  unsigned tried = atomic_load(&stage->counts->calls[BV_FAULT_memory]), wrong = atomic_load(&stage->counts->wrong);
  cr_expect(status == stage->status, "ended with %d", status);
  cr_expect(is_same(stage->out, stage->right_out, stage->right_out_length), "other output");
  cr_expect(wrong == 0, "of %u allocations that fail %u do not end as they should", tried, wrong);
  char *said = bv_slurp(stage->err, NULL), *rest = NULL;
  for (const char *line = strtok_r(said, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
    bool known = is_message(line) || strstr(stage->right_err, line);
    cr_assert(known, "\"%s\"", line);
  }
  free(said);
  fprintf(stderr, "%u allocations failed, one at a time: bronvast %s\n", tried, stage->scene->argv[1]);
}
