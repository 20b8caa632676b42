// Memory for one tree of libcmark, given back all at once. libcmark makes a node for every few bytes of a text and
// frees each on its own; most of its time would go there.
#ifndef HANJI_CMARK_ARENA_H
#define HANJI_CMARK_ARENA_H

#include <cmark.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Nodes need no more alignment than their pointers. Chunks grow with the tree, from a small text's to a book's.
enum {
  cmark_arena_unit = sizeof(size_t),
  cmark_arena_classes = 33,
  cmark_arena_least_chunk = 128 * 1024,
  cmark_arena_largest_chunk = 8 * 1024 * 1024,
};

typedef struct cmark_arena_chunk {
  struct cmark_arena_chunk *next;
  size_t used, capacity;
} cmark_arena_chunk;

typedef struct cmark_arena {
  cmark_arena_chunk *chunks;
  // Of a tree before this one, to be filled again: what the system gives costs more than what is written there.
  cmark_arena_chunk *spare;
  // Of the next chunk, if nothing asks for more.
  size_t chunk_size;
  // Blocks that were freed, by their size in units.
  void *unused[cmark_arena_classes];
} cmark_arena;

// libcmark's callbacks have no argument for it. Set while a text is parsed, which one thread does from end to end. Within
// a function, because Swift leaves out a thread's variables that stand outside of one.
static inline cmark_arena **cmark_arena_current(void) {
  static _Thread_local cmark_arena *current;
  return &current;
}

// Before every block: its size in bytes.
static inline size_t *cmark_arena_size(void *block) {
  return (size_t *)((char *)block - cmark_arena_unit);
}

static inline cmark_arena_chunk *cmark_arena_new_chunk(cmark_arena *arena, size_t least) {
  cmark_arena_chunk *chunk = arena->spare;
  if (chunk && chunk->capacity >= least) {
    arena->spare = chunk->next;
  } else {
    size_t capacity = least > arena->chunk_size ? least : arena->chunk_size;
    if (arena->chunk_size < cmark_arena_largest_chunk) arena->chunk_size *= 2;
    chunk = (cmark_arena_chunk *)malloc(sizeof(cmark_arena_chunk) + capacity);
    // libcmark's own allocator does the same: there is no way to say it.
    if (!chunk) abort();
    chunk->capacity = capacity;
  }
  chunk->next = arena->chunks;
  chunk->used = 0;
  arena->chunks = chunk;
  return chunk;
}

static inline void *cmark_arena_new_block(size_t size) {
  cmark_arena *arena = *cmark_arena_current();
  size_t total = size + cmark_arena_unit;
  cmark_arena_chunk *chunk = arena->chunks;
  if (!chunk || chunk->capacity - chunk->used < total) chunk = cmark_arena_new_chunk(arena, total);
  char *block = (char *)(chunk + 1) + chunk->used + cmark_arena_unit;
  chunk->used += total;
  *cmark_arena_size(block) = size;
  return block;
}

static inline void *cmark_arena_calloc(size_t count, size_t element) {
  size_t size = (count * element + cmark_arena_unit - 1) / cmark_arena_unit * cmark_arena_unit;
  size_t class = size / cmark_arena_unit;
  cmark_arena *arena = *cmark_arena_current();
  void *block = class < cmark_arena_classes ? arena->unused[class] : NULL;
  if (block) {
    memcpy(&arena->unused[class], block, sizeof(void *));
  } else {
    block = cmark_arena_new_block(size);
  }
  return memset(block, 0, size);
}

static inline void cmark_arena_free_block(void *block) {
  if (!block) return;
  size_t class = *cmark_arena_size(block) / cmark_arena_unit;
  if (class == 0 || class >= cmark_arena_classes) return;
  cmark_arena *arena = *cmark_arena_current();
  memcpy(block, &arena->unused[class], sizeof(void *));
  arena->unused[class] = block;
}

static inline void *cmark_arena_realloc(void *block, size_t wanted) {
  size_t size = (wanted + cmark_arena_unit - 1) / cmark_arena_unit * cmark_arena_unit;
  size_t old = block ? *cmark_arena_size(block) : 0;
  if (block && old >= size) return block;
  cmark_arena_chunk *chunk = (*cmark_arena_current())->chunks;
  // The last block of the chunk grows where it stands.
  if (block && (char *)block + old == (char *)(chunk + 1) + chunk->used && chunk->capacity - chunk->used >= size - old) {
    chunk->used += size - old;
    *cmark_arena_size(block) = size;
    return block;
  }
  void *moved = cmark_arena_new_block(size);
  if (block) {
    memcpy(moved, block, old);
    cmark_arena_free_block(block);
  }
  return moved;
}

static inline cmark_arena *cmark_arena_new(void) {
  cmark_arena *arena = (cmark_arena *)calloc(1, sizeof(cmark_arena));
  if (!arena) abort();
  arena->chunk_size = cmark_arena_least_chunk;
  return arena;
}

/// Forgets the tree and keeps its memory for the next one.
static inline void cmark_arena_clear(cmark_arena *arena) {
  while (arena->chunks) {
    cmark_arena_chunk *chunk = arena->chunks;
    arena->chunks = chunk->next;
    chunk->next = arena->spare;
    arena->spare = chunk;
  }
  memset(arena->unused, 0, sizeof(arena->unused));
}

/// Parses a text. The tree lives until `arena` is cleared or freed and needs no `cmark_node_free`.
static inline cmark_node *cmark_arena_parse(const char *text, size_t length, cmark_arena *arena) {
  static cmark_mem memory = {cmark_arena_calloc, cmark_arena_realloc, cmark_arena_free_block};
  cmark_arena *outer = *cmark_arena_current();
  *cmark_arena_current() = arena;
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
  cmark_parser_feed(parser, text, length);
  cmark_node *root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  *cmark_arena_current() = outer;
  return root;
}

static inline void cmark_arena_free(cmark_arena *arena) {
  if (!arena) return;
  cmark_arena_clear(arena);
  while (arena->spare) {
    cmark_arena_chunk *next = arena->spare->next;
    free(arena->spare);
    arena->spare = next;
  }
  free(arena);
}

#endif
