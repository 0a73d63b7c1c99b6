/// The rows of a document's tokens, of which only the last ones computed are kept.
///
/// Rows are computed in order, a block at a time, when they are first asked for. One that was let go is computed anew,
/// alone, to the same bits; so a document of any length needs the same memory.
final class RowWindow {
    let width: Int
    private let block: Int
    /// Rows kept: a multiple of `block`.
    private let capacity: Int
    private let buffer: FloatBuffer
    private let single: FloatBuffer
    private var start = 0
    private var end = 0
    private var count = 0

    /// `singles` is how many old rows may be in use at once.
    init(width: Int, block: Int, blocks: Int, singles: Int) {
        self.width = width
        self.block = block
        capacity = block * blocks
        buffer = FloatBuffer(count: capacity * width)
        single = FloatBuffer(count: max(singles, 1) * width)
    }

    /// Begins a document of `count` tokens.
    func begin(_ count: Int) {
        self.count = count
        (start, end) = (0, 0)
    }

    /// Goes back to the first token, if rows were let go: for the next reader that begins there.
    func rewind() {
        if start > 0 { begin(count) }
    }

    /// The row of a token. `make` computes the rows of a range of tokens; `place` is which of the singles may be used.
    @inline(__always)
    func row(_ token: Int, place: Int = 0, _ make: (Range<Int>, UnsafeMutablePointer<Float>) -> Void) -> UnsafePointer<
        Float
    > {
        if token >= end { advance(to: token, make) }
        if token < start {
            let out = single.start + place * width
            make(token..<token + 1, out)
            return UnsafePointer(out)
        }
        return UnsafePointer(buffer.start + token % capacity * width)
    }

    private func advance(to token: Int, _ make: (Range<Int>, UnsafeMutablePointer<Float>) -> Void) {
        while end <= token {
            let range = end..<min(end + block, count)
            if end - start == capacity { start += block }
            make(range, buffer.start + end % capacity * width)
            end = end + block
        }
    }
}
