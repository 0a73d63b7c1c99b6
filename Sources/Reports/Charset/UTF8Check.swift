/// What a run of bytes is when it is read as UTF-8.
struct UTF8Check: Sendable {
    /// Characters of more than one byte that are well formed.
    private(set) var wellFormed = 0
    /// Bytes that belong to no character.
    private(set) var misplaced = 0

    var isValid: Bool { misplaced == 0 }

    init(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { scan($0) }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        let count = bytes.count
        var i = 0
        while i < count {
            while i + 8 <= count,
                UnsafeRawPointer(bytes.baseAddress?.advanced(by: i))?.loadUnaligned(as: UInt64.self)
                    .isDisjoint(from: 0x8080_8080_8080_8080) ?? false
            {
                i += 8
            }
            if i >= count { break }
            let byte = bytes[i]
            if byte < 0x80 {
                i += 1
                continue
            }
            let length = Self.length(bytes, i)
            if length == 0 {
                misplaced += 1
                i += 1
            } else {
                wellFormed += 1
                i += length
            }
        }
    }

    /// The length of the well-formed character at `i`; 0 when there is none.
    private static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
        let lead = bytes[i]
        func continues(_ k: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
            i + k < bytes.count && bytes[i + k] >= low && bytes[i + k] <= high
        }
        switch lead {
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0: return continues(1, 0xA0) && continues(2) ? 3 : 0
        case 0xED: return continues(1, 0x80, 0x9F) && continues(2) ? 3 : 0
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
        case 0xF0: return continues(1, 0x90) && continues(2) && continues(3) ? 4 : 0
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xF4: return continues(1, 0x80, 0x8F) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }
}

extension UInt64 {
    fileprivate func isDisjoint(from mask: UInt64) -> Bool { self & mask == 0 }
}
