import Vocabulary

/// The words in which a table tells relations and events. No wording tells as a fact what the report tells as an
/// accusation.
enum Wording {
    /// Before the noun of an event or the verb of a relation; empty for what the report tells as a fact.
    static func certainty(_ modality: Modality, _ polarity: Polarity) -> String {
        switch (modality, polarity) {
        case (.asserted, .positive): ""
        case (.alleged, .positive): "alleged"
        case (.planned, .positive): "planned"
        case (.possible, .positive): "possible"
        case (.threatened, .positive): "threatened"
        case (.former, .positive): "former"
        case (.asserted, .negative): "did not happen:"
        case (.alleged, .negative): "said not to have happened:"
        case (.former, .negative): "was not so:"
        case (_, .negative): "is not to happen:"
        }
    }

    /// What kind of happening: the label, and the type where the label alone would not tell.
    static func noun(_ event: Event) -> String {
        let label = DisplayText.clean(event.label)
        return switch event.type {
        case .designation, .release, .sentence, .charge:
            label.isEmpty || label == event.type.rawValue ? event.type.rawValue : "\(event.type.rawValue) (\(label))"
        default: label.isEmpty ? event.type.rawValue : label
        }
    }

    /// What stands before the words that fill a role.
    static func preposition(_ role: Role, of type: EventType) -> String {
        switch (role, type) {
        case (.person, .charge): "against"
        case (.person, .plea), (.person, .contest), (.person, .crime): "by"
        case (.person, .seizure): "from"
        case (.person, .reward): "for"
        case (.person, _), (.victim, _): "of"
        case (.agent, .trial): "before"
        case (.agent, _): "by"
        case (.party, .agreement): "between"
        case (.party, _): "of"
        case (.target, .tariff): "on"
        case (.target, .opposition), (.recipient, _): "to"
        case (.target, .authorization): "concerning"
        case (.target, _): "of"
        case (.origin, _): "from"
        case (.destination, _): "to"
        case (.place, _): "in"
        case (.crime, .crime): "—"
        case (.crime, .plea): "on"
        case (.crime, _): "for"
        case (.penalty, _): "to"
        case (.object, _): "of"
        case (.amount, _): "of"
        case (.measure, .contest): "against"
        case (.measure, .opposition): "to"
        case (.measure, .request): "for"
        case (.measure, _): "of"
        case (.list, _): "on"
        }
    }

    /// What a reader must be told of an event whose noun alone could be taken for more than the report says.
    static func remark(_ event: Event) -> String? {
        let names = event.arguments.contains { argument in
            switch event.type {
            case .crime: argument.role == .person
            case .death, .attack, .kidnapping: argument.role == .agent
            default: false
            }
        }
        if event.type == .charge { return "an accusation" }
        guard names, event.polarity == .positive else { return nil }
        return event.modality == .asserted ? "told as a fact by the report" : "not told as a fact"
    }

    /// How an entity stands to another, from the first one's side.
    static func relation(_ relation: Relation) -> String {
        let label = DisplayText.clean(relation.label)
        let words =
            switch relation.type {
            case .leads: relation.modality == .former ? "led" : "leads"
            case .memberOf: label.isEmpty || label == "member" ? "member of" : "\(label), member of"
            case .partOf: "\(label.isEmpty ? "part" : label) of"
            case .alliedWith: "allied with"
            case .rivalOf: "rival of"
            case .familyOf: "\(label.isEmpty ? "relative" : label) of"
            case .associateOf: "\(label.isEmpty ? "associate" : label) of"
            case .holdsOffice: "\(label.isEmpty ? "office" : label) —"
            case .nationalOf: "national of"
            case .basedIn: "based in"
            case .worksFor: label.isEmpty ? "works for" : "\(label), works for"
            }
        return manner(relation) + words
    }

    /// The same from the second one's side.
    static func inverse(_ relation: Relation) -> String {
        let label = DisplayText.clean(relation.label)
        let words =
            switch relation.type {
            case .leads: "led by"
            case .memberOf: "member:"
            case .partOf: "\(label.isEmpty ? "part" : label):"
            case .alliedWith: "allied with"
            case .rivalOf: "rival of"
            case .familyOf: "\(label.isEmpty ? "relative" : label):"
            case .associateOf: "\(label.isEmpty ? "associate" : label):"
            case .holdsOffice: "\(label.isEmpty ? "office" : label):"
            case .nationalOf: "national:"
            case .basedIn: "base of"
            case .worksFor: "works here:"
            }
        return manner(relation) + words
    }

    private static func manner(_ relation: Relation) -> String {
        if relation.polarity == .negative { return "said not to be: " }
        return switch relation.modality {
        case .asserted: ""
        case .alleged: "allegedly "
        case .former: relation.type == .leads ? "" : "formerly "
        case .planned: "to be: "
        case .possible: "possibly "
        case .threatened: "threatened: "
        }
    }

    /// A calendar interval as short as it can be: a day, a month, a year, or from and to.
    static func interval(_ interval: CalendarInterval) -> String {
        let (start, end) = (interval.start, interval.end)
        if start == end { return start.iso }
        if start.month == 1, start.day == 1, end.month == 12, end.day == 31, start.year == end.year {
            return String(start.iso.prefix(4))
        }
        let lastDay = CalendarDay.length(ofMonth: end.month, year: end.year)
        if start.day == 1, end.day == lastDay, start.year == end.year, start.month == end.month {
            return String(start.iso.prefix(7))
        }
        return "\(start.iso) to \(end.iso)"
    }
}
