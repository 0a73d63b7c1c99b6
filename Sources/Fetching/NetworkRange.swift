/// Address ranges of the internet protocols that are not the public network.
package enum NetworkRange {
    /// Whether an address of 4 or 16 bytes is private, loopback, link-local, multicast, reserved or for documents; an
    /// address of any other length is.
    package static func isInside(_ address: [UInt8]) -> Bool {
        switch address.count {
        case 4: inside4.contains { matches(address, $0.prefix, $0.bits) }
        case 16: isInside6(address)
        default: true
        }
    }

    private typealias Range = (prefix: [UInt8], bits: Int)

    private static let inside4: [Range] = [
        ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24),
        ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15), ([198, 51, 100], 24),
        ([203, 0, 113], 24), ([224], 4), ([240], 4),
    ]

    private static let inside6: [Range] = [
        ([0xFC], 7), ([0xFE, 0x80], 10), ([0xFE, 0xC0], 10), ([0xFF], 8), ([0x20, 0x01, 0x0D, 0xB8], 32),
        ([0x01, 0, 0, 0, 0, 0, 0, 0], 64), ([0x20, 0x01, 0, 0], 32),
    ]

    /// Prefixes after which an address of version 4 is embedded, and where it stands.
    private static let embedding: [(range: Range, at: Int)] = [
        (([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96), 12),
        (([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], 96), 12),
        (([0x20, 0x02], 16), 2),
    ]

    private static func isInside6(_ address: [UInt8]) -> Bool {
        for (range, at) in embedding where matches(address, range.prefix, range.bits) {
            return isInside(Array(address[at..<(at + 4)]))
        }
        // Unspecified, loopback, and the old form of embedded addresses.
        if address[..<12].allSatisfy({ $0 == 0 }) { return true }
        return inside6.contains { matches(address, $0.prefix, $0.bits) }
    }

    private static func matches(_ address: [UInt8], _ prefix: [UInt8], _ bits: Int) -> Bool {
        for (index, byte) in prefix.enumerated() {
            let counted = min(8, bits - index * 8)
            guard counted > 0 else { break }
            let mask = UInt8(truncatingIfNeeded: 0xFF << (8 - counted))
            if address[index] & mask != byte & mask { return false }
        }
        return true
    }
}
