/// What is left of a word when the ways of spelling one sound are brought together.
///
/// Consonants keep their kind (`c`, `k`, `q` are one; `s`, `z`, soft `c` are one; `sh` and `ch` are one), vowels are `a`,
/// `i` (for e, i, y) or `u` (for o, u, w), runs become single letters: González, Gonsales; Yusuf, Youssef; Ximénez, Giménez.
enum SpellingKey {
    /// Appends the key of a folded word to `out`.
    static func append(_ word: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        let first = out.count
        var at = 0
        let count = word.count
        while at < count {
            let here = word[at]
            let next = at + 1 < count ? word[at + 1] : 0
            let afterNext = at + 2 < count ? word[at + 2] : 0
            let (symbol, second, length) = sound(
                here, next, afterNext, isFirst: at == 0, previous: at > 0 ? word[at - 1] : 0)
            at += length
            if symbol != 0 && (out.count == first || out[out.count - 1] != symbol) { out.append(symbol) }
            if second != 0 && out[out.count - 1] != second { out.append(second) }
        }
    }

    private static let a = UInt8(ascii: "a"), i = UInt8(ascii: "i"), u = UInt8(ascii: "u")
    private static let s = UInt8(ascii: "s"), k = UInt8(ascii: "k"), x = UInt8(ascii: "x"), j = UInt8(ascii: "j")
    private static let g = UInt8(ascii: "g"), t = UInt8(ascii: "t"), v = UInt8(ascii: "v"), f = UInt8(ascii: "f")
    private static let h = UInt8(ascii: "h"), d = UInt8(ascii: "d")

    @inline(__always)
    static func isFront(_ letter: UInt8) -> Bool { letter == 0x65 || letter == 0x69 || letter == 0x79 }

    @inline(__always)
    static func isVowel(_ letter: UInt8) -> Bool {
        letter == 0x61 || letter == 0x65 || letter == 0x69 || letter == 0x6F || letter == 0x75 || letter == 0x79
    }

    /// The symbol or two that the letters at one place stand for, and how many letters they take.
    private static func sound(
        _ here: UInt8, _ next: UInt8, _ afterNext: UInt8, isFirst: Bool, previous: UInt8
    ) -> (UInt8, UInt8, Int) {
        switch here {
        case UInt8(ascii: "a"):
            if next == UInt8(ascii: "y") || next == UInt8(ascii: "i") || next == UInt8(ascii: "e") { return (i, 0, 2) }
            if next == UInt8(ascii: "u") || next == UInt8(ascii: "w") && !isVowel(afterNext) { return (u, 0, 2) }
            return (a, 0, 1)
        case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "y"):
            if here == UInt8(ascii: "e"), next == UInt8(ascii: "u") || next == UInt8(ascii: "w") { return (u, 0, 2) }
            return (i, 0, 1)
        case UInt8(ascii: "o"), UInt8(ascii: "u"): return (u, 0, 1)
        case UInt8(ascii: "w"): return isFirst || isVowel(next) ? (v, 0, 1) : (u, 0, 1)
        case UInt8(ascii: "v"): return (v, 0, 1)
        case UInt8(ascii: "f"): return next == f && afterNext == 0 && !isFirst ? (v, 0, 2) : (f, 0, 1)
        case UInt8(ascii: "p"): return next == h ? (f, 0, 2) : (here, 0, 1)
        case UInt8(ascii: "h"):
            return isFirst ? (h, 0, 1) : (0, 0, 1)
        case UInt8(ascii: "j"):
            if !isFirst && isVowel(previous) && (next == 0 || !isVowel(next)) { return (i, 0, 1) }
            return (j, 0, 1)
        default: return consonant(here, next, afterNext, isFirst: isFirst)
        }
    }

    private static func consonant(_ here: UInt8, _ next: UInt8, _ afterNext: UInt8, isFirst: Bool) -> (
        UInt8, UInt8, Int
    ) {
        switch here {
        case UInt8(ascii: "c"):
            if next == h { return (x, 0, 2) }
            if next == UInt8(ascii: "k") || next == UInt8(ascii: "q") { return (k, 0, 2) }
            if next == UInt8(ascii: "z") { return (x, 0, 2) }
            return isFront(next) ? (s, 0, 1) : (k, 0, 1)
        case UInt8(ascii: "q"): return next == UInt8(ascii: "u") && isFront(afterNext) ? (k, 0, 2) : (k, 0, 1)
        case UInt8(ascii: "k"): return (k, 0, next == h ? 2 : 1)
        case UInt8(ascii: "s"):
            if next == h { return (x, 0, 2) }
            if next == UInt8(ascii: "c"), afterNext == h { return (x, 0, 3) }
            return (s, 0, 1)
        case UInt8(ascii: "z"):
            return (s, 0, next == h ? 2 : 1)
        case UInt8(ascii: "x"): return isFirst ? (j, 0, 1) : (k, s, 1)
        case UInt8(ascii: "g"):
            if next == h { return (g, 0, 2) }
            if next == UInt8(ascii: "u") && isFront(afterNext) { return (g, 0, 2) }
            return isFront(next) ? (j, 0, 1) : (g, 0, 1)
        case UInt8(ascii: "t"):
            if next == UInt8(ascii: "s") || next == UInt8(ascii: "z") { return (s, 0, 2) }
            if next == UInt8(ascii: "c"), afterNext == h { return (x, 0, 3) }
            return (t, 0, next == h ? 2 : 1)
        case UInt8(ascii: "d"):
            if next == UInt8(ascii: "j") || next == UInt8(ascii: "z") { return (j, 0, 2) }
            return (d, 0, next == h ? 2 : 1)
        default: return (here, 0, 1)
        }
    }

    /// A hash of the key's consonants, for scripts written without vowels; p counts as b, g and j as k.
    static func skeleton(_ key: ArraySlice<UInt8>) -> UInt32 {
        var value: UInt32 = 2_166_136_261
        for letter in key {
            switch letter {
            case a, i, u, h: continue
            case UInt8(ascii: "p"): value = (value ^ UInt32(UInt8(ascii: "b"))) &* 16_777_619
            case g, j: value = (value ^ UInt32(k)) &* 16_777_619
            default: value = (value ^ UInt32(letter == v ? f : letter)) &* 16_777_619
            }
        }
        return value
    }
}
