internal import Names
internal import Vocabulary

extension ConflictFinder {
    private typealias Telling = (report: String, relation: Relation, other: CaseReference)

    /// How the name is spelled, what office and what place in a group a person has, whose kin.
    func conflicts(ofEntity cluster: Cluster) -> [Conflict] {
        let subject = CaseReference(id: cluster.id, name: cluster.name)
        guard cluster.type == EntityType.person.rawValue else { return [] }
        let tellings = tellings(cluster)
        let all =
            [spelling(cluster, subject)] + standing(tellings, subject) + offices(tellings, subject)
            + kin(cluster, subject)
        return all.compactMap { $0 }
    }

    private func tellings(_ cluster: Cluster) -> [Telling] {
        cluster.members.flatMap { member -> [Telling] in
            (material.reports[member.report]?.reading.relations ?? []).compactMap { relation in
                guard relation.from.entity == member.thing, relation.polarity == .positive else { return nil }
                return (member.report, relation, material.reference(relation.to.entity, in: member.report))
            }
        }
    }

    /// Full names of as many words that differ in a word; an accent or a missing surname is no difference.
    private func spelling(_ cluster: Cluster, _ subject: CaseReference) -> Conflict? {
        let named = cluster.members.compactMap { member -> (words: [Substring], answer: Answer)? in
            guard let entity = material.entity(member),
                let span = entity.mentions.first(where: { material.words($0, in: member.report) == entity.name })
                    ?? entity.mentions.first
            else { return nil }
            let bare = entity.name.split(separator: " ").filter { word in
                !word.contains { "“”‘’\"«»".contains($0) }
            }.joined(separator: " ")
            let answer = Answer(value: bare, report: member.report, speakers: [], span: span, evidence: span)
            return (Fold.key(bare).split(separator: " "), answer)
        }
        let clashing = named.filter { one in
            named.contains { two in
                one.words.count > 1 && one.words.count == two.words.count && one.words != two.words
                    && zip(one.words, two.words).filter { $0 != $1 }.map(Self.isSpelling) == [true]
            }
        }
        var answers = clashing.map(\.answer)
        // One spelling under each folding: the first in the alphabet.
        var shown: [[Substring]: String] = [:]
        for (words, answer) in clashing { shown[words] = min(shown[words] ?? answer.value, answer.value) }
        for index in answers.indices { answers[index].value = shown[clashing[index].words] ?? answers[index].value }
        return conflict(.name, .entity, subject, answers)
    }

    /// A short form (Pam, Pamela) is no other spelling.
    private static func isSpelling(_ one: Substring, _ two: Substring) -> Bool {
        !one.hasPrefix(two) && !two.hasPrefix(one)
    }

    private func answer(_ value: String, _ telling: Telling) -> Answer {
        Answer(
            value: value, report: telling.report,
            speakers: material.names(telling.relation.attributedTo, in: telling.report),
            span: telling.relation.evidence, evidence: telling.relation.evidence)
    }

    /// Leader to one report, member to another.
    private func standing(_ tellings: [Telling], _ subject: CaseReference) -> [Conflict?] {
        let inGroups = tellings.filter { $0.relation.type == .leads || $0.relation.type == .memberOf }
        return Set(inGroups.compactMap(\.other.id)).sorted().map { group in
            let about = inGroups.filter { $0.other.id == group }
            guard Set(about.map(\.relation.type)).count > 1 else { return nil }
            return conflict(
                .role, .entity, subject,
                about.map { telling in
                    let role = telling.relation.type == .leads ? "leader of" : "member of"
                    return answer("\(role) \(telling.other.name)", telling)
                }, part: group)
        }
    }

    /// Different offices in one body at the same time of telling.
    private func offices(_ tellings: [Telling], _ subject: CaseReference) -> [Conflict?] {
        let offices = tellings.filter { telling in
            telling.relation.type == .holdsOffice && telling.relation.modality == .asserted
                && Self.words(telling.relation.label).isDisjoint(with: Self.vague)
        }
        return Set(offices.compactMap(\.other.id)).sorted().map { body in
            let about = offices.filter { $0.other.id == body }
            let clashing = about.filter { one in
                about.contains { two in
                    one.report != two.report
                        && Self.words(one.relation.label).isDisjoint(with: Self.words(two.relation.label))
                }
            }
            return conflict(
                .role, .entity, subject, clashing.map { answer("\($0.relation.label), \($0.other.name)", $0) },
                part: body)
        }
    }

    /// Words that any head of a body is called by.
    private static let vague: Set<Substring> = ["head", "chief", "director", "official", "titular", "leader", "member"]

    private static func words(_ label: String) -> Set<Substring> { Set(Fold.key(label).split(separator: " ")) }

    /// Brother to one report, brother-in-law to another; shown with the one of both whose id comes first.
    private func kin(_ cluster: Cluster, _ subject: CaseReference) -> [Conflict?] {
        var answers: [String: [(Answer, CaseReference)]] = [:]
        for member in cluster.members {
            for relation in material.reports[member.report]?.reading.relations ?? [] where relation.type == .familyOf {
                let isFrom = relation.from.entity == member.thing
                guard isFrom || relation.to.entity == member.thing, relation.polarity == .positive else { continue }
                let other = material.reference(isFrom ? relation.to.entity : relation.from.entity, in: member.report)
                guard let id = other.id, id > cluster.id, let kinship = Kinship.normal(relation.label, isFrom) else {
                    continue
                }
                answers[id, default: []].append((answer(kinship, (member.report, relation, other)), other))
            }
        }
        return answers.keys.sorted().map { id in
            let about = answers[id] ?? []
            let name = about.first?.1.name ?? ""
            let named = about.map { answer, _ -> Answer in
                var answer = answer
                answer.value = "\(answer.value) of \(name)"
                return answer
            }
            return conflict(.relation, .entity, subject, named, part: id)
        }
    }
}

/// Words of kinship without the sex of their bearer, so that two sides of one tie compare.
enum Kinship {
    /// What the first is to the second; nil for a word that says too little.
    /// - Parameter isForward: whether the word is said of the first.
    static func normal(_ label: String, _ isForward: Bool) -> String? {
        let word = label.lowercased()
        let pairs: [String: (String, String)] = [
            "brother": ("sibling", "sibling"), "sister": ("sibling", "sibling"), "sibling": ("sibling", "sibling"),
            "twin": ("sibling", "sibling"), "cousin": ("cousin", "cousin"), "wife": ("spouse", "spouse"),
            "husband": ("spouse", "spouse"), "spouse": ("spouse", "spouse"), "son": ("child", "parent"),
            "daughter": ("child", "parent"), "child": ("child", "parent"), "father": ("parent", "child"),
            "mother": ("parent", "child"), "parent": ("parent", "child"),
            "brother-in-law": ("brother- or sister-in-law", "brother- or sister-in-law"),
            "sister-in-law": ("brother- or sister-in-law", "brother- or sister-in-law"),
            "nephew": ("nephew or niece", "uncle or aunt"), "niece": ("nephew or niece", "uncle or aunt"),
            "uncle": ("uncle or aunt", "nephew or niece"), "aunt": ("uncle or aunt", "nephew or niece"),
            "son-in-law": ("child-in-law", "parent-in-law"), "daughter-in-law": ("child-in-law", "parent-in-law"),
            "father-in-law": ("parent-in-law", "child-in-law"), "mother-in-law": ("parent-in-law", "child-in-law"),
        ]
        guard let pair = pairs[word] else { return nil }
        return isForward ? pair.0 : pair.1
    }
}
