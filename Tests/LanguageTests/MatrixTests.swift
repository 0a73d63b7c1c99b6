import CMatrix
import Testing

struct MatrixTests {
    private let random = Self.values(90_000, seed: 3)

    private static func values(_ count: Int, seed: UInt64) -> [Float] {
        var random = SplitMix(state: seed)
        return (0..<count).map { _ in Float(Int64(random.next() % 2001) - 1000) / 500 }
    }

    private var kernels: [Int32] { [Int32(CMATRIX_PLAIN), Int32(CMATRIX_AVX2)].filter { cmatrix_supports($0) != 0 } }

    /// Row by row and output by output in double precision; weights are packed.
    private func reference(_ x: [Float], stride: Int, rows: Int, inputs: Int, columns: Int) -> [Double] {
        (0..<rows * columns).map { place in
            let (row, column) = (place / columns, place % columns)
            return (0..<inputs).reduce(0.0) { sum, input in
                let weight = random[column / 16 * inputs * 16 + input * 16 + column % 16]
                return sum + Double(x[row * stride + input]) * Double(weight)
            }
        }
    }

    @Test(arguments: [1, 2, 5, 6, 7, 13, 61, 64])
    func `products come near those in double precision`(rows: Int) {
        let (stride, inputs, columns) = (24, 72, 48)
        let x = Self.values((rows + 3) * stride, seed: 9)
        let expected = reference(x, stride: stride, rows: rows, inputs: inputs, columns: columns)
        for kernel in kernels {
            var out = [Float](repeating: .nan, count: rows * columns)
            cmatrix_linear(kernel, x, stride, rows, inputs, random, nil, columns / 16, &out, columns)
            for (mine, right) in zip(out, expected) { #expect(abs(Double(mine) - right) < 1e-3) }
        }
    }

    @Test func `a row has the same bits wherever it stands`() {
        let (stride, inputs, columns, rows) = (16, 48, 96, 67)
        let x = Self.values((rows + 3) * stride, seed: 5)
        for kernel in kernels {
            var all = [Float](repeating: 0, count: rows * columns / 3)
            cmatrix_maxout(kernel, x, stride, rows, inputs, random, random, columns / 48, 3, &all, columns / 3)
            for row in 0..<rows {
                var one = [Float](repeating: 0, count: columns / 3)
                x.withUnsafeBufferPointer { x in
                    guard let start = x.baseAddress else { return }
                    cmatrix_maxout(
                        kernel, start + row * stride, stride, 1, inputs, random, random, columns / 48, 3, &one,
                        columns / 3)
                }
                #expect(one.map(\.bitPattern) == all[row * columns / 3..<(row + 1) * columns / 3].map(\.bitPattern))
            }
        }
    }

    @Test func `maxout takes the greatest piece after the bias`() {
        let (inputs, panels, pieces, rows) = (32, 2, 3, 7)
        let x = Self.values(rows * inputs, seed: 1)
        let sums = reference(x, stride: inputs, rows: rows, inputs: inputs, columns: panels * pieces * 16)
        for kernel in kernels {
            var out = [Float](repeating: 0, count: rows * panels * 16)
            cmatrix_maxout(kernel, x, inputs, rows, inputs, random, random, panels, Int32(pieces), &out, panels * 16)
            for place in out.indices {
                let (row, panel, lane) = (place / (panels * 16), place % (panels * 16) / 16, place % 16)
                let best = (0..<pieces).map { piece in
                    let column = (panel * pieces + piece) * 16 + lane
                    return sums[row * panels * pieces * 16 + column] + Double(random[column])
                }.max()
                #expect(abs(Double(out[place]) - (best ?? 0)) < 1e-3)
            }
        }
    }

    @Test func `the norm has mean and spread of its gain and shift`() {
        let width = 96
        for kernel in kernels {
            var y = Self.values(width * 2, seed: 8)
            let residual = [Float](repeating: 3, count: width * 2)
            let (gain, shift) = ([Float](repeating: 2, count: width), [Float](repeating: 1, count: width))
            cmatrix_normalise(kernel, &y, width, residual, width, 2, width, gain, shift)
            for row in 0..<2 {
                let values = y[row * width..<(row + 1) * width].map { Double($0) - 4 }
                #expect(abs(values.reduce(0, +)) < 1e-3)
                #expect(abs(values.reduce(0) { $0 + $1 * $1 } / Double(width) - 4) < 1e-3)
            }
        }
    }

    @Test func `the first of the greatest wins`() {
        for kernel in kernels {
            for count in [1, 7, 8, 9, 17, 40, 106] {
                for place in 0..<count {
                    var values = [Float](repeating: -1, count: count + 5)
                    values[3 + place] = 5
                    values[3 + count - 1] = 5
                    #expect(cmatrix_argmax(kernel, values, 3, 3 + count) == 3 + place)
                }
            }
        }
    }

    @Test func `a state and its scores are sums in double precision, nearly`() {
        let (hidden, pieces, slots, outputs) = (64, 2, 8, 112)
        for kernel in kernels {
            var (state, scores) = ([Float](repeating: 0, count: hidden), [Float](repeating: 0, count: outputs))
            random.withUnsafeBufferPointer { random in
                guard let start = random.baseAddress else { return }
                let rows: [UnsafePointer<Float>?] = (0..<slots).map { start + $0 * 1000 }
                cmatrix_state(kernel, rows, slots, start, hidden, Int32(pieces), &state)
                cmatrix_row(kernel, state, hidden, start, start, outputs, &scores)
            }
            for unit in 0..<hidden {
                let sums = (0..<pieces).map { piece in
                    (0..<slots).reduce(Double(random[piece * hidden + unit])) {
                        $0 + Double(random[$1 * 1000 + piece * hidden + unit])
                    }
                }
                #expect(abs(Double(state[unit]) - (sums.max() ?? 0)) < 1e-3)
            }
            for output in 0..<outputs {
                let sum = (0..<hidden).reduce(Double(random[output])) {
                    $0 + Double(state[$1]) * Double(random[$1 * outputs + output])
                }
                #expect(abs(Double(scores[output]) - sum) < 1e-2)
            }
        }
    }
}
