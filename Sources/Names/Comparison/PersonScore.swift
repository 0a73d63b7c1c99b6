/// Scores two aligned person names.
struct PersonScore {
    let x: FormView
    let y: FormView
    let alignment: Alignment

    func score() -> NameScore {
        let core = alignment.pairs.filter {
            x.units[$0.left.lowerBound].role != .honorific || y.units[$0.right.lowerBound].role != .honorific
        }
        guard !core.isEmpty else { return NameScore(0) }
        var score = NameScore(meanLikeness())
        let left = alignment.leftAlone.filter { x.units[$0].role != .honorific }
        let right = alignment.rightAlone.filter { y.units[$0].role != .honorific }
        if !left.isEmpty && !right.isEmpty {
            conflicts(left, right, &score)
        } else if (!left.isEmpty || !right.isEmpty) && alignment.pairs.contains(where: { $0.likeness.kind == .servant })
        {
            // Abdul Mohammad and Wali Mohammad: the word left out has another in its place.
            score.lower(by: NameWeights.conflicts[1], .differentGiven)
        }
        if !left.isEmpty { missing(left, of: x, fromLeft: true, &score) }
        if !right.isEmpty { missing(right, of: y, fromLeft: false, &score) }
        if !left.isEmpty || !right.isEmpty { commonness(&score) }
        order(&score)
        return score
    }

    private func meanLikeness() -> Float {
        var sum: Float = 0, total: Float = 0
        for pair in alignment.pairs {
            var weight: Float = 0
            for index in pair.left { weight += NameWeights.weight(x.units[index]) }
            for index in pair.right { weight += NameWeights.weight(y.units[index]) }
            // An initial agrees with one name in twenty: it must not lift the mean.
            if pair.likeness.kind == .initial { weight = 4 }
            sum += weight * pair.likeness.value
            total += weight
        }
        return total > 0 ? sum / total : 0
    }

    /// Words that stand alone on both sides in the same place of the name.
    private func conflicts(_ left: [Int], _ right: [Int], _ score: inout NameScore) {
        let isSpanish = x.custom == .spanish && y.custom == .spanish
        var count = 0
        var open = right
        for index in left {
            let role = x.units[index].role
            let same = open.firstIndex { y.units[$0].role == role }
            guard let found = same ?? (isSpanish ? nil : open.indices.first) else { continue }
            open.remove(at: found)
            count += 1
            switch role {
            case .given: score.remarks.append(.differentGiven)
            case .maternal: score.remarks.append(.differentMaternal)
            case .paternal: score.remarks.append(.differentPaternal)
            default: score.remarks.append(.differentWord)
            }
        }
        score.value *= NameWeights.conflicts[min(count, NameWeights.conflicts.count - 1)]
    }

    /// Words of the longer name that the other lacks.
    private func missing(_ alone: [Int], of view: FormView, fromLeft: Bool, _ score: inout NameScore) {
        let matched = alignment.pairs.flatMap { fromLeft ? Array($0.left) : Array($0.right) }
        let roles = matched.map { view.units[$0].role }
        var loss: Float = 0
        let hasPaternal = view.units.contains { $0.role == .paternal }
        if hasPaternal && !roles.contains(.paternal) {
            if roles.contains(.maternal) {
                loss += NameWeights.onlyMaternal
                score.remarks.append(.onlyMaternal)
            } else if view.custom == .spanish || view.hasExplicitSurname || matched.count == 1 {
                loss += NameWeights.noSurname
                score.remarks.append(.noSurname)
            }
        }
        if view.units.contains(where: { $0.role == .given }) && !roles.contains(.given) {
            let isOne = matched.count == 1
            loss += isOne ? NameWeights.noGivenOneSurname : NameWeights.noGiven
            score.remarks.append(.noGiven)
        }
        for index in alone { loss += self.loss(view.units[index], index, view, &score) }
        score.value *= 1 - min(0.6, loss)
    }

    private func loss(_ unit: NameUnit, _ index: Int, _ view: FormView, _ score: inout NameScore) -> Float {
        if unit.traits.contains(.initial) { return 0.01 }
        switch unit.role {
        case .maternal:
            score.remarks.append(.missingMaternal)
            return NameWeights.missingMaternal
        case .patronymic:
            score.remarks.append(.missingPatronymic)
            return NameWeights.missingPatronymic
        case .paternal:
            score.remarks.append(.missingSurname)
            return NameWeights.missingSurname
        default:
            score.remarks.append(.missingGiven)
            let isFirst = !view.units[..<index].contains { $0.role == .given }
            return isFirst ? NameWeights.missingFirst : NameWeights.missingGiven
        }
    }

    /// A shorter name that is made of common words could be anyone's.
    private func commonness(_ score: inout NameScore) {
        var bits: Float = 0
        for pair in alignment.pairs where pair.likeness.kind != .initial {
            let one = pair.left.reduce(Float(0)) { $0 + x.units[$1].bits }
            let two = pair.right.reduce(Float(0)) { $0 + y.units[$1].bits }
            bits += min(one, two) * pair.likeness.value
        }
        let share = (bits - NameWeights.commonBits) / (NameWeights.rareBits - NameWeights.commonBits)
        let worth = NameWeights.commonWorth + (1 - NameWeights.commonWorth) * max(0, min(1, share))
        if worth < 1 { score.lower(by: worth, .commonName) }
    }

    /// Given names first, surnames last, when the writing tells which is which.
    private func place(_ index: Int, _ view: FormView) -> Int {
        view.hasExplicitSurname && view.units[index].role.isSurname ? index + 100 : index
    }

    private func order(_ score: inout NameScore) {
        let pairs = alignment.pairs.filter { $0.likeness.kind != .initial }
            .map { (place($0.left.lowerBound, x), place($0.right.lowerBound, y), $0) }.sorted { $0.0 < $1.0 }
        guard pairs.count > 1 else { return }
        var falls = 0
        for (one, two) in zip(pairs, pairs.dropFirst()) where one.1 > two.1 { falls += 1 }
        guard falls > 0 else { return }
        if isDescentReversed(pairs.map(\.2)) {
            score.lower(by: NameWeights.reversedDescent, .reversedDescent)
        } else if falls == 1, let first = pairs.first, let last = pairs.last, last.1 < first.1 {
            let areBothGiven = pairs.allSatisfy {
                x.units[$0.2.left.lowerBound].traits.contains(.usuallyGiven)
                    && (x.custom == .western || x.custom == .spanish)
            }
            let isWritten = x.hasExplicitSurname || y.hasExplicitSurname
            score.lower(by: areBothGiven && !isWritten ? NameWeights.turnedGiven : NameWeights.turned, .turned)
        } else {
            score.lower(by: NameWeights.shuffled, .shuffled)
        }
    }

    /// A bin B and B bin A are father and son.
    private func isDescentReversed(_ pairs: [Alignment.Pair]) -> Bool {
        func crosses(_ a: NameUnit, _ b: NameUnit) -> Bool {
            a.traits.contains(.descent) && !b.traits.contains(.descent)
        }
        return pairs.contains { crosses(x.units[$0.left.lowerBound], y.units[$0.right.lowerBound]) }
            && pairs.contains { crosses(y.units[$0.right.lowerBound], x.units[$0.left.lowerBound]) }
    }
}
