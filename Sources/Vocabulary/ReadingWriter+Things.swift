extension ReadingWriter {
    mutating func write(_ entity: Entity) throws(ReadingFault) {
        let thing = "entity \(entity.id)"
        guard !entity.mentions.isEmpty else { throw .noMention(id: entity.id) }
        json.beginObject()
        json.key("id")
        json.string(entity.id)
        json.key("type")
        json.string(entity.type.rawValue)
        json.key("name")
        json.string(entity.name)
        json.key("aliases")
        json.beginArray()
        for alias in entity.aliases { json.string(alias) }
        json.endArray()
        json.key("count")
        json.integerOrNull(entity.count)
        json.key("mentions")
        json.beginArray()
        for mention in entity.mentions { try write(mention, of: thing) }
        json.endArray()
        if let age = entity.age {
            json.key("age")
            try write(age, of: "\(thing), age")
        }
        if let born = entity.born {
            json.key("born")
            try write(born, of: "\(thing), born")
        }
        if !entity.identifiers.isEmpty {
            json.key("identifiers")
            json.beginArray()
            for identifier in entity.identifiers { try write(identifier, of: "\(thing), identifier") }
            json.endArray()
        }
        if let hits = hits[entity.id] {
            json.key("hits")
            json.beginArray()
            for hit in hits { writeHit(hit, &json) }
            json.endArray()
        }
        json.endObject()
    }

    mutating func write(_ relation: Relation) throws(ReadingFault) {
        let thing = "relation \(relation.id)"
        try check(relation.from.entity, of: thing)
        try check(relation.to.entity, of: thing)
        json.beginObject()
        json.key("id")
        json.string(relation.id)
        json.key("type")
        json.string(relation.type.rawValue)
        json.key("label")
        json.string(relation.label)
        json.key("from")
        json.string(relation.from.entity)
        json.key("to")
        json.string(relation.to.entity)
        json.key("from_span")
        try write(relation.from.span, of: "\(thing), from")
        json.key("to_span")
        try write(relation.to.span, of: "\(thing), to")
        json.key("modality")
        json.string(relation.modality.rawValue)
        json.key("polarity")
        json.string(relation.polarity.rawValue)
        try writeSpeakers(relation.attributedTo, of: "\(thing), speaker")
        json.key("evidence")
        try writeBounds(relation.evidence, of: "\(thing), evidence")
        json.endObject()
    }

    mutating func write(_ event: Event) throws(ReadingFault) {
        let thing = "event \(event.id)"
        guard event.modality != .former else { throw .wrongModality(thing: thing, modality: event.modality.rawValue) }
        json.beginObject()
        json.key("id")
        json.string(event.id)
        json.key("type")
        json.string(event.type.rawValue)
        json.key("label")
        json.string(event.label)
        json.key("modality")
        json.string(event.modality.rawValue)
        json.key("polarity")
        json.string(event.polarity.rawValue)
        json.key("trigger")
        try write(event.trigger, of: "\(thing), trigger")
        try writeTerms(of: event, thing)
        json.key("arguments")
        json.beginArray()
        for argument in event.arguments { try write(argument, of: event, thing) }
        json.endArray()
        json.key("count")
        json.integerOrNull(event.count)
        json.key("counts")
        json.beginArray()
        for count in event.counts { try write(count, of: "\(thing), count") }
        json.endArray()
        json.key("when")
        if let when = event.when { try write(when, of: "\(thing), when") } else { json.null() }
        try writeSpeakers(event.attributedTo, of: "\(thing), speaker")
        try writeCircumstances(of: event, thing)
        json.key("evidence")
        try writeBounds(event.evidence, of: "\(thing), evidence")
        json.endObject()
    }

    private mutating func writeTerms(of event: Event, _ thing: String) throws(ReadingFault) {
        json.key("terms")
        json.beginArray()
        for term in event.terms {
            try check(term.quote, of: "\(thing), term")
            json.beginObject()
            json.key("label")
            json.string(term.label)
            try writeMembers(term.quote.span, of: "\(thing), term")
            if !term.by.isEmpty {
                json.key("by")
                try write(term.by, of: "\(thing), term")
            }
            json.endObject()
        }
        json.endArray()
    }

    private mutating func write(_ argument: Event.Argument, of event: Event, _ thing: String) throws(ReadingFault) {
        let role = argument.role.rawValue
        let named = "\(thing), \(role)"
        guard event.type.roles.contains(argument.role) else { throw .roleNotAllowed(thing: thing, role: role) }
        json.beginObject()
        json.key("role")
        json.string(role)
        switch argument.filler {
        case .entity(let participant):
            guard !argument.role.isText else { throw .wrongFiller(thing: thing, role: role) }
            try check(participant.entity, of: named)
            json.key("entity")
            json.string(participant.entity)
        case .text(let quote):
            guard argument.role.isText else { throw .wrongFiller(thing: thing, role: role) }
            try check(quote, of: named)
            json.key("text")
            json.string(quote.text)
        }
        json.key("span")
        try write(argument.filler.span, of: named)
        json.endObject()
    }

    /// What an event may have besides: the accused's answer, the reason, the legal basis, its number in a series.
    private mutating func writeCircumstances(of event: Event, _ thing: String) throws(ReadingFault) {
        if let denied = event.denied {
            json.key("response")
            json.beginObject()
            json.key("label")
            json.string("denied")
            try writeMembers(denied, of: "\(thing), response")
            json.endObject()
        }
        if let reason = event.reason {
            json.key("reason")
            try write(reason, of: "\(thing), reason")
        }
        if let legalBasis = event.legalBasis {
            json.key("legal_basis")
            try write(legalBasis, of: "\(thing), legal basis")
        }
        if let series = event.series {
            json.key("series")
            json.beginObject()
            json.key("ordinal")
            json.integer(series.value)
            try writeMembers(series.span, of: "\(thing), series")
            json.endObject()
        }
    }
}
