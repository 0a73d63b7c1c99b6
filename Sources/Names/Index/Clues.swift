/// The hints that lead from a word to the words of an index that may be like it.
///
/// Each hint is a hash with a salt for its sort; a false meeting of two hashes costs a comparison and changes no result.
enum Clue {
    private static let letters: UInt32 = 0x9E37_79B1, key: UInt32 = 0x85EB_CA77, keyLetters: UInt32 = 0xC2B2_AE3D
    private static let family: UInt32 = 0x27D4_EB2F, skeleton: UInt32 = 0x1656_67B1

    @inline(__always)
    private static func salted(_ hash: UInt32, _ salt: UInt32, _ kind: NameForm.Kind) -> UInt32 {
        var value = (hash ^ salt) &+ UInt32(kind.rawValue) &* 0x68E3_1DA4
        value ^= value >> 15
        value = value &* 0x2C1B_3C6D
        return value ^ (value >> 13)
    }

    /// How many letters may differ in a word so long, as far as hints of its letters find it.
    static func reach(_ count: Int) -> Int { count < 4 ? 0 : count < 7 || count > 18 ? 1 : 2 }

    /// Hands out the hints of a word's own letters with up to `reach` left out; a shorter word meets a longer one there.
    static func ofLetters(
        _ word: UnsafeBufferPointer<UInt8>, reach: Int, _ kind: NameForm.Kind, _ body: (UInt32) -> Void
    ) {
        body(salted(ByteKeyMap.hash(word), letters, kind))
        leftOut(word, reach: reach) { body(salted($0, letters, kind)) }
    }

    static func ofKey(
        _ word: UnsafeBufferPointer<UInt8>, hash: UInt32, _ kind: NameForm.Kind, _ body: (UInt32) -> Void
    ) {
        body(salted(hash, key, kind))
        guard word.count >= 4 else { return }
        body(salted(hash, keyLetters, kind))
        leftOut(word, reach: 1) { body(salted($0, keyLetters, kind)) }
    }

    static func ofFamily(_ number: UInt16, _ kind: NameForm.Kind) -> UInt32 { salted(UInt32(number), family, kind) }
    static func ofConcept(_ number: UInt16) -> UInt32 { salted(UInt32(number) | 1 << 20, family, .organisation) }
    static func ofSkeleton(_ hash: UInt32, _ kind: NameForm.Kind) -> UInt32 { salted(hash, skeleton, kind) }

    /// Hashes of a word with one or two letters left out.
    private static func leftOut(_ word: UnsafeBufferPointer<UInt8>, reach: Int, _ body: (UInt32) -> Void) {
        guard reach > 0 else { return }
        let count = word.count
        for first in 0..<count {
            // Leaving out either of two equal neighbours gives the same word.
            if first > 0 && word[first] == word[first - 1] { continue }
            body(hash(word, first, count))
            guard reach > 1 else { continue }
            var second = first + 1
            while second < count {
                body(hash(word, first, second))
                second += 1
            }
        }
    }

    /// `ByteKeyMap.hash` of a word without the letters at two places; a place at the end leaves out nothing.
    @inline(__always)
    private static func hash(_ word: UnsafeBufferPointer<UInt8>, _ first: Int, _ second: Int) -> UInt32 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in 0..<word.count where index != first && index != second {
            value = (value ^ UInt64(word[index])) &* 0x100_0000_01B3
        }
        return UInt32(truncatingIfNeeded: value ^ (value >> 32))
    }
}
