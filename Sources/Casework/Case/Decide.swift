public import CaseFile
public import Vocabulary

/// The use case: decide something about a case, or take it back.
public struct Decide: Sendable {
    public var kind: Decision.Kind
    /// What it is about, as `CaseThings` finds it; one thing a part.
    public var things: [String]
    public var property: String?
    public var value: String?
    public var author: String
    public var reason: String

    public init(
        _ kind: Decision.Kind, _ things: [String], property: String? = nil, value: String? = nil, author: String,
        reason: String
    ) {
        self.kind = kind
        self.things = things
        self.property = property
        self.value = value
        self.author = author
        self.reason = reason
    }

    public func run(in store: any CaseStore, at: Moment) throws(CaseworkError) -> Decision {
        // Names stand for what is resolved.
        try ResolveCase().run(in: store)
        let find = CaseThings(store)
        var parts: [[MentionReference]] = []
        for thing in things { parts.append(try find.mentions(thing)) }
        if kind == .split {
            // What is set apart is often named by a mention of the thing that it is set apart from.
            let later = parts.dropFirst().flatMap { $0 }
            parts[0].removeAll { later.contains($0) }
        }
        let name = kind.rawValue
        do throws(CaseError) {
            guard parts.allSatisfy({ !$0.isEmpty }), !parts.isEmpty else {
                throw .incomplete(decision: name, lacks: "two things that are apart")
            }
            if [.merge, .split].contains(kind), parts.count < 2 || Set(parts).count < parts.count {
                throw .incomplete(decision: name, lacks: "two different things")
            }
            let decision = Decision(
                id: "", kind: kind, parts: parts, property: property, value: value, author: author, at: at,
                reason: reason)
            return try store.append(decision)
        } catch { throw .caseFile(error) }
    }
}

/// The use case: the history of a case, what was decided, undone and forgotten.
public struct CaseHistory: Sendable {
    public struct Entry: Sendable {
        public var decision: Decision
        /// What it is about, in the reports' words.
        public var what: String
        /// Mentions that the reports, as they are read now, no longer have.
        public var orphaned: [MentionReference]
    }

    public let entries: [Entry]
    public let forgotten: [Tombstone]

    public init(of store: any CaseStore) throws(CaseworkError) {
        do throws(CaseError) {
            var reports: [String: FiledReport?] = [:]
            var entries: [Entry] = []
            for decision in try store.decisions() {
                for mention in decision.mentions where reports[mention.report] == nil {
                    reports[mention.report] = .some(try store.report(mention.report))
                }
                let orphaned = decision.mentions.filter { mention in
                    guard let report = reports[mention.report] ?? nil else { return true }
                    return report.reading.thing(at: mention) == nil
                }
                let parts = decision.parts.map { Self.words($0, reports) }
                entries.append(Entry(decision: decision, what: Self.what(decision, parts), orphaned: orphaned))
            }
            self.entries = entries
            forgotten = try store.tombstones()
        } catch { throw .caseFile(error) }
    }

    private static func words(_ part: [MentionReference], _ reports: [String: FiledReport?]) -> String {
        guard let mention = part.first else { return "nothing" }
        let more = part.count > 1 ? " and in \(part.count - 1) more reports" : ""
        guard let report = reports[mention.report] ?? nil, mention.span.end <= report.text.count else {
            return "\(mention.type) in a report that is gone (\(mention.report.prefix(12)))\(more)"
        }
        let text = String(decoding: report.text[mention.span.start..<mention.span.end], as: UTF8.self)
        return "“\(text)” in \(report.id)\(more)"
    }

    private static func what(_ decision: Decision, _ parts: [String]) -> String {
        let things = parts.joined(separator: decision.kind == .split ? " is not " : " and ")
        let property = decision.property.map { ", \($0)" } ?? ""
        let value = decision.value.map { ": “\($0)”" } ?? ""
        return things + property + value
    }
}
