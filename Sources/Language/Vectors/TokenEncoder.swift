import CMatrix

/// Runs an encoder over stretches of a document. Owned by one worker.
///
/// A stretch is computed with as many rows to each side as there are layers. At the ends of the document those rows are
/// spaCy's padding; inside of it they are neighbours, of which the outermost go wrong by one row a layer and are
/// thrown away. So every token comes out the same whatever the stretch it was computed in.
final class TokenEncoder {
    /// Tokens of a stretch, at most: 1 << stretchShift.
    static let stretchShift = 8
    static let stretch = 1 << stretchShift

    let encoder: Encoder
    private let kernel: MatrixKernel
    private let forms: FormVectors
    private let slots: UnsafeMutablePointer<Int32>
    private let front: FloatBuffer
    private let back: FloatBuffer
    private let margin: Int

    init(_ encoder: Encoder, kernel: MatrixKernel, slots: Int) {
        self.encoder = encoder
        self.kernel = kernel
        margin = encoder.layers.count
        let rows = Self.stretch + 2 * margin + 2
        forms = FormVectors(encoder, kernel: kernel, slots: max(slots, rows))
        self.slots = UnsafeMutablePointer.allocate(capacity: rows)
        self.slots.initialize(repeating: 0, count: rows)
        front = FloatBuffer(count: rows * encoder.width)
        back = FloatBuffer(count: rows * encoder.width)
    }

    deinit { slots.deallocate() }

    /// Writes the vectors of tokens `range`, at most `stretch` of them, to `out`.
    func encode(_ range: Range<Int>, _ document: Document, _ lexicon: Lexicon, out: UnsafeMutablePointer<Float>) {
        let width = encoder.width
        let rows = range.count + 2 * margin
        // slots[0] and slots[rows + 1] stay 0: beyond the padding there is nothing.
        forms.slots(range.lowerBound - margin..<range.upperBound + margin, document, lexicon, out: slots + 1)
        slots[rows + 1] = 0
        var (x, y) = (front.start, back.start)
        firstLayer(rows, out: y + width)
        swap(&x, &y)
        for layer in encoder.layers.dropFirst() {
            (x + (rows + 1) * width).update(repeating: 0, count: width)
            layer.maxout(kernel, x, stride: width, rows: rows, out: y + width)
            layer.normalise(kernel, y + width, residual: x + width, rows: rows)
            swap(&x, &y)
        }
        out.update(from: x + (1 + margin) * width, count: range.count * width)
    }

    private func firstLayer(_ rows: Int, out: UnsafeMutablePointer<Float>) {
        let layer = encoder.layers[0]
        let count = forms.productCount
        let products = forms.products.start
        for row in 1...rows {
            let target = out + (row - 1) * encoder.width
            cmatrix_maxout_sum(
                kernel.rawValue, products + Int(slots[row - 1]) * count * 3,
                products + Int(slots[row]) * count * 3 + count,
                products + Int(slots[row + 1]) * count * 3 + count * 2, layer.bias.start, layer.outputs / 16,
                Int32(layer.pieces), target)
            layer.normalise(kernel, target, residual: forms.vectors.start + Int(slots[row]) * encoder.width, rows: 1)
        }
    }
}
