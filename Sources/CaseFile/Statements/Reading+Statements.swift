public import Vocabulary

extension Reading {
    /// The reading as rows, in the order of its things: each fact with the words that state it.
    public func statements(of sha256: String, reader: String, at: Moment) -> [Statement] {
        var writer = StatementWriter(text: report.text, report: sha256, reader: reader, at: at)
        for entity in entities { writer.add(entity) }
        for relation in relations { writer.add(relation) }
        for event in events { writer.add(event) }
        return writer.statements
    }
}

/// Collects the rows of one reading.
private struct StatementWriter {
    let text: [UInt8]
    let report: String
    let reader: String
    let at: Moment
    var statements: [Statement] = []

    /// What holds of all rows of one relation or event.
    private struct Manner {
        var when: CalendarInterval?
        var modality = Modality.asserted
        var polarity = Polarity.positive
        var speakers: [String] = []
    }

    init(text: [UInt8], report: String, reader: String, at: Moment) {
        self.text = text
        self.report = report
        self.reader = reader
        self.at = at
    }

    private mutating func add(
        _ subject: String, _ property: String, _ value: String, _ span: Span, _ manner: Manner = Manner()
    ) {
        statements.append(
            Statement(
                subject: subject, property: property, value: value, report: report, span: span, when: manner.when,
                modality: manner.modality, polarity: manner.polarity, speakers: manner.speakers, reader: reader,
                filedAt: at))
    }

    private func words(_ span: Span) -> String { String(decoding: text[span.start..<span.end], as: UTF8.self) }

    private func ids(_ participants: [Participant]) -> [String] {
        var ids: [String] = []
        for participant in participants where !ids.contains(participant.entity) { ids.append(participant.entity) }
        return ids
    }

    mutating func add(_ entity: Entity) {
        guard let first = entity.mentions.first else { return }
        func place(of name: String) -> Span { entity.mentions.first { words($0) == name } ?? first }
        add(entity.id, "type", entity.type.rawValue, first)
        add(entity.id, "name", entity.name, place(of: entity.name))
        for alias in entity.aliases { add(entity.id, "alias", alias, place(of: alias)) }
        for mention in entity.mentions { add(entity.id, "mention", words(mention), mention) }
        if let count = entity.count { add(entity.id, "count", String(count), first) }
        if let age = entity.age { add(entity.id, "age", String(age.value), age.span) }
        if let born = entity.born {
            add(entity.id, "born", words(born.span), born.span, Manner(when: born.interval))
        }
        for identifier in entity.identifiers { add(entity.id, "identifier", identifier.text, identifier.span) }
    }

    mutating func add(_ relation: Relation) {
        let manner = Manner(
            modality: relation.modality, polarity: relation.polarity, speakers: ids(relation.attributedTo))
        add(relation.id, "relation", relation.type.rawValue, relation.evidence, manner)
        add(relation.id, "label", relation.label, relation.evidence, manner)
        add(relation.id, "from", relation.from.entity, relation.from.span, manner)
        add(relation.id, "to", relation.to.entity, relation.to.span, manner)
    }

    mutating func add(_ event: Event) {
        let manner = Manner(
            when: event.when?.interval, modality: event.modality, polarity: event.polarity,
            speakers: ids(event.attributedTo))
        add(event.id, "event", event.type.rawValue, event.trigger, manner)
        add(event.id, "label", event.label, event.trigger, manner)
        for term in event.terms {
            var own = manner
            if !term.by.isEmpty { own.speakers = ids(term.by) }
            add(event.id, "term", term.label, term.quote.span, own)
        }
        for argument in event.arguments {
            switch argument.filler {
            case .entity(let participant):
                add(event.id, argument.role.rawValue, participant.entity, participant.span, manner)
            case .text(let quote): add(event.id, argument.role.rawValue, quote.text, quote.span, manner)
            }
        }
        for count in event.counts {
            var own = manner
            if !count.by.isEmpty { own.speakers = ids(count.by) }
            add(event.id, "count", "\(count.value) \(count.bound.rawValue)", count.span, own)
        }
        if let when = event.when { add(event.id, "when", words(when.span), when.span, manner) }
        if let denied = event.denied { add(event.id, "denied", words(denied), denied, manner) }
        if let reason = event.reason { add(event.id, "reason", reason.text, reason.span, manner) }
        if let basis = event.legalBasis { add(event.id, "legal basis", basis.text, basis.span, manner) }
        if let series = event.series { add(event.id, "series", String(series.value), series.span, manner) }
    }
}
