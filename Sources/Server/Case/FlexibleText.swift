import Foundation

/// A sentence where an object gives one, or the sentences of a list, or the named texts of an object, joined.
struct FlexibleText: Decodable, Sendable {
    var text: String
    /// Where the object names one.
    var id: String?

    init(from decoder: any Decoder) throws {
        let tree = try JSONTree(from: decoder)
        text = tree.text
        if case .object(let members) = tree { id = members.first { $0.key == "id" }?.value.text }
    }
}

/// A hit on a list, whatever else it says.
struct FlexibleHit: Decodable, Sendable {
    var list: String?
    var entry: String?
    var name: String?
    var score: Double?
    var why: String

    init(from decoder: any Decoder) throws {
        guard case .object(let members) = try JSONTree(from: decoder) else {
            why = ""
            return
        }
        func text(_ keys: String...) -> String? {
            for key in keys { if let value = members.first(where: { $0.key == key })?.value.text { return value } }
            return nil
        }
        list = text("list", "dataset", "datasets")
        entry = text("entry", "id")
        name = text("name", "caption", "matched")
        score = text("score").flatMap { Double($0) }
        why = text("explanation", "reasons", "why") ?? ""
    }
}

/// JSON of any shape.
enum JSONTree: Decodable, Sendable {
    case text(String)
    case number(Double)
    case boolean(Bool)
    case list([JSONTree])
    case object([(key: String, value: JSONTree)])
    case null

    init(from decoder: any Decoder) throws {
        if let box = try? decoder.container(keyedBy: AnyKey.self) {
            self = .object(
                try box.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
                    ($0.stringValue, try box.decode(JSONTree.self, forKey: $0))
                })
            return
        }
        if var box = try? decoder.unkeyedContainer() {
            var items: [JSONTree] = []
            while !box.isAtEnd { items.append(try box.decode(JSONTree.self)) }
            self = .list(items)
            return
        }
        let box = try decoder.singleValueContainer()
        if box.decodeNil() {
            self = .null
        } else if let flag = try? box.decode(Bool.self) {
            self = .boolean(flag)
        } else if let number = try? box.decode(Double.self) {
            self = .number(number)
        } else {
            self = .text(try box.decode(String.self))
        }
    }

    init?(_ bytes: [UInt8]) {
        guard let tree = try? JSONDecoder().decode(JSONTree.self, from: Data(bytes)) else { return nil }
        self = tree
    }

    subscript(key: String) -> JSONTree? {
        if case .object(let members) = self { members.first { $0.key == key }?.value } else { nil }
    }

    var string: String? { if case .text(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var items: [JSONTree]? { if case .list(let items) = self { items } else { nil } }

    /// For people: the values, the ids left out where there is a name.
    var text: String {
        switch self {
        case .text(let text): text
        case .number(let number):
            number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(format: "%.3f", number)
        case .boolean(let flag): flag ? "✓" : "–"
        case .null: ""
        case .list(let items): items.map(\.text).filter { !$0.isEmpty }.joined(separator: ", ")
        case .object(let members):
            if let name = self["name"]?.text ?? self["text"]?.text {
                name
            } else {
                members.filter { $0.key != "id" }.map { "\($0.key): \($0.value.text)" }.joined(separator: "; ")
            }
        }
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { return nil }
    }
}
