import CMatrix

/// Which instructions the matrix products use. Kernels differ in the last bits of their results only.
public enum MatrixKernel: Int32, Sendable, CaseIterable {
    /// What every processor of the architecture has.
    case plain = 0
    /// AVX2 and FMA of x86-64.
    case avx2 = 1

    /// The fastest one of this processor.
    public static var best: MatrixKernel { MatrixKernel(rawValue: cmatrix_best_kernel()) ?? .plain }

    /// Whether this processor has the instructions.
    public var isSupported: Bool { cmatrix_supports(rawValue) != 0 }
}

/// The weights of a layer in the order in which the kernels read them: panels of 16 outputs.
struct PackedWeights: Sendable {
    let values: FloatBuffer
    let inputs: Int
    /// Panels of 16 columns.
    let panels: Int

    /// Columns, padding included.
    var columns: Int { panels * 16 }

    /// Packs `columns` outputs; `weight(column, input)` gives one weight.
    init(columns: Int, inputs: Int, weight: (Int, Int) -> Float) {
        self.inputs = inputs
        panels = (columns + 15) / 16
        values = FloatBuffer(count: panels * inputs * 16)
        for column in 0..<columns {
            let base = column / 16 * inputs * 16 + column % 16
            for input in 0..<inputs { values.start[base + input * 16] = weight(column, input) }
        }
    }

    /// out[row] = x[row] · weights (+ bias), for `rows` rows that start `stride` floats apart.
    func multiply(
        _ kernel: MatrixKernel, _ x: UnsafePointer<Float>, stride: Int, rows: Int, bias: FloatBuffer?,
        out: UnsafeMutablePointer<Float>, outStride: Int
    ) {
        cmatrix_linear(
            kernel.rawValue, x, stride, rows, inputs, values.start, bias?.start, panels, out, outStride)
    }
}

/// A maxout layer with the layer norm behind it.
struct MaxoutLayer: Sendable {
    let outputs: Int
    let pieces: Int
    let weights: PackedWeights
    /// In the order of the packed columns: [panel][piece][16].
    let bias: FloatBuffer
    let gain: FloatBuffer
    let shift: FloatBuffer

    /// The packed column of piece `piece` of output `output`.
    static func column(_ output: Int, _ piece: Int, pieces: Int) -> Int {
        (output / 16 * pieces + piece) * 16 + output % 16
    }

    init(_ file: ModelFile, maxout: ModelLayer, norm: ModelLayer, inputs: Int) throws(LanguageError) {
        let array = try file.array(maxout, "W", dimensions: 3)
        let (outputs, pieces) = (array.shape[0], array.shape[1])
        guard array.shape[2] == inputs else {
            throw .malformed(path: file.path, problem: "a maxout layer has \(array.shape[2]) inputs, not \(inputs)")
        }
        guard outputs % 16 == 0 else {
            throw .unsupported(part: file.path, problem: "a width of \(outputs); it must be a multiple of 16")
        }
        let values = array.values
        let bias = try file.array(maxout, "b", shape: [outputs, pieces])
        self.outputs = outputs
        self.pieces = pieces
        weights = PackedWeights(columns: outputs * pieces, inputs: inputs) { column, input in
            let (output, piece) = Self.place(column, pieces: pieces)
            return values[(output * pieces + piece) * inputs + input]
        }
        self.bias = FloatBuffer(count: outputs * pieces)
        for column in 0..<outputs * pieces {
            let (output, piece) = Self.place(column, pieces: pieces)
            self.bias.start[column] = bias[output * pieces + piece]
        }
        gain = FloatBuffer(try file.array(norm, "G", shape: [outputs]))
        shift = FloatBuffer(try file.array(norm, "b", shape: [outputs]))
    }

    /// The output and piece of a packed column.
    static func place(_ column: Int, pieces: Int) -> (output: Int, piece: Int) {
        let block = column / 16
        return (block / pieces * 16 + column % 16, block % pieces)
    }

    func maxout(
        _ kernel: MatrixKernel, _ x: UnsafePointer<Float>, stride: Int, rows: Int, out: UnsafeMutablePointer<Float>
    ) {
        cmatrix_maxout(
            kernel.rawValue, x, stride, rows, weights.inputs, weights.values.start, bias.start, outputs / 16,
            Int32(pieces), out, outputs)
    }

    /// Layer norm of `rows` rows in place, plus the residual rows if there are any.
    func normalise(
        _ kernel: MatrixKernel, _ y: UnsafeMutablePointer<Float>, residual: UnsafePointer<Float>?, rows: Int
    ) {
        cmatrix_normalise(
            kernel.rawValue, y, outputs, residual, outputs, rows, outputs, gain.start, shift.start)
    }
}
