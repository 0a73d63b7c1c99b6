#ifndef EXPEDIENTE_CZLIB_H
#define EXPEDIENTE_CZLIB_H

#include <zlib.h>

// inflateInit2 is a macro that names the library's version and the stream's size, which Swift cannot call.
static inline int expediente_inflate_begin(z_stream *stream, int window_bits) {
    return inflateInit2(stream, window_bits);
}

// A gzip stream, for tests that need one.
static inline int expediente_deflate_begin(z_stream *stream) {
    return deflateInit2(stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
