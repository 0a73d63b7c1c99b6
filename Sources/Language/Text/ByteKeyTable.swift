/// Byte strings numbered in the order in which they were first inserted; finding one costs a hash and a comparison.
package struct ByteKeyTable: Sendable {
    private var keys: [UInt8] = []
    /// Where key n ends in `keys`.
    private var ends: [Int] = [0]
    private var hashes: [UInt64] = []
    /// Open addressing; -1 is free.
    private var slots: [Int32]

    package init(capacity: Int = 16) {
        var size = 32
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
    }

    package var count: Int { hashes.count }

    /// How many bytes all keys have.
    var keyBytes: Int { keys.count }

    /// The number of a key, -1 when it is unknown.
    @inline(__always)
    package func find(_ key: Bytes) -> Int { find(key, hash: Murmur.identifier(key)) }

    /// The same with the key's hash (`Murmur.identifier`) at hand.
    func find(_ key: Bytes, hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let number = Int(slots[slot])
            if number < 0 { return -1 }
            if hashes[number] == hash, equals(number, key) { return number }
            slot = (slot + 1) & mask
        }
    }

    /// The number of a key, which is added when it is new.
    @discardableResult
    package mutating func insert(_ key: Bytes) -> Int { insert(key, hash: Murmur.identifier(key)) }

    mutating func insert(_ key: Bytes, hash: UInt64) -> Int {
        let found = find(key, hash: hash)
        if found >= 0 { return found }
        let number = hashes.count
        keys.append(contentsOf: key)
        ends.append(keys.count)
        hashes.append(hash)
        if hashes.count * 2 > slots.count { grow() } else { place(number) }
        return number
    }

    @discardableResult
    package mutating func insert(_ key: String) -> Int {
        var key = key
        return key.withUTF8 { insert($0) }
    }

    package func find(_ key: String) -> Int {
        var key = key
        return key.withUTF8 { find($0) }
    }

    /// Lends the bytes of key `number`.
    func withKey<Result>(_ number: Int, _ body: (Bytes) -> Result) -> Result {
        keys.withUnsafeBufferPointer { body($0.part(ends[number]..<ends[number + 1])) }
    }

    mutating func removeAll() {
        keys.removeAll(keepingCapacity: keys.count < 1 << 20)
        ends.removeAll(keepingCapacity: ends.count < 1 << 17)
        ends.append(0)
        hashes.removeAll(keepingCapacity: hashes.count < 1 << 17)
        if slots.count > 1 << 18 { slots = [Int32](repeating: -1, count: 1 << 12) }
        for slot in slots.indices { slots[slot] = -1 }
    }

    private func equals(_ number: Int, _ key: Bytes) -> Bool {
        let start = ends[number]
        guard ends[number + 1] - start == key.count else { return false }
        return keys.withUnsafeBufferPointer { buffer in
            for i in 0..<key.count where buffer[start + i] != key[i] { return false }
            return true
        }
    }

    private mutating func place(_ number: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hashes[number]) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(number)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for number in hashes.indices { place(number) }
    }
}
