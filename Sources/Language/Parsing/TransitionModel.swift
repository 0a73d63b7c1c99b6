import CMatrix

/// The weights that score the actions of a transition system (spaCy's TransitionBasedParser).
struct TransitionModel: Sendable {
    /// Tokens that describe a state.
    let slots: Int
    let hidden: Int
    let pieces: Int
    /// Classes of actions.
    let classes: Int
    /// Token vector to parser vector.
    let reduction: PackedWeights
    let reductionBias: FloatBuffer
    /// Parser vector to what it adds to a state in each slot: columns [slot][piece][hidden].
    let slotWeights: PackedWeights
    /// The same for an empty slot.
    let padding: FloatBuffer
    /// Bias of the state: [piece][hidden].
    let stateBias: FloatBuffer
    /// State to scores: [hidden][padded classes].
    let scoreWeights: FloatBuffer
    let scoreBias: FloatBuffer

    /// Classes, padding included.
    var scoreColumns: Int { scoreBias.count }
    /// Floats that one slot adds to a state.
    var stateWidth: Int { pieces * hidden }

    init(_ file: ModelFile, part: String, width: Int, slots: Int, classes: Int) throws(LanguageError) {
        guard let affine = file.layers(named: "precomputable_affine").first else {
            throw .unsupported(part: part, problem: "its model has no precomputable_affine layer")
        }
        let weights = try file.array(affine, "W", dimensions: 4)
        let (hidden, pieces, inputs) = (weights.shape[1], weights.shape[2], weights.shape[3])
        guard weights.shape[0] == slots else {
            throw .unsupported(part: part, problem: "states of \(weights.shape[0]) tokens instead of \(slots)")
        }
        guard hidden % 16 == 0 else { throw .unsupported(part: part, problem: "a hidden width of \(hidden)") }
        let pad = try file.array(affine, "pad", shape: [1, slots, hidden, pieces])
        let bias = try file.array(affine, "b", shape: [hidden, pieces])
        self.slots = slots
        self.hidden = hidden
        self.pieces = pieces
        self.classes = classes
        slotWeights = PackedWeights(columns: slots * pieces * hidden, inputs: inputs) { column, input in
            let (slot, piece, unit) = (column / (pieces * hidden), column / hidden % pieces, column % hidden)
            return weights.values[((slot * hidden + unit) * pieces + piece) * inputs + input]
        }
        padding = FloatBuffer(count: slots * pieces * hidden)
        stateBias = FloatBuffer(count: pieces * hidden)
        for piece in 0..<pieces {
            for unit in 0..<hidden {
                stateBias.start[piece * hidden + unit] = bias[unit * pieces + piece]
                for slot in 0..<slots {
                    padding.start[(slot * pieces + piece) * hidden + unit] =
                        pad[(slot * hidden + unit) * pieces + piece]
                }
            }
        }
        // The two linear layers are told apart by what goes in: a state (it comes first in the file) or a token.
        let linears = file.layers(named: "linear")
        guard linears.count == 2 else { throw .unsupported(part: part, problem: "it has no upper layer") }
        let scores = try file.array(linears[0], "W", shape: [classes, hidden])
        let scoreBias = try file.array(linears[0], "b", shape: [classes])
        let columns = (classes + 15) / 16 * 16
        scoreWeights = FloatBuffer(count: hidden * columns)
        for unit in 0..<hidden {
            for action in 0..<classes { scoreWeights.start[unit * columns + action] = scores[action * hidden + unit] }
        }
        self.scoreBias = FloatBuffer(scoreBias + [Float](repeating: 0, count: columns - classes))
        let reduction = try file.array(linears[1], "W", shape: [inputs, width])
        self.reduction = PackedWeights(columns: inputs, inputs: width) { column, input in
            reduction[column * width + input]
        }
        let reductionBias = try file.array(linears[1], "b", shape: [inputs])
        self.reductionBias = FloatBuffer(
            reductionBias + [Float](repeating: 0, count: self.reduction.columns - inputs))
        if let unseen = file.layers.first?.attributes["unseen_classes"]?.list, !unseen.isEmpty {
            throw .unsupported(part: part, problem: "labels that were added after training")
        }
    }
}

/// Scores states. Owned by one worker.
final class StateScorer {
    private let model: TransitionModel
    private let kernel: MatrixKernel
    private let source: VectorSource
    private let cache: RowCache
    private let reduced: FloatBuffer
    private let state: FloatBuffer
    let scores: FloatBuffer
    private let rows: UnsafeMutablePointer<UnsafePointer<Float>?>
    /// Tokens whose slot tables are made at a time; divides `TokenEncoder.stretch`.
    private static let blockShift = 5

    init(_ model: TransitionModel, _ source: VectorSource, kernel: MatrixKernel) {
        self.model = model
        self.kernel = kernel
        self.source = source
        cache = RowCache(width: model.slotWeights.columns, shift: Self.blockShift, blocks: model.slots + 8)
        reduced = FloatBuffer(count: (1 << Self.blockShift) * model.reduction.columns)
        state = FloatBuffer(count: model.hidden)
        scores = FloatBuffer(count: model.scoreColumns)
        rows = UnsafeMutablePointer.allocate(capacity: model.slots)
        rows.initialize(repeating: nil, count: model.slots)
    }

    deinit { rows.deallocate() }

    func begin(_ document: Document) {
        cache.begin(document.count)
    }

    /// Computes `scores` of the state whose slots hold `tokens`; -1 is an empty slot.
    func score(_ tokens: UnsafePointer<Int32>, _ document: Document) {
        for slot in 0..<model.slots {
            let token = Int(tokens[slot])
            let row =
                token < 0
                ? UnsafePointer(model.padding.start)
                : cache.row(token) { range, out in
                    makeRows(range, document, out)
                }
            rows[slot] = row + slot * model.stateWidth
        }
        rows.withMemoryRebound(to: UnsafePointer<Float>?.self, capacity: model.slots) { rows in
            cmatrix_state(
                kernel.rawValue, rows, model.slots, model.stateBias.start, model.hidden, Int32(model.pieces),
                state.start)
        }
        cmatrix_row(
            kernel.rawValue, state.start, model.hidden, model.scoreWeights.start, model.scoreBias.start,
            model.scoreColumns, scores.start)
    }

    /// The best class of `classes`, the first of equal ones.
    @inline(__always)
    func best(_ classes: Range<Int>) -> Int {
        cmatrix_argmax(kernel.rawValue, scores.start, classes.lowerBound, classes.upperBound)
    }

    private func makeRows(_ range: Range<Int>, _ document: Document, _ out: UnsafeMutablePointer<Float>) {
        let vectors = source.rows(range, document)
        model.reduction.multiply(
            kernel, vectors, stride: source.width, rows: range.count, bias: model.reductionBias, out: reduced.start,
            outStride: model.reduction.columns)
        model.slotWeights.multiply(
            kernel, reduced.start, stride: model.reduction.columns, rows: range.count, bias: nil, out: out,
            outStride: model.slotWeights.columns)
    }
}
