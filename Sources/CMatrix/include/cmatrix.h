#ifndef CMATRIX_H
#define CMATRIX_H

#include <stddef.h>
#include <stdint.h>

/// Small dense products over packed weights, for the layers of a language pipeline.
///
/// Every output is one chain of additions over the inputs in rising order, whatever the number of rows and the row's
/// place among them: the same row gives the same bits in every batch. Kernels differ in their last bits only.
///
/// Packed weights are panels of 16 outputs: [panel][input][16]; of a maxout layer [panel][piece][input][16].

/// How the products are computed.
enum {
    CMATRIX_PLAIN = 0,
    CMATRIX_AVX2 = 1,
};

/// The fastest kernel of this processor.
int cmatrix_best_kernel(void);

/// Whether this processor can run the kernel.
int cmatrix_supports(int kernel);

/// out[row][0 ..< panels * 16] = x[row] · weights (+ bias).
/// Row r of the input starts at x + r * x_stride and has `inputs` values. `bias` may be NULL.
void cmatrix_linear(
    int kernel, const float *x, ptrdiff_t x_stride, ptrdiff_t rows, ptrdiff_t inputs, const float *weights,
    const float *bias, ptrdiff_t panels, float *out, ptrdiff_t out_stride);

/// out[row][panel * 16 + lane] = the greatest of the pieces at that lane, after adding the bias ([panel][piece][16]).
void cmatrix_maxout(
    int kernel, const float *x, ptrdiff_t x_stride, ptrdiff_t rows, ptrdiff_t inputs, const float *weights,
    const float *bias, ptrdiff_t panels, int pieces, float *out, ptrdiff_t out_stride);

/// The maxout of one row whose three products (previous, current, next token) are at hand: each [panel][piece][16].
void cmatrix_maxout_sum(
    int kernel, const float *previous, const float *current, const float *next, const float *bias, ptrdiff_t panels,
    int pieces, float *out);

/// rows of y: layer norm (population variance + 1e-8), times gain plus bias, plus the residual row if there is one.
/// `width` is a multiple of 8.
void cmatrix_normalise(
    int kernel, float *y, ptrdiff_t y_stride, const float *residual, ptrdiff_t residual_stride, ptrdiff_t rows,
    ptrdiff_t width, const float *gain, const float *bias);

/// The index of the greatest value in values[from..<to]; the first of equal ones. `to` is greater than `from`.
ptrdiff_t cmatrix_argmax(int kernel, const float *values, ptrdiff_t from, ptrdiff_t to);

/// One parser state: the sum of `slots` rows (in order) plus bias, the greater of `pieces` blocks of `hidden` values.
/// Row s starts at rows[s] and has pieces * hidden values, piece by piece. `hidden` is a multiple of 8.
void cmatrix_state(
    int kernel, const float *const *rows, ptrdiff_t slots, const float *bias, ptrdiff_t hidden, int pieces, float *out);

/// out[j] = x · weights[.][j] + bias[j] for one row; weights are [input][padded outputs], a multiple of 16.
void cmatrix_row(
    int kernel, const float *x, ptrdiff_t inputs, const float *weights, const float *bias, ptrdiff_t outputs, float *out);

/// sum[i] += row[i]
void cmatrix_add(int kernel, float *sum, const float *row, ptrdiff_t count);

#endif
