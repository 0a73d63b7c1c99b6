import CZlib

/// Packs for tests.
enum Gzip {
    static func pack(_ bytes: [UInt8]) -> [UInt8]? { run { $0 < 1 ? bytes : nil } }

    /// So many zero bytes, without holding them all at once.
    static func pack(zeros: Int) -> [UInt8]? {
        let piece = [UInt8](repeating: 0, count: 1_048_576)
        return run { $0 * piece.count < zeros ? (zeros < piece.count ? Array(piece.prefix(zeros)) : piece) : nil }
    }

    private static func run(_ source: (Int) -> [UInt8]?) -> [UInt8]? {
        var stream = z_stream()
        guard expediente_deflate_begin(&stream) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var packed: [UInt8] = []
        var number = 0
        var piece = source(0)
        var output = [UInt8](repeating: 0, count: 65_536)
        while true {
            var input = piece ?? []
            let mode = piece == nil ? Z_FINISH : Z_NO_FLUSH
            let isOver = input.withUnsafeMutableBufferPointer { from in
                stream.next_in = from.baseAddress
                stream.avail_in = UInt32(from.count)
                while true {
                    let status = output.withUnsafeMutableBufferPointer { to in
                        stream.next_out = to.baseAddress
                        stream.avail_out = UInt32(to.count)
                        return deflate(&stream, mode)
                    }
                    packed += output[0..<(output.count - Int(stream.avail_out))]
                    if status == Z_STREAM_END { return true }
                    if stream.avail_out > 0 { return false }
                }
            }
            if isOver { return packed }
            number += 1
            piece = source(number)
        }
    }
}
