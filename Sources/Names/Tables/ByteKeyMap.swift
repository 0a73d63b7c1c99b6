/// Distinct byte strings numbered in the order of their first appearance: a hash table with open addressing.
///
/// The keys lie end to end in one array, so that a lookup touches no heap object.
package struct ByteKeyMap: Sendable {
    private var slots: [Int32]
    private var mask: Int
    /// Hash of each key, to skip most comparisons.
    private var hashes: [UInt32] = []
    package private(set) var letters: [UInt8] = []
    /// Where each key ends in `letters`; key `n` begins where key `n - 1` ends.
    package private(set) var ends: [Int32] = [0]

    package var count: Int { ends.count - 1 }

    package init(capacity: Int = 16) {
        var size = 32
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    /// FNV-1a over eight bytes at a time would need alignment; names are short, so one byte at a time is enough.
    @inline(__always)
    package static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: value ^ (value >> 32))
    }

    /// The number of a key, or nil.
    package func find(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
        let hash = Self.hash(key)
        var slot = Int(hash) & mask
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash && equals(number, key) { return number }
            slot = (slot + 1) & mask
        }
        return nil
    }

    package func find(_ key: [UInt8]) -> Int? { key.withUnsafeBufferPointer(find) }

    package func find(_ key: String) -> Int? {
        var key = key
        return key.withUTF8(find)
    }

    /// The number of a key, which is added if new.
    package mutating func insert(_ key: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(key)
        var slot = Int(hash) & mask
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash && equals(number, key) { return number }
            slot = (slot + 1) & mask
        }
        let number = count
        slots[slot] = Int32(number)
        hashes.append(hash)
        letters.append(contentsOf: key)
        ends.append(Int32(letters.count))
        if count * 2 > slots.count { grow() }
        return number
    }

    package mutating func insert(_ key: [UInt8]) -> Int {
        key.withUnsafeBufferPointer { insert($0) }
    }

    /// The bytes of a key.
    package func key(_ number: Int) -> ArraySlice<UInt8> { letters[Int(ends[number])..<Int(ends[number + 1])] }

    private func equals(_ number: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(ends[number])
        guard Int(ends[number + 1]) - start == key.count else { return false }
        for offset in 0..<key.count where letters[start + offset] != key[offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        mask = slots.count - 1
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number)
        }
    }
}
