/// The vectors of a document's tokens for the stages that read them.
final class VectorSource {
    private let encoder: TokenEncoder
    private let window: RowWindow
    private let lexicon: Lexicon

    /// Blocks of rows that are kept: documents of up to `blocks` stretches are encoded once for all their readers.
    init(_ encoder: TokenEncoder, blocks: Int, lexicon: Lexicon) {
        self.encoder = encoder
        self.lexicon = lexicon
        window = RowWindow(width: encoder.encoder.width, block: TokenEncoder.stretch, blocks: blocks, singles: 1)
    }

    var width: Int { window.width }

    func begin(_ document: Document) { window.begin(document.count) }

    func rewind() { window.rewind() }

    /// The vectors of `range`, one behind the other. A range of more than one token must not cross a multiple of
    /// `TokenEncoder.stretch`, and its reader must go forward since `begin` or `rewind`.
    func rows(_ range: Range<Int>, _ document: Document) -> UnsafePointer<Float> {
        window.row(range.lowerBound) { range, out in
            encoder.encode(range, document, lexicon, out: out)
        }
    }
}
