/// A piece of text in UTF-8 that is known to be valid.
package typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer where Element == UInt8 {
    /// The scalar that starts at `index`, and how many bytes it has.
    @inline(__always)
    func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = self[index]
        if first < 0x80 { return (UInt32(first), 1) }
        if first < 0xe0 { return (UInt32(first & 0x1f) << 6 | continuation(index + 1), 2) }
        if first < 0xf0 {
            return (UInt32(first & 0x0f) << 12 | continuation(index + 1) << 6 | continuation(index + 2), 3)
        }
        let high = UInt32(first & 0x07) << 18 | continuation(index + 1) << 12
        return (high | continuation(index + 2) << 6 | continuation(index + 3), 4)
    }

    @inline(__always)
    private func continuation(_ index: Int) -> UInt32 { UInt32(self[index] & 0x3f) }

    /// Where the scalar before `index` starts.
    @inline(__always)
    func scalarStart(before index: Int) -> Int {
        var start = index - 1
        while start > 0, self[start] & 0xc0 == 0x80 { start -= 1 }
        return start
    }

    /// The part `range`, as a buffer of its own.
    @inline(__always)
    func part(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }

    var scalarCount: Int { reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) } }
}
