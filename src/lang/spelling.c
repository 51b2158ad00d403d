#include "lang/spelling.h"

#include <hunspell/hunspell.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <threads.h>
#include <unistd.h>

#include "base/messages.h"
#include "lang/terms.h"
#include "lang/wordbook.h"

enum { LONGEST_WORD = 100 };

typedef struct memory_slot {
  const char *word; /* NULL: empty */
  bool known;
  bool judged; /* by hunspell, or known without */
} memory_slot;

struct bv_speller {
  bv_arena *arena;
  const char *affix_path, *words_path, *problem;
  const bv_terms *domain;
  bv_wordbook *book;
  Hunhandle *hunspell; /* NULL until a word needs it */
  bool opened;
  memory_slot *memory;
  size_t remembered, capacity; /* capacity: a power of two */
};

bv_speller *bv_speller_new(bv_arena *arena, const char *directory) {
  bv_speller *speller = bv_alloc(arena, sizeof *speller);
  speller->arena = arena;
  speller->affix_path = bv_sprintf(arena, "%s/nl_NL.aff", directory);
  speller->words_path = bv_sprintf(arena, "%s/nl_NL.dic", directory);
  return speller;
}

void bv_speller_close(bv_speller *speller) {
  if (speller->hunspell)
    Hunspell_destroy(speller->hunspell);
  speller->hunspell = NULL;
}

static bv_speller *shared;
static void open_shared(void) { shared = bv_speller_new(bv_arena_new(), BV_DICTIONARY_DIRECTORY); }

bv_speller *bv_speller_shared(void) {
  static once_flag once = ONCE_FLAG_INIT;
  call_once(&once, open_shared);
  return shared;
}

/* Reads the word lists, once. Hunspell_create would not say that a file is missing, and then call every word wrong. */
static void open_lists(bv_speller *speller) {
  static bv_table table;
  if (speller->opened)
    return;
  speller->opened = true;
  if (access(speller->affix_path, R_OK) != 0 || access(speller->words_path, R_OK) != 0) {
    speller->problem = bv_sprintf(speller->arena, MSG_DICTIONARY_MISSING, speller->words_path);
    return;
  }
  table = bv_table_read(speller->arena, "src/lang/domain.tsv");
  speller->domain = bv_terms_new(speller->arena, &table, 0, BV_TERMS_EXACT);
  speller->book = bv_wordbook_read(speller->arena, speller->affix_path, speller->words_path);
}

/* What hunspell prints in English of a file that it cannot open, the finding says in Dutch. */
static Hunhandle *load_in_silence(const char *affix_path, const char *words_path) {
  FILE *said = stderr, *nowhere = fmemopen(NULL, 4096, "w");
  if (!nowhere)
    bv_out_of_memory();
  stderr = nowhere; /* a variable like any other, says the C library */
  Hunhandle *handle = Hunspell_create(affix_path, words_path);
  stderr = said;
  fclose(nowhere);
  return handle;
}

/* hunspell, loaded when first needed; NULL when its dictionary is no Dutch one. */
static Hunhandle *open_hunspell(bv_speller *speller) {
  open_lists(speller);
  if (speller->hunspell || speller->problem)
    return speller->hunspell;
  Hunhandle *handle = load_in_silence(speller->affix_path, speller->words_path);
  if (!handle)
    bv_out_of_memory();
  if (strcmp(Hunspell_get_dic_encoding(handle), "UTF-8") != 0 || !Hunspell_spell(handle, "kinderen") ||
      Hunspell_spell(handle, "kindrenn")) {
    speller->problem = bv_sprintf(speller->arena, MSG_DICTIONARY_WRONG, speller->words_path);
    Hunspell_destroy(handle);
    return NULL;
  }
  return speller->hunspell = handle;
}

const char *bv_speller_problem(bv_speller *speller) {
  open_lists(speller);
  return speller->problem;
}

static memory_slot *slot_of(memory_slot *memory, size_t capacity, const char *word) {
  uint64_t hash = 14695981039346656037u;
  for (const char *c = word; *c; c++)
    hash = (hash ^ (unsigned char)*c) * 1099511628211u;
  size_t slot = (size_t)(hash >> 20) & (capacity - 1);
  while (memory[slot].word && strcmp(memory[slot].word, word) != 0)
    slot = (slot + 1) & (capacity - 1);
  return &memory[slot];
}

static void enlarge(bv_speller *speller) {
  size_t capacity = speller->capacity ? 2 * speller->capacity : 4096;
  memory_slot *memory = bv_calloc(speller->arena, capacity, sizeof *memory);
  for (size_t i = 0; i < speller->capacity; i++)
    if (speller->memory[i].word)
      *slot_of(memory, capacity, speller->memory[i].word) = speller->memory[i];
  speller->memory = memory;
  speller->capacity = capacity;
}

/* The word as the list of hunspell spells it: with the letter ĳ for ij. False when it is too long. */
static bool with_ligature(const char *word, char out[2 * LONGEST_WORD]) {
  size_t length = 0;
  for (; *word && length + 3 < 2 * LONGEST_WORD; word++) {
    bool small = word[0] == 'i' && word[1] == 'j', capital = word[0] == 'I' && (word[1] == 'J' || word[1] == 'j');
    if (small || capital) {
      out[length++] = '\xC4';
      out[length++] = small ? '\xB3' : '\xB2';
      word++;
    } else {
      out[length++] = *word;
    }
  }
  out[length] = '\0';
  return !*word;
}

static bool look_up(const bv_speller *speller, const char *word) {
  char ligature[2 * LONGEST_WORD];
  if (bv_terms_word(speller->domain, word))
    return true;
  if (!with_ligature(word, ligature))
    return true; /* longer than any word: not for a dictionary to judge */
  return speller->book && bv_wordbook_has(speller->book, ligature, strlen(ligature));
}

/* What is remembered of a word, after a quick look at one that is new. */
static memory_slot *recall(bv_speller *speller, const char *word) {
  if (2 * speller->remembered >= speller->capacity)
    enlarge(speller);
  memory_slot *slot = slot_of(speller->memory, speller->capacity, word);
  if (!slot->word) {
    speller->remembered++;
    bool known = look_up(speller, word);
    *slot = (memory_slot){bv_strdup(speller->arena, word), known, known};
  }
  return slot;
}

bool bv_speller_knows_at_once(bv_speller *speller, const char *word) {
  open_lists(speller);
  return speller->problem || recall(speller, word)->known;
}

bool bv_speller_knows(bv_speller *speller, const char *word) {
  open_lists(speller);
  if (speller->problem)
    return true;
  memory_slot *slot = recall(speller, word);
  if (!slot->judged) {
    Hunhandle *hunspell = open_hunspell(speller);
    *slot = (memory_slot){slot->word, !hunspell || Hunspell_spell(hunspell, word), true};
  }
  return slot->known;
}

const char **bv_speller_suggest(bv_speller *speller, bv_arena *arena, const char *word, size_t most, size_t *count) {
  *count = 0;
  Hunhandle *hunspell = open_hunspell(speller);
  if (!hunspell)
    return NULL;
  char **list = NULL;
  int found = Hunspell_suggest(hunspell, &list, word);
  const char **words = bv_calloc(arena, most + 1, sizeof *words);
  for (int i = 0; i < found && *count < most; i++)
    words[(*count)++] = bv_strdup(arena, list[i]);
  Hunspell_free_list(hunspell, &list, found);
  return words;
}
