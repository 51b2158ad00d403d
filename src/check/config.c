#include "check/config.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/messages.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "lang/table.h"

enum { LARGEST_CONFIG = 1024 * 1024, MOST_FOLDERS = 64 };
static const char FILE_NAME[] = "bronvast.yaml";

/* A file on its way. */
typedef struct loader {
  bv_arena *arena;
  bv_config *config;
  const bv_source *source;
  bv_config_errors *errors;
} loader;

static int *number_of(bv_config *config, const bv_config_number *number) {
  return (int *)((char *)config + number->offset);
}

bv_config *bv_config_new(bv_arena *arena) {
  bv_config *config = bv_alloc(arena, sizeof *config);
  bv_table table = bv_table_read(arena, "src/check/beroepen.tsv");
  const char **professions = bv_calloc(arena, table.count + 1, sizeof *professions);
  for (size_t i = 0; i < table.count; i++)
    professions[i] = table.items[i].fields[0];
  for (size_t i = 0; i < bv_config_number_count; i++)
    *number_of(config, &bv_config_numbers[i]) = bv_config_numbers[i].value;
  config->professions = professions;
  config->profession_count = table.count;
  config->kinds = bv_kind_set_new(arena);
  return config;
}

static bv_config *ours;

/* The arena is never freed: our values live as long as the program. */
static void make_ours(void) { ours = bv_config_new(bv_arena_new()); }

const bv_config *bv_config_default(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, make_ours);
  return ours;
}

bv_reading_limits bv_config_limits(const bv_config *config) {
  const bv_readability *set = &config->readability;
  return (bv_reading_limits){set->average_words, set->long_sentence, set->longer_sentence, set->clauses,
                             set->flesch_douma};
}

static void add_error(loader *l, bv_range range, const char *message) {
  bv_position at = bv_source_position(l->source, range.start);
  BV_PUSH(l->arena, l->errors,
          bv_sprintf(l->arena, MSG_CONFIG_WRONG, l->source->name, (unsigned)at.line, (unsigned)at.column, message));
}

static unsigned line_of(const loader *l, const bv_yaml *entry) {
  return bv_source_position(l->source, entry->key_range.start).line;
}

static void unknown_word(loader *l, bv_range range, const char *what, const char *word, const char *nearest) {
  add_error(l, range,
            nearest ? bv_sprintf(l->arena, MSG_CONFIG_UNKNOWN_NEAREST, what, word, nearest)
                    : bv_sprintf(l->arena, MSG_CONFIG_UNKNOWN, what, word));
}

/* Whether the entry is of that kind (an empty one is an empty map or list); else an error. */
static bool is_kind(loader *l, const bv_yaml *entry, bv_yaml_kind kind) {
  static const char *const asks[] = {MSG_CONFIG_WORD, MSG_CONFIG_LIST, MSG_CONFIG_MAP};
  bool empty = entry->kind == BV_YAML_SCALAR && !*entry->value;
  if (entry->kind == kind ? !empty : empty && kind != BV_YAML_SCALAR)
    return true;
  add_error(l, entry->key ? entry->key_range : entry->range, asks[kind]);
  return false;
}

static void read_number(loader *l, const bv_yaml *entry, size_t index) {
  const bv_config_number *number = &bv_config_numbers[index];
  if (!is_kind(l, entry, BV_YAML_SCALAR))
    return;
  size_t digits = strspn(entry->value, "0123456789");
  int value = 0;
  for (size_t i = 0; i < digits && i < 6; i++)
    value = value * 10 + (entry->value[i] - '0');
  if (digits == 0 || digits > 5 || entry->value[digits] || value < number->least || value > number->most) {
    add_error(l, entry->range, bv_sprintf(l->arena, MSG_CONFIG_NUMBER, number->key, number->least, number->most));
    return;
  }
  if (l->config->lines[index])
    add_error(l, entry->key_range, bv_sprintf(l->arena, MSG_CONFIG_TWICE, entry->key));
  *number_of(l->config, number) = value;
  l->config->lines[index] = line_of(l, entry);
}

/* The index of the number with that key in a section (NULL: at the top), or the count of numbers. */
static size_t find_number(const char *section, const char *key) {
  size_t i = 0;
  while (i < bv_config_number_count && !(strcmp(bv_config_numbers[i].key, key) == 0 &&
                                         strcmp(bv_config_numbers[i].section ? bv_config_numbers[i].section : "",
                                                section ? section : "") == 0))
    i++;
  return i;
}

static void read_section(loader *l, const bv_yaml *section) {
  const char *keys[BV_SETTING_COUNT];
  size_t count = 0;
  for (size_t i = 0; i < bv_config_number_count; i++)
    if (bv_config_numbers[i].section && strcmp(bv_config_numbers[i].section, section->key) == 0)
      keys[count++] = bv_config_numbers[i].key;
  if (!is_kind(l, section, BV_YAML_MAP))
    return;
  for (const bv_yaml *entry = section->first; entry; entry = entry->next) {
    size_t index = find_number(section->key, entry->key);
    if (index < bv_config_number_count)
      read_number(l, entry, index);
    else
      unknown_word(l, entry->key_range, MSG_CONFIG_KEY, entry->key, bv_nearest(entry->key, keys, count));
  }
}

/* Reads a list of words; NULL when it is none. */
static const char **read_words(loader *l, const bv_yaml *entry, size_t *count) {
  size_t length = 0;
  if (!is_kind(l, entry, BV_YAML_LIST))
    return NULL;
  for (const bv_yaml *item = entry->first; item; item = item->next)
    length++;
  const char **words = bv_calloc(l->arena, length + 1, sizeof *words);
  *count = 0;
  for (const bv_yaml *item = entry->first; item; item = item->next)
    if (is_kind(l, item, BV_YAML_SCALAR))
      words[(*count)++] = item->value;
  return words;
}

static void read_professions(loader *l, const bv_yaml *entry) {
  size_t count = 0;
  const char **words = read_words(l, entry, &count);
  if (!words)
    return;
  l->config->professions = words;
  l->config->profession_count = count;
  l->config->lines[BV_SETTING_PROFESSIONS] = line_of(l, entry);
}

static void read_domain_words(loader *l, const bv_yaml *entry) {
  size_t count = 0;
  const char **words = read_words(l, entry, &count);
  if (!words)
    return;
  l->config->words = words;
  l->config->word_count = count;
  l->config->lines[BV_SETTING_WORDS] = line_of(l, entry);
}

/* A path in the file counts from the folder of the file. */
static const char *resolve(bv_arena *arena, const char *file, const char *path) {
  const char *slash = strrchr(file, '/');
  return *path == '/' || !slash ? path : bv_sprintf(arena, "%.*s/%s", (int)(slash - file), file, path);
}

static void read_kinds(loader *l, const bv_yaml *entry) {
  size_t count = 0;
  const char **paths = read_words(l, entry, &count);
  if (!paths)
    return;
  for (size_t i = 0; i < count; i++) {
    struct stat status;
    paths[i] = resolve(l->arena, l->source->name, paths[i]);
    bool folder = stat(paths[i], &status) == 0 && S_ISDIR(status.st_mode);
    const char *wrong = folder ? bv_kind_set_load_directory(l->config->kinds, paths[i])
                               : bv_kind_set_load_file(l->config->kinds, paths[i]);
    if (wrong)
      add_error(l, entry->range, wrong);
  }
  l->config->kind_paths = paths;
  l->config->kind_path_count = count;
  l->config->lines[BV_SETTING_KINDS] = line_of(l, entry);
}

static void read_templates(loader *l, const bv_yaml *entry) {
  if (!is_kind(l, entry, BV_YAML_SCALAR))
    return;
  l->config->templates = resolve(l->arena, l->source->name, entry->value);
  l->config->lines[BV_SETTING_TEMPLATES] = line_of(l, entry);
}

static void read_severity(loader *l, const bv_yaml *word, bv_rule_setting *setting) {
  static const char *const words[] = {"advies", "waarschuwing", "fout", "uit"};
  size_t i = 0;
  if (!is_kind(l, word, BV_YAML_SCALAR))
    return;
  while (i < 4 && strcmp(word->value, words[i]) != 0)
    i++;
  if (i == 4)
    unknown_word(l, word->range, MSG_CONFIG_SEVERITY, word->value, bv_nearest(word->value, words, 4));
  setting->off = i == 3;
  setting->severity = i < 3 ? (bv_severity)i : setting->severity;
}

/* `REGEL: ernst`, or `REGEL: {ernst: …, reden: …}`. */
static void read_rule(loader *l, const bv_yaml *entry) {
  static const char *const keys[] = {"ernst", "reden"};
  bv_rule rule = bv_rule_find(entry->key);
  if (rule == BV_RULE_COUNT) {
    unknown_word(l, entry->key_range, MSG_CONFIG_RULE, entry->key, bv_rule_nearest(entry->key));
    return;
  }
  bv_rule_setting setting = {.line = line_of(l, entry), .severity = bv_rule_info_of(rule)->severity};
  if (entry->kind != BV_YAML_MAP)
    read_severity(l, entry, &setting);
  for (const bv_yaml *child = entry->first; entry->kind == BV_YAML_MAP && child; child = child->next) {
    if (strcmp(child->key, "ernst") == 0)
      read_severity(l, child, &setting);
    else if (strcmp(child->key, "reden") != 0)
      unknown_word(l, child->key_range, MSG_CONFIG_KEY, child->key, bv_nearest(child->key, keys, 2));
    else if (is_kind(l, child, BV_YAML_SCALAR))
      setting.reason = child->value;
  }
  if (l->config->rules[rule].line)
    add_error(l, entry->key_range, bv_sprintf(l->arena, MSG_CONFIG_TWICE, entry->key));
  if (setting.off && !setting.reason)
    add_error(l, entry->key_range, bv_sprintf(l->arena, MSG_CONFIG_REASON, entry->key));
  l->config->rules[rule] = setting;
}

static void read_rules(loader *l, const bv_yaml *rules) {
  if (is_kind(l, rules, BV_YAML_MAP))
    for (const bv_yaml *entry = rules->first; entry; entry = entry->next)
      read_rule(l, entry);
}

typedef struct section {
  const char *key;
  void (*read)(loader *l, const bv_yaml *entry);
} section;

static const section sections[] = {{"regels", read_rules},           {"termijnen", read_section},
                                   {"leesbaarheid", read_section},   {"beroepen", read_professions},
                                   {"woorden", read_domain_words},   {"soorten", read_kinds},
                                   {"sjablonen", read_templates}};
enum { SECTION_COUNT = sizeof sections / sizeof *sections };

static void read_top(loader *l, const bv_yaml *map) {
  const char *keys[SECTION_COUNT + 1] = {bv_config_numbers[BV_SETTING_OLD].key};
  for (size_t i = 0; i < SECTION_COUNT; i++)
    keys[i + 1] = sections[i].key;
  for (const bv_yaml *entry = map->first; entry; entry = entry->next) {
    size_t i = 0, number = find_number(NULL, entry->key);
    while (i < SECTION_COUNT && strcmp(sections[i].key, entry->key) != 0)
      i++;
    if (i < SECTION_COUNT && bv_yaml_get(map, entry->key) != entry)
      add_error(l, entry->key_range, bv_sprintf(l->arena, MSG_CONFIG_TWICE, entry->key));
    else if (i < SECTION_COUNT)
      sections[i].read(l, entry);
    else if (number < bv_config_number_count)
      read_number(l, entry, number);
    else
      unknown_word(l, entry->key_range, MSG_CONFIG_KEY, entry->key, bv_nearest(entry->key, keys, SECTION_COUNT + 1));
  }
}

/* The first byte that is no UTF-8, or the length. */
static size_t valid_length(const char *text, size_t length) {
  size_t at = 0, size;
  uint32_t c;
  while (at < length && (size = bv_utf8_decode(text + at, length - at, &c)))
    at += size;
  return at;
}

bool bv_config_read(bv_arena *arena, bv_config *config, const char *path, const char *text, size_t length,
                    bv_config_errors *errors) {
  bv_yaml_error wrong;
  loader l = {arena, config, bv_source_new(arena, path, text, length), errors};
  size_t before = errors->count, valid = valid_length(text, length);
  if (valid < length) {
    add_error(&l, (bv_range){(uint32_t)valid, (uint32_t)valid}, MSG_YAML_CHARACTER);
    return false;
  }
  const bv_yaml *map = bv_yaml_parse(arena, text, length, 0, &wrong);
  config->origin = bv_strdup(arena, path);
  if (!map)
    add_error(&l, wrong.range, wrong.message);
  else if (map->kind != BV_YAML_MAP)
    add_error(&l, map->range, MSG_CONFIG_MAP);
  else
    read_top(&l, map);
  return errors->count == before;
}

bool bv_config_load(bv_arena *arena, bv_config *config, const char *path, bv_config_errors *errors) {
  size_t length;
  const char *text = bv_file_read(arena, path, LARGEST_CONFIG, &length);
  if (text)
    return bv_config_read(arena, config, path, text, length, errors);
  BV_PUSH(arena, errors, bv_sprintf(arena, MSG_READ_CANNOT_OPEN, path, bv_errno_dutch(errno)));
  return false;
}

/* Only what is not there goes without settings; what cannot be looked at is found, and says so when it is read. */
static bool is_absent(void) { return errno == ENOENT || errno == ENOTDIR; }

const char *bv_config_find(bv_arena *arena, const char *draft) {
  const char *slash = strcmp(draft, "-") == 0 ? NULL : strrchr(draft, '/');
  const char *start = !slash ? "." : slash == draft ? "/" : bv_strndup(arena, draft, (size_t)(slash - draft));
  char *folder = realpath(start, NULL);
  const char *found = folder || is_absent() ? NULL : bv_sprintf(arena, "%s/%s", start, FILE_NAME);
  for (size_t i = 0; folder && !found && i < MOST_FOLDERS; i++) {
    const char *path = bv_sprintf(arena, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, FILE_NAME);
    if (access(path, F_OK) == 0 || !is_absent())
      found = path;
    char *last = strrchr(folder, '/');
    if (!last || strcmp(folder, "/") == 0)
      break;
    last[last == folder] = '\0';
  }
  free(folder);
  return found;
}

void bv_config_apply(const bv_config *config, bv_findings *findings) {
  for (size_t i = 0; i < findings->count; i++) {
    bv_finding *finding = &findings->items[i];
    const bv_rule_setting *setting = &config->rules[finding->rule];
    if (setting->line == 0)
      continue;
    if (!setting->off)
      finding->severity = setting->severity;
    else if (!finding->suppressed) {
      finding->suppressed = true;
      finding->reason = bv_sprintf(findings->arena, MSG_CONFIG_OFF, setting->reason);
    }
  }
}
