/// Turns byte offsets of a UTF-8 text into Unicode-scalar offsets, and back.
///
/// Holds one count for every 64 bytes: 8 bytes of memory for 64 of text, and at most 64 bytes looked at for an answer.
public struct ScalarOffsets: Sendable {
    /// Scalars before the block's first byte, one a block, and one past the end.
    private let scalarsBeforeBlock: [Int]
    private let text: [UInt8]
    private static let block = 64

    /// - Parameter text: valid UTF-8.
    public init(_ text: [UInt8]) {
        self.text = text
        var counts: [Int] = []
        counts.reserveCapacity(text.count / Self.block + 2)
        var scalars = 0
        text.withUnsafeBufferPointer { bytes in
            for start in stride(from: 0, to: bytes.count, by: Self.block) {
                counts.append(scalars)
                for i in start..<min(start + Self.block, bytes.count) where Self.beginsScalar(bytes[i]) { scalars += 1 }
            }
        }
        counts.append(scalars)
        scalarsBeforeBlock = counts
    }

    /// Scalars in the whole text.
    public var scalarCount: Int { scalarsBeforeBlock.last ?? 0 }

    /// The number of scalars before a byte offset; nil outside the text or in the middle of a scalar.
    public func scalar(atByte offset: Int) -> Int? {
        guard offset >= 0, offset <= text.count else { return nil }
        if offset == text.count { return scalarCount }
        guard Self.beginsScalar(text[offset]) else { return nil }
        let block = offset / Self.block
        var scalars = scalarsBeforeBlock[block]
        for i in (block * Self.block)..<offset where Self.beginsScalar(text[i]) { scalars += 1 }
        return scalars
    }

    /// The byte offset where the scalar of this number starts; nil outside the text. The text's end counts as inside.
    public func byte(atScalar offset: Int) -> Int? {
        guard offset >= 0, offset <= scalarCount else { return nil }
        if offset == scalarCount { return text.count }
        var (low, high) = (0, scalarsBeforeBlock.count - 1)
        while low + 1 < high {
            let middle = (low + high) / 2
            if scalarsBeforeBlock[middle] <= offset { low = middle } else { high = middle }
        }
        var left = offset - scalarsBeforeBlock[low]
        for i in (low * Self.block)..<text.count where Self.beginsScalar(text[i]) {
            if left == 0 { return i }
            left -= 1
        }
        return nil
    }

    private static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
