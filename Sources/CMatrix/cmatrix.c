#include "cmatrix.h"

#include <math.h>

typedef float vector __attribute__((vector_size(32), aligned(4)));
typedef int mask __attribute__((vector_size(32), aligned(4)));

// a where a > b, else b: lane by lane.
#define GREATER(a, b) \
    ((vector)((((mask)(a)) & ((a) > (b))) | (((mask)(b)) & ~((a) > (b)))))

#pragma STDC FP_CONTRACT ON

#define KERNEL(name) name##_plain
#define TARGET
#include "kernels.h"
#undef KERNEL
#undef TARGET

#if defined(__x86_64__)
#define KERNEL(name) name##_avx2
#define TARGET __attribute__((target("avx2,fma")))
#include "kernels.h"
#undef KERNEL
#undef TARGET
#define HAS_AVX2 1
#else
#define HAS_AVX2 0
#endif

int cmatrix_supports(int kernel) {
#if HAS_AVX2
    if (kernel == CMATRIX_AVX2) return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#endif
    return kernel == CMATRIX_PLAIN;
}

int cmatrix_best_kernel(void) { return cmatrix_supports(CMATRIX_AVX2) ? CMATRIX_AVX2 : CMATRIX_PLAIN; }

#if HAS_AVX2
#define CHOOSE(name, ...) \
    do { \
        if (kernel == CMATRIX_AVX2) return name##_avx2(__VA_ARGS__); \
        return name##_plain(__VA_ARGS__); \
    } while (0)
#else
#define CHOOSE(name, ...) \
    do { \
        (void)kernel; \
        return name##_plain(__VA_ARGS__); \
    } while (0)
#endif

void cmatrix_linear(
    int kernel, const float *x, ptrdiff_t x_stride, ptrdiff_t rows, ptrdiff_t inputs, const float *weights,
    const float *bias, ptrdiff_t panels, float *out, ptrdiff_t out_stride) {
    CHOOSE(linear, x, x_stride, rows, inputs, weights, bias, panels, out, out_stride);
}

void cmatrix_maxout(
    int kernel, const float *x, ptrdiff_t x_stride, ptrdiff_t rows, ptrdiff_t inputs, const float *weights,
    const float *bias, ptrdiff_t panels, int pieces, float *out, ptrdiff_t out_stride) {
    CHOOSE(maxout, x, x_stride, rows, inputs, weights, bias, panels, pieces, out, out_stride);
}

void cmatrix_maxout_sum(
    int kernel, const float *previous, const float *current, const float *next, const float *bias, ptrdiff_t panels,
    int pieces, float *out) {
    CHOOSE(maxout_sum, previous, current, next, bias, panels, pieces, out);
}

void cmatrix_normalise(
    int kernel, float *y, ptrdiff_t y_stride, const float *residual, ptrdiff_t residual_stride, ptrdiff_t rows,
    ptrdiff_t width, const float *gain, const float *bias) {
    CHOOSE(normalise, y, y_stride, residual, residual_stride, rows, width, gain, bias);
}

ptrdiff_t cmatrix_argmax(int kernel, const float *values, ptrdiff_t from, ptrdiff_t to) {
    CHOOSE(argmax, values, from, to);
}

void cmatrix_state(
    int kernel, const float *const *rows, ptrdiff_t slots, const float *bias, ptrdiff_t hidden, int pieces,
    float *out) {
    CHOOSE(state, rows, slots, bias, hidden, pieces, out);
}

void cmatrix_row(
    int kernel, const float *x, ptrdiff_t inputs, const float *weights, const float *bias, ptrdiff_t outputs,
    float *out) {
    CHOOSE(row, x, inputs, weights, bias, outputs, out);
}

void cmatrix_add(int kernel, float *sum, const float *row, ptrdiff_t count) { CHOOSE(add, sum, row, count); }
