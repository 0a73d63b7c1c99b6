/// Something that a view of the case lists; CASE.md has its JSON.
public protocol CaseItem: Sendable {
    func write(to json: inout JSONWriter)
}

/// What a view prints: its items in their order.
public struct CaseListing<Entry: CaseItem>: Sendable {
    /// The name and version of the form.
    public static var format: String { "expediente.case/1" }

    /// The case's name.
    public var caseName: String
    public var items: [Entry]
    /// How to ask for the next items; nil when these are the last.
    public var next: String?

    public init(caseName: String, items: [Entry], next: String? = nil) {
        self.caseName = caseName
        self.items = items
        self.next = next
    }

    /// One object, without a line end.
    public var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("format")
        json.string(Self.format)
        json.key("case")
        json.string(caseName)
        json.key("items")
        json.list(items) { $1.write(to: &$0) }
        if let next {
            json.key("next")
            json.string(next)
        }
        json.endObject()
        return json.bytes
    }

    /// An item a line.
    public var lines: [UInt8] {
        items.flatMap { item in
            var json = JSONWriter()
            item.write(to: &json)
            return json.bytes + [0x0A]
        }
    }
}

extension JSONWriter {
    /// An array.
    public mutating func list<Element>(
        _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void
    ) {
        beginArray()
        for element in elements { write(&self, element) }
        endArray()
    }

    /// A member with an array of strings.
    public mutating func strings(_ name: StaticString, _ strings: some Sequence<String>) {
        key(name)
        list(strings) { $0.string($1) }
    }

    /// A member with words, or null.
    public mutating func member(_ name: StaticString, _ value: String?) {
        key(name)
        stringOrNull(value)
    }

    /// A member with a number, or null.
    public mutating func member(_ name: StaticString, _ value: Int?) {
        key(name)
        integerOrNull(value)
    }
}
