/// A weighted edit distance in tenths of a letter: what typists and transliterations confuse costs less.
enum EditCost {
    /// Larger than any cost that means likeness.
    static let far: Int32 = 1_000

    /// Cost of replacing one letter by another, 32 × 32, indexed by the low five bits of lower-case letters.
    private static let replacing: [UInt8] = {
        var table = [UInt8](repeating: 10, count: 1_024)
        func set(_ pairs: String, _ cost: UInt8) {
            for pair in pairs.split(separator: " ") {
                let letters = Array(pair.utf8)
                let (one, two) = (Int(letters[0] & 31), Int(letters[1] & 31))
                table[one * 32 + two] = cost
                table[two * 32 + one] = cost
            }
        }
        set("ae ai ao au ei eo eu io iu ou ay ey oy uy", 6)
        set("iy uw ou ei", 4)
        set("sz ck kq cq bv vw fv gj jy bp dt gq gk xs cs zc hx jh hj", 6)
        for letter in 0..<32 { table[letter * 33] = 0 }
        return table
    }()

    @inline(__always)
    private static func dropping(_ letter: UInt8, before: UInt8, after: UInt8) -> Int32 {
        if letter == before || letter == after { return 3 }
        if letter == 0x68 { return 5 }
        return SpellingKey.isVowel(letter) ? 7 : 10
    }

    /// The least cost to turn `a` into `b` by replacing, dropping, adding and swapping letters, or `far` when above `limit`.
    ///
    /// Strings longer than 64 letters are far from everything.
    static func between(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, limit: Int32) -> Int32 {
        let n = a.count, m = b.count
        guard n > 0, m > 0, n <= 64, m <= 64, abs(n - m) * 3 <= Int(limit) else { return far }
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 5 * 66) { cells in
            replacing.withUnsafeBufferPointer { replacing in
                for j in 0..<m {
                    cells[264 + j] = dropping(b[j], before: j > 0 ? b[j - 1] : 0, after: j + 1 < m ? b[j + 1] : 0)
                }
                return distance(a, b, limit: limit, cells, replacing)
            }
        }
    }

    /// Three rows of 66 cells; from cell 264 on, what each letter of `b` costs to add.
    private static func distance(
        _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, limit: Int32,
        _ cells: UnsafeMutableBufferPointer<Int32>, _ replacing: UnsafeBufferPointer<UInt8>
    ) -> Int32 {
        let n = a.count, m = b.count
        // Outside the band at least so many letters were added and dropped that the limit is passed, but for doublings.
        let band = abs(n - m) + (limit > 10 ? 2 : 1)
        var before = 0, previous = 66, current = 132
        cells[previous] = 0
        for j in 1...min(m, band + 1) { cells[previous + j] = cells[previous + j - 1] + cells[263 + j] }
        for i in 1...n {
            let low = max(1, i - band), high = min(m, i + band)
            if low > high { return far }
            let letter = a[i - 1], last = i > 1 ? a[i - 2] : 0
            let dropA = dropping(letter, before: last, after: i < n ? a[i] : 0)
            let row = Int(letter & 31) * 32
            cells[current + low - 1] = low == 1 ? cells[previous] + dropA : far
            var least = cells[current + low - 1]
            for j in low...high {
                let other = b[j - 1]
                var cost = cells[previous + j - 1] + Int32(replacing[row + Int(other & 31)])
                if j < i + band { cost = min(cost, cells[previous + j] + dropA) }
                cost = min(cost, cells[current + j - 1] + cells[263 + j])
                if j > 1 && last == other && letter != last && i > 1 && letter == b[j - 2] && j >= i - band {
                    cost = min(cost, cells[before + j - 2] + 9)
                }
                cells[current + j] = cost
                least = min(least, cost)
            }
            if least > limit { return far }
            (before, previous, current) = (previous, current, before)
        }
        let cost = cells[previous + m]
        return cost <= limit ? cost : far
    }
}
