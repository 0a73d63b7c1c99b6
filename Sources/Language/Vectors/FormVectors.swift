import CMatrix

/// What an encoder makes of word forms alone, remembered: their vectors and the products of the first window layer.
///
/// A bounded number of slots; a new form takes the slot of one that was not asked for lately. Slot 0 is the padding
/// around a text, all zero. What is remembered never changes a result: a form's numbers are the same whenever made.
final class FormVectors {
    private let encoder: Encoder
    private let kernel: MatrixKernel
    private let variants: Int
    private let slots: Int
    /// The slot of each (form, space after) pair, 0 when there is none.
    private var slotOfKey: [Int32] = []
    /// The pair in each slot, -1 for none; whether it was asked for since the hand went by; and in which call last.
    private var keyOfSlot: [Int32]
    private var isRecent: [Bool]
    private var lastCall: [UInt32]
    private var call: UInt32 = 0
    private var hand = 1
    private var generation = 0
    let vectors: FloatBuffer
    /// Per slot the three products, `productCount` floats each.
    let products: FloatBuffer
    let productCount: Int
    private let embedded: FloatBuffer
    private let batchVectors: FloatBuffer
    private let batchProducts: FloatBuffer
    private var missing: [Int32] = []

    /// At most this many rows are made at a time.
    private static let batch = 60

    /// `slots` must be more than the tokens of one call.
    init(_ encoder: Encoder, kernel: MatrixKernel, slots: Int) {
        self.encoder = encoder
        self.kernel = kernel
        self.slots = slots + 1
        variants = encoder.dependsOnSpace ? 2 : 1
        productCount = encoder.layers[0].outputs * encoder.layers[0].pieces
        vectors = FloatBuffer(count: self.slots * encoder.width)
        products = FloatBuffer(count: self.slots * productCount * 3)
        keyOfSlot = [Int32](repeating: -1, count: self.slots)
        isRecent = [Bool](repeating: false, count: self.slots)
        lastCall = [UInt32](repeating: 0, count: self.slots)
        embedded = FloatBuffer(count: Self.batch * encoder.mixing.weights.inputs)
        batchVectors = FloatBuffer(count: Self.batch * encoder.width)
        batchProducts = FloatBuffer(count: Self.batch * productCount * 3)
    }

    /// Fills `out` with the slots of tokens `range`; tokens outside of the document get slot 0.
    func slots(_ range: Range<Int>, _ document: Document, _ lexicon: Lexicon, out: UnsafeMutablePointer<Int32>) {
        prepare(lexicon)
        for (row, token) in range.enumerated() {
            guard token >= 0, token < document.count else {
                out[row] = 0
                continue
            }
            let isSpaced = variants == 2 && document.spaceAfter[token]
            let key = document.forms[token] * Int32(variants) + (isSpaced ? 1 : 0)
            var slot = slotOfKey[Int(key)]
            if slot == 0 {
                slot = take(key)
                missing.append(slot)
                if missing.count == Self.batch { make(lexicon) }
            }
            isRecent[Int(slot)] = true
            lastCall[Int(slot)] = call
            out[row] = slot
        }
        if !missing.isEmpty { make(lexicon) }
    }

    private func prepare(_ lexicon: Lexicon) {
        if generation != lexicon.generation {
            generation = lexicon.generation
            slotOfKey.removeAll(keepingCapacity: slotOfKey.count < 1 << 17)
            for slot in keyOfSlot.indices { (keyOfSlot[slot], isRecent[slot]) = (-1, false) }
        }
        let keys = lexicon.forms.count * variants
        if slotOfKey.count < keys { slotOfKey.append(contentsOf: repeatElement(0, count: keys - slotOfKey.count)) }
        call &+= 1
    }

    /// A slot for a new pair: the next one that was not asked for since the hand last went by, nor in this call.
    private func take(_ key: Int32) -> Int32 {
        while true {
            hand = hand + 1 < slots ? hand + 1 : 1
            if keyOfSlot[hand] >= 0 {
                if lastCall[hand] == call { continue }
                if isRecent[hand] {
                    isRecent[hand] = false
                    continue
                }
                slotOfKey[Int(keyOfSlot[hand])] = 0
            }
            keyOfSlot[hand] = key
            lastCall[hand] = call
            slotOfKey[Int(key)] = Int32(hand)
            return Int32(hand)
        }
    }

    /// Computes the forms of the missing slots.
    private func make(_ lexicon: Lexicon) {
        let (inputs, width) = (encoder.mixing.weights.inputs, encoder.width)
        for (row, slot) in missing.enumerated() {
            let key = Int(keyOfSlot[Int(slot)])
            let isSpaced = variants == 2 && key % 2 == 1
            embed(lexicon.forms[key / variants], isSpaced, embedded.start + row * inputs)
        }
        encoder.mixing.maxout(kernel, embedded.start, stride: inputs, rows: missing.count, out: batchVectors.start)
        encoder.mixing.normalise(kernel, batchVectors.start, residual: nil, rows: missing.count)
        encoder.formProducts.multiply(
            kernel, batchVectors.start, stride: width, rows: missing.count, bias: nil, out: batchProducts.start,
            outStride: productCount * 3)
        for (row, slot) in missing.enumerated() {
            (vectors.start + Int(slot) * width).update(from: batchVectors.start + row * width, count: width)
            (products.start + Int(slot) * productCount * 3).update(
                from: batchProducts.start + row * productCount * 3, count: productCount * 3)
        }
        missing.removeAll(keepingCapacity: true)
    }

    /// The rows of all tables for one form, one table behind the other.
    private func embed(_ form: WordForm, _ isSpaced: Bool, _ row: UnsafeMutablePointer<Float>) {
        var out = row
        for table in encoder.tables {
            let width = table.values.count / Int(table.rows)
            let rows = Murmur.rows(table.feature.value(form, spaceAfter: isSpaced), seed: table.seed)
            let values = table.values.start
            out.update(from: values + Int(rows.0 % table.rows) * width, count: width)
            cmatrix_add(kernel.rawValue, out, values + Int(rows.1 % table.rows) * width, width)
            cmatrix_add(kernel.rawValue, out, values + Int(rows.2 % table.rows) * width, width)
            cmatrix_add(kernel.rawValue, out, values + Int(rows.3 % table.rows) * width, width)
            out += width
        }
    }
}
