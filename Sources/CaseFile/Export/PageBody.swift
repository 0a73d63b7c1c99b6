internal import Vocabulary

/// The inside of a page, with its footnotes numbered as they come.
struct PageBody {
    private var html = ""
    private var notes: [Footnote] = []
    private var numbers: [Footnote: Int] = [:]

    mutating func heading(_ level: Int, _ text: String) { html += "<h\(level)>\(Markup.escaped(text))</h\(level)>\n" }

    mutating func note(_ text: String) { html += "<p class=\"faint\">\(Markup.escaped(text))</p>\n" }

    mutating func section<Entry>(_ title: String, _ entries: [Entry], _ write: (inout PageBody, Entry) -> Void) {
        guard !entries.isEmpty else { return }
        heading(2, title)
        html += "<ul>\n"
        for entry in entries {
            html += "<li>"
            write(&self, entry)
            html += "</li>\n"
        }
        html += "</ul>\n"
    }

    private mutating func say(_ text: String, _ style: String? = nil) {
        let text = Markup.escaped(text)
        html += style.map { "<span class=\"\($0)\">\(text)</span>" } ?? text
    }

    private mutating func cite(_ footnotes: [Footnote]) {
        for note in footnotes.prefix(5) {
            if numbers[note] == nil {
                notes.append(note)
                numbers[note] = notes.count
            }
            let number = numbers[note] ?? 0
            html += "<sup><a href=\"#n\(number)\">\(number)</a></sup> "
        }
        if footnotes.count > 5 { say("and \(footnotes.count - 5) more", "faint") }
    }

    // MARK: Entries

    mutating func entity(_ entity: CaseEntity) {
        say(entity.name, "strong")
        say(" \(entity.reports) reports, \(entity.mentions) mentions", "faint")
    }

    mutating func source(_ source: SourceEntry) {
        say(source.title ?? source.report, "strong")
        let facts = [source.publisher, source.published?.iso, source.report].compactMap { $0 }
        say(" " + facts.joined(separator: " · "), "faint")
        if let same = source.sameTextAs { say(" same text as \(same)", "caution") }
    }

    mutating func event(_ event: CaseEvent) {
        if let when = event.when { say(DisplayName.date(when) + " ", "faint") }
        if event.polarity == .negative { say("said not to have happened: ", "caution") }
        if event.modality != .asserted { say(event.modality.rawValue + " ", "caution") }
        let noun =
            event.label.isEmpty || event.label == event.type.rawValue
            ? event.type.rawValue : "\(event.type.rawValue) (\(event.label))"
        say(noun, "strong")
        for role in event.type.roles {
            let names = event.participants.filter { $0.role == role }.map(\.who.name)
            if !names.isEmpty { say(" · \(role.rawValue): \(names.joined(separator: ", "))") }
        }
        if let count = event.count { say(" · how many: \(count)") }
        say(" · \(event.reports) reports, \(event.independentSources) independent sources ", "faint")
        cite(event.accounts.map(\.span))
    }

    mutating func conflict(_ conflict: Conflict) {
        say("\(conflict.subject.name) — \(conflict.slot.rawValue)", "strong")
        html += "<ul>"
        for value in conflict.values {
            html += "<li>"
            say(value.value, "strong")
            say(" " + value.reports.joined(separator: ", "), "faint")
            if !value.speakers.isEmpty { say(" · says " + value.speakers.joined(separator: ", "), "faint") }
            cite([value.span])
            html += "<br>"
            say("“\(value.quote)”", "quote")
            html += "</li>"
        }
        html += "</ul>"
    }

    mutating func bearing(_ bearing: Dossier.Bearing) {
        if bearing.modality != .asserted { say(bearing.modality.rawValue + " ", "caution") }
        say(bearing.role + (bearing.of.map { ", " + $0.name } ?? "") + " ")
        cite(bearing.footnotes)
    }

    mutating func tie(_ tie: Dossier.Tie) {
        if tie.polarity == .negative { say("said not to be: ", "caution") }
        if tie.modality != .asserted { say(tie.modality.rawValue + " ", "caution") }
        let type = tie.type.rawValue.split(separator: "_").joined(separator: " ")
        let label = tie.label.isEmpty ? type : "\(type) (\(tie.label))"
        say(tie.isInverse ? "\(tie.to.name) — \(label) — this one " : "\(label): \(tie.to.name) ")
        if !tie.by.isEmpty { say("says " + tie.by.joined(separator: ", ") + " ", "faint") }
        cite(tie.footnotes)
    }

    mutating func accusation(_ accusation: Dossier.Accusation) {
        say(accusation.accusation.isEmpty ? "not said of what" : accusation.accusation)
        html += "<ul>"
        for step in accusation.steps {
            html += "<li>"
            say(step.status.rawValue, "caution")
            if let when = step.when { say(", " + DisplayName.date(when)) }
            say(" · says " + step.by.joined(separator: ", ") + " ", "faint")
            cite(step.footnotes)
            html += "</li>"
        }
        html += "</ul>"
    }

    // MARK: The page

    func page(title: String) -> String {
        var text = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>\(Markup.escaped(title))</title><style>
            \(String(decoding: PackageResources.case_page_css, as: UTF8.self))</style></head><body>
            \(html)
            """
        if !notes.isEmpty {
            text += "<h2>Footnotes</h2>\n<ol class=\"notes\">\n"
            for (index, note) in notes.enumerated() {
                text += "<li id=\"n\(index + 1)\"><b>\(Markup.escaped(note.report))</b> \(note.start)–\(note.end): "
                text += "“\(Markup.escaped(note.text))”</li>\n"
            }
            text += "</ol>\n"
        }
        return text + "</body></html>\n"
    }
}
