internal import Vocabulary

/// The case's happenings as comma-separated values (RFC 4180): one row an account, with the words that back it.
struct CaseSpreadsheet {
    private let views: CaseViews

    init(_ material: CaseMaterial) { views = CaseViews(material) }

    private static let heading = [
        "event_id", "type", "label", "modality", "polarity", "start", "end", "count", "people", "groups_and_bodies",
        "from",
        "to", "place", "report", "report_sha256", "account_count", "account_start", "account_end", "attributed_to",
        "quote", "quote_start", "quote_end", "reports", "independent_sources",
    ]

    var text: String {
        var lines = [Self.heading.joined(separator: ",")]
        for event in views.timeline() + views.events().filter({ $0.when == nil }) {
            for account in event.accounts {
                lines.append(row(event, account).map(Self.field).joined(separator: ","))
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    private func row(_ event: CaseEvent, _ account: CaseEvent.Account) -> [String] {
        func names(_ roles: Set<Role>) -> String {
            event.participants.filter { roles.contains($0.role) }.map(\.who.name).joined(separator: "; ")
        }
        return [
            event.id, event.type.rawValue, event.label, event.modality.rawValue, event.polarity.rawValue,
            event.when?.start.iso ?? "", event.when?.end.iso ?? "", event.count.map(String.init) ?? "",
            names([.person, .victim, .target, .party]), names([.agent, .recipient]), names([.origin]),
            names([.destination]), names([.place]), account.report, account.sha256,
            account.count.map(String.init) ?? "", account.when?.start.iso ?? "", account.when?.end.iso ?? "",
            account.attributedTo.joined(separator: "; "), account.quote, String(account.span.start),
            String(account.span.end), String(event.reports), String(event.independentSources),
        ]
    }

    /// A spreadsheet takes a field that begins with one of these for a formula; an apostrophe in front stops it.
    private static let formulaStarts: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]

    private static func field(_ text: String) -> String {
        var text = text
        if let first = text.first, formulaStarts.contains(first), Int(text) == nil { text = "'" + text }
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
