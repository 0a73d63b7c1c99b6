/// Guesses the character set of bytes that are not UTF-8 and declare nothing, from which high bytes follow which.
struct CharsetLikeness {
    private var high = 0
    private var total = 0
    /// High bytes in 0xC0…0xFF with a like neighbour: Cyrillic words are made of them, Latin words are not.
    private var cyrillicRuns = 0
    private var pairs = 0
    private var hangulPairs = 0
    private var chinesePairs = 0
    private var oddPairs = 0
    private var kanaPairs = 0

    init(_ bytes: [UInt8]) {
        let sample = bytes.prefix(200_000)
        total = sample.count
        var i = sample.startIndex
        while i < sample.endIndex {
            let byte = sample[i]
            guard byte >= 0x80 else {
                i += 1
                continue
            }
            high += 1
            let next = i + 1 < sample.endIndex ? sample[i + 1] : 0
            if byte >= 0xC0, next >= 0xC0 { cyrillicRuns += 1 }
            i += count(byte, next)
        }
    }

    /// Counts a pair of bytes; returns how many of them it takes.
    private mutating func count(_ lead: UInt8, _ trail: UInt8) -> Int {
        guard lead >= 0xA1, lead <= 0xFE, trail >= 0xA1, trail <= 0xFE else {
            oddPairs += 1
            return 1
        }
        pairs += 1
        high += 1
        switch lead {
        case 0xB0...0xC8: hangulPairs += 1
        case 0xA4, 0xA5: kanaPairs += 1
        default: break
        }
        if lead >= 0xB0, lead <= 0xF7 { chinesePairs += 1 }
        if trail >= 0xC0, lead >= 0xC0 { cyrillicRuns += 1 }
        return 2
    }

    /// nil when the bytes look like Western text.
    var best: Charset? {
        guard total > 0, high > 8 else { return nil }
        if pairs * 20 > (pairs + oddPairs) * 19, pairs >= 16 {
            if kanaPairs * 4 > pairs { return Charset(name: "euc-jp") }
            if cyrillicRuns * 10 > high * 8, hangulPairs * 3 < pairs { return Charset(name: "windows-1251") }
            if hangulPairs * 10 > pairs * 8 { return Charset(name: "euc-kr") }
            if chinesePairs * 10 > pairs * 7 { return Charset(name: "gb18030") }
        }
        if cyrillicRuns * 2 > high, high * 5 > total { return Charset(name: "windows-1251") }
        return nil
    }
}
