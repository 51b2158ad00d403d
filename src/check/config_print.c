/* Settings as text: a bronvast.yaml that says the same, with where each value comes from. */
#include <string.h>

#include "base/messages.h"
#include "check/config.h"

/* "# bronvast.yaml:3", or "# standaard". */
static void print_origin(FILE *out, const bv_config *config, unsigned line) {
  if (line)
    fprintf(out, "# %s:%u", config->origin, line);
  else
    fputs("# " MSG_CONFIG_OURS, out);
}

/* A value between double quotation marks, so that no YAML in it counts. */
static void print_quoted(FILE *out, const char *text) {
  fputc('"', out);
  for (; *text; text++) {
    unsigned char c = (unsigned char)*text;
    if (c == '"' || c == '\\')
      fprintf(out, "\\%c", c);
    else if (c < 0x20)
      fprintf(out, "\\x%02x", c);
    else
      fputc(c, out);
  }
  fputc('"', out);
}

static void print_numbers(FILE *out, const bv_config *config) {
  const char *section = NULL;
  for (size_t i = 0; i < bv_config_number_count; i++) {
    const bv_config_number *number = &bv_config_numbers[i];
    if (number->section && (!section || strcmp(section, number->section) != 0))
      fprintf(out, "%s:\n", number->section);
    section = number->section;
    fprintf(out, "%s%s: %d  ", section ? "  " : "", number->key, *(const int *)((const char *)config + number->offset));
    print_origin(out, config, config->lines[i]);
    fprintf(out, "; %s\n", number->explanation);
  }
}

static void print_list(FILE *out, const bv_config *config, bv_setting setting, const char *key,
                       const char *const *items, size_t count) {
  fprintf(out, "%s:%s  ", key, count ? "" : " []");
  print_origin(out, config, config->lines[setting]);
  fputc('\n', out);
  for (size_t i = 0; i < count; i++) {
    fputs("  - ", out);
    print_quoted(out, items[i]);
    fputc('\n', out);
  }
}

static void print_rules(FILE *out, const bv_config *config) {
  fputs("regels:\n", out);
  for (int rule = 0; rule < BV_RULE_COUNT; rule++) {
    const bv_rule_setting *setting = &config->rules[rule];
    const bv_rule_info *info = bv_rule_info_of((bv_rule)rule);
    const char *severity = bv_severity_dutch(setting->line ? setting->severity : info->severity);
    fprintf(out, "  %s: {ernst: %s", info->name, setting->off ? "uit" : severity);
    if (setting->reason) {
      fputs(", reden: ", out);
      print_quoted(out, setting->reason);
    }
    fputs("}  ", out);
    print_origin(out, config, setting->line);
    fputc('\n', out);
  }
}

static void print_kinds(FILE *out, const bv_config *config) {
  print_list(out, config, BV_SETTING_KINDS, "soorten", config->kind_paths, config->kind_path_count);
  for (size_t i = 0; i < config->kinds->count; i++) {
    const bv_kind *kind = config->kinds->items[i];
    if (!kind->abstract)
      fprintf(out, "# %s: %s (%s)\n", kind->name, kind->title, kind->origin ? kind->origin : MSG_CONFIG_OURS);
  }
}

/* Nothing when none is set: there is no folder that stands for ours. */
static void print_templates(FILE *out, const bv_config *config) {
  if (!config->templates)
    return;
  fputs("sjablonen: ", out);
  print_quoted(out, config->templates);
  fputs("  ", out);
  print_origin(out, config, config->lines[BV_SETTING_TEMPLATES]);
  fputc('\n', out);
}

void bv_config_print(FILE *out, const bv_config *config) {
  print_numbers(out, config);
  print_list(out, config, BV_SETTING_PROFESSIONS, "beroepen", config->professions, config->profession_count);
  print_list(out, config, BV_SETTING_WORDS, "woorden", config->words, config->word_count);
  print_kinds(out, config);
  print_templates(out, config);
  print_rules(out, config);
}
