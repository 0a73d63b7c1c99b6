/// The two hashes of spaCy: strings to ids, ids to rows of a table. Both are Austin Appleby's, public domain.
package enum Murmur {
    /// MurmurHash64A with seed 1: the id of a string.
    package static func identifier(_ bytes: Bytes) -> UInt64 {
        let multiplier: UInt64 = 0xc6a4_a793_5bd1_e995
        let count = bytes.count
        var hash = 1 ^ (UInt64(count) &* multiplier)
        let raw = UnsafeRawBufferPointer(bytes)
        var at = 0
        while at + 8 <= count {
            var word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            word = word &* multiplier
            word ^= word >> 47
            word = word &* multiplier
            hash = (hash ^ word) &* multiplier
            at += 8
        }
        if at < count {
            var rest: UInt64 = 0
            for i in at..<count { rest |= UInt64(bytes[i]) << UInt64(8 * (i - at)) }
            hash = (hash ^ rest) &* multiplier
        }
        hash ^= hash >> 47
        hash = hash &* multiplier
        hash ^= hash >> 47
        return hash
    }

    package static func identifier(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { identifier($0) }
    }

    /// MurmurHash3 (x64, 128 bits) of the eight bytes of an id, as four numbers: which rows of a table to add up.
    package static func rows(_ id: UInt64, seed: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
        var word = id &* 0x87c3_7b91_1142_53d5
        word = (word << 31 | word >> 33) &* 0x4cf5_ad43_2745_937f
        var low = UInt64(seed) ^ word ^ 8
        var high = UInt64(seed) ^ 8
        low = low &+ high
        high = high &+ low
        low = finish(low)
        high = finish(high)
        low = low &+ high
        high = high &+ low
        return (
            UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: low >> 32), UInt32(truncatingIfNeeded: high),
            UInt32(truncatingIfNeeded: high >> 32)
        )
    }

    private static func finish(_ value: UInt64) -> UInt64 {
        var value = value
        value ^= value >> 33
        value = value &* 0xff51_afd7_ed55_8ccd
        value ^= value >> 33
        value = value &* 0xc4ce_b9fe_1a85_ec53
        value ^= value >> 33
        return value
    }
}
