import Vocabulary

/// One file of frames: an event type, the types that its roles take, and groups of words with their grammar.
///
/// The form is described in docs/FRAMES.md.
struct FrameFile {
    private let file: LexiconFile
    private let event: EventType
    private let types: [Role: Set<EntityType>]

    init(_ file: LexiconFile) throws(LexiconError) {
        self.file = file
        let root = file.root
        try root.onlyKeys(["event", "types", "requires", "groups"])
        let name = try root.required("event")
        guard let event = EventType(rawValue: try name.text()) else {
            throw name.wrong(
                "no such event; known are \(EventType.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self.event = event
        var types = Self.defaultTypes
        for (role, value) in try root["types"]?.entries() ?? [] {
            types[try Self.role(role, of: event, at: value)] = try Self.entityTypes(value)
        }
        self.types = types
    }

    /// What each role takes unless the file says otherwise.
    private static let defaultTypes: [Role: Set<EntityType>] = [
        .person: [.person, .people], .victim: [.person, .people],
        .agent: [.person, .people, .organization, .publicBody, .company, .country],
        .party: [.person, .people, .organization, .publicBody, .company, .country],
        .target: [.person, .people, .organization, .publicBody, .company, .country],
        .recipient: [.person, .people, .organization, .publicBody, .company, .country],
        .origin: [.country, .place], .destination: [.country, .place], .place: [.country, .place],
    ]

    private static func role(_ name: String, of event: EventType, at node: LexiconNode) throws(LexiconError) -> Role {
        guard let role = Role(rawValue: name), event.roles.contains(role) else {
            throw node.wrong(
                "'\(name)' is no role of \(event.rawValue); its roles are "
                    + event.roles.map(\.rawValue).joined(separator: ", "))
        }
        return role
    }

    private static func entityTypes(_ node: LexiconNode) throws(LexiconError) -> Set<EntityType> {
        var found = Set<EntityType>()
        for word in try node.words() {
            guard let type = EntityType(rawValue: word) else {
                throw node.wrong(
                    "'\(word)' is no entity type; write one of "
                        + EntityType.allCases.map(\.rawValue).joined(separator: ", "))
            }
            found.insert(type)
        }
        return found
    }

    func frames() throws(LexiconError) -> [Frame] {
        var found: [Frame] = []
        let needs = try requirements(file.root["requires"]) ?? []
        for group in try file.root.required("groups").list() {
            try group.onlyKeys([
                "label", "verbs", "nouns", "phrases", "roles", "requires", "modality", "polarity", "term", "note",
                "leans",
            ])
            var base = try frame(of: group)
            base.requires = try requirements(group["requires"]) ?? needs
            for (key, trigger) in [("verbs", Frame.Trigger.verb), ("nouns", .noun), ("phrases", .phrase([]))] {
                guard let units = group[key] else { continue }
                for unit in try units.list() { found.append(try complete(base, trigger, unit)) }
            }
        }
        return found
    }

    private func frame(of group: LexiconNode) throws(LexiconError) -> Frame {
        var fillings: [Frame.Position: [Frame.Filling]] = [:]
        for (place, value) in try group["roles"]?.entries() ?? [] {
            var list: [Frame.Filling] = []
            for name in try value.words() {
                let role = try Self.role(name, of: event, at: value)
                list.append(Frame.Filling(role: role, types: types[role] ?? []))
            }
            fillings[Self.position(place)] = list
        }
        var frame = Frame(
            event: event, label: try group["label"]?.text() ?? event.rawValue, trigger: .verb, lemma: "", particle: nil,
            voice: nil, conditions: [], fillings: fillings, requires: [], leans: try group["leans"]?.text() == "true",
            modality: nil, polarity: .positive,
            term: try group["term"]?.text(), rank: 0)
        if let node = group["modality"] {
            guard let modality = Modality(rawValue: try node.text()) else {
                throw node.wrong(
                    "no such modality; known are "
                        + Modality.allCases.map(\.rawValue).joined(separator: ", "))
            }
            frame.modality = modality
        }
        if let node = group["polarity"], try node.text() == "negative" { frame.polarity = .negative }
        return frame
    }

    private func requirements(_ node: LexiconNode?) throws(LexiconError) -> [[Role]]? {
        guard let node else { return nil }
        var found: [[Role]] = []
        for item in try node.list() {
            var either: [Role] = []
            for name in try item.words() {
                for word in name.split(separator: " ") where word != "or" {
                    either.append(try Self.role(String(word), of: event, at: item))
                }
            }
            found.append(either)
        }
        return found
    }

    private static func position(_ place: String) -> Frame.Position {
        switch place {
        case "subject": .subject
        case "object": .object
        case "indirect": .indirect
        case "agent": .agent
        case "complement": .complement
        case "possessor": .possessor
        case "modifier": .modifier
        case "predicate": .predicate
        default: .preposition(place)
        }
    }

    /// A unit is a lemma, a lemma with a particle ("hand over"), or a map: `{verb: take, into: custody}`.
    private func complete(
        _ base: Frame, _ trigger: Frame.Trigger, _ unit: LexiconNode
    ) throws(LexiconError) -> Frame {
        var frame = base
        frame.trigger = trigger
        if let words = try? unit.text() {
            var parts = words.lowercased().split(separator: " ").map(String.init)
            guard let first = parts.first else { throw unit.wrong("a word is wanted here") }
            if case .phrase = trigger {
                frame.trigger = .phrase(parts)
                frame.lemma = first
                return frame
            }
            frame.lemma = first
            parts.removeFirst()
            if !parts.isEmpty { frame.particle = parts.joined(separator: " ") }
            return frame
        }
        for (key, value) in try unit.entries() {
            switch key {
            case "verb", "noun":
                let parts = try value.text().lowercased().split(separator: " ", maxSplits: 1).map(String.init)
                frame.lemma = parts.first ?? ""
                if parts.count > 1 { frame.particle = parts[1] }
            case "label": frame.label = try value.text()
            case "term": frame.term = try value.text()
            case "voice":
                switch try value.text() {
                case "passive": frame.voice = .passive
                case "active": frame.voice = .active
                default: throw value.wrong("voice is active or passive")
                }
            default:
                let words = Set(try value.words().map { $0.lowercased() })
                frame.conditions.append(Frame.Condition(position: Self.position(key), words: words))
            }
        }
        guard !frame.lemma.isEmpty else { throw unit.wrong("'verb' or 'noun' is missing") }
        return frame
    }
}
