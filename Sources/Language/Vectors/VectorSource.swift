/// The vectors of a document's tokens for the stages that read them.
final class VectorSource {
    private let encoder: TokenEncoder
    private let cache: RowCache
    private let lexicon: Lexicon

    /// Documents of up to `blocks` stretches are encoded once for all their readers.
    init(_ encoder: TokenEncoder, blocks: Int, lexicon: Lexicon) {
        self.encoder = encoder
        self.lexicon = lexicon
        cache = RowCache(width: encoder.encoder.width, shift: TokenEncoder.stretchShift, blocks: blocks)
    }

    var width: Int { cache.width }

    func begin(_ document: Document) { cache.begin(document.count) }

    /// The vectors of `range`, one behind the other. A range must not cross a multiple of `TokenEncoder.stretch`.
    func rows(_ range: Range<Int>, _ document: Document) -> UnsafePointer<Float> {
        cache.row(range.lowerBound) { range, out in encoder.encode(range, document, lexicon, out: out) }
    }
}
