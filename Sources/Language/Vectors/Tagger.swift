import CMatrix

/// A linear layer over token vectors whose greatest output is a token's label (spaCy's tagger and morphologizer).
struct Tagger: Sendable {
    let weights: PackedWeights
    let bias: FloatBuffer
    /// Outputs, padding excluded.
    let labels: Int

    init(_ file: ModelFile, part: String, width: Int, labels: Int) throws(LanguageError) {
        guard let layer = file.layers(named: "softmax").last else {
            throw .unsupported(part: part, problem: "its model has no softmax layer")
        }
        let values = try file.array(layer, "W", shape: [labels, width])
        let bias = try file.array(layer, "b", shape: [labels])
        self.labels = labels
        weights = PackedWeights(columns: labels, inputs: width) { column, input in values[column * width + input] }
        self.bias = FloatBuffer(bias + [Float](repeating: 0, count: weights.columns - labels))
    }

    /// The label of every token, in order.
    func run(
        _ document: Document, _ source: VectorSource, _ kernel: MatrixKernel, scores: FloatBuffer,
        _ label: (_ token: Int, _ number: Int) -> Void
    ) {
        var first = 0
        while first < document.count {
            let range = first..<min(first + Self.block, document.count)
            let rows = source.rows(range, document)
            weights.multiply(
                kernel, rows, stride: source.width, rows: range.count, bias: bias, out: scores.start,
                outStride: weights.columns)
            for token in range {
                let at = (token - first) * weights.columns
                label(token, cmatrix_argmax(kernel.rawValue, scores.start, at, at + labels) - at)
            }
            first += Self.block
        }
    }

    /// Tokens that are scored at a time; divides `TokenEncoder.stretch`.
    static let block = 64
}
