import Foundation
public import Vocabulary

/// One line of JSON Lines: `{"id", "title", "date", "publisher", "author", "lang", "url", "text"}`; all but `text` may
/// be missing.
///
/// The member `text` is the report's text, unchanged, so that offsets count in what was given.
public enum DocumentLine {
    private struct Members: Decodable {
        var id: String?
        var title: String?
        var date: String?
        var publisher: String?
        var author: String?
        var lang: String?
        var url: String?
        var text: String?
    }

    /// - Parameter intake: its id and given facts stand in for members that are missing; only the language that is
    ///   given goes before the document's.
    public static func report(_ intake: Intake) throws(ReportFault) -> Report {
        let members = try members(of: intake.bytes)
        guard let text = members.text else { throw .notDocument(detail: "it has no “text”") }
        var facts = intake.given
        facts.title = given(members.title) ?? facts.title
        facts.publisher = given(members.publisher) ?? facts.publisher
        facts.author = given(members.author) ?? facts.author
        facts.language = facts.language ?? given(members.lang).map(languageCode)
        facts.url = given(members.url) ?? facts.url
        if let date = given(members.date) {
            guard let day = CalendarDay(iso: date) else {
                throw .notDocument(detail: "its date “\(date.prefix(40))” is not of the form YYYY-MM-DD")
            }
            facts.published = day
        }
        return try PlainText.report(
            Intake(bytes: Array(text.utf8), id: given(members.id) ?? intake.id, name: intake.name, given: facts))
    }

    private static func members(of line: [UInt8]) throws(ReportFault) -> Members {
        do {
            return try JSONDecoder().decode(Members.self, from: Data(line))
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            let member = context.codingPath.last?.stringValue
            throw .notDocument(detail: member.map { "its “\($0)” is not a string" } ?? "the line is no JSON object")
        } catch {
            throw .notDocument(detail: "the line is not well-formed JSON")
        }
    }

    private static func given(_ value: String?) -> String? { value.flatMap { $0.isEmpty ? nil : $0 } }

    /// `es-MX` is `es`.
    private static func languageCode(_ tag: String) -> String {
        String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
    }
}
