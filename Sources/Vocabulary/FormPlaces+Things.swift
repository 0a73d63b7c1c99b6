extension FormPlaces {
    func entity(_ form: ReadingForm.Entity) throws(ReadingFault) -> Entity {
        let thing = "entity \(form.id)"
        var mentions: [Span] = []
        for words in form.mentions ?? [] { mentions.append(try span(words, thing)) }
        var entity = Entity(
            id: form.id, type: try Self.value(form.type, thing), name: form.name ?? "", aliases: form.aliases ?? [],
            count: form.count, mentions: mentions)
        if let age = form.age { entity.age = try quantity(age, "\(thing), age") }
        let whole = Span(0, text.count)
        if let born = form.born { entity.born = try when(born, evidence: whole, "\(thing), born") }
        for words in form.identifiers ?? [] { entity.identifiers.append(try quote(words, "\(thing), identifier")) }
        return entity
    }

    func relation(_ form: ReadingForm.Relation) throws(ReadingFault) -> Relation {
        let thing = "relation \(form.id ?? form.type)"
        let evidence = try span(form.evidence, "\(thing), evidence")
        return Relation(
            id: form.id ?? "", type: try Self.value(form.type, thing), label: form.label ?? "",
            from: try participant(form.from, form.fromSpan, evidence: evidence, "\(thing), from"),
            to: try participant(form.to, form.toSpan, evidence: evidence, "\(thing), to"),
            modality: try Self.value(form.modality ?? Modality.asserted.rawValue, thing),
            polarity: try Self.value(form.polarity ?? Polarity.positive.rawValue, thing),
            attributedTo: try speakers(form.speakers, form.attributedTo, evidence: evidence, "\(thing), speaker"),
            evidence: evidence)
    }

    func event(_ form: ReadingForm.Event) throws(ReadingFault) -> Event {
        let thing = "event \(form.id ?? form.type)"
        let evidence = try span(form.evidence, "\(thing), evidence")
        var event = Event(
            id: form.id ?? "", type: try Self.value(form.type, thing), label: form.label ?? form.type,
            modality: try Self.value(form.modality ?? Modality.asserted.rawValue, thing),
            polarity: try Self.value(form.polarity ?? Polarity.positive.rawValue, thing),
            trigger: try span(form.trigger, "\(thing), trigger"), count: form.count, evidence: evidence)
        for term in form.terms ?? [] {
            let words = ReadingForm.Words(start: term.start, end: term.end, text: term.text)
            event.terms.append(
                Event.Term(
                    label: term.label ?? "", quote: try quote(words, "\(thing), term"),
                    by: try speakers(term.by, nil, evidence: evidence, "\(thing), term")))
        }
        for argument in form.arguments ?? [] { event.arguments.append(try self.argument(argument, evidence, thing)) }
        for figure in form.counts ?? [] { event.counts.append(try quantity(figure, "\(thing), count")) }
        if let when = form.when { event.when = try self.when(when, evidence: evidence, "\(thing), when") }
        event.attributedTo = try speakers(form.speakers, form.attributedTo, evidence: evidence, "\(thing), speaker")
        if let response = form.response {
            guard response.label == "denied" else {
                throw .unknownValue(thing: "\(thing), response", value: response.label ?? "none")
            }
            event.denied = try span(response.start, response.end, "\(thing), response")
        }
        if let reason = form.reason { event.reason = try quote(reason, "\(thing), reason") }
        if let basis = form.legalBasis { event.legalBasis = try quote(basis, "\(thing), legal basis") }
        if let series = form.series { event.series = try quantity(series, "\(thing), series") }
        return event
    }

    private func argument(
        _ form: ReadingForm.Argument, _ evidence: Span, _ event: String
    ) throws(ReadingFault) -> Event.Argument {
        let role: Role = try Self.value(form.role, event)
        let thing = "\(event), \(form.role)"
        if let entity = form.entity {
            return Event.Argument(role, .entity(try participant(entity, form.span, evidence: evidence, thing)))
        }
        let phrase = form.text ?? ""
        if let words = form.span { return Event.Argument(role, .text(Quote(phrase, try span(words, thing)))) }
        guard let place = place(of: phrase, in: evidence) else {
            throw .wordsDiffer(thing: thing, given: phrase, found: "")
        }
        return Event.Argument(role, .text(Quote(phrase, place)))
    }

    private func quantity(_ form: ReadingForm.Figure, _ thing: String) throws(ReadingFault) -> Quantity {
        guard let value = form.value ?? form.ordinal else { throw .unknownValue(thing: thing, value: "none") }
        let place = try span(form.start, form.end, thing)
        return Quantity(
            value, try Self.value(form.bound ?? Quantity.Bound.exact.rawValue, thing), span: place,
            by: try speakers(form.by, nil, evidence: place, thing))
    }

    private func when(_ form: ReadingForm.When, evidence: Span, _ thing: String) throws(ReadingFault) -> When {
        guard let start = try Self.day(form.start, thing), let end = try Self.day(form.end, thing),
            let interval = CalendarInterval(start, end)
        else { throw .unknownValue(thing: thing, value: "\(form.start ?? "none")…\(form.end ?? "none")") }
        let place: Span
        if let words = form.span {
            place = try span(words, thing)
        } else if let phrase = form.text {
            guard let found = self.place(of: phrase, in: evidence) else {
                throw .wordsDiffer(thing: thing, given: phrase, found: "")
            }
            place = found
        } else {
            place = evidence
        }
        return When(interval, span: place, basis: try Self.value(form.basis ?? When.Basis.stated.rawValue, thing))
    }
}
