extension PersonScore {
    /// "Father of" before one of two words that agree: Abu Adnan is not Adnan.
    func kunya(_ score: inout NameScore) {
        let differs = alignment.pairs.contains {
            x.units[$0.left.lowerBound].traits.contains(.kunya) != y.units[$0.right.lowerBound].traits.contains(.kunya)
        }
        if differs { score.lower(by: NameWeights.kunyaMissing, .kunya) }
    }

    /// Given names first, surnames last, when the writing tells which is which.
    private func place(_ index: Int, _ view: FormView) -> Int {
        view.hasExplicitSurname && view.units[index].role.isSurname ? index + 100 : index
    }

    /// Lowers the score when the words come in another order.
    func order(_ score: inout NameScore) {
        guard alignment.pairs.count > 1 else { return }
        var falls = 0, first = -1, last = -1, previous = -1
        var areBothGiven = true
        // Pairs are few: walk them in the order of their left places without sorting.
        var after = -1
        while true {
            var next = Int.max, at = -1
            for (number, pair) in alignment.pairs.enumerated() where pair.likeness.kind != .initial {
                let left = place(pair.left.lowerBound, x)
                if left > after && left < next {
                    next = left
                    at = number
                }
            }
            guard at >= 0 else { break }
            after = next
            let pair = alignment.pairs[at]
            let right = place(pair.right.lowerBound, y)
            if previous > right { falls += 1 }
            if first < 0 { first = right }
            previous = right
            last = right
            areBothGiven = areBothGiven && x.units[pair.left.lowerBound].traits.contains(.usuallyGiven)
        }
        guard falls > 0 else { return }
        if isDescentReversed() {
            score.lower(by: NameWeights.reversedDescent, .reversedDescent)
        } else if falls == 1 && last < first {
            let isWestern = x.custom == .western || x.custom == .spanish
            let isWritten = x.hasExplicitSurname || y.hasExplicitSurname
            let factor = areBothGiven && isWestern && !isWritten ? NameWeights.turnedGiven : NameWeights.turned
            score.lower(by: factor, .turned)
        } else {
            score.lower(by: NameWeights.shuffled, .shuffled)
        }
    }

    /// A bin B and B bin A are father and son.
    private func isDescentReversed() -> Bool {
        func crosses(_ a: NameUnit, _ b: NameUnit) -> Bool {
            a.traits.contains(.descent) && !b.traits.contains(.descent)
        }
        return alignment.pairs.contains { crosses(x.units[$0.left.lowerBound], y.units[$0.right.lowerBound]) }
            && alignment.pairs.contains { crosses(y.units[$0.right.lowerBound], x.units[$0.left.lowerBound]) }
    }
}
