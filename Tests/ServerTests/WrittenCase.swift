import Server
import Synchronization
import Vocabulary

/// A case written out by hand; hostile words wherever a report could bring them.
final class WrittenCase: OpenCase {
    static let hostile = "<script>alert(1)</script>\"\u{0301} onmouseover=\"x"
    static let key = String(repeating: "ab", count: 32)

    let name = "Case <b>one</b>"
    let wishes = Mutex<[DecisionWish]>([])
    let filed = Mutex<[String]>([])

    func items(_ view: CaseView) throws(Refusal) -> [[UInt8]] {
        switch view {
        case .people, .groups: [Self.thing]
        case .dossier("e-1"): [Self.dossier]
        case .events, .timeline, .event("v-1"): [Self.event]
        case .conflicts: [Self.conflict]
        case .sources: [Self.source]
        case .review: [Self.proposal]
        case .history: [Self.decision]
        case .dossier, .event: []
        }
    }

    private static func object(_ text: String) -> [UInt8] {
        var json = JSONWriter()
        json.string(hostile)
        let quoted = String(decoding: json.bytes, as: UTF8.self)
        return Array(text.split(separator: "HOSTILE", omittingEmptySubsequences: false).joined(separator: quoted).utf8)
    }

    static let thing = object(
        """
        {"id":"e-1","type":"Person","name":HOSTILE,"names":[{"text":HOSTILE,"language":"en","reports":2}],\
        "layer":"proposed","reports":2,"mentions":3,"hits":0}
        """)
    static let dossier = object(
        """
        {"id":"e-1","type":"Person","name":HOSTILE,"names":[{"text":HOSTILE,"language":"en","reports":2}],\
        "layer":"proposed","roles":[{"role":HOSTILE,"of":{"id":"e-2","name":HOSTILE},"modality":"asserted","footnotes":[]}],\
        "relations":[{"type":"leads","label":HOSTILE,"to":{"id":"e-2","name":HOSTILE},"modality":"alleged",\
        "polarity":"positive","by":[],"footnotes":[{"report":"r","start":0,"end":4,"text":HOSTILE}]}],\
        "ladder":[{"accusation":HOSTILE,"steps":[{"status":"charged","when":null,"by":[HOSTILE],"footnotes":[]}]}],\
        "events":[],"claims_by":[{"what":HOSTILE,"footnotes":[]}],"hits":[],"footnotes":[]}
        """)
    static let event = object(
        """
        {"id":"v-1","type":"arrest","label":HOSTILE,"when":{"start":"2025-01-01","end":"2025-12-31","precision":"year"},\
        "modality":"alleged","polarity":"positive","participants":[{"role":"person","id":"e-1","name":HOSTILE}],"count":2,\
        "place":HOSTILE,"accounts":[{"report":"r","terms":[{"label":HOSTILE,"text":HOSTILE}],"count":2,"when":null,\
        "quote":HOSTILE,"span":{"start":0,"end":4},"attributed_to":[HOSTILE]}],"reports":1,"independent_sources":1}
        """)
    static let conflict = object(
        """
        {"id":"c-1","slot":"count","subject":{"kind":"event","id":"v-1","name":HOSTILE},"values":[{"value":HOSTILE,\
        "reports":["r"],"speakers":[HOSTILE],"quote":HOSTILE,"span":{"start":0,"end":4},"independent_sources":1}]}
        """)
    static let source = object(
        """
        {"report":"r","title":HOSTILE,"publisher":HOSTILE,"published":"2025-08-12","language":"en","sha256":"\(key)",\
        "same_text_as":null,"cites":[],"facts":3}
        """)
    static let proposal = object(
        "{\"id\":\"q-1\",\"kind\":\"merge\",\"what\":HOSTILE,\"score\":0.91,\"reasons\":[HOSTILE],\"weight\":2}")
    static let decision = object(
        """
        {"id":"d1","kind":"merge","author":HOSTILE,"at":"2026-01-01T00:00:00Z","reason":HOSTILE,"what":HOSTILE,\
        "undone_by":null}
        """)

    func report(_ sha256: String) throws(Refusal) -> FiledReport? {
        guard sha256 == Self.key else { return nil }
        let text = Array("\(Self.hostile)\n\nAna was arrested.".utf8)
        let start = text.count - 17
        let person = Entity(id: "e1", type: .person, name: "Ana", mentions: [Span(start, start + 3)])
        let event = Event(
            id: "v1", type: .arrest, label: Self.hostile, trigger: Span(start + 8, start + 16),
            arguments: [Event.Argument(.person, .entity(Participant("e1", Span(start, start + 3))))],
            evidence: Span(start, text.count))
        let report = Report(
            id: "r", title: Self.hostile, publisher: Self.hostile, language: "en", url: "javascript:alert(1)",
            text: text)
        return FiledReport(
            sha256: sha256, filedAt: Moment(seconds: 0),
            reading: Reading(report: report, entities: [person], events: [event]))
    }

    func places(in sha256: String) throws(Refusal) -> [String: String] { ["e1": "e-1"] }
    func original(_ sha256: String) throws(Refusal) -> [UInt8]? { Array(Self.hostile.utf8) }

    func search(_ words: String, limit: Int) throws(Refusal) -> [FoundPlace] {
        [FoundPlace(kind: .report, id: Self.key, title: Self.hostile, snippet: "«\(Self.hostile)» \(Self.hostile)")]
    }

    func decide(_ wish: DecisionWish, author: String) throws(Refusal) -> String {
        wishes.withLock { $0.append(wish) }
        return "d2"
    }

    func undo(_ decision: String, author: String, reason: String) throws(Refusal) {}

    func file(_ report: NewReport, author: String) throws(Refusal) -> FilingOutcome {
        filed.withLock { $0.append(report.name) }
        return .filed(Self.key)
    }

    func fetch(_ address: String) throws(Refusal) -> NewReport { throw Refusal(501, "desk.fetch", "No.") }

    func screen(_ query: NameQuestion) throws(Refusal) -> [[UInt8]] {
        [
            Self.object(
                """
                {"id":"ofac-1","score":0.93,"name":HOSTILE,"caption":HOSTILE,"type":"Person","list":"ofac","births":[],\
                "countries":["mx"],"programs":[],"explanation":{"text":HOSTILE,"name_score":0.93}}
                """)
        ]
    }

    func lists() throws(Refusal) -> [[UInt8]] {
        [Self.object("{\"name\":\"ofac\",\"entries\":3,\"date\":\"2025-01-01\"}")]
    }
    func read(_ text: [UInt8], published: CalendarDay?) throws(Refusal) -> [UInt8] { Array("{}".utf8) }
}
