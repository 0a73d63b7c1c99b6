import Vocabulary

extension Comparison {
    /// The gold's events with what of each is in ours, then the events that only ours has.
    func writeEvents(to html: inout Markup) {
        let ourEvents = ours.events ?? []
        for (i, event) in (gold.events ?? []).enumerated() {
            let other = alignment.events[i].map { ourEvents[$0] }
            html.raw("<li class=\"\(other == nil ? "missed" : "hit")\">")
            writeHead(event, other == nil ? .missed : .hit, to: &html)
            if let other { writePair(event, other, to: &html) } else { writeParts(event, in: gold, .missed, to: &html) }
            html.raw("</li>")
        }
        let taken = Set(alignment.events.values)
        for (j, event) in ourEvents.enumerated() where !taken.contains(j) {
            html.raw("<li class=\"extra\">")
            writeHead(event, .extra, to: &html)
            writeParts(event, in: ours, .extra, to: &html)
            html.raw("</li>")
        }
    }

    private func writeHead(_ event: ReadingForm.Event, _ standing: Standing, to html: inout Markup) {
        html.raw("<span class=\"sign \(standing.rawValue)-words\">\(standing.sign)</span><span class=\"type\">")
        html.text(event.type)
        html.raw("</span> ")
        html.text("“\(event.trigger?.text ?? "")” \(event.label ?? "")")
    }

    private func writePair(_ event: ReadingForm.Event, _ other: ReadingForm.Event, to html: inout Markup) {
        let pairs = alignment.argumentPairs(event, other)
        for (i, argument) in (event.arguments ?? []).enumerated() {
            part(pairs[i] == nil ? .missed : .hit, words(argument, in: gold), to: &html)
        }
        let taken = Set(pairs.values)
        for (j, argument) in (other.arguments ?? []).enumerated() where !taken.contains(j) {
            part(.extra, words(argument, in: ours), to: &html)
        }
        let facts = facts(event, in: gold) { alignment.entities[$0] ?? "gold \($0)" }
        let others = self.facts(other, in: ours) { $0 }
        let (keys, otherKeys) = (Set(facts.map(\.key)), Set(others.map(\.key)))
        for fact in facts { part(otherKeys.contains(fact.key) ? .hit : .missed, fact.words, to: &html) }
        for fact in others where !keys.contains(fact.key) { part(.extra, fact.words, to: &html) }
    }

    private func writeParts(
        _ event: ReadingForm.Event, in reading: ReadingForm, _ standing: Standing, to html: inout Markup
    ) {
        for argument in event.arguments ?? [] { part(standing, words(argument, in: reading), to: &html) }
        for fact in facts(event, in: reading, speaker: { $0 }) { part(standing, fact.words, to: &html) }
    }

    private func part(_ standing: Standing, _ words: String, to html: inout Markup) {
        html.raw("<br>&emsp;<span class=\"\(standing.rawValue)-words\">\(standing.sign) ")
        html.text(words)
        html.raw("</span>")
    }

    private func words(_ argument: ReadingForm.Argument, in reading: ReadingForm) -> String {
        "\(argument.role): \(argument.entity.map(reading.name) ?? argument.text ?? "")"
    }

    /// When, how many, how sure, who says so, in this order.
    /// - Parameter speaker: the id by which an entity of the reading is compared.
    private func facts(
        _ event: ReadingForm.Event, in reading: ReadingForm, speaker: (String) -> String
    ) -> [Fact] {
        var facts: [Fact] = []
        if let when = event.when { facts.append(Fact("when \(when.start ?? "?") to \(when.end ?? "?")")) }
        if let count = event.count { facts.append(Fact("count \(count)")) }
        let polarity = event.polarity == "negative" ? ", negative" : ""
        facts.append(Fact("\(event.modality ?? "none")\(polarity)"))
        for id in event.attributedTo ?? [] {
            facts.append(Fact("says \(reading.name(of: id))", key: "speaker \(speaker(id))"))
        }
        return facts
    }
}

/// A part of an event in words, and what makes two of them the same.
private struct Fact {
    let words: String
    let key: String

    init(_ words: String, key: String? = nil) {
        self.words = words
        self.key = key ?? words
    }
}
