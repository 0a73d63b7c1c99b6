public import CaseFile
import Foundation
import Names
public import Vocabulary

/// Finds the thing of a case that a person means.
public struct CaseThings: Sendable {
    let store: any CaseStore

    public init(_ store: any CaseStore) { self.store = store }

    /// As many reports stand for a thing in a decision; it holds for the thing in all of them.
    private static let reportsNamed = 8

    /// Mentions that stand for the thing.
    /// - Parameter words: a name, the id of a person, group or event, or a place `SHA256:START-END` or
    ///   `SHA256:START-END:TYPE`: the first digits of a report's digest, and offsets as a reading's JSON gives them.
    public func mentions(_ words: String) throws(CaseworkError) -> [MentionReference] {
        do throws(CaseError) {
            if let place = PlaceWords(words) { return try mentions(at: place, words) }
            if let cluster = try store.cluster(words) { return try mentions(of: cluster) }
            let named = try store.clusters(named: Fold.key(words)).filter { $0.kind == .entity }
            if let only = named.first, named.count == 1 { return try mentions(of: only) }
            if named.count > 1 { throw Self.ambiguous(words, named) }
        } catch { throw .caseFile(error) }
        return try mentionedOnly(words)
    }

    private static func ambiguous(_ words: String, _ clusters: [Cluster]) -> CaseError {
        let list = clusters.map { "\($0.id) (\($0.type) \($0.name), \($0.reports) reports)" }
        return .ambiguous(words: words, choices: list)
    }

    private func mentions(of cluster: Cluster) throws(CaseError) -> [MentionReference] {
        var found: [MentionReference] = []
        var reports: Set<String> = []
        for member in cluster.members where !reports.contains(member.report) {
            guard let report = try store.report(member.report),
                let reference = report.reading.reference(to: member.thing, in: member.report)
            else { continue }
            found.append(reference)
            reports.insert(member.report)
            if reports.count == Self.reportsNamed { break }
        }
        return found
    }

    /// What a reading has at a place.
    private func mentions(at place: PlaceWords, _ words: String) throws(CaseError) -> [MentionReference] {
        let matching = try store.entries().filter { $0.sha256.hasPrefix(place.digits) }
        guard let entry = matching.first, matching.count == 1, let report = try store.report(entry.sha256) else {
            throw .unknownReport(place.digits)
        }
        let offsets = ScalarOffsets(report.text)
        guard let start = offsets.byte(atScalar: place.start), let end = offsets.byte(atScalar: place.end) else {
            throw .nothingThere(words)
        }
        let span = Span(start, end)
        for type in place.type.map({ [$0] }) ?? Self.types {
            let reference = MentionReference(report: entry.sha256, span: span, type: type)
            if report.reading.thing(at: reference) != nil { return [reference] }
        }
        throw .nothingThere(words)
    }

    private static let types =
        EntityType.allCases.map(\.rawValue) + EventType.allCases.map(\.rawValue)
        + RelationType.allCases.map(\.rawValue)

    /// For a case that has not been resolved: the entities of that name, in the order of the reports.
    private func mentionedOnly(_ words: String) throws(CaseworkError) -> [MentionReference] {
        let key = Fold.key(words)
        var found: [MentionReference] = []
        do throws(CaseError) {
            let candidates = try store.searchReports(words, limit: 200).map(\.id).sorted()
            for sha256 in candidates where found.count < Self.reportsNamed {
                guard let report = try store.report(sha256) else { continue }
                let entity = report.reading.entities.first { ([$0.name] + $0.aliases).contains { Fold.key($0) == key } }
                if let entity, let reference = report.reading.reference(to: entity.id, in: sha256) {
                    found.append(reference)
                }
            }
            if found.isEmpty { throw .nothingNamed(words, near: try store.searchNames(words, limit: 5).map(\.title)) }
        } catch { throw .caseFile(error) }
        return found
    }
}

/// `SHA256:START-END:TYPE`.
private struct PlaceWords {
    let digits: String
    let start: Int
    let end: Int
    let type: String?

    init?(_ words: String) {
        let parts = words.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts[0].utf8.count >= 6, parts[0].allSatisfy(\.isHexDigit) else {
            return nil
        }
        let bounds = parts[1].split(separator: "-").compactMap { Int($0) }
        guard bounds.count == 2, bounds[0] < bounds[1] else { return nil }
        digits = parts[0].lowercased()
        (start, end) = (bounds[0], bounds[1])
        type = parts.count == 3 ? String(parts[2]) : nil
    }
}

extension Reading {
    /// A reference to a thing of the reading: an entity by the mention that repeats its name, else by its first.
    func reference(to thing: String, in report: String) -> MentionReference? {
        if let entity = entities.first(where: { $0.id == thing }) {
            let named = entity.mentions.first { self.report.text[$0.start..<$0.end].elementsEqual(entity.name.utf8) }
            guard let span = named ?? entity.mentions.first else { return nil }
            return MentionReference(report: report, span: span, type: entity.type.rawValue)
        }
        if let event = events.first(where: { $0.id == thing }) {
            return MentionReference(report: report, span: event.trigger, type: event.type.rawValue)
        }
        guard let relation = relations.first(where: { $0.id == thing }) else { return nil }
        return MentionReference(report: report, span: relation.evidence, type: relation.type.rawValue)
    }
}
