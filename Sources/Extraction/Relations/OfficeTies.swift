import Vocabulary

/// Who holds which office of which state or body.
struct OfficeTies {
    let scene: TieScene
    private let seats: OfficeSeats

    init(scene: TieScene) {
        self.scene = scene
        seats = OfficeSeats(scene: scene)
    }

    func find(_ roles: [BorneNoun], _ ledger: inout RelationLedger) {
        var bare: [(BorneNoun, RoleWord, RelationDraft.End)] = []
        var holders: [String: Set<Int>] = [:]
        for role in roles where !role.standing.isUnknown {
            for meaning in role.meanings where meaning.kind == .office {
                guard !role.bearers.ends.isEmpty else { continue }
                let seat = seats.seat(of: role, meaning)
                for bearer in role.bearers.ends {
                    switch seat {
                    case .entity(let seat):
                        add(role, meaning, bearer, seat, &ledger)
                        holders[meaning.label, default: []].insert(seat.entity)
                    case .elsewhere: break
                    case .unsaid where scene.type(bearer) == .person: bare.append((role, meaning, bearer))
                    case .unsaid: break
                    }
                }
            }
        }
        for (role, meaning, bearer) in bare {
            let isTold = ledger.relations(.holdsOffice, from: bearer.entity).contains { known in
                scene.type(known.to) == .country || known.label.lowercased().hasSuffix(meaning.label.lowercased())
            }
            if isTold { continue }
            let taken = holders[meaning.label] ?? []
            guard let seat = seats.carried(for: bearer, role, meaning, taken: taken) else { continue }
            add(role, meaning, bearer, seat, &ledger)
        }
    }

    private func add(
        _ role: BorneNoun, _ meaning: RoleWord, _ bearer: RelationDraft.End, _ seat: RelationDraft.End,
        _ ledger: inout RelationLedger
    ) {
        ledger.add(
            RelationDraft(
                type: .holdsOffice, label: label(role, meaning), from: bearer, to: seat,
                modality: role.standing.modality, polarity: role.standing.polarity, trigger: role.phrase.head),
            clarity: role.bearers.link.rawValue)
    }

    /// The office with its portfolio, in English.
    private func label(_ role: BorneNoun, _ meaning: RoleWord) -> String {
        let syntax = scene.syntax
        if scene.tables.placesCompoundsBefore {
            let bodies = role.phrase.slots.filter { slot in
                slot.kind == .compound && scene.mentions.mention(headedBy: slot.token).map(scene.type) == .publicBody
            }
            let nouns =
                role.phrase.modifiers.filter { syntax.pos[$0] == .noun || syntax.pos[$0] == .propn }
                + bodies.map(\.token)
            let portfolio = nouns.sorted().filter { !scene.tables.standing.former.contains(syntax.lower[$0]) }
                .map { syntax.string($0) }
            return (portfolio + [meaning.label]).joined(separator: " ")
        }
        let portfolios = seats.portfolioTokens(of: role)
        var groups: [[String]] = [[]]
        for (index, token) in portfolios.enumerated() {
            if index > 0, portfolios[index - 1] + 1 < token { groups.append([]) }
            let word = FoldedName.fold(syntax.string(token))
            guard let english = scene.tables.offices.portfolios[word] else { return meaning.label }
            // "Protección Ciudadana": the adjective comes first in English.
            groups[groups.count - 1].insert(english, at: 0)
        }
        guard groups != [[]] else { return meaning.label }
        return "\(meaning.label) of \(groups.map { $0.joined(separator: " ") }.joined(separator: " and "))"
    }
}
