/// A file to be read once, piece by piece: its name for messages, and what gives the next bytes, none at the end.
public struct ByteSource {
    public var name: String
    public var next: () throws(ListFault) -> [UInt8]

    public init(name: String, next: @escaping () throws(ListFault) -> [UInt8]) {
        self.name = name
        self.next = next
    }

    /// Bytes that are there already.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        var rest: [UInt8]? = bytes
        next = {
            defer { rest = nil }
            return rest ?? []
        }
    }
}
