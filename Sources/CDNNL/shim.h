// Debian ships no dnnl.pc, so the library is named in the module map.
#include <oneapi/dnnl/dnnl.h>

// Subnormal numbers: below 1.2e-38 in single precision. Arithmetic with them takes a hundred times as long.
#include <stdint.h>

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
