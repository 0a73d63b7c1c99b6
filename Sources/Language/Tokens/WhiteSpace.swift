/// Cuts a text at white space as spaCy does: one U+0020 after a word belongs to the word, all other white space is
/// chunks of its own.
enum WhiteSpace {
    /// Calls `body` with each chunk and whether one U+0020 follows it.
    static func chunks(_ text: Bytes, _ body: (Range<Int>, Bool) -> Void) {
        guard !text.isEmpty else { return }
        var start = 0
        var at = 0
        var inSpace = isSpace(text, 0).isSpace
        while at < text.count {
            let byte = text[at]
            // Letters, the common case: nothing changes inside a word.
            if !inSpace, byte > 0x20, byte < 0x80 {
                at += 1
                continue
            }
            let (space, length) = isSpace(text, at)
            if space != inSpace {
                let single = byte == 0x20
                if start < at { body(start..<at, single) }
                start = single ? at + 1 : at
                inSpace.toggle()
            }
            at += length
        }
        if start < text.count { body(start..<text.count, false) }
    }

    @inline(__always)
    private static func isSpace(_ text: Bytes, _ at: Int) -> (isSpace: Bool, length: Int) {
        let (value, length) = text.scalar(at: at)
        return (PythonText.isSpace(value), length)
    }
}
