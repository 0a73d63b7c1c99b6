import Vocabulary

extension ReadingTable {
    /// The events in the order of time; those without a date after them, in the order of the text.
    mutating func writeEvents() {
        guard !reading.events.isEmpty else { return }
        heading("Events in the order of time")
        let dated = reading.events.enumerated().filter { $0.element.when != nil }.sorted { a, b in
            guard let x = a.element.when?.interval, let y = b.element.when?.interval else { return a.offset < b.offset }
            return (x.start, x.end, a.offset) < (y.start, y.end, b.offset)
        }
        for (_, event) in dated { write(event) }
        for event in reading.events where event.when == nil { write(event) }
    }

    private mutating func write(_ event: Event) {
        let when = event.when.map { Wording.interval($0.interval) } ?? "no date"
        let indent = 14
        var lead = StyledText("  ")
        lead.add(when, event.when == nil ? .faint : .strong)
        // An interval is wider than the column: it takes a line of its own.
        if when.count > indent - 4 {
            page.paragraph(StyledText(), lead: lead)
            lead = StyledText()
        }
        page.paragraph(headline(of: event), lead: lead.padded(to: indent), indent: indent + 2)
        let column = StyledText().padded(to: indent + 2)
        for line in details(of: event) { page.paragraph(line, lead: column, indent: indent + 4) }
    }

    private func headline(of event: Event) -> StyledText {
        var line = StyledText()
        let manner = Wording.certainty(event.modality, event.polarity)
        if !manner.isEmpty { line.add(manner + " ", .caution) }
        line.add(Wording.noun(event), .strong)
        for role in event.type.roles {
            let words = event.arguments.filter { $0.role == role }.map(words)
            guard !words.isEmpty else { continue }
            line.add(" \(Wording.preposition(role, of: event.type)) " + list(words))
        }
        if let remark = Wording.remark(event) { line.add(" (\(remark))", .caution) }
        line.add(" " + numbers.note([event.trigger]), .faint)
        return line
    }

    private func words(_ argument: Event.Argument) -> String {
        switch argument.filler {
        case .entity(let participant): name(of: participant.entity)
        case .text(let quote): quoted(quote.span)
        }
    }

    private func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// How many, in which words, who says so, why.
    private func details(of event: Event) -> [StyledText] {
        var lines: [StyledText] = []
        func add(_ what: String, _ words: String, _ spans: [Span], _ style: StyledText.Style = .plain) {
            var line = StyledText(what + ": ", .faint)
            line.add(words, style)
            let note = numbers.note(spans)
            if !note.isEmpty { line.add(" " + note, .faint) }
            lines.append(line)
        }
        if event.counts.isEmpty, let count = event.count { add("how many", String(count), []) }
        if !event.counts.isEmpty {
            add("how many", event.counts.map(figure).joined(separator: "; "), event.counts.map(\.span))
        }
        if event.terms.count > 1 { add("in the words", words(of: event.terms), event.terms.map(\.quote.span)) }
        if !event.attributedTo.isEmpty {
            var names: [String] = []
            for name in event.attributedTo.map({ self.name(of: $0.entity) }) where !names.contains(name) {
                names.append(name)
            }
            add("says so", names.joined(separator: ", "), event.attributedTo.map(\.span))
        }
        if let denied = event.denied { add("answer", "the accused denies it", [denied], .caution) }
        if let reason = event.reason { add("reason", quoted(reason.span), [reason.span]) }
        if let basis = event.legalBasis { add("legal basis", quoted(basis.span), [basis.span]) }
        if let series = event.series { add("number in a series", String(series.value), [series.span]) }
        return lines
    }

    private func figure(_ quantity: Quantity) -> String {
        let bound =
            switch quantity.bound {
            case .exact: ""
            case .atLeast: "at least "
            case .about: "about "
            }
        let by = quantity.by.isEmpty ? "" : " (says \(quantity.by.map { name(of: $0.entity) }.joined(separator: ", ")))"
        return bound + String(quantity.value) + by
    }

    /// The legal words by what they mean and who uses them, each once: `expulsion “Expels”, “expel”; …`.
    private func words(of terms: [Event.Term]) -> String {
        var groups: [(head: String, words: [String])] = []
        for term in terms {
            let by = term.by.isEmpty ? "" : ", says \(term.by.map { name(of: $0.entity) }.joined(separator: ", ")),"
            let head = DisplayText.clean(term.label) + by
            let word = quoted(term.quote.span)
            let known = groups.firstIndex { $0.head == head }
            guard let known else {
                groups.append((head, [word]))
                continue
            }
            let isNew = !groups[known].words.contains { $0.lowercased() == word.lowercased() }
            if isNew { groups[known].words.append(word) }
        }
        return groups.map { "\($0.head) \($0.words.joined(separator: ", "))" }.joined(separator: "; ")
    }
}
