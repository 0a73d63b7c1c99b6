import Foundation
import Vocabulary

/// Takes the case's objects in for the pages.
struct CaseReader: Sendable {
    let file: any OpenCase

    /// - Throws: 500 where an object is not of CASE.md's form: a fault of the program.
    func all<Object: Decodable>(_ view: CaseView, as type: Object.Type = Object.self) throws(Refusal) -> [Object] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        var objects: [Object] = []
        for item in try file.items(view) {
            do {
                objects.append(try decoder.decode(Object.self, from: Data(item)))
            } catch {
                throw Refusal(500, "desk.object", "An object of the case is not of its form: \(error)")
            }
        }
        return objects
    }

    func dossier(_ id: String) throws(Refusal) -> DossierObject {
        guard let object = try all(.dossier(id), as: DossierObject.self).first else { throw .notFound }
        return object
    }

    func event(_ id: String) throws(Refusal) -> EventObject {
        guard let object = try all(.event(id), as: EventObject.self).first else { throw .notFound }
        return object
    }

    /// The facts of the reports by their digests and by their ids, for footnotes.
    func sources() throws(Refusal) -> SourceNames { SourceNames(try all(.sources)) }
}

/// What reports are called, and where they are.
struct SourceNames: Sendable {
    let all: [SourceObject]
    private let byKey: [String: Int]

    init(_ sources: [SourceObject]) {
        all = sources
        var byKey: [String: Int] = [:]
        for (index, source) in sources.enumerated() {
            byKey[source.sha256] = index
            if let id = source.report, byKey[id] == nil { byKey[id] = index }
        }
        self.byKey = byKey
    }

    subscript(key: String) -> SourceObject? { byKey[key].map { all[$0] } }

    func title(_ key: String) -> String {
        guard let source = self[key] else { return key.count > 16 ? "\(key.prefix(12))…" : key }
        return source.title ?? source.report ?? "\(source.sha256.prefix(12))…"
    }

    /// The report's page at the words.
    func address(_ key: String, _ start: Int?, _ end: Int?) -> String {
        let sha256 = self[key]?.sha256 ?? key
        guard let start, let end else { return Link.to("report", sha256) }
        return Link.to("report", sha256, query: [("at", "\(start)-\(end)")]) + "#here"
    }
}
