/// Scores two aligned names of organisations.
struct OrganisationScore {
    let x: FormView
    let y: FormView
    let alignment: Alignment

    func score() -> NameScore {
        guard !alignment.pairs.isEmpty else { return NameScore(0) }
        var score = NameScore(meanLikeness())
        let left = alignment.leftAlone.map { x.units[$0] }, right = alignment.rightAlone.map { y.units[$0] }
        let leftNumber = left.contains { $0.role == .number }, rightNumber = right.contains { $0.role == .number }
        if leftNumber && rightNumber {
            score.lower(by: NameWeights.numberConflict, .differentNumber)
        } else if leftNumber || rightNumber {
            score.lower(by: 1 - NameWeights.missingNumber, .missingWord)
        }
        words(left.filter { $0.role != .number }, right.filter { $0.role != .number }, &score)
        if x.legalForm != y.legalForm {
            let both = x.legalForm != 0 && y.legalForm != 0
            score.value *= both ? NameWeights.formDiffers : NameWeights.formMissing
            if both { score.note(.differentLegalForm) }
        }
        order(&score)
        return score
    }

    private func meanLikeness() -> Float {
        var sum: Float = 0, total: Float = 0
        for pair in alignment.pairs {
            var weight: Float = 0
            for index in pair.left { weight += NameWeights.weight(x.units[index]) }
            for index in pair.right { weight += NameWeights.weight(y.units[index]) }
            sum += weight * pair.likeness.value
            total += weight
        }
        return total > 0 ? sum / total : 0
    }

    /// Words that stand alone: on both sides they contradict, on one they are missing.
    private func words(_ left: [NameUnit], _ right: [NameUnit], _ score: inout NameScore) {
        if !left.isEmpty && !right.isEmpty {
            let heavy = [left, right].map { side in side.map { Self.gravity($0.role) }.max() ?? 0 }
            switch min(heavy[0], heavy[1]) {
            case 2: score.lower(by: NameWeights.brandConflict, .differentWord)
            case 1: score.lower(by: NameWeights.bodyConflict, .differentWord)
            default: score.lower(by: NameWeights.genericConflict, .differentWord)
            }
        }
        let isThin = markedBits() < NameWeights.thinBits && pairsThatSay() < 2
        var loss: Float = 0
        for unit in left + right { loss += Self.loss(unit, isThin: isThin) }
        if loss > 0 { score.lower(by: 1 - min(0.6, loss), .missingWord) }
        lowerWithoutBrand(&score)
    }

    private static func loss(_ unit: NameUnit, isThin: Bool) -> Float {
        switch unit.role {
        case .generic: isThin ? NameWeights.missingGenericThin : NameWeights.missingGeneric
        case .activity, .place: isThin ? NameWeights.missingActivityThin : NameWeights.missingActivity
        case .number: 0
        default: isThin ? NameWeights.missingBrandThin : NameWeights.missingBrand
        }
    }

    /// How many pairs are more than generic words.
    private func pairsThatSay() -> Int {
        alignment.pairs.count { pair in pair.left.contains { x.units[$0].role != .generic } }
    }

    /// How rare the words are that agree and mark the names out, in bits.
    private func markedBits() -> Float {
        var bits: Float = 0
        for pair in alignment.pairs {
            var left: Float = 0, right: Float = 0
            for index in pair.left where x.units[index].role == .brand { left += x.units[index].bits }
            for index in pair.right where y.units[index].role == .brand { right += y.units[index].bits }
            bits += max(left, right) * pair.likeness.value
        }
        return bits
    }

    /// Where only words agree that many names bear, what stands alone tells the names apart.
    private func lowerWithoutBrand(_ score: inout NameScore) {
        let marksOut = alignment.pairs.contains { pair in
            pair.left.contains { x.units[$0].role == .brand } && pair.right.contains { y.units[$0].role == .brand }
        }
        let all = alignment.leftAlone.map { x.units[$0] } + alignment.rightAlone.map { y.units[$0] }
        guard !marksOut, !all.isEmpty else { return }
        let onlyGeneric = alignment.pairs.allSatisfy { pair in pair.left.allSatisfy { x.units[$0].role == .generic } }
        let hasBrand = all.contains { $0.role == .brand || $0.role == .number }
        let isOneWord = alignment.pairs.count == 1 && all.contains { $0.role != .generic }
        // A bank of one country is told by it; a ministry of security may be anybody's.
        let hasPlace = alignment.pairs.contains { pair in pair.left.contains { x.units[$0].role == .place } }
        if hasBrand || onlyGeneric || isOneWord || !hasPlace {
            score.lower(by: NameWeights.noBrand, .noDistinctiveWord)
        }
    }

    private static func gravity(_ role: UnitRole) -> Int {
        switch role {
        case .generic, .number: 0
        case .activity, .place: 1
        default: 2
        }
    }

    private func order(_ score: inout NameScore) {
        let rights = alignment.pairs.sorted { $0.left.lowerBound < $1.left.lowerBound }.map(\.right.lowerBound)
        guard zip(rights, rights.dropFirst()).contains(where: { $0 > $1 }) else { return }
        score.lower(by: NameWeights.turned, .turned)
    }
}
