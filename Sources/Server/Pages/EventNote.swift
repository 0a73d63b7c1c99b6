import Vocabulary

/// One event of a report in a few lines.
struct EventNote {
    let event: Event
    let reading: Reading
    let words: Words

    func content() -> HTML {
        """
        <strong>\(words.of("E", event.type.rawValue))</strong>\
        \(if: event.label != event.type.rawValue, ": \(event.label)") \(Self.tag(event.modality, event.polarity, words)) \
        \(if: event.when != nil, "<time class=\"fine\">\(when())</time>")<br>
        \(HTML(parts(), separator: "; "))\(speakers())
        """
    }

    /// Nothing for what is told as fact.
    static func tag(_ modality: Modality, _ polarity: Polarity, _ words: Words) -> HTML {
        let sure: HTML =
            modality == .asserted
            ? "" : "<span class=\"tag \(modality.rawValue)\">\(words[modality.rawValue])</span>"
        return polarity == .positive ? sure : "\(sure) <span class=\"tag\">\(words["negative"])</span>"
    }

    private func parts() -> [HTML] {
        var parts = event.arguments.map { argument -> HTML in
            let filler: String
            switch argument.filler {
            case .entity(let participant): filler = name(participant.entity)
            case .text(let quote): filler = quote.text
            }
            return "<span class=\"label\">\(words.of("A", argument.role.rawValue))</span> \(filler)"
        }
        if let count = event.count { parts.append("<span class=\"label\">\(words["count"])</span> \(count)") }
        return parts
    }

    private func speakers() -> HTML {
        guard !event.attributedTo.isEmpty else { return "" }
        let names = event.attributedTo.map { name($0.entity) }.joined(separator: ", ")
        return " <span class=\"fine\">\(words["said-by"]) \(names)</span>"
    }

    private func when() -> String { event.when.map { DateWords.of($0.interval) } ?? "" }

    private func name(_ id: EntityID) -> String { reading.entities.first { $0.id == id }?.name ?? id }
}

/// Dates as exact as they are.
enum DateWords {
    /// A day, a month, a year, or a start and an end: never more exact than what is known.
    static func of(_ interval: CalendarInterval) -> String {
        switch interval.precision {
        case .day: interval.start.iso
        case .month: String(interval.start.iso.prefix(7))
        case .year: String(interval.start.iso.prefix(4))
        case .interval: "\(interval.start.iso) – \(interval.end.iso)"
        }
    }
}
