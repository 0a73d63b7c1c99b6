extension SHA256 {
    /// A digest of bytes that come in pieces.
    public struct Stream: Sendable {
        private var state = SHA256.initial
        private var rest: [UInt8] = []
        private var count = 0

        public init() {}

        /// Takes the next bytes.
        public mutating func add(_ bytes: [UInt8]) {
            count += bytes.count
            rest += bytes
            let whole = rest.count / 64 * 64
            guard whole > 0 else { return }
            SHA256.compress(rest[..<whole], into: &state)
            rest.removeFirst(whole)
        }

        /// 64 lower-case hexadecimal digits of all bytes so far.
        public func hexadecimal() -> String {
            var state = state
            SHA256.compress(SHA256.padded(rest[...], messageLength: count)[...], into: &state)
            return SHA256.hexadecimal(state)
        }
    }
}
