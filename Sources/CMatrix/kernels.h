// The kernels, compiled once for each instruction set: the including file defines KERNEL(name) and TARGET.
// Vectors are the compiler's own (8 floats), so the same text serves SSE2, NEON and AVX2.

// Sums of ROWS rows times one panel: all of them stay in registers (6 rows * 2 vectors + weights + value = 15 of 16).
#define SUMS(ROWS) \
    vector sum[ROWS][2]; \
    _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) sum[r][0] = sum[r][1] = (vector){0}; \
    for (ptrdiff_t k = 0; k < inputs; k++) { \
        vector w0 = *(const vector *)(weights + k * 16), w1 = *(const vector *)(weights + k * 16 + 8); \
        _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) { \
            float value = x[r * stride + k]; \
            vector a = {value, value, value, value, value, value, value, value}; \
            sum[r][0] += a * w0; \
            sum[r][1] += a * w1; \
        } \
    }

#define TILE(ROWS) \
    static TARGET void KERNEL(linear_##ROWS)( \
        const float *x, ptrdiff_t stride, ptrdiff_t inputs, const float *weights, const float *bias, float *out, \
        ptrdiff_t out_stride) { \
        SUMS(ROWS) \
        _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) { \
            if (bias) { \
                sum[r][0] += *(const vector *)bias; \
                sum[r][1] += *(const vector *)(bias + 8); \
            } \
            *(vector *)(out + r * out_stride) = sum[r][0]; \
            *(vector *)(out + r * out_stride + 8) = sum[r][1]; \
        } \
    } \
    static TARGET void KERNEL(greatest_##ROWS)( \
        const float *x, ptrdiff_t stride, ptrdiff_t inputs, const float *weights, const float *bias, float *out, \
        ptrdiff_t out_stride) { \
        SUMS(ROWS) \
        _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) { \
            vector *best = (vector *)(out + r * out_stride); \
            vector first = sum[r][0] + *(const vector *)bias, second = sum[r][1] + *(const vector *)(bias + 8); \
            best[0] = GREATER(first, best[0]); \
            best[1] = GREATER(second, best[1]); \
        } \
    }

TILE(1)
TILE(2)
TILE(3)
TILE(4)
TILE(5)
TILE(6)

// Rows are taken in groups that stay in a near cache while all panels pass over them.
#define ROW_GROUP 60

#define ROWS_OF(KIND, COUNT) \
    case COUNT: \
        KERNEL(KIND##_##COUNT)(x + r * x_stride, x_stride, inputs, w, b, out + r * out_stride + at, out_stride); \
        break;

#define OVER_ROWS(KIND) \
    for (ptrdiff_t r = first; r < last; r += 6) { \
        switch (last - r) { \
            ROWS_OF(KIND, 1) \
            ROWS_OF(KIND, 2) \
            ROWS_OF(KIND, 3) \
            ROWS_OF(KIND, 4) \
            ROWS_OF(KIND, 5) \
        default: \
            KERNEL(KIND##_6)(x + r * x_stride, x_stride, inputs, w, b, out + r * out_stride + at, out_stride); \
        } \
    }

static TARGET void KERNEL(linear)(
    const float *x, ptrdiff_t x_stride, ptrdiff_t rows, ptrdiff_t inputs, const float *weights, const float *bias,
    ptrdiff_t panels, float *out, ptrdiff_t out_stride) {
    for (ptrdiff_t first = 0; first < rows; first += ROW_GROUP) {
        ptrdiff_t last = first + ROW_GROUP < rows ? first + ROW_GROUP : rows;
        for (ptrdiff_t panel = 0; panel < panels; panel++) {
            const float *w = weights + panel * inputs * 16, *b = bias ? bias + panel * 16 : NULL;
            ptrdiff_t at = panel * 16;
            OVER_ROWS(linear)
        }
    }
}

static TARGET void KERNEL(maxout)(
    const float *x, ptrdiff_t x_stride, ptrdiff_t rows, ptrdiff_t inputs, const float *weights, const float *bias,
    ptrdiff_t panels, int pieces, float *out, ptrdiff_t out_stride) {
    for (ptrdiff_t first = 0; first < rows; first += ROW_GROUP) {
        ptrdiff_t last = first + ROW_GROUP < rows ? first + ROW_GROUP : rows;
        for (ptrdiff_t panel = 0; panel < panels * pieces; panel++) {
            const float *w = weights + panel * inputs * 16, *b = bias + panel * 16;
            ptrdiff_t at = panel / pieces * 16;
            if (panel % pieces == 0) {
                OVER_ROWS(linear)
            } else {
                OVER_ROWS(greatest)
            }
        }
    }
}

static TARGET void KERNEL(maxout_sum)(
    const float *previous, const float *current, const float *next, const float *bias, ptrdiff_t panels, int pieces,
    float *out) {
    for (ptrdiff_t panel = 0; panel < panels; panel++) {
        for (int half = 0; half < 16; half += 8) {
            vector best;
            for (int p = 0; p < pieces; p++) {
                ptrdiff_t at = (panel * pieces + p) * 16 + half;
                vector sum = *(const vector *)(previous + at) + *(const vector *)(current + at);
                sum = sum + *(const vector *)(next + at);
                sum = sum + *(const vector *)(bias + at);
                best = p == 0 ? sum : GREATER(sum, best);
            }
            *(vector *)(out + panel * 16 + half) = best;
        }
    }
}

static inline __attribute__((always_inline)) TARGET float KERNEL(total)(const vector *value) {
    const float *f = (const float *)value;
    return ((f[0] + f[4]) + (f[1] + f[5])) + ((f[2] + f[6]) + (f[3] + f[7]));
}

static TARGET void KERNEL(normalise)(
    float *y, ptrdiff_t y_stride, const float *residual, ptrdiff_t residual_stride, ptrdiff_t rows, ptrdiff_t width,
    const float *gain, const float *bias) {
    for (ptrdiff_t r = 0; r < rows; r++) {
        float *row = y + r * y_stride;
        vector sum = {0};
        for (ptrdiff_t i = 0; i < width; i += 8) sum += *(const vector *)(row + i);
        float mean = KERNEL(total)(&sum) / (float)width;
        vector means = {mean, mean, mean, mean, mean, mean, mean, mean};
        vector squares = {0};
        for (ptrdiff_t i = 0; i < width; i += 8) {
            vector d = *(const vector *)(row + i) - means;
            squares += d * d;
        }
        float scale = 1.0f / sqrtf(KERNEL(total)(&squares) / (float)width + 1e-8f);
        vector scales = {scale, scale, scale, scale, scale, scale, scale, scale};
        for (ptrdiff_t i = 0; i < width; i += 8) {
            vector d = (*(const vector *)(row + i) - means) * scales;
            vector value = d * *(const vector *)(gain + i) + *(const vector *)(bias + i);
            if (residual) value = value + *(const vector *)(residual + r * residual_stride + i);
            *(vector *)(row + i) = value;
        }
    }
}

static TARGET void KERNEL(state)(
    const float *const *rows, ptrdiff_t slots, const float *bias, ptrdiff_t hidden, int pieces, float *out) {
    for (ptrdiff_t i = 0; i < hidden; i += 8) {
        vector best;
        for (int p = 0; p < pieces; p++) {
            ptrdiff_t at = p * hidden + i;
            vector sum = *(const vector *)(rows[0] + at);
            for (ptrdiff_t s = 1; s < slots; s++) sum += *(const vector *)(rows[s] + at);
            sum += *(const vector *)(bias + at);
            best = p == 0 ? sum : GREATER(sum, best);
        }
        *(vector *)(out + i) = best;
    }
}

// COUNT * 8 outputs of one row at a time.
#define OUTPUTS(COUNT) \
    { \
        vector sum[COUNT]; \
        _Pragma("clang loop unroll(full)") for (int v = 0; v < COUNT; v++) sum[v] = (vector){0}; \
        for (ptrdiff_t k = 0; k < inputs; k++) { \
            float value = x[k]; \
            vector a = {value, value, value, value, value, value, value, value}; \
            _Pragma("clang loop unroll(full)") for (int v = 0; v < COUNT; v++) \
                sum[v] += a * *(const vector *)(weights + k * outputs + j + v * 8); \
        } \
        _Pragma("clang loop unroll(full)") for (int v = 0; v < COUNT; v++) \
            *(vector *)(out + j + v * 8) = sum[v] + *(const vector *)(bias + j + v * 8); \
        j += COUNT * 8; \
    }

static TARGET void KERNEL(row)(
    const float *x, ptrdiff_t inputs, const float *weights, const float *bias, ptrdiff_t outputs, float *out) {
    ptrdiff_t j = 0;
    while (j < outputs) switch ((outputs - j) / 16) {
        case 1: OUTPUTS(2) break;
        case 2: OUTPUTS(4) break;
        case 3: OUTPUTS(6) break;
        case 4: OUTPUTS(8) break;
        case 5: OUTPUTS(10) break;
        case 6: OUTPUTS(12) break;
        case 7: OUTPUTS(14) break;
        default: OUTPUTS(8) break;
        }
}

static TARGET void KERNEL(add)(float *sum, const float *row, ptrdiff_t count) {
    ptrdiff_t i = 0;
    for (; i + 8 <= count; i += 8) *(vector *)(sum + i) += *(const vector *)(row + i);
    for (; i < count; i++) sum[i] += row[i];
}

static TARGET ptrdiff_t KERNEL(argmax)(const float *values, ptrdiff_t from, ptrdiff_t to) {
    float best = values[from];
    ptrdiff_t i = from;
    if (to - from >= 16) {
        vector most = *(const vector *)(values + from);
        for (i = from + 8; i + 8 <= to; i += 8) most = GREATER(*(const vector *)(values + i), most);
        for (int lane = 0; lane < 8; lane++) best = most[lane] > best ? most[lane] : best;
    }
    for (; i < to; i++) best = values[i] > best ? values[i] : best;
    for (i = from; i + 8 <= to; i += 8) {
        mask equal = *(const vector *)(values + i) == best;
        int any = 0;
        for (int lane = 0; lane < 8; lane++) any |= equal[lane];
        if (any) break;
    }
    for (; i < to; i++)
        if (values[i] == best) return i;
    return from;
}

#undef SUMS
#undef TILE
#undef ROW_GROUP
#undef ROWS_OF
#undef OVER_ROWS
#undef OUTPUTS
