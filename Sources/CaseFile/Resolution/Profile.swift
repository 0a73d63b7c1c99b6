internal import Vocabulary

/// What is known of one person, group, body or place out of the reports that are held to speak of it.
struct Profile {
    /// A proof that two things of reports are one.
    struct Link {
        var one: Cluster.Member
        var two: Cluster.Member
        var score: Float
        var reasons: [String]
    }

    var members: [Cluster.Member]
    var outlines: [EntityOutline]
    var languages: [String]
    var keys: Set<String>
    var clues: Set<Clue>
    /// Person names, each once.
    var forms: Set<PersonForm>
    var born: ClosedRange<Int>?
    var links: [Link] = []

    init(_ member: Cluster.Member, _ outline: EntityOutline, language: String, keys: Set<String>) {
        members = [member]
        outlines = [outline]
        languages = [language]
        self.keys = keys
        clues = outline.clues
        forms = outline.form.map { [$0] } ?? []
        born = outline.born
    }

    mutating func absorb(_ other: Profile, _ link: Link) {
        members += other.members
        outlines += other.outlines
        languages += other.languages
        keys.formUnion(other.keys)
        clues.formUnion(other.clues)
        forms.formUnion(other.forms)
        if let mine = born, let theirs = other.born, mine.overlaps(theirs) {
            born = mine.clamped(to: theirs)
        } else {
            born = born ?? other.born
        }
        links += other.links + [link]
    }

    var first: Cluster.Member { members.min() ?? Cluster.Member(report: "", thing: "") }

    /// Whether birth years rule out that both are one, a year's difference aside.
    func isBornApart(_ other: Profile) -> Bool {
        guard let mine = born, let theirs = other.born else { return false }
        return mine.lowerBound > theirs.upperBound + 1 || theirs.lowerBound > mine.upperBound + 1
    }

    /// Whether one report names both and does not take them for one.
    func isToldApart(_ other: Profile) -> Bool {
        var mine: [String: [EntityOutline]] = [:]
        for (member, outline) in zip(members, outlines) { mine[member.report, default: []].append(outline) }
        return zip(other.members, other.outlines).contains { member, outline in
            (mine[member.report] ?? []).contains { $0.name != outline.name && $0.form?.words != outline.form?.words }
        }
    }
}
