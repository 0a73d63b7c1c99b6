import Foundation

/// CASE.md's objects as the pages take them in. What is absent is empty: a page never fails for a field that is new.
struct CaseFootnote: Decodable, Sendable, Hashable {
    /// The report's id.
    var report: String
    var sha256: String?
    var start: Int?
    var end: Int?
    var text: String?
}

struct NamedThing: Decodable, Sendable {
    var id: String
    var type: String?
    var name: String?
    var names: [SpelledName]?
    var layer: String?
    var reports: Int?
    var mentions: Int?
    var hits: Count?
}

struct SpelledName: Decodable, Sendable {
    var text: String
    var language: String?
    var reports: Count?
}

/// A number, or a list that is counted.
enum Count: Decodable, Sendable {
    case number(Int)
    case reports([String])

    init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        if let number = try? box.decode(Int.self) {
            self = .number(number)
        } else {
            self = .reports((try? box.decode([String].self)) ?? [])
        }
    }

    var value: Int {
        switch self {
        case .number(let number): number
        case .reports(let reports): reports.count
        }
    }
}

/// A date as the case gives it: an interval with its precision.
struct CaseDate: Decodable, Sendable {
    var start: String?
    var end: String?
    var precision: String?
}

/// Another thing: an id with perhaps a name, or a name alone.
struct ThingReference: Decodable, Sendable {
    var id: String?
    var name: String?
    var type: String?
    var role: String?

    init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self.name = name
            return
        }
        let box = try decoder.container(keyedBy: Key.self)
        id = try? box.decode(String.self, forKey: .id)
        name = (try? box.decode(String.self, forKey: .name)) ?? (try? box.decode(String.self, forKey: .text))
        type = try? box.decode(String.self, forKey: .type)
        role = try? box.decode(String.self, forKey: .role)
    }

    private enum Key: String, CodingKey { case id, name, text, type, role }
}

struct RelationLine: Decodable, Sendable {
    var type: String
    var label: String?
    var to: ThingReference?
    var from: ThingReference?
    var modality: String?
    var polarity: String?
    var inverse: Bool?
    var by: [ThingReference]?
    var when: CaseDate?
    var footnotes: [CaseFootnote]?
}

struct LadderLine: Decodable, Sendable {
    struct Step: Decodable, Sendable {
        var status: String
        var when: CaseDate?
        var by: [ThingReference]?
        var footnotes: [CaseFootnote]?
    }

    var accusation: String?
    var steps: [Step]?
}

struct RoleLine: Decodable, Sendable {
    var text: String
    /// Of which body or group.
    var of: ThingReference?
    var modality: String?
    var footnotes: [CaseFootnote]

    init(from decoder: any Decoder) throws {
        footnotes = []
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.text = text
            return
        }
        let box = try decoder.container(keyedBy: Key.self)
        text =
            (try? box.decode(String.self, forKey: .label)) ?? (try? box.decode(String.self, forKey: .role))
            ?? (try? box.decode(String.self, forKey: .text)) ?? ""
        of = try? box.decode(ThingReference.self, forKey: .of)
        modality = try? box.decode(String.self, forKey: .modality)
        footnotes = (try? box.decode([CaseFootnote].self, forKey: .footnotes)) ?? []
    }

    private enum Key: String, CodingKey { case label, role, text, of, modality, footnotes }
}

struct ClaimLine: Decodable, Sendable {
    var what: FlexibleText?
    var footnotes: [CaseFootnote]?
}

struct DossierObject: Decodable, Sendable {
    var id: String
    var type: String?
    var name: String?
    var names: [SpelledName]?
    var layer: String?
    var roles: [RoleLine]?
    var relations: [RelationLine]?
    var ladder: [LadderLine]?
    var events: [EventObject]?
    var claimsBy: [ClaimLine]?
    var hits: [FlexibleHit]?
    var footnotes: [CaseFootnote]?
}

struct EventObject: Decodable, Sendable {
    struct Account: Decodable, Sendable {
        var report: String
        var sha256: String?
        var terms: [ThingReference]?
        var count: Int?
        var when: CaseDate?
        var quote: String?
        var span: CaseFootnote.Bounds?
        var attributedTo: [ThingReference]?
    }

    var id: String
    var type: String?
    var label: String?
    var when: CaseDate?
    var modality: String?
    var polarity: String?
    var participants: [ThingReference]?
    var count: Int?
    var place: ThingReference?
    var accounts: [Account]?
    var reports: Count?
    var independentSources: Int?
    var footnotes: [CaseFootnote]?
}

extension CaseFootnote {
    struct Bounds: Decodable, Sendable {
        var start: Int
        var end: Int
    }
}

struct ConflictObject: Decodable, Sendable {
    struct Subject: Decodable, Sendable {
        var kind: String?
        var id: String?
        var name: String?
    }
    struct Value: Decodable, Sendable {
        var value: String
        var reports: [String]?
        var speakers: [ThingReference]?
        var quote: String?
        var span: CaseFootnote.Bounds?
        var independentSources: Int?

        init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: Key.self)
            value =
                (try? box.decode(String.self, forKey: .value)) ?? (try? box.decode(Int.self, forKey: .value)).map(
                    String.init)
                ?? ""
            reports = try? box.decode([String].self, forKey: .reports)
            speakers = try? box.decode([ThingReference].self, forKey: .speakers)
            quote = try? box.decode(String.self, forKey: .quote)
            span = try? box.decode(CaseFootnote.Bounds.self, forKey: .span)
            independentSources = try? box.decode(Int.self, forKey: .independentSources)
        }

        private enum Key: String, CodingKey { case value, reports, speakers, quote, span, independentSources }
    }

    var id: String
    var slot: String?
    var subject: Subject?
    var values: [Value]?
}

struct SourceObject: Decodable, Sendable {
    var report: String?
    var title: String?
    var publisher: String?
    var published: String?
    var language: String?
    var sha256: String
    var sameTextAs: String?
    var cites: [String]?
    var facts: Int?
}

struct ProposalObject: Decodable, Sendable {
    var id: String
    var kind: String?
    var what: FlexibleText?
    var score: Double?
    var reasons: [FlexibleText]?
    var weight: Double?
}

struct HistoryObject: Decodable, Sendable {
    var id: String
    var kind: String?
    var author: String?
    var at: String?
    var reason: String?
    var what: FlexibleText?
    var undoneBy: FlexibleText?
}
