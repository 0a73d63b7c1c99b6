/// A schema of FollowTheMoney: what it is a kind of, and, for links, which properties hold their ends.
public struct FtMSchema: Sendable, Hashable {
    public let name: String
    public let label: String
    /// All schemata that it is a kind of, itself first.
    public let ancestors: [String]
    /// The property that holds a link's first end; nil for things.
    public let source: String?
    public let target: String?

    public func isA(_ name: String) -> Bool { ancestors.contains(name) }

    /// The schemata that the program uses, by name.
    public static let shipped: [String: FtMSchema] = {
        var parents: [String: [String]] = [:]
        var rows: [[String]] = []
        let text = String(decoding: PackageResources.schemata_tsv, as: UTF8.self)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count == 5 else { continue }
            rows.append(fields)
            parents[fields[0]] = fields[1] == "-" ? [] : fields[1].split(separator: " ").map(String.init)
        }
        var shipped: [String: FtMSchema] = [:]
        for fields in rows {
            var ancestors: [String] = []
            var open = [fields[0]]
            while let name = open.popLast() {
                if ancestors.contains(name) { continue }
                ancestors.append(name)
                open += (parents[name] ?? []).reversed()
            }
            shipped[fields[0]] = FtMSchema(
                name: fields[0], label: fields[4], ancestors: ancestors, source: fields[2] == "-" ? nil : fields[2],
                target: fields[3] == "-" ? nil : fields[3])
        }
        return shipped
    }()

    /// Whether a schema is a kind of another; an unknown schema is only itself.
    public static func isA(_ schema: String, _ name: String) -> Bool {
        schema == name || shipped[schema]?.isA(name) == true
    }
}
