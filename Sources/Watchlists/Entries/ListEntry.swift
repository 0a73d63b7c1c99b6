public import Vocabulary

/// Somebody or something on a list, as the list describes it.
public struct ListEntry: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case person = "Person"
        /// A company, a body, a group.
        case organization = "Organization"
        case vessel = "Vessel"
        case aircraft = "Airplane"
        /// The list does not say.
        case unknown = "LegalEntity"
    }

    /// The list's own number with its prefix: `ofac-17673`.
    public var id: String
    public var kind: Kind
    /// The name under which the list files it, as written, then its other names.
    public var names: [ListedName]
    /// Short names of the sanctions programmes: SDNTK.
    public var programs: [String] = []
    public var births: [BirthDate] = []
    public var birthPlaces: [String] = []
    /// Countries of nationality or citizenship, and of registration or flag, as written.
    public var countries: [String] = []
    public var identifiers: [ListedIdentifier] = []
    public var addresses: [String] = []
    /// Offices and titles.
    public var titles: [String] = []
    public var gender: String?
    /// Names of entries that this one is linked to.
    public var linkedTo: [String] = []
    /// Day on which it was listed, ISO, when the list says so.
    public var listedOn: String?
    /// What the list says beside, as written.
    public var remarks: String?

    public init(id: String, kind: Kind, names: [ListedName] = []) {
        self.id = id
        self.kind = kind
        self.names = names
    }

    /// The first name.
    public var caption: String { names.first?.text ?? id }

    /// Adds a name unless it is there or empty.
    mutating func add(_ name: ListedName) {
        let text = ListText.trimmed(name.text)
        guard !text.isEmpty, !names.contains(where: { $0.text == text }) else { return }
        names.append(ListedName(text, role: name.role, isWeak: name.isWeak))
    }

    static func append(_ value: some StringProtocol, to list: inout [String]) {
        let text = ListText.trimmed(value)
        if !text.isEmpty && !list.contains(text) { list.append(text) }
    }
}

/// One name of an entry.
public struct ListedName: Sendable, Hashable, Codable {
    public enum Role: String, Sendable, Codable {
        case primary, alias, former, now
    }

    public var text: String
    public var role: Role
    /// So broad that the list itself warns of it.
    public var isWeak: Bool

    public init(_ text: String, role: Role = .primary, isWeak: Bool = false) {
        self.text = text
        self.role = role
        self.isWeak = isWeak
    }
}

/// A number that stands for the entry in some register.
public struct ListedIdentifier: Sendable, Hashable, Codable {
    /// As the list calls it: Passport, C.U.R.P., IMO.
    public var kind: String
    public var number: String
    public var country: String?

    public init(kind: String, number: String, country: String? = nil) {
        self.kind = kind
        self.number = number
        self.country = country
    }

    /// Letters and digits in capitals: what two ways of writing one number share.
    public static func key(_ number: String) -> String {
        String(
            decoding: number.utf8.compactMap { byte -> UInt8? in
                switch byte {
                case 0x30...0x39, 0x41...0x5A: byte
                case 0x61...0x7A: byte - 0x20
                default: nil
                }
            }, as: UTF8.self)
    }
}

/// When somebody was born, as exactly as the list knows.
public struct BirthDate: Sendable, Hashable, Codable {
    /// ISO days, both ends included.
    public var start: String
    public var end: String
    /// "circa".
    public var isApproximate: Bool

    public init(_ interval: CalendarInterval, isApproximate: Bool = false) {
        start = interval.start.iso
        end = interval.end.iso
        self.isApproximate = isApproximate
    }

    public var interval: CalendarInterval? {
        guard let first = CalendarDay(iso: start), let last = CalendarDay(iso: end) else { return nil }
        return CalendarInterval(first, last)
    }
}
