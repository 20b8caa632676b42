#include "CKernels.h"

#include <string.h>

// What is not written as one operation is rounded twice, on every processor alike.
#pragma clang fp contract(off)

#define FUSED(a, b, c) __builtin_elementwise_fma(a, b, c)

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx512f,avx2,fma"))), apply_to = function)
#define LANES 16
#define ROWS 8
#define SET_NAME "avx512"
#define NAME(name) name##_avx512
#include "kernels.inc"
#undef LANES
#undef ROWS
#undef SET_NAME
#undef NAME
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define LANES 8
#define ROWS 4
#define SET_NAME "avx2"
#define NAME(name) name##_avx2
#include "kernels.inc"
#undef LANES
#undef ROWS
#undef SET_NAME
#undef NAME
#pragma clang attribute pop

// No fused multiplication: it would be a call for every number.
#undef FUSED
#define FUSED(a, b, c) ((a) * (b) + (c))

#endif

#if defined(__aarch64__)
#define SET_NAME "neon"
#else
#define SET_NAME "baseline"
#endif
#define LANES 4
#define ROWS 4
#define NAME(name) name##_narrow
#include "kernels.inc"

const hanji_kernels *hanji_kernels_for(const char *limit) {
#if defined(__x86_64__)
  const hanji_kernels *sets[] = {&hanji_kernels_avx512, &hanji_kernels_avx2, &hanji_kernels_narrow};
  const bool present[] = {
      __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"),
      __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"), true};
#else
  const hanji_kernels *sets[] = {&hanji_kernels_narrow};
  const bool present[] = {true};
#endif
  const size_t count = sizeof(sets) / sizeof(sets[0]);
  size_t first = 0;
  if (limit) {
    for (size_t i = 0; i < count; i++) {
      if (strcmp(sets[i]->name, limit) == 0) first = i;
    }
  }
  while (!present[first]) first++;
  return sets[first];
}
