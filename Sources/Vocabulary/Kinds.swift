/// The types of entities that a reading names. READING.md defines each.
public enum EntityType: String, Sendable, CaseIterable, Codable {
    case person = "Person"
    case people = "People"
    case organization = "Organization"
    case publicBody = "PublicBody"
    case company = "Company"
    case country = "Country"
    case place = "Place"
}

/// The types of relations between two entities.
public enum RelationType: String, Sendable, CaseIterable, Codable {
    case leads
    case memberOf = "member_of"
    case partOf = "part_of"
    case alliedWith = "allied_with"
    case rivalOf = "rival_of"
    case familyOf = "family_of"
    case associateOf = "associate_of"
    case holdsOffice = "holds_office"
    case nationalOf = "national_of"
    case basedIn = "based_in"
    case worksFor = "works_for"

    /// Whether the relation holds in both directions and is given once.
    public var isSymmetric: Bool {
        switch self {
        case .alliedWith, .rivalOf, .familyOf, .associateOf: true
        default: false
        }
    }
}

/// The types of events.
public enum EventType: String, Sendable, CaseIterable, Codable {
    case transfer, arrest, charge, trial, plea, conviction, sentence, release, escape, contest, death, attack,
        kidnapping
    case crime, seizure, reward, designation, tariff, authorization, agreement, meeting, request, assurance, opposition

    /// The roles that an event of this type may have, in the order in which they are shown.
    public var roles: [Role] {
        switch self {
        case .transfer: [.person, .origin, .destination, .agent]
        case .arrest, .trial, .release: [.person, .agent, .place]
        case .charge: [.person, .agent, .crime, .place]
        case .plea: [.person, .crime, .place]
        case .conviction: [.person, .crime, .agent, .place]
        case .sentence: [.person, .agent, .penalty, .crime, .place]
        case .escape: [.person, .place]
        case .contest: [.person, .measure]
        case .death, .attack, .kidnapping: [.victim, .agent, .place]
        case .crime: [.person, .crime, .place]
        case .seizure: [.agent, .object, .person, .place]
        case .reward: [.agent, .person, .amount]
        case .designation: [.target, .agent, .list]
        case .tariff: [.agent, .target]
        case .authorization, .opposition: [.agent, .target, .measure]
        case .agreement: [.party]
        case .meeting: [.party, .place]
        case .request, .assurance: [.agent, .recipient, .measure]
        }
    }
}

/// What an argument is to its event.
public enum Role: String, Sendable, CaseIterable, Codable {
    case person, victim, agent, party, target, recipient, origin, destination, place
    case crime, penalty, object, amount, measure, list

    /// Whether the argument is a phrase of the report and not an entity.
    public var isText: Bool {
        switch self {
        case .crime, .penalty, .object, .amount, .measure, .list: true
        default: false
        }
    }
}

/// How sure the report is.
public enum Modality: String, Sendable, CaseIterable, Codable {
    case asserted, alleged, planned, possible, threatened
    /// Relations only.
    case former
}

public enum Polarity: String, Sendable, CaseIterable, Codable {
    case positive, negative
}
