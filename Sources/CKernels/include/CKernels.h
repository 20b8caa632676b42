// Loops that are worth compiling once per instruction set, which Swift cannot do: it has no way to say that one function
// may use wider vectors than the rest of the program. The wrappers in Kernels say what they are for.
#ifndef HANJI_KERNELS_H
#define HANJI_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Sums of a product are one chain of fused multiplications and additions each, in the order of the inner dimension.
// Whatever the width of the vectors and the size of the tiles, the bits are the same. Where a processor has no fused
// multiplication (x86 before 2013) two roundings take its place, and the bits are others.

// One set of functions for a width of vectors.
typedef struct hanji_kernels {
  const char *name;
  // Floats in a vector.
  size_t lanes;

  // How many floats `pack` needs for a matrix of `k` rows and `n` columns.
  size_t (*packed_size)(size_t k, size_t n);

  // Brings op(B), `k` rows and `n` columns, into the order in which `multiply` reads it. Element (p, j) of op(B) stands
  // at `b[p * row + j * column]`.
  void (*pack)(size_t k, size_t n, const float *b, size_t row, size_t column, float *packed);

  // C = op(A)·B, or C += op(A)·B if `accumulate`. Element (i, p) of op(A) stands at `a[i * row + p * step]`. B is packed,
  // or its rows stand `ldb` apart and are a whole number of vectors long; 0 says that it is packed.
  void (*multiply)(size_t m, size_t n, size_t k, const float *a, size_t row, size_t step, const float *b, size_t ldb,
                   bool accumulate, float *c, size_t ldc);

  // y = tanh x; `y` may be `x`.
  void (*tanh)(size_t count, const float *x, float *y);

  // One step of long short-term memory for one sample: `gates` holds the sums of i f c o and then the gates; `cell` and
  // `state` are what comes out, `activated` the activated cell.
  void (*lstm_forward)(size_t units, float *gates, const float *old_cell, float *cell, float *activated, float *state);

  // The way back: `gates` holds the gates and then the gradients by their sums; `cell_slopes` the gradient by the cell
  // after the step and then the one before it.
  void (*lstm_backward)(size_t units, float *gates, const float *old_cell, const float *activated, const float *slopes,
                        float *cell_slopes);

  // Sixteen columns of a product with a row of zeros and ones: y = start + Σ w[rows[i] * stride...]. Every other row goes to
  // a second sum, which is added last.
  void (*gather)(size_t count, const uint16_t *rows, const float *w, size_t stride, const float *start, float *y);

  // Sixteen columns of the product's gradient by W: dw[rows[i] * stride...] += delta.
  void (*scatter)(size_t count, const uint16_t *rows, const float *delta, float *dw, size_t stride);

  // v = rho * v + rest * g², then w -= rate * g / √(v + epsilon).
  void (*rmsprop)(size_t count, float *w, const float *g, float *v, float rate, float rho, float rest, float epsilon);

  // w -= decay * w, m += (g - m) * first, v += (g² - v) * second, then w -= rate * m / (√v + epsilon).
  void (*adam)(size_t count, float *w, const float *g, float *m, float *v, float rate, float first, float second,
               float epsilon, float decay);
} hanji_kernels;

// The widest set that this processor has and that is not wider than `limit` (a name, or NULL): "avx512", "avx2", "neon",
// "baseline".
const hanji_kernels *hanji_kernels_for(const char *limit);

// Subnormal numbers: below 1.2e-38 in single precision. Arithmetic with them takes a hundred times as long.

// From now on this thread takes them for zero and makes none. Returns what to give to hanji_restore_subnormals.
static inline uint64_t hanji_flush_subnormals(void) {
#if defined(__x86_64__)
  unsigned int mode = __builtin_ia32_stmxcsr();
  __builtin_ia32_ldmxcsr(mode | 0x8040);
  return mode;
#elif defined(__aarch64__)
  uint64_t mode;
  __asm__ volatile("mrs %0, fpcr" : "=r"(mode));
  __asm__ volatile("msr fpcr, %0" : : "r"(mode | (1u << 24)));
  return mode;
#else
  return 0;
#endif
}

static inline void hanji_restore_subnormals(uint64_t mode) {
#if defined(__x86_64__)
  __builtin_ia32_ldmxcsr((unsigned int)mode);
#elif defined(__aarch64__)
  __asm__ volatile("msr fpcr, %0" : : "r"(mode));
#else
  (void)mode;
#endif
}

#endif
