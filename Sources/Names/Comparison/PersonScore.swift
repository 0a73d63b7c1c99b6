/// Scores two aligned person names. Allocates nothing: it runs for every candidate of every search.
struct PersonScore {
    let x: FormView
    let y: FormView
    let alignment: Alignment

    func score() -> NameScore {
        guard let mean = meanLikeness() else { return NameScore(0) }
        var score = NameScore(mean)
        let left = standing(alignment.leftAlone, x), right = standing(alignment.rightAlone, y)
        if left != 0 && right != 0 {
            conflicts(left, right, &score)
        } else if left | right != 0 && alignment.pairs.contains(where: { $0.likeness.kind == .servant }) {
            // Abdul Mohammad and Wali Mohammad: the word left out has another in its place.
            score.lower(by: NameWeights.conflicts[1], .differentGiven)
        }
        if left != 0 { missing(left, of: x, fromLeft: true, &score) }
        if right != 0 { missing(right, of: y, fromLeft: false, &score) }
        if left | right != 0 || x.units.count == 1 && y.units.count == 1 { commonness(&score) }
        order(&score)
        kunya(&score)
        return score
    }

    /// The units that stand alone and count, a bit for each.
    private func standing(_ alone: [Int], _ view: FormView) -> UInt32 {
        var bits: UInt32 = 0
        for index in alone where index < 32 && view.units[index].role != .honorific { bits |= 1 << UInt32(index) }
        return bits
    }

    /// The weighted mean over the pairs; nil when only honorifics agree.
    private func meanLikeness() -> Float? {
        var sum: Float = 0, total: Float = 0
        var counts = false
        for pair in alignment.pairs {
            var weight: Float = 0
            for index in pair.left {
                weight += NameWeights.weight(x.units[index])
                counts = counts || x.units[index].role != .honorific
            }
            for index in pair.right { weight += NameWeights.weight(y.units[index]) }
            // An initial agrees with one name in twenty: it must not lift the mean.
            if pair.likeness.kind == .initial { weight = 4 }
            sum += weight * pair.likeness.value
            total += weight
        }
        return counts && total > 0 ? sum / total : nil
    }

    /// Words that stand alone on both sides in the same place of the name.
    private func conflicts(_ left: UInt32, _ right: UInt32, _ score: inout NameScore) {
        let isSpanish = x.custom == .spanish && y.custom == .spanish
        var count = 0
        var open = right
        for index in 0..<min(32, x.units.count) where left & (1 << UInt32(index)) != 0 {
            let role = x.units[index].role
            var found = open.first { y.units[$0].role == role }
            if found == nil && !isSpanish { found = open.first { _ in true } }
            guard let found else { continue }
            open &= ~(1 << UInt32(found))
            count += 1
            switch role {
            case .given: score.note(.differentGiven)
            case .maternal: score.note(.differentMaternal)
            case .paternal: score.note(.differentPaternal)
            default: score.note(.differentWord)
            }
        }
        score.value *= NameWeights.conflicts[min(count, NameWeights.conflicts.count - 1)]
    }

    /// Words of the longer name that the other lacks.
    private func missing(_ alone: UInt32, of view: FormView, fromLeft: Bool, _ score: inout NameScore) {
        var matched = 0
        var hasPaternal = false, hasMaternal = false, hasGiven = false
        for pair in alignment.pairs {
            for index in fromLeft ? pair.left : pair.right {
                matched += 1
                let role = view.units[index].role
                hasPaternal = hasPaternal || role == .paternal
                hasMaternal = hasMaternal || role == .maternal
                hasGiven = hasGiven || role == .given
            }
        }
        var loss: Float = 0
        if !hasPaternal && view.units.contains(where: { $0.role == .paternal }) {
            if hasMaternal {
                loss += NameWeights.onlyMaternal
                score.note(.onlyMaternal)
            } else if view.custom == .spanish || view.hasExplicitSurname || matched == 1 {
                loss += NameWeights.noSurname
                score.note(.noSurname)
            }
        }
        if !hasGiven && view.units.contains(where: { $0.role == .given }) {
            loss += matched == 1 ? NameWeights.noGivenOneSurname : NameWeights.noGiven
            score.note(.noGiven)
        }
        var isFirstGiven = true
        for index in 0..<min(32, view.units.count) {
            let unit = view.units[index]
            if alone & (1 << UInt32(index)) != 0 { loss += self.loss(unit, isFirstGiven, &score) }
            if unit.role == .given { isFirstGiven = false }
        }
        score.value *= 1 - min(0.6, loss)
    }

    private func loss(_ unit: NameUnit, _ isFirstGiven: Bool, _ score: inout NameScore) -> Float {
        if unit.traits.contains(.initial) { return 0.01 }
        switch unit.role {
        case .maternal:
            score.note(.missingMaternal)
            return NameWeights.missingMaternal
        case .patronymic:
            score.note(.missingPatronymic)
            return NameWeights.missingPatronymic
        case .paternal:
            score.note(.missingSurname)
            return NameWeights.missingSurname
        default:
            score.note(.missingGiven)
            return isFirstGiven ? NameWeights.missingFirst : NameWeights.missingGiven
        }
    }

    /// A shorter name that is made of common words could be anyone's.
    private func commonness(_ score: inout NameScore) {
        var bits: Float = 0
        for pair in alignment.pairs where pair.likeness.kind != .initial {
            var one: Float = 0, two: Float = 0
            for index in pair.left { one += x.units[index].bits }
            for index in pair.right { two += y.units[index].bits }
            bits += min(one, two) * pair.likeness.value
        }
        let share = (bits - NameWeights.commonBits) / (NameWeights.rareBits - NameWeights.commonBits)
        let worth = NameWeights.commonWorth + (1 - NameWeights.commonWorth) * max(0, min(1, share))
        if worth < 1 { score.lower(by: worth, .commonName) }
    }
}

extension UInt32 {
    /// The lowest bit that is set and satisfies a condition.
    fileprivate func first(_ condition: (Int) -> Bool) -> Int? {
        var rest = self
        while rest != 0 {
            let index = rest.trailingZeroBitCount
            if condition(index) { return index }
            rest &= rest - 1
        }
        return nil
    }
}
