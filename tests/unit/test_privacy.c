/* No text of a draft goes anywhere but into the outputs asked for: strace shows what is opened, started and connected. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <ctype.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../support/forms.h"
#include "../support/run.h"
#include "../support/talk.h"
#include "base/instrumented.h"

/* A name that stands everywhere a draft can have one. */
#define SECRET "Kwispelaar"
#define DRAFT                                                                                                          \
  "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: " SECRET "\ndatum: 2026-11-20\npersonen:\n"                         \
  "  - {id: sam, rol: jeugdige, naam: " SECRET ", geboren: 2013-05-02}\n"                                              \
  "  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw " SECRET "}\n"                                                \
  "bronnen:\n  - {id: gesprek, soort: gesprek, persoon: moeder, datum: 2026-10-14, geaccordeerd: ja}\n---\n\n"         \
  "## " SECRET " thuis {.onderzoek}\n\n[" SECRET " liep weg.]{.feit bron=gesprek over=sam}\n"

static void begin(void) {
  bv_enter_folder();
  mkdir("in", 0700);
  mkdir("uit", 0700);
  mkdir("tmp", 0700);
  mkdir("thuis", 0700);
  bv_spill_text("a.md", DRAFT);
  bv_spill_text("b.md", DRAFT);
}

/* ---- Permissions ---- */

static unsigned mode_of(const char *path) {
  struct stat about;
  cr_assert(stat(path, &about) == 0, "%s is not there", path);
  return about.st_mode & 07777;
}

static void run(const char *command) {
  char line[1024];
  snprintf(line, sizeof line, BUILD_DIR "/bronvast %s > uit/gezegd 2>&1", command);
  int status = system(line) >> 8;
  cr_expect(status < 2, "%s: %d", command, status);
}

Test(privacy, what_comes_out_is_as_private_as_what_went_in, .init = begin, .fini = bv_leave_folder) {
  static const unsigned modes[] = {0600, 0640, 0644};
  static const struct { const char *command, *output; } all[] = {
      {"check -o uit/1 --format=html a.md", "uit/1"},
      {"check -o uit/2 --format=sarif a.md b.md", "uit/2"},
      {"render --for=rechtbank --as-is --manifest -o uit/3 a.md", "uit/3"},
      {"verify uit/3.manifest.json", "uit/3.manifest.json"},
      {"render --for=ouders --to=xml -o uit/4 a.md", "uit/4"},
      {"render --for=ouders --to=markdown -o uit/5 a.md", "uit/5"},
      {"convert --to=xml -o uit/6 a.md", "uit/6"},
      {"compare --format=html -o uit/7 a.md b.md", "uit/7"},
      {"compare --format=html -o uit/8 b.md a.md", "uit/8"}};
  umask(0);
  for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
    cr_assert(chmod("a.md", modes[i]) == 0 && chmod("b.md", 0666) == 0);
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
      run(all[k].command);
      cr_expect(eq(uint, mode_of(all[k].output), modes[i]), "%s", all[k].command);
    }
    cr_assert(system("rm -f uit/*") == 0);
  }
}

#if !BV_INSTRUMENTED

/* ---- What strace saw ---- */

/* What the commands read that need more than a draft: what came back about it, what was made of it, what an editor says of it. */
static void begin_with_inputs(void) {
  char uri[300];
  begin();
  bv_spill_form("in/formulier.json", "a.md", "moeder", "{\"point\": \"1.1\", \"answer\": \"niet-eens\", \"text\": \"" SECRET
                " liep niet weg.\"}");
  bv_spill_review("in/beoordeling.json", "a.md", "");
  run("render --for=ouders --reader=moeder --manifest=in/manifest.json -o in/ouders.html a.md");
  run("check --format=jsonl -o in/uitkomst.jsonl a.md b.md");
  snprintf(uri, sizeof uri, "file://%s/a.md", bv_entered_folder());
  char *talk = bv_whole_talk(uri, DRAFT, "gesprek over");
  bv_spill_text("in/gesprek", talk);
  free(talk);
}

/* The folder of the test itself stands in no list below: what is opened there is told by name. */
static const char *const tool_reads[] = {
    "/usr/", "/lib", "/bin", "/sbin", "/etc/fonts", "/etc/ld.so.cache", "/etc/mime.types", "/etc/ssl/openssl.cnf",
    "/var/cache/fontconfig", "/dev/null", "/dev/urandom", "tmp/bronvast-", NULL};
static const char *const start_reads[] = {
    "/usr/lib/", "/lib", "/etc/ld.so.cache", "/proc/", "/sys/devices/system/cpu", "/dev/urandom", "/usr/share/zoneinfo",
    "a.md", "b.md", "in/", "uit", "tmp/bronvast-", NULL};
static const char *const reader_reads[] = {"/dev/urandom", "a.md", "b.md", "in/", "/usr/share/hunspell/nl", "uit",
                                            NULL};
static const char *const may_write[] = {"uit/.bronvast-", "tmp/bronvast-", "/dev/null", NULL};

static bool is_one_of(const char *const *beginnings, const char *path) {
  size_t length = strlen(bv_entered_folder());
  if (strncmp(path, bv_entered_folder(), length) == 0 && path[length] == '/')
    path += length + 1;
  for (; *beginnings; beginnings++)
    if (strncmp(path, *beginnings, strlen(*beginnings)) == 0)
      return true;
  return false;
}

static const char *under_way; /* the command */
static size_t opened_drafts, sandboxes;

/* A process at a moment: has it entered the sandbox; is it another program than ours. */
typedef struct process {
  bool confined, tool;
} process;

/* The file that a successful open gave: "= 5</usr/lib/x>". */
static bool opened(const char *line, char path[4096]) {
  const char *result = strstr(line, ") = ");
  const char *open = result ? strchr(result, '<') : NULL;
  if ((strncmp(line, "open(", 5) != 0 && strncmp(line, "openat(", 7) != 0 && strncmp(line, "creat(", 6) != 0) || !open ||
      !isdigit((unsigned char)result[4]))
    return false;
  snprintf(path, 4096, "%.*s", (int)strcspn(open + 1, ">"), open + 1);
  return true;
}

static void see_open(const process *p, const char *line) {
  char path[4096];
  if (!opened(line, path) || strstr(line, "O_PATH"))
    return;
  opened_drafts += strstr(path, "/a.md") != NULL;
  bool writes = strstr(line, "O_WRONLY") || strstr(line, "O_RDWR") || strstr(line, "O_CREAT");
  const char *const *allowed = writes ? may_write : p->tool ? tool_reads : p->confined ? reader_reads : start_reads;
  cr_expect(is_one_of(allowed, path), "%s: %s", under_way, line);
}

static void see(process *p, const char *line) {
  if (strncmp(line, "execve(", 7) == 0 && strstr(line, ") = 0"))
    p->tool = strstr(line, BUILD_DIR "/bronvast\", [") == NULL;
  if (strncmp(line, "landlock_restrict_self(", 23) == 0)
    sandboxes += p->confined = true;
  cr_expect(strstr(line, SECRET) == NULL, "%s: %s", under_way, line);
  if (strncmp(line, "socket", 6) == 0 || strncmp(line, "connect(", 8) == 0)
    cr_expect(p->tool && strstr(line, " = -1 EACCES"), "%s: %s", under_way, line);
  see_open(p, line);
}

/* The number of the process that a line starts, or 0. */
static int started(const char *line) {
  const char *result = strstr(line, ") = ");
  bool starts = strncmp(line, "clone", 5) == 0 || strncmp(line, "fork(", 5) == 0 || strncmp(line, "vfork(", 6) == 0;
  return starts && result ? atoi(result + 4) : 0;
}

/* A process and all that it started: each begins as what it came from. */
static void see_process(const char *file, process p) {
  char *text = bv_slurp(file, NULL), *rest = NULL;
  cr_assert(text != NULL, "%s", file);
  for (const char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
    char child[64];
    snprintf(child, sizeof child, "spoor.%d", started(line));
    see(&p, line);
    if (started(line) > 0)
      see_process(child, p);
  }
  free(text);
}

/* The process with which all began. */
static void see_all(void) {
  glob_t found;
  const char *main = NULL;
  static const char begin[] = "execve(\"" BUILD_DIR "/bronvast\", [";
  cr_assert(glob("spoor.*", 0, NULL, &found) == 0);
  for (size_t i = 0; i < found.gl_pathc && !main; i++) {
    char *text = bv_slurp(found.gl_pathv[i], NULL);
    if (strncmp(text, begin, sizeof begin - 1) == 0)
      main = found.gl_pathv[i];
    free(text);
  }
  cr_assert(main != NULL);
  see_process(main, (process){0});
  globfree(&found);
}

/* What stands in the folder, hidden files included. */
static size_t files_in(const char *folder) {
  char line[512];
  snprintf(line, sizeof line, "find %s -mindepth 1 | wc -l", folder);
  FILE *program = popen(line, "r");
  size_t number = 0;
  cr_assert(program && fscanf(program, "%zu", &number) == 1);
  pclose(program);
  return number;
}

/* `reads`: it opens a draft itself. */
static void expect_nothing_else(const char *command, bool reads, size_t outputs) {
  char line[2048];
  const char *here = bv_entered_folder();
  under_way = command;
  opened_drafts = sandboxes = 0;
  cr_assert(system("rm -rf spoor.* uit/*") == 0);
  snprintf(line, sizeof line,
           "HOME=%s/thuis XDG_CONFIG_HOME= XDG_RUNTIME_DIR= TMPDIR=%s/tmp strace -ff --seccomp-bpf -qq -y -v -s 4096 -o spoor "
           "-e trace=%%file,%%network,%%process,landlock_restrict_self " BUILD_DIR "/bronvast %s > gezegd 2>&1",
           here, here, command);
  int status = system(line) >> 8;
  cr_expect(status < 2, "%s: %d", command, status);
  see_all();
  cr_expect(reads == (opened_drafts > 0), "%s: %zu drafts were opened", command, opened_drafts);
  bool explains = strncmp(command, "explain", 7) == 0; /* which reads nothing of anybody's */
  cr_expect(explains == (sandboxes == 0), "%s: nothing was seen", command);
  cr_expect(eq(sz, files_in("uit"), outputs), "%s", command);
  cr_expect(eq(sz, files_in("tmp") + files_in("thuis"), 0), "%s", command);
}

Test(privacy, nothing_is_opened_but_what_was_named, .init = begin, .fini = bv_leave_folder) {
  bv_need_program("strace");
  if (!bv_has_landlock())
    cr_skip_test("no Landlock in this kernel");
  expect_nothing_else("check --suggest a.md", true, 0);
  expect_nothing_else("check -j2 -o uit/1.json --format=json a.md b.md", true, 1);
  expect_nothing_else("render --for=rechtbank --as-is --manifest -o uit/1.html a.md", true, 2);
  expect_nothing_else("render --for=ouders --reader=moeder --explain -o uit/1.html a.md", true, 1);
  expect_nothing_else("convert --to=xml -o uit/1.xml a.md", true, 1);
  expect_nothing_else("compare --format=html -o uit/1.html a.md b.md", true, 1);
}

Test(privacy, what_comes_back_and_what_an_editor_says_goes_nowhere_else, .init = begin_with_inputs, .fini = bv_leave_folder) {
  bv_need_program("strace");
  if (!bv_has_landlock())
    cr_skip_test("no Landlock in this kernel");
  expect_nothing_else("react --from=in/formulier.json -o uit/1.md a.md", true, 1);
  expect_nothing_else("react --from=in/formulier.json --sent=b.md -o uit/1.md a.md", true, 1);
  expect_nothing_else("review --from=in/beoordeling.json -o uit/1.md a.md", true, 1);
  expect_nothing_else("verify in/manifest.json", true, 0);
  expect_nothing_else("verify --without-draft in/manifest.json", false, 0);
  expect_nothing_else("lsp --suggest < in/gesprek", false, 0);
  expect_nothing_else("monitor -o uit/1.html in/uitkomst.jsonl", false, 1);
  expect_nothing_else("explain --to=html -o uit/1.html", false, 1);
}

Test(privacy, tools_outside_see_their_own_folder_and_no_network, .init = begin, .fini = bv_leave_folder, .timeout = 300) {
  bv_need_program("strace");
  if (!bv_has_landlock())
    cr_skip_test("no Landlock in this kernel");
  expect_nothing_else("render --for=rechtbank --as-is --to=pdf -o uit/1.pdf a.md", true, 1);
  expect_nothing_else("render --for=rechtbank --as-is --to=docx -o uit/1.docx a.md", true, 1);
  expect_nothing_else("render --for=ouders --to=markdown -o uit/1.md a.md", true, 1);
}

#endif
