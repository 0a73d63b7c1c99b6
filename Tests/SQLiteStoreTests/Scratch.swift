import CaseFile
import Foundation
import SQLiteStore
import Vocabulary

/// A scratch folder with a case in it.
struct Scratch: ~Copyable {
    let folder: URL
    let path: String

    /// - Parameter name: of a folder inside the folder, in which the case lies.
    init(inside name: String = "") throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "expediente-case-\(UUID().uuidString)")
        let place = name.isEmpty ? folder : folder.appending(path: name)
        path = place.appending(path: "a.case").path
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

/// Reports made by hand.
enum Samples {
    /// A report of one arrest, with its reading.
    static func filing(
        _ name: String, place: String = "Lima", id: String? = nil, published: CalendarDay? = nil,
        anchors: [UInt64] = [], at: Int = 1_000_000
    ) -> Filing {
        let text = "Police arrested \(name) in \(place) on Monday."
        let bytes = Array(text.utf8)
        let start = "Police arrested ".utf8.count
        let person = Span(start, start + name.utf8.count)
        let town = Span(person.end + 4, person.end + 4 + place.utf8.count)
        let report = Report(
            id: id ?? "report-\(name)", title: "Arrest of \(name)", published: published, language: "en", text: bytes)
        let reading = Reading(
            report: report,
            entities: [
                Entity(id: "e1", type: .publicBody, name: "Police", mentions: [Span(0, 6)]),
                Entity(id: "e2", type: .person, name: name, mentions: [person]),
                Entity(id: "e3", type: .place, name: place, mentions: [town]),
            ],
            relations: [],
            events: [
                Event(
                    id: "v1", type: .arrest, label: "arrest", trigger: Span(7, 15),
                    arguments: [
                        Event.Argument(.person, .entity(Participant("e2", person))),
                        Event.Argument(.place, .entity(Participant("e3", town))),
                    ], evidence: Span(0, bytes.count))
            ])
        return Filing(
            bytes: bytes, source: "\(name).txt", anchors: anchors, isSameText: { _ in true }, cites: ["Agency"],
            reading: reading, reader: "reader 1", at: Moment(seconds: at))
    }

    static func sha256(_ filing: Filing) -> String { SHA256.hexadecimal(of: filing.bytes) }

    /// A decision that a report's person is called otherwise.
    static func renaming(_ filing: Filing, to name: String) -> Decision {
        let person = filing.reading.entities[1]
        let mention = MentionReference(report: sha256(filing), span: person.mentions[0], type: "Person")
        return Decision(
            id: "", kind: .rename, parts: [[mention]], value: name, author: "Ana", at: Moment(seconds: 5),
            reason: "as in the register")
    }
}

/// Everything that a case says, in one text: two cases that say the same give the same.
func dump(_ store: any CaseStore) throws -> String {
    var lines: [String] = []
    for entry in try store.entries() {
        lines.append("\(entry)")
        for statement in try store.statements(of: entry.sha256, allReadings: true) { lines.append("\(statement)") }
        if let kept = try store.original(entry.sha256) { lines.append(SHA256.hexadecimal(of: kept.bytes)) }
        if let report = try store.report(entry.sha256) {
            lines.append(String(decoding: try report.reading.json(withText: true), as: UTF8.self))
        }
    }
    for decision in try store.decisions() { lines.append("\(decision)") }
    for tombstone in try store.tombstones() { lines.append("\(tombstone)") }
    return lines.joined(separator: "\n")
}
