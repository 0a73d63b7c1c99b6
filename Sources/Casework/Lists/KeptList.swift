import Vocabulary
public import Watchlists

/// What is known of a kept list without reading its entries.
public struct KeptList: Sendable, Hashable, Codable {
    /// Short name, by which `--list` finds it.
    public var name: String
    public var format: ListFormat
    /// ISO day that the list is of, when known.
    public var date: String?
    /// SHA-256 of what was read.
    public var digest: String
    public var entries: Int
    public var names: Int
    /// A path or an address.
    public var source: String
    /// ISO time in UTC at which it was added.
    public var added: String
    /// How many entries the list had that it replaced.
    public var entriesBefore: Int?
}

extension KeptList {
    /// The object of the command line and the API.
    public var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("name", name)
        json.member("format", format.rawValue)
        json.member("date", date)
        json.member("entries", entries)
        json.member("names", names)
        json.member("sha256", digest)
        json.member("added", added)
        json.member("source", source)
        json.member("entries_before", entriesBefore)
        json.endObject()
        return json.bytes
    }
}
