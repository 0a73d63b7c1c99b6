import CMatrix

/// What an encoder makes of word forms alone, remembered: their vectors and the products of the first window layer.
///
/// A bounded number of slots; when they run out, all are forgotten. Slot 0 is the padding around a text, all zero.
final class FormVectors {
    private let encoder: Encoder
    private let kernel: MatrixKernel
    private let slots: Int
    private var used = 1
    /// The slot of each (form, space after) pair, 0 when there is none.
    private var slotOfForm: [Int32] = []
    private var generation = 0
    let vectors: FloatBuffer
    /// Per slot the three products, `productCount` floats each.
    let products: FloatBuffer
    let productCount: Int
    private let embedded: FloatBuffer
    private let mixed: Int
    private var missing: [(form: Int32, spaceAfter: Bool)] = []

    /// At most this many rows are made at a time.
    static let batch = 64

    init(_ encoder: Encoder, kernel: MatrixKernel, slots: Int) {
        self.encoder = encoder
        self.kernel = kernel
        self.slots = slots + 1
        productCount = encoder.layers[0].outputs * encoder.layers[0].pieces
        vectors = FloatBuffer(count: self.slots * encoder.width)
        products = FloatBuffer(count: self.slots * productCount * 3)
        mixed = encoder.mixing.weights.inputs
        embedded = FloatBuffer(count: Self.batch * mixed)
    }

    /// Fills `out` with the slots of tokens `range`; tokens outside of the document get slot 0.
    func slots(_ range: Range<Int>, _ document: Document, _ lexicon: Lexicon, out: UnsafeMutablePointer<Int32>) {
        let variants = encoder.dependsOnSpace ? 2 : 1
        if generation != lexicon.generation { forget(lexicon) }
        if slotOfForm.count < lexicon.forms.count * variants {
            slotOfForm.append(contentsOf: repeatElement(0, count: lexicon.forms.count * variants - slotOfForm.count))
        }
        if used + range.count > slots { forget(lexicon) }
        for (row, token) in range.enumerated() {
            guard token >= 0, token < document.count else {
                out[row] = 0
                continue
            }
            let form = document.forms[token]
            let spaceAfter = variants == 2 && document.spaceAfter[token]
            let key = Int(form) * variants + (spaceAfter ? 1 : 0)
            if slotOfForm[key] == 0 {
                slotOfForm[key] = Int32(used + missing.count)
                missing.append((form, spaceAfter))
                if missing.count == Self.batch { make(lexicon) }
            }
            out[row] = slotOfForm[key]
        }
        if !missing.isEmpty { make(lexicon) }
    }

    private func forget(_ lexicon: Lexicon) {
        generation = lexicon.generation
        slotOfForm.removeAll(keepingCapacity: slotOfForm.count < 1 << 17)
        slotOfForm.append(contentsOf: repeatElement(0, count: lexicon.forms.count * (encoder.dependsOnSpace ? 2 : 1)))
        used = 1
    }

    /// Computes the missing forms into the next free slots.
    private func make(_ lexicon: Lexicon) {
        for (row, item) in missing.enumerated() { embed(lexicon.forms[Int(item.form)], item.spaceAfter, row) }
        let first = vectors.start + used * encoder.width
        encoder.mixing.maxout(kernel, embedded.start, stride: mixed, rows: missing.count, out: first)
        encoder.mixing.normalise(kernel, first, residual: nil, rows: missing.count)
        encoder.formProducts.multiply(
            kernel, first, stride: encoder.width, rows: missing.count, bias: nil,
            out: products.start + used * productCount * 3, outStride: productCount * 3)
        used += missing.count
        missing.removeAll(keepingCapacity: true)
    }

    private func embed(_ form: WordForm, _ spaceAfter: Bool, _ row: Int) {
        var out = embedded.start + row * mixed
        for table in encoder.tables {
            let width = table.values.count / Int(table.rows)
            let rows = Murmur.rows(table.feature.value(form, spaceAfter: spaceAfter), seed: table.seed)
            let values = table.values.start
            out.update(from: values + Int(rows.0 % table.rows) * width, count: width)
            cmatrix_add(kernel.rawValue, out, values + Int(rows.1 % table.rows) * width, width)
            cmatrix_add(kernel.rawValue, out, values + Int(rows.2 % table.rows) * width, width)
            cmatrix_add(kernel.rawValue, out, values + Int(rows.3 % table.rows) * width, width)
            out += width
        }
    }
}
