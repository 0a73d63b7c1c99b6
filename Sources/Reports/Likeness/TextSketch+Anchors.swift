extension TextSketch {
    /// The few runs that are kept longest when a sketch is thinned: texts that are copies share most of theirs, so that
    /// copies can be looked up without comparing all texts.
    public var anchors: [UInt64] { Array(hashes.sorted { $0.bitReversed < $1.bitReversed }.prefix(16)) }
}

extension UInt64 {
    fileprivate var bitReversed: UInt64 {
        var (value, reversed): (UInt64, UInt64) = (self, 0)
        for _ in 0..<64 {
            reversed = reversed << 1 | value & 1
            value >>= 1
        }
        return reversed
    }
}
