/* What the manual shows the program to say is what it says. A block whose info ends in "bestand NAME" is a file; one "uit
 * voorbeeld.md" is quoted from the worked example; in a "console" block stands, behind "$ ", a call, and below it what that
 * prints. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../support/blocks.h"
#include "../support/run.h"

#define MANUAL SOURCE_DIR "/doc/handleiding.md"
#define EXAMPLE SOURCE_DIR "/doc/voorbeeld.md"
#define MAN_PAGE SOURCE_DIR "/doc/bronvast.1"
#define TEXTS SOURCE_DIR "/templates/teksten.xml"

enum { MOST_WORDS = 16 };

/* Runs what stands behind "$ " and gives what it printed. */
static char *run_line(bv_arena *arena, char *line) {
  const char *argv[MOST_WORDS + 1] = {NULL};
  size_t count = 0;
  for (char *word = strtok(line, " "); word && count < MOST_WORDS; word = strtok(NULL, " "))
    argv[count++] = word;
  bv_ran ran = bv_run_program(argv, NULL);
  char *said = bv_sprintf(arena, "%s%s", ran.out, ran.err);
  bv_ran_free(&ran);
  return said;
}

/* Where the shown lines stand in what was said, from the start of a line; NULL: nowhere. */
static const char *find_lines(const char *said, const char *shown) {
  size_t length = strlen(shown);
  for (const char *at = said; at; at = strchr(at, '\n') ? strchr(at, '\n') + 1 : NULL)
    if (strncmp(at, shown, length) == 0)
      return at;
  return NULL;
}

/* Whether the program said what is shown; a line with only "…" stands for any lines, or none. */
static bool is_said(bv_arena *arena, const char *said, const char *shown) {
  static const char gap[] = "…\n";
  bool anywhere = false;
  while (*shown) {
    if (strncmp(shown, gap, sizeof gap - 1) == 0) {
      anywhere = true;
      shown += sizeof gap - 1;
      continue;
    }
    const char *end = strstr(shown, "\n…\n");
    size_t length = end ? (size_t)(end + 1 - shown) : strlen(shown);
    const char *at = find_lines(said, bv_strndup(arena, shown, length));
    if (!at || (!anywhere && at != said))
      return false;
    said = at + length;
    shown += length;
    anywhere = false;
  }
  return anywhere || *said == '\0';
}

Test(manual, gaps_in_what_is_shown) {
  bv_arena *arena = bv_arena_new();
  static const struct { const char *said, *shown; bool same; } cases[] = {
      {"a\nb\nc\n", "a\nb\nc\n", true},       {"a\nb\nc\n", "a\n…\n", true},      {"a\nb\nc\n", "…\nb\n…\n", true},
      {"a\nb\nc\n", "…\nc\n", true},          {"a\nb\nc\n", "a\n…\nc\n", true},   {"a\nb\nc\n", "a\nb\n", false},
      {"a\nb\nc\n", "b\n…\n", false},         {"a\nb\nc\n", "…\nb\n", false},     {"a\nb\nc\n", "…\nc\n…\nb\n…\n", false},
      {"ab\nc\n", "…\nb\n…\n", false},        {"", "", true},                     {"a\n", "", false}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(is_said(arena, cases[i].said, cases[i].shown) == cases[i].same, "case %zu", i);
  bv_arena_free(arena);
}

/* A console block: "$ " and a command, and below it what that prints. */
static void expect_console(bv_arena *arena, const bv_block *b) {
  cr_assert(strncmp(b->text, "$ bronvast ", 11) == 0, "%s:%u: no call of the program", MANUAL, b->line);
  size_t length = strcspn(b->text, "\n");
  const char *said = run_line(arena, bv_strndup(arena, b->text + 2, length - 2)), *shown = b->text + length + 1;
  cr_expect(is_said(arena, said, shown), "%s:%u shows:\n%s\nThe program says:\n%s", MANUAL, b->line, shown, said);
}

/* Writes a file that the manual shows; "map/naam" in a folder of its own. */
static void put_file(bv_arena *arena, const char *name, const char *text) {
  const char *slash = strchr(name, '/');
  if (slash)
    mkdir(bv_strndup(arena, name, (size_t)(slash - name)), 0755);
  bv_spill(name, text, strlen(text));
}

/* The worked example of a house style shows in the version that it makes. */
static void expect_house_style(bv_arena *arena) {
  const char *made = bv_read_text(arena, "eigen.html");
  static const char *const marks[] = {"Voor de kinderrechter", "--accent: #a90061", "<img src=\"data:image/svg+xml;base64,"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    cr_expect(strstr(made, marks[i]) != NULL, "%s", marks[i]);
}

Test(manual, shows_what_the_program_says) {
  static const char file_word[] = " bestand ";
  bv_arena *arena = bv_arena_new();
  bv_block_list blocks = bv_read_code_blocks(arena, MANUAL);
  const char *example = bv_read_text(arena, EXAMPLE);
  char *folder = bv_temporary_folder();
  size_t runs = 0;
  cr_assert(chdir(folder) == 0);
  bv_spill("voorbeeld.md", example, strlen(example));
  for (size_t i = 0; i < blocks.count; i++) {
    const bv_block *b = &blocks.items[i];
    const char *file = strstr(b->info, file_word);
    if (file)
      put_file(arena, file + sizeof file_word - 1, b->text);
    if (!bv_info_behind(b, "console"))
      continue;
    runs++;
    expect_console(arena, b);
  }
  cr_expect(runs > 1);
  expect_house_style(arena);
  cr_assert(chdir("/") == 0);
  bv_remove_folder(folder);
  free(folder);
  bv_arena_free(arena);
}

Test(manual, what_it_quotes_from_the_example_stands_there) {
  bv_arena *arena = bv_arena_new();
  bv_block_list blocks = bv_read_code_blocks(arena, MANUAL);
  const char *example = bv_read_text(arena, EXAMPLE);
  size_t quotations = 0;
  for (size_t i = 0; i < blocks.count; i++) {
    if (!bv_info_behind(&blocks.items[i], "markdown uit voorbeeld.md"))
      continue;
    quotations++;
    cr_expect(strstr(example, blocks.items[i].text) != NULL, "%s:%u stands not in %s", MANUAL, blocks.items[i].line, EXAMPLE);
  }
  cr_expect(quotations > 3);
  bv_arena_free(arena);
}

/* What a reader sees in the place of what is withheld: the manual promises these words. */
Test(manual, every_ground_for_withholding_is_in_the_manual) {
  static const char lead[] = "id=\"withheld.ground";
  bv_arena *arena = bv_arena_new();
  const char *manual = bv_read_text(arena, MANUAL);
  size_t grounds = 0;
  for (const char *at = strstr(bv_read_text(arena, TEXTS), lead); at; at = strstr(at + 1, lead), grounds++) {
    const char *text = strchr(at, '>') + 1;
    char *sentence = bv_strndup(arena, text, strcspn(text, "<"));
    cr_expect(strstr(manual, sentence) != NULL, "%s says nothing of \"%s\"", MANUAL, sentence);
  }
  cr_expect(grounds > 1);
  bv_arena_free(arena);
}

/* The option as a man page writes it: each hyphen behind a backslash. */
static char *in_man_page(bv_arena *arena, const char *option, size_t length) {
  char *written = bv_alloc(arena, 2 * length + 1), *to = written;
  for (size_t i = 0; i < length; i++) {
    if (option[i] == '-')
      *to++ = '\\';
    *to++ = option[i];
  }
  *to = '\0';
  return written;
}

static size_t expect_options(bv_arena *arena, const char *page, const char *command) {
  const char *argv[] = {"bronvast", command, "--help", NULL};
  bv_ran ran = bv_run_program(argv, NULL);
  size_t options = 0;
  for (const char *at = strstr(ran.out, " --"); at; at = strstr(at + 1, " --"), options++) {
    char *option = in_man_page(arena, at + 1, strspn(at + 1, "-abcdefghijklmnopqrstuvwxyz"));
    cr_expect(strstr(page, option) != NULL, "the man page says nothing of %s of %s", option, command);
  }
  bv_ran_free(&ran);
  return options;
}

Test(manual, the_man_page_has_every_command_and_option) {
  static const char lead[] = "\n  bronvast ";
  const char *argv[] = {"bronvast", "--help", NULL};
  bv_arena *arena = bv_arena_new();
  const char *page = bv_read_text(arena, MAN_PAGE);
  bv_ran ran = bv_run_program(argv, NULL);
  size_t commands = 0, options = 0;
  for (const char *at = strstr(ran.out, lead); at; at = strstr(at + 1, lead), commands++) {
    const char *name = at + sizeof lead - 1;
    const char *command = bv_strndup(arena, name, strcspn(name, " "));
    cr_expect(strstr(page, bv_sprintf(arena, ".SS bronvast %s ", command)) != NULL, "no section on %s", command);
    options += expect_options(arena, page, command);
  }
  cr_expect(commands > 1);
  cr_expect(options > 6);
  bv_ran_free(&ran);
  bv_arena_free(arena);
}
