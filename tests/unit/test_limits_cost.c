/* What a draft may cost: processor time, and memory that grows with it and no faster. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../support/blocks.h"
#include "../support/run.h"
#include "base/buf.h"

#ifndef __has_feature
#define __has_feature(feature) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

#define FRONT                                                                                                        \
  "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\npersonen:\n  - {id: sam, rol: jeugdige, naam: Sam}\n"    \
  "  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw Jansen}\nbronnen:\n"                                          \
  "  - {id: verzuim, soort: document, titel: Overzicht, auteur: M. Vos, datum: 2026-10-01, in-bezit: ja}\n"             \
  "  - {id: g-moeder, soort: gesprek, persoon: moeder, datum: 2026-10-14}\n---\n\n## Deel {.onderzoek over=sam}\n\n"

/* ---- Time ---- */

/* Words that no dictionary knows: with --suggest each costs a twentieth of a second. */
static void write_slow(const char *name) {
  bv_arena *arena = bv_arena_new();
  bv_buf draft = bv_buf_new(arena);
  bv_buf_puts(&draft, FRONT "[Sam zag");
  for (int i = 0; i < 400; i++)
    bv_buf_printf(&draft, " xq%cz%cwk%cp", 'a' + i % 20, 'a' + i / 20, 'a' + i % 17);
  bv_buf_puts(&draft, ".]{.feit bron=verzuim}\n");
  bv_spill(name, bv_buf_string(&draft), draft.length);
  bv_arena_free(arena);
}

Test(limits_cost, a_draft_without_time_costs_only_its_own_result, .init = bv_enter_folder, .fini = bv_leave_folder) {
  write_slow("b.md");
  bv_spill_text("a.md", FRONT "Hij liep weg.\n");
  bv_spill_text("c.md", FRONT "Zij kwam terug.\n");
  bv_ran ran = bv_run_program((const char *const[]){"bronvast", "check", "--format=jsonl", "-j2", "--suggest", "--time-limit", "1",
                                                    "a.md", "b.md", "c.md", NULL}, NULL);
  cr_expect(eq(int, ran.status, 3));
  cr_expect(strstr(ran.out, "{\"file\":\"b.md\",\"error\":\"het nakijken kost meer dan 1 seconden rekentijd en is gestopt; ") != NULL,
            "%s", ran.out);
  cr_expect(strstr(ran.out, "{\"file\":\"a.md\",\"kind\":") && strstr(ran.out, "{\"file\":\"c.md\",\"kind\":"), "%s", ran.out);
  cr_expect(strncmp(ran.err, "b.md: het nakijken kost meer dan 1 seconden", 43) == 0, "%s", ran.err);
  bv_ran_free(&ran);
}

Test(limits_cost, a_report_of_one_draft_is_whole_when_its_time_is_over, .init = bv_enter_folder, .fini = bv_leave_folder) {
  write_slow("b.md");
  bv_ran ran = bv_run_program(
      (const char *const[]){"bronvast", "check", "--format=json", "--suggest", "--time-limit=1", "b.md", NULL}, NULL);
  cr_expect(eq(int, ran.status, 3));
  cr_expect(strstr(ran.out, "\"error\": \"het nakijken kost") && strcmp(ran.out + ran.out_length - 5, "}\n]}\n") == 0, "%s", ran.out);
  bv_ran_free(&ran);
}

Test(limits_cost, no_time_leaves_the_old_file_and_nothing_else, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_arena *arena = bv_arena_new();
  bv_buf draft = bv_buf_new(arena);
  bv_buf_puts(&draft, FRONT);
  for (int i = 0; i < 40000; i++)
    bv_buf_puts(&draft, "[Sam was in september twaalf dagen niet op school; moeder wist dat niet.]{.feit bron=verzuim}\n\n");
  bv_spill("groot.md", bv_buf_string(&draft), draft.length);
  bv_spill_text("uit.html", "oud\n");
  bv_ran ran = bv_run_program((const char *const[]){"bronvast", "render", "--for=rechtbank", "--as-is", "--time-limit=1", "-o",
                                                    "uit.html", "groot.md", NULL}, NULL);
  cr_expect(eq(int, ran.status, 3));
  cr_expect(eq(str, ran.err, "bronvast: dit kost meer rekentijd dan een concept mag kosten; de opdracht is gestopt (meer tijd: "
                             "--time-limit)\n"));
  char *old = bv_slurp("uit.html", NULL);
  cr_expect(eq(str, old, "oud\n"));
  free(old);
  bv_ran_free(&ran);
  bv_arena_free(arena);
}

Test(limits_cost, the_time_is_a_number_of_seconds, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char *const wrong[] = {"0", "-1", "1.5", "", "een", "86401", "99999999999999999999"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    bv_ran ran = bv_run_program((const char *const[]){"bronvast", "check", "--time-limit", wrong[i], "a.md", NULL}, NULL);
    cr_expect(eq(int, ran.status, 2), "%s", wrong[i]);
    cr_expect(strstr(ran.err, "is geen aantal seconden van 1 tot en met 86400") != NULL, "%s", ran.err);
    bv_ran_free(&ran);
  }
}

/* ---- Memory ---- */

/* A draft that repeats one thing; '@' in the piece becomes its number. */
typedef struct shape {
  const char *name, *before, *piece, *behind;
  size_t count;
  bool in_versions; /* they are measured too: what becomes of it there is another matter */
} shape;

static const shape shapes[] = {
    {"pages", "", "[Sam was in september @ dagen niet op school.]{.feit bron=verzuim} [Moeder vindt dat te veel.]{.mening bron=g-moeder}\n\n", "", 2000, true},
    {"one claim", "[", "Sam liep weg en moeder zocht hem. ", "]{.feit bron=verzuim}\n", 8000, true},
    {"one sentence", "[", "moeder zag hem ", ".]{.feit bron=verzuim}\n", 16000, false},
    {"one word", "[", "bronvastheid", "]{.feit bron=verzuim}\n", 40000, false},
    {"claims in a paragraph", "", "[a.]{.feit bron=verzuim} ", "\n", 5000, true},
    {"claims in claims", "", "[a [b [c [d [e]{.feit}]{.feit}]{.feit}]{.feit}]{.feit bron=verzuim}\n\n", "", 1000, true},
    {"blocks in blocks", "", "> > > > > > > > > > > > > > > > > > > > a\n\n", "", 1000, false},
    {"attributes", "", "[Sam liep weg.]{.feit a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8 bron=verzuim}\n\n", "", 3000, false},
    {"names", "[Sam liep weg.]{#c .feit bron=verzuim}\n\n", "[Hij kwam.]{#c@ .feit bron=verzuim weerspreekt=#c}\n\n", "", 3000, true},
    {"reactions", "[Sam liep weg.]{#c .feit bron=verzuim}\n\n", "::: {.reactie van=moeder datum=2026-11-10 op=#c besluit=verwerkt}\nNee.\n:::\n\n", "", 2000, true},
    {"findings", "", "Hij liep weg. ", "\n", 8000, false},
    {"unknown words", "", "[Sam zag xq@zwp.]{.feit bron=verzuim}\n\n", "", 3000, false},
    {"old information", "", "[Sam viel.]{.feit bron=verzuim datum=2020-01-01 noodzaak=\"Nodig.\"}\n\n", "", 3000, false},
    {"links", "[", "[hier](https://voorbeeld.nl/@) ", "]{.feit bron=verzuim}\n", 3000, true},
    {"definitions", "", "[a@]: /x\n", "", 20000, false},
    {"table", "| a | b |\n|---|---|\n", "| Sam | liep |\n", "", 20000, false},
    {"parts", "", "## Deel @\n\n[Sam liep weg.]{.feit bron=verzuim}\n\n", "", 2000, true},
    {"emphasis", "[", "*Sam* **liep** ", ".]{.feit bron=verzuim}\n", 8000, false},
};

static void write_shape(const shape *of, size_t count) {
  bv_arena *arena = bv_arena_new();
  bv_buf draft = bv_buf_new(arena);
  bv_buf_puts(&draft, FRONT);
  bv_buf_puts(&draft, of->before);
  const char *number = strchr(of->piece, '@');
  for (size_t i = 0; i < count; i++)
    if (number)
      bv_buf_printf(&draft, "%.*s%zu%s", (int)(number - of->piece), of->piece, i, number + 1);
    else
      bv_buf_puts(&draft, of->piece);
  bv_buf_puts(&draft, of->behind);
  bv_spill("vorm.md", bv_buf_string(&draft), draft.length);
  bv_arena_free(arena);
}

/* The peak of the memory of a run, its processes included, in kB. */
static long peak(const char *const argv[]) {
  pid_t pid = fork();
  if (pid == 0) {
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    setenv("ASAN_OPTIONS", "quarantine_size_mb=1:detect_leaks=0", 1); /* else what was freed counts too */
    execv(argv[0], (char *const *)argv);
    _exit(127);
  }
  struct rusage used;
  int status;
  cr_assert(wait4(pid, &status, 0, &used) == pid && WIFEXITED(status) && WEXITSTATUS(status) <= 1, "%d", status);
  return used.ru_maxrss;
}

static long peak_of_check(void) { return peak((const char *const[]){BUILD_DIR "/bronvast", "check", "--format=junit", "vorm.md", NULL}); }

static long peak_of_court(void) {
  return peak((const char *const[]){BUILD_DIR "/bronvast", "render", "--for=rechtbank", "--as-is", "vorm.md", NULL});
}

static long peak_of_parents(void) { return peak((const char *const[]){BUILD_DIR "/bronvast", "render", "--for=ouders", "vorm.md", NULL}); }

/* Twice as much takes at most twice as much, above what a draft of nothing takes; what grows by doubling may be half full. */
static void expect_linear(const char *what, long (*peak_of)(void), bool version) {
  const shape nothing = {.before = "[a.]{.feit bron=verzuim}\n", .piece = "", .behind = ""};
  const double most = SANITIZED ? 3.5 : 2.9, slack = SANITIZED ? 32768 : 12288; /* kB */
  write_shape(&nothing, 0);
  double least = (double)peak_of();
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
    if (version && !shapes[i].in_versions)
      continue;
    size_t count = version ? shapes[i].count / 2 : shapes[i].count;
    write_shape(&shapes[i], count);
    double once = (double)peak_of() - least;
    if (once < 0) /* no claim in it: the lists of words were never read */
      once = 0;
    write_shape(&shapes[i], 2 * count);
    double twice = (double)peak_of() - least;
    cr_expect(twice < most * once + slack, "%s, %s: %.0f kB, twice as much: %.0f kB", what, shapes[i].name, once, twice);
  }
}

Test(limits_cost, memory_of_check_is_linear, .init = bv_enter_folder, .fini = bv_leave_folder) { expect_linear("check", peak_of_check, false); }

Test(limits_cost, memory_of_the_court_version_is_linear, .init = bv_enter_folder, .fini = bv_leave_folder) {
  expect_linear("court", peak_of_court, true);
}

Test(limits_cost, memory_of_a_parents_version_is_linear, .init = bv_enter_folder, .fini = bv_leave_folder) {
  expect_linear("parents", peak_of_parents, true);
}
