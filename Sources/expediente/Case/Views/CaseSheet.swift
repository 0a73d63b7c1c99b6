import Vocabulary

/// A view of a case as a person wants it on a terminal.
struct CaseSheet {
    var page: Page

    init(width: Int, isColoured: Bool) { page = Page(width: width, isColoured: isColoured) }

    /// What a list without entries says.
    mutating func nothing(_ words: String) { page.paragraph(StyledText(words, .faint)) }

    mutating func heading(_ words: String) {
        page.blankLine()
        page.paragraph(StyledText(words.uppercased(), .heading))
    }

    mutating func write(_ entity: CaseEntity) {
        var line = StyledText(DisplayText.clean(entity.name), .strong)
        line.add("  " + Self.count(entity.reports, "report") + ", " + Self.count(entity.mentions, "mention"), .faint)
        if entity.isConfirmed { line.add("  confirmed", .faint) }
        if entity.hits > 0 {
            line.add("  " + Self.count(entity.hits, "possible list entry", "possible list entries"), .caution)
        }
        page.paragraph(line, indent: 4)
        var others: [String] = []
        for name in entity.names.map({ DisplayText.clean($0.text) }) where name != entity.name && !others.contains(name)
        {
            others.append(name)
        }
        if !others.isEmpty {
            page.paragraph(
                StyledText("also " + others.joined(separator: ", "), .faint), lead: StyledText("    "), indent: 4)
        }
    }

    mutating func write(_ source: SourceEntry) {
        var line = StyledText(source.published?.iso ?? "no date   ", .faint)
        line.add("  " + DisplayText.clean(source.report), .strong)
        line.add("  " + DisplayText.clean(source.title ?? ""))
        let publisher = source.publisher.map(DisplayText.clean) ?? "publisher not given"
        line.add(" · \(publisher) · \(source.language) · \(source.facts) facts", .faint)
        if let same = source.sameTextAs { line.add(" · same text as \(DisplayText.clean(same))", .caution) }
        if !source.cites.isEmpty {
            line.add(" · cites " + source.cites.map(DisplayText.clean).joined(separator: ", "), .faint)
        }
        page.paragraph(line, indent: 12)
    }

    mutating func write(_ event: CaseEvent) {
        var line = StyledText(Self.day(event.when), .faint)
        line.add("  " + Self.noun(event), .strong)
        line.add(Self.participants(event))
        if let count = event.count { line.add(" · \(count)") }
        let sources = Self.count(event.reports, "report")
        line.add(" · \(sources) of \(Self.count(event.independentSources, "independent source"))", .faint)
        line.add("  \(event.id)", .faint)
        page.paragraph(line, indent: 12)
    }

    /// With what each report tells.
    mutating func writeAccounts(_ event: CaseEvent) {
        for account in event.accounts {
            var line = StyledText(DisplayText.clean(account.report) + ": ", .strong)
            line.add("“" + DisplayText.clean(account.quote) + "”")
            if !account.attributedTo.isEmpty {
                line.add(" · says " + account.attributedTo.map(DisplayText.clean).joined(separator: ", "), .faint)
            }
            page.paragraph(line, lead: StyledText("            "), indent: 14)
        }
    }

    mutating func write(_ conflict: Conflict) {
        var line = StyledText(Self.question(conflict.slot), .heading)
        line.add("  " + DisplayText.clean(conflict.subject.name), .strong)
        line.add("  \(conflict.id)", .faint)
        page.paragraph(line, indent: 4)
        for value in conflict.values {
            var line = StyledText(DisplayText.clean(value.value), .strong)
            line.add(" · " + value.reports.map(DisplayText.clean).joined(separator: ", "), .faint)
            if !value.speakers.isEmpty {
                line.add(" · says " + value.speakers.map(DisplayText.clean).joined(separator: ", "), .faint)
            }
            page.paragraph(line, lead: StyledText("    "), indent: 6)
            page.paragraph(
                StyledText("“" + DisplayText.clean(value.quote) + "”", .faint), lead: StyledText("      "), indent: 6)
        }
    }

    mutating func write(_ question: ReviewQuestion) {
        var line = StyledText(DisplayText.clean(question.what), .strong)
        line.add("  \(question.kind.rawValue)", .caution)
        if let score = question.score { line.add("  \(Int((score * 100).rounded())) of 100", .faint) }
        line.add("  \(question.id)", .faint)
        page.paragraph(line, indent: 4)
        for reason in question.reasons {
            page.paragraph(StyledText(DisplayText.clean(reason), .faint), lead: StyledText("    "), indent: 6)
        }
    }

    // MARK: Words

    static func count(_ number: Int, _ thing: String, _ things: String? = nil) -> String {
        "\(number) \(number == 1 ? thing : things ?? thing + "s")"
    }

    static func day(_ when: CalendarInterval?) -> String {
        let text = when.map(Wording.interval) ?? "no date"
        return text + String(repeating: " ", count: max(0, 10 - text.utf8.count))
    }

    /// The happening's name with how sure it is.
    static func noun(_ event: CaseEvent) -> String {
        let manner = Wording.certainty(event.modality, event.polarity)
        let label = DisplayText.clean(event.label)
        let noun =
            label.isEmpty || label == event.type.rawValue ? event.type.rawValue : "\(event.type.rawValue) (\(label))"
        return manner.isEmpty ? noun : "\(manner) \(noun)"
    }

    static func participants(_ event: CaseEvent) -> String {
        var text = ""
        for role in event.type.roles {
            let names = event.participants.filter { $0.role == role }.map { DisplayText.clean($0.who.name) }
            guard !names.isEmpty else { continue }
            let more = names.count > 6 ? " and \(names.count - 6) more" : ""
            text += " \(Wording.preposition(role, of: event.type)) " + names.prefix(6).joined(separator: ", ") + more
        }
        return text
    }

    private static func question(_ slot: Conflict.Slot) -> String {
        switch slot {
        case .count: "HOW MANY"
        case .when: "WHEN"
        case .label: "WHICH LEGAL ACT"
        case .role: "WHICH ROLE"
        case .relation: "WHOSE KIN"
        case .name: "WHICH SPELLING"
        case .place: "WHERE"
        case .modality: "HOW SURE"
        }
    }
}
