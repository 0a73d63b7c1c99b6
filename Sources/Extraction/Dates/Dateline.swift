/// Tells the date of the report itself ("BRUSSELS, March 13 (Agency) -", "Fecha: 8 de julio de 2025") and of a note in
/// it ("Editor's note, February 3:") from the dates of what happened.
struct Dateline {
    let text: TimeText
    /// The first atom of each part, by the atoms' borders.
    private let partStart: [Int]

    init(text: TimeText, syntax: Syntax) {
        self.text = text
        var starts: [Int] = []
        starts.reserveCapacity(text.count)
        var start = 0
        for (index, atom) in text.atoms.enumerated() {
            if atom.kind == .border { start = index + 1 }
            starts.append(start)
        }
        partStart = starts
    }

    func isDateline(_ time: ScannedTime) -> Bool {
        guard case .day = time.meaning else { return false }
        let first = time.range.lowerBound
        let start = partStart[first]
        let lead = start..<first
        guard lead.count <= 12, !text.has([.in, .on, .since], first - 1) || lead.isEmpty,
            lead.allSatisfy({ isPlaceOrLabel($0) })
        else { return false }
        let end = time.range.upperBound
        // "… 8 de julio de 2025.-", "March 13 (Agency) -", "February 3:"
        var i = end
        var isBracketed = false
        while i < text.count, i < end + 10 {
            let atom = text.atoms[i]
            if atom.kind == .border { return lead.contains { text.isSign(":", $0) } || first == start }
            if atom.text == "(" { isBracketed = true }
            if atom.text == ")" {
                isBracketed = false
                i += 1
                continue
            }
            if !isBracketed {
                if atom.text == "-" || atom.text == ":" { return true }
                if atom.text == "/" || atom.text == "," || atom.text == "." || atom.text == "|" {
                    i += 1
                    continue
                }
                if !isPlaceOrLabel(i) { return false }
            }
            i += 1
        }
        return false
    }

    /// Capitalised words and the signs between them, as a place, an agency or "Editor's note" has.
    private func isPlaceOrLabel(_ i: Int) -> Bool {
        let atom = text.atoms[i]
        switch atom.kind {
        case .sign: return [",", ".", "(", ")", "'", ":", "-", "/", "|"].contains(atom.text)
        case .word:
            return atom.isCapitalised || text.isJoined(i) || text.has([.of, .article], i) || text.has(.label, i)
        default: return false
        }
    }
}
