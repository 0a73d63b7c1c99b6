private import CZlib

/// Bytes packed by gzip or zlib, opened within bounds.
package enum Compressed {
    /// The most that may come out, in bytes.
    package static let limit = 256 * 1_048_576
    /// How often larger than its packed form text can honestly be.
    private static let greatestRatio = 1_000

    /// Whether bytes begin as gzip's do.
    package static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// What was packed. Members that follow one another are joined, as gzip does.
    package static func open(_ bytes: [UInt8], limit: Int = limit) throws(ReportFault) -> [UInt8] {
        var stream = z_stream()
        // 15 bits of window, plus 32 to tell gzip from zlib.
        guard expediente_inflate_begin(&stream, 15 + 32) == Z_OK else {
            throw .damaged(form: "gzip file", detail: "it cannot be opened")
        }
        defer { inflateEnd(&stream) }
        var input = bytes
        var opened: [UInt8] = []
        let most = min(limit, max(1 << 20, bytes.count * greatestRatio))
        let failure = input.withUnsafeMutableBufferPointer { source -> ReportFault? in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(clamping: source.count)
            var piece = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let status = piece.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    return inflate(&stream, Z_NO_FLUSH)
                }
                opened.append(contentsOf: piece[0..<(piece.count - Int(stream.avail_out))])
                if opened.count > most { return .tooLarge(limit: most) }
                if status == Z_STREAM_END {
                    guard stream.avail_in > 0, let next = stream.next_in, next.pointee == 0x1F else { return nil }
                    inflateReset(&stream)
                } else if status != Z_OK {
                    return .damaged(form: "gzip file", detail: "its packed bytes are broken or end early")
                }
            }
        }
        if let failure { throw failure }
        return opened
    }
}
