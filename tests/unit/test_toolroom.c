/* Where pandoc runs: what it can reach, and that nothing stays behind. A script of the test's stands in for pandoc and tells
 * what it could do, in the file it is to make. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../support/background.h"
#include "../support/run.h"

#define DRAFT                                                                                                          \
  "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: Kwispelaar\ndatum: 2026-11-20\npersonen:\n"                         \
  "  - {id: sam, rol: jeugdige, naam: Kwispelaar, geboren: 2013-05-02}\n---\n\n## Kwispelaar\n\nKwispelaar liep weg.\n"

static const char *const docx[] = {"bronvast", "render", "--for=rechtbank", "--as-is", "--to=docx", "a.md", NULL};
static const char *const docx_open[] = {"bronvast", "render",    "--no-sandbox", "--for=rechtbank",
                                        "--as-is",  "--to=docx", "a.md",         NULL};

static void begin(void) {
  char path[512], tmp[300];
  bv_enter_folder();
  mkdir("bin", 0700);
  mkdir("tmp", 0700);
  snprintf(path, sizeof path, "%s/bin:%s", bv_entered_folder(), getenv("PATH"));
  snprintf(tmp, sizeof tmp, "%s/tmp", bv_entered_folder());
  setenv("PATH", path, 1);
  setenv("TMPDIR", tmp, 1);
  bv_spill_text("a.md", DRAFT);
}

/* "%s" in the script is the folder of the test. */
static void be_pandoc(const char *script) {
  char *text;
  size_t length;
  FILE *out = open_memstream(&text, &length);
  fputs("#!/bin/sh\n", out);
  for (const char *hole; (hole = strstr(script, "%s")); script = hole + 2)
    fprintf(out, "%.*s%s", (int)(hole - script), script, bv_entered_folder());
  fputs(script, out);
  fclose(out);
  bv_spill("bin/pandoc", text, length);
  free(text);
  cr_assert(chmod("bin/pandoc", 0700) == 0);
}

static void expect_out(const char *const argv[], const char *expected) {
  bv_ran ran = bv_run_program(argv, NULL);
  cr_expect(eq(int, ran.status, 0), "%s", ran.err);
  cr_expect(eq(str, ran.out, (char *)expected));
  bv_ran_free(&ran);
}

static size_t count(const char *pattern) {
  glob_t found;
  size_t number = glob(pattern, 0, NULL, &found) == 0 ? found.gl_pathc : 0;
  globfree(&found);
  return number;
}

Test(toolroom, a_tool_reaches_its_own_folder_and_no_network, .init = begin, .fini = bv_leave_folder) {
  be_pandoc("{ for f in %s/a.md /etc/passwd; do cat $f > /dev/null 2>&1 && echo gelezen; done\n"
            "{ touch %s/nieuw; } 2> /dev/null && echo geschreven\n"
            "/usr/bin/python3 -c 'import socket; socket.socket()' 2> /dev/null && echo verbonden\n"
            "cp in.html kopie.html && mkdir map && echo gewerkt; } > uit.docx\n");
  cr_assert(access("/usr/bin/python3", X_OK) == 0);
  if (!bv_has_landlock())
    cr_skip_test("no Landlock in this kernel");
  expect_out(docx_open, "gelezen\ngelezen\ngeschreven\nverbonden\ngewerkt\n");
  unlink("nieuw");
  expect_out(docx, "gewerkt\n");
  cr_expect(eq(sz, count("tmp/*"), 0));
}

Test(toolroom, limits_hold, .init = begin, .fini = bv_leave_folder) {
  be_pandoc("{ ulimit -d; ulimit -t; ulimit -f; ulimit -n; ulimit -c\n"
            "/usr/bin/python3 -c 'bytearray(3 << 30)' 2> /dev/null || echo 'te veel'; } > uit.docx\n");
  expect_out(docx, "2097152\n60\n1048576\n256\n0\nte veel\n"); /* the test itself allows no more than 60 seconds */
}

/* Everybody on the machine can read the arguments of a process. The title of a parents' version holds the child's name. */
Test(toolroom, no_argument_or_environment_holds_text, .init = begin, .fini = bv_leave_folder) {
  static const char *const argv[] = {"bronvast", "render", "--for=ouders", "--to=docx", "a.md", NULL};
  be_pandoc("{ echo \"$0 $@\"; env; } > uit.docx\n"
            "grep -c Kwispelaar in.html > /dev/null && grep -c Kwispelaar gegevens.json > /dev/null && echo erin >> uit.docx\n");
  bv_ran ran = bv_run_program(argv, NULL);
  cr_expect(strstr(ran.out, "--from=html") != NULL, "%s", ran.out);
  cr_expect(strstr(ran.out, "HOME=") != NULL);
  cr_expect(strstr(ran.out, "Kwispelaar") == NULL, "%s", ran.out);
  cr_expect(strstr(ran.out, "\nerin\n") != NULL, "the title goes another way");
  bv_ran_free(&ran);
}

static bool wait_until(const char *pattern, size_t number) {
  for (int i = 0; i < 2000 && count(pattern) != number; i++)
    usleep(10000);
  return count(pattern) == number;
}

/* Runs until the tool is at work, with a child of its own whose number is given. */
static bv_running start(pid_t *grandchild) {
  be_pandoc("sleep 1000 &\necho $! > kind\nmv kind kleinkind\nsleep 1000\n");
  bv_running running = bv_start_program(docx, bv_entered_folder());
  cr_assert(wait_until("tmp/bronvast-*/kleinkind", 1));
  glob_t found;
  cr_assert(glob("tmp/bronvast-*/kleinkind", 0, NULL, &found) == 0);
  char *number = bv_slurp(found.gl_pathv[0], NULL);
  *grandchild = (pid_t)atoi(number);
  free(number);
  globfree(&found);
  cr_assert(kill(*grandchild, 0) == 0);
  return running;
}

Test(toolroom, only_the_owner_sees_the_folder, .init = begin, .fini = bv_leave_folder) {
  pid_t grandchild;
  struct stat about;
  glob_t found;
  bv_running running = start(&grandchild);
  cr_assert(glob("tmp/bronvast-*", 0, NULL, &found) == 0 && stat(found.gl_pathv[0], &about) == 0);
  cr_expect(eq(uint, about.st_mode & 0777, 0700));
  globfree(&found);
  cr_assert(glob("tmp/bronvast-*/*.*", 0, NULL, &found) == 0 && found.gl_pathc >= 3);
  for (size_t i = 0; i < found.gl_pathc; i++) {
    cr_assert(stat(found.gl_pathv[i], &about) == 0);
    cr_expect(eq(uint, about.st_mode & 0777, 0600), "%s", found.gl_pathv[i]);
  }
  globfree(&found);
  kill(running.pid, SIGTERM);
  bv_wait_for_end(&running);
}

Test(toolroom, a_signal_leaves_no_folder_and_no_process, .init = begin, .fini = bv_leave_folder) {
  static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
    pid_t grandchild;
    bv_running running = start(&grandchild);
    kill(running.pid, signals[i]);
    cr_expect(eq(int, bv_wait_for_end(&running), 128 + signals[i]));
    cr_expect(eq(sz, count("tmp/*"), 0), "signal %d: the folder is gone when the program is", signals[i]);
    cr_expect(kill(grandchild, 0) != 0 && errno == ESRCH, "signal %d", signals[i]);
  }
}

/* Nobody can catch this one; the process that runs the tools sees it and clears up. */
Test(toolroom, even_a_killed_program_leaves_nothing, .init = begin, .fini = bv_leave_folder) {
  pid_t grandchild;
  bv_running running = start(&grandchild);
  kill(running.pid, SIGKILL);
  cr_expect(eq(int, bv_wait_for_end(&running), 128 + SIGKILL));
  cr_expect(wait_until("tmp/*", 0), "the folder is removed");
  for (int i = 0; i < 2000 && kill(grandchild, 0) == 0; i++)
    usleep(10000);
  cr_expect(kill(grandchild, 0) != 0 && errno == ESRCH);
}

/* The time that a job may take runs out with SIGALRM, which here comes a little earlier. */
Test(toolroom, a_tool_that_takes_too_long_is_ended_and_told, .init = begin, .fini = bv_leave_folder) {
  pid_t grandchild, room;
  bv_running running = start(&grandchild);
  cr_assert(bv_wait_for_children(&running, 1, &room));
  kill(room, SIGALRM);
  cr_expect(eq(int, bv_wait_for_end(&running), 4));
  char *said = bv_slurp(running.err, NULL);
  cr_expect(eq(str, said, "bronvast: pandoc was na 15 minuten nog niet klaar en is gestopt; er is niets geschreven\n"));
  cr_expect(eq(sz, count("tmp/*"), 0));
  cr_expect(kill(grandchild, 0) != 0 && errno == ESRCH);
  free(said);
}

Test(toolroom, a_tool_that_fails_is_told, .init = begin, .fini = bv_leave_folder) {
  be_pandoc("exit 3\n");
  bv_ran ran = bv_run_program(docx, NULL);
  cr_expect(eq(int, ran.status, 4));
  cr_expect(eq(str, ran.err, "bronvast: pandoc is niet gelukt (afloop 3); er is niets geschreven\n"));
  cr_expect(eq(str, ran.out, ""));
  cr_expect(eq(sz, count("tmp/*"), 0));
  bv_ran_free(&ran);
}
