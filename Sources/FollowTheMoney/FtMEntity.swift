/// An entity of FollowTheMoney: an id, a schema, and properties with several values each.
///
/// The form is https://followthemoney.tech's: one JSON object a line. What a value means, its schema's property says.
public struct FtMEntity: Sendable, Hashable {
    public var id: String
    /// Name of a schema: `Person`, `Company`, `Sanction` …
    public var schema: String
    /// The name to show; not a property.
    public var caption: String?
    /// Values by property name, in the order in which they were given.
    public var properties: [String: [String]]
    /// Names of the datasets that it comes from.
    public var datasets: [String]
    /// Ids of entities that were merged into it.
    public var referents: [String]
    /// ISO date or time of its last change, when the source gives one.
    public var lastChange: String?

    public init(
        id: String, schema: String, caption: String? = nil, properties: [String: [String]] = [:],
        datasets: [String] = [], referents: [String] = [], lastChange: String? = nil
    ) {
        self.id = id
        self.schema = schema
        self.caption = caption
        self.properties = properties
        self.datasets = datasets
        self.referents = referents
        self.lastChange = lastChange
    }

    /// The values of a property, none when it has none.
    public func values(_ property: String) -> [String] { properties[property] ?? [] }

    /// The first value of a property.
    public func first(_ property: String) -> String? { properties[property]?.first }

    /// Adds a value unless it is there already or empty.
    public mutating func add(_ property: String, _ value: String) {
        guard !value.isEmpty, properties[property]?.contains(value) != true else { return }
        properties[property, default: []].append(value)
    }
}
