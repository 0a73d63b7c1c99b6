import CZlib

/// Bytes made smaller for keeping: a tag, then the bytes as they are (0) or packed by zlib (1, with the length before).
enum Packing {
    static func pack(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > 64 else { return [0] + bytes }
        var length = compressBound(UInt(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(length))
        guard compress2(&packed, &length, bytes, UInt(bytes.count), 6) == Z_OK, Int(length) + 9 < bytes.count else {
            return [0] + bytes
        }
        let size = (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) }
        return [1] + size + packed[..<Int(length)]
    }

    /// nil when they are not what `pack` gives.
    static func open(_ packed: [UInt8]) -> [UInt8]? {
        guard let tag = packed.first else { return nil }
        if tag == 0 { return Array(packed[1...]) }
        guard tag == 1, packed.count > 9 else { return nil }
        let size = (0..<8).reduce(0) { $0 | Int(packed[1 + $1]) << (8 * $1) }
        // A damaged length must not take all memory: zlib makes nothing smaller than a thousandth.
        guard size >= 0, size <= packed.count * 1100 else { return nil }
        var bytes = [UInt8](repeating: 0, count: size)
        var length = UInt(size)
        guard uncompress(&bytes, &length, Array(packed[9...]), UInt(packed.count - 9)) == Z_OK, Int(length) == size
        else { return nil }
        return bytes
    }
}
