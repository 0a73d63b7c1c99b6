import CaseFile
import Foundation
import Names
import Vocabulary

/// Reports written for the tests, about invented people. `{e1:words}` marks words that stand for an entity.
struct SampleReport {
    private var text: [UInt8] = []
    private var spans: [EntityID: [Span]] = [:]
    private var reading: Reading
    private let publisher: String

    init(
        _ id: String, _ marked: String, published: String = "2031-03-10", language: String = "en",
        publisher: String = "The Bay Herald"
    ) {
        self.publisher = publisher
        var rest = Substring(marked)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open].utf8
            let parts = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
            let start = text.count
            text += parts[1].utf8
            spans[String(parts[0]), default: []].append(Span(start, text.count))
            rest = rest[rest.index(after: close)...]
        }
        text += rest.utf8
        reading = Reading(
            report: Report(
                id: id, publisher: publisher, published: CalendarDay(iso: published), language: language, text: text))
    }

    private func spot(_ id: String) -> Span { spans[id]?.first ?? Span(0, 1) }

    /// Its name is its first mention unless given.
    mutating func entity(_ id: EntityID, _ type: EntityType, _ name: String? = nil, aliases: [String] = []) {
        let mentions = spans[id] ?? []
        let first = mentions.first.map { String(decoding: text[$0.start..<$0.end], as: UTF8.self) } ?? ""
        reading.entities.append(
            Entity(id: id, type: type, name: name ?? first, aliases: aliases, mentions: mentions))
    }

    mutating func relation(
        _ type: RelationType, _ from: EntityID, _ to: EntityID, label: String = "", modality: Modality = .asserted
    ) {
        reading.relations.append(
            Relation(
                id: "r\(reading.relations.count + 1)", type: type, label: label, from: Participant(from, spot(from)),
                to: Participant(to, spot(to)), modality: modality, evidence: Span(0, text.count)))
    }

    /// `trigger` is a mark of its own.
    mutating func event(
        _ type: EventType, _ label: String, trigger: String, _ roles: [(Role, EntityID)], count: Int? = nil,
        on day: String? = nil, term: String? = nil, modality: Modality = .asserted, by speakers: [EntityID] = []
    ) {
        var event = Event(
            id: "v\(reading.events.count + 1)", type: type, label: label, modality: modality, trigger: spot(trigger),
            arguments: roles.map { Event.Argument($0.0, .entity(Participant($0.1, spot($0.1)))) }, count: count,
            attributedTo: speakers.map { Participant($0, spot($0)) }, evidence: Span(0, text.count))
        if let count { event.counts = [Quantity(count, span: spot(trigger))] }
        if let day = day.flatMap({ CalendarDay(iso: $0) }) {
            event.when = When(CalendarInterval(day: day), span: spot(trigger), basis: .stated)
        }
        if let term {
            let words = String(decoding: text[spot(trigger).start..<spot(trigger).end], as: UTF8.self)
            event.terms = [Event.Term(label: term, quote: Quote(words, spot(trigger)))]
        }
        reading.events.append(event)
    }

    func filed(sameTextAs: String? = nil, cites: [String] = []) -> FiledReport {
        FiledReport(
            sha256: SHA256.hexadecimal(of: text), filedAt: Moment(seconds: 0), sameTextAs: sameTextAs, cites: cites,
            reading: reading)
    }
}

/// Four reports of one handover of prisoners, in two languages, that differ in number and legal word.
enum SampleCase {
    static let reports: [FiledReport] = [herald, wire, diario, boletin]

    static var resolver: CaseResolver {
        get throws { CaseResolver(tables: CaseTables(names: try NameTables())) }
    }

    static let herald: FiledReport = {
        var report = SampleReport(
            "herald",
            "{c1:Mexico} {t1:extradited} 14 prisoners to {c2:the United States} on 9 March, among them {p1:Aurelio Zamarripa Tlaxcalteco}, "
                + "leader of {g1:the Jalisco New Generation Cartel} ({g1:CJNG}). {b1:The Attorney General’s Office of Mexico} said so. "
                + "{t2:Charges} name {p1:Zamarripa}. {p2:Rosendo Iturriaga Pech} was {t3:killed}.")
        report.entity("c1", .country)
        report.entity("c2", .country, "United States")
        report.entity("p1", .person)
        report.entity("p2", .person)
        report.entity("g1", .organization, "Jalisco New Generation Cartel", aliases: ["CJNG"])
        report.entity("b1", .publicBody, "Attorney General’s Office of Mexico")
        report.relation(.leads, "p1", "g1", label: "leader", modality: .alleged)
        report.event(
            .transfer, "extradition", trigger: "t1", [(.person, "p1"), (.origin, "c1"), (.destination, "c2")],
            count: 14,
            on: "2031-03-09", term: "extradition", by: ["b1"])
        report.event(.charge, "indictment", trigger: "t2", [(.person, "p1")], on: "2030-01-05")
        report.event(.death, "killing", trigger: "t3", [(.victim, "p2"), (.agent, "p1")], modality: .alleged)
        return report.filed()
    }()

    static let wire: FiledReport = {
        var report = SampleReport(
            "wire",
            "{c1:Mexico} {t1:expelled} 15 inmates to {c2:the United States} on 9 March; {p1:Aurelio Zamarripa} was one.",
            publisher: "Gulf Wire")
        report.entity("c1", .country)
        report.entity("c2", .country, "United States")
        report.entity("p1", .person)
        report.event(
            .transfer, "expulsion", trigger: "t1", [(.person, "p1"), (.origin, "c1"), (.destination, "c2")], count: 15,
            on: "2031-03-09", term: "expulsion")
        return report.filed()
    }()

    static let diario: FiledReport = {
        var report = SampleReport(
            "diario",
            "{c1:México} {t1:entregó} a 14 reos a {c2:Estados Unidos} el 9 de marzo, entre ellos {p1:Aurelio Zamarripa Tlaxcalteco}, "
                + "del {g1:Cártel Jalisco Nueva Generación}, informó la {b1:FGR}. {p3:Aurelio Zamarripa Ixtlahuaca} no viajó.",
            language: "es", publisher: "Diario del Puerto")
        report.entity("c1", .country)
        report.entity("c2", .country)
        report.entity("p1", .person)
        report.entity("p3", .person)
        report.entity("g1", .organization)
        report.entity("b1", .publicBody)
        report.relation(.memberOf, "p1", "g1", label: "member", modality: .alleged)
        report.event(
            .transfer, "transfer", trigger: "t1", [(.person, "p1"), (.origin, "c1"), (.destination, "c2")], count: 14,
            on: "2031-03-09", term: "transfer")
        return report.filed()
    }()

    /// Gives no person's name and repeats the wire.
    static let boletin: FiledReport = {
        var report = SampleReport(
            "boletin", "{c1:México} {t1:trasladó} a 14 internos a {c2:EE. UU.} el 9 de marzo, según Gulf Wire.",
            language: "es", publisher: "Boletín")
        report.entity("c1", .country)
        report.entity("c2", .country)
        report.event(
            .transfer, "transfer", trigger: "t1", [(.origin, "c1"), (.destination, "c2")], count: 14, on: "2031-03-09",
            term: "transfer")
        return report.filed(cites: ["Gulf Wire"])
    }()

    static func views(_ reports: [FiledReport] = reports, decisions: [Decision] = []) throws -> CaseViews {
        let resolved = try resolver.resolve(reports, decisions: decisions)
        return CaseViews(CaseMaterial(reports: reports, clusters: resolved.clusters, decisions: decisions))
    }
}
