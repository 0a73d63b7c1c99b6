internal import Foundation

extension FtMEntity: Codable {
    private enum Keys: String, CodingKey {
        case id, schema, caption, properties, datasets, referents
        case lastChange = "last_change"
    }

    /// A value of a property: text, or a nested entity, of which only the id is kept.
    private struct Value: Decodable {
        private enum Keys: String, CodingKey { case id }
        var text: String?

        init(from decoder: any Decoder) throws {
            if let single = try? decoder.singleValueContainer() {
                if let text = try? single.decode(String.self) {
                    self.text = text
                    return
                }
                if let number = try? single.decode(Double.self) {
                    text = number == number.rounded() ? String(Int64(number)) : String(number)
                    return
                }
            }
            text = try? decoder.container(keyedBy: Keys.self).decode(String.self, forKey: .id)
        }
    }

    public init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Keys.self)
        let values = try object.decodeIfPresent([String: [Value]].self, forKey: .properties) ?? [:]
        self.init(
            id: try object.decode(String.self, forKey: .id), schema: try object.decode(String.self, forKey: .schema),
            caption: try object.decodeIfPresent(String.self, forKey: .caption),
            properties: values.mapValues { $0.compactMap(\.text) },
            datasets: try object.decodeIfPresent([String].self, forKey: .datasets) ?? [],
            referents: try object.decodeIfPresent([String].self, forKey: .referents) ?? [],
            lastChange: try object.decodeIfPresent(String.self, forKey: .lastChange))
    }

    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Keys.self)
        try object.encode(id, forKey: .id)
        try object.encode(schema, forKey: .schema)
        try object.encodeIfPresent(caption, forKey: .caption)
        try object.encode(properties, forKey: .properties)
        if !datasets.isEmpty { try object.encode(datasets, forKey: .datasets) }
        if !referents.isEmpty { try object.encode(referents, forKey: .referents) }
        try object.encodeIfPresent(lastChange, forKey: .lastChange)
    }

    /// Reads one line.
    public init(line: [UInt8]) throws(FtMFault) {
        do {
            self = try JSONDecoder().decode(FtMEntity.self, from: Data(line))
        } catch { throw FtMFault(error) }
        guard !id.isEmpty else { throw .missing("id") }
    }

    /// One line without its end: members in the order of their names, so that equal entities give equal bytes.
    public func line() throws(FtMFault) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return [UInt8](try encoder.encode(self))
        } catch { throw FtMFault(error) }
    }
}

/// Why a line is not an entity.
public enum FtMFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Not JSON, or not the JSON of an entity; what was wrong with it.
    case notAnEntity(String)
    /// A member that every entity has is missing or empty.
    case missing(String)

    init(_ error: any Error) {
        switch error {
        case DecodingError.keyNotFound(let key, _): self = .missing(key.stringValue)
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            self = .notAnEntity(path.isEmpty ? "it is not an object" : "“\(path)” has another form")
        default: self = .notAnEntity("it is not JSON")
        }
    }

    /// Stable code, `ftm.what`.
    public var code: String {
        switch self {
        case .notAnEntity: "ftm.not-an-entity"
        case .missing: "ftm.missing-member"
        }
    }

    public var description: String {
        switch self {
        case .notAnEntity(let what): "not an entity of FollowTheMoney: \(what) [\(code)]"
        case .missing(let member): "an entity of FollowTheMoney without “\(member)” [\(code)]"
        }
    }
}
