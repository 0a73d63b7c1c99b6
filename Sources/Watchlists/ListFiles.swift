/// Finds out which list some files are, and reads them.
public enum ListFiles {
    /// A file: its name without folders, and what opens it; opened at most twice.
    public struct File {
        public var name: String
        public var open: () throws(ListFault) -> ByteSource

        public init(name: String, open: @escaping () throws(ListFault) -> ByteSource) {
            self.name = name
            self.open = open
        }
    }

    /// Reads a file, or the files of a folder.
    ///
    /// - Parameter place: names the file or folder in messages.
    public static func read(_ files: [File], place: String) throws(ListFault) -> Watchlist {
        if let set = OFACSet(files) { return try set.read(place) }
        for file in files.sorted(by: { $0.name < $1.name }) {
            switch try format(file) {
            case .un: return try UNReader().read(file.open())
            case .followTheMoney:
                var reader = FtMListReader(file: file.name)
                return try reader.read(file.open())
            default: continue
            }
        }
        throw .unknownFormat(place)
    }

    /// Tells the format from the first bytes.
    private static func format(_ file: File) throws(ListFault) -> ListFormat? {
        let source = try file.open()
        var head: [UInt8] = []
        while head.count < 4_096 {
            let piece = try source.next()
            if piece.isEmpty { break }
            head += piece
        }
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
        let first = head.first { $0 > 0x20 }
        let text = String(decoding: head.prefix(4_096), as: UTF8.self)
        if first == UInt8(ascii: "<") {
            return text.contains("CONSOLIDATED_LIST") || text.contains("<?xml") ? .un : nil
        }
        if first == UInt8(ascii: "{") {
            return text.contains("\"schema\"") || text.contains("\"id\"") ? .followTheMoney : nil
        }
        return nil
    }
}

/// The files of OFAC's set among others: `sdn.csv`, `alt.csv` …, or `cons_prim.csv`, `cons_alt.csv` …
private struct OFACSet {
    private let parts: [(OFACReader.Part, ListFiles.File)]
    private let wanted: String?

    /// nil when there is no main file and no file that would belong to one.
    init?(_ files: [ListFiles.File]) {
        let names: [[OFACReader.Part: [String]]] = [
            [.main: ["sdn.csv"], .aliases: ["alt.csv"], .addresses: ["add.csv"], .comments: ["sdn_comments.csv"]],
            [
                .main: ["cons_prim.csv"], .aliases: ["cons_alt.csv"], .addresses: ["cons_add.csv"],
                .comments: ["cons_comments.csv"],
            ],
        ]
        for set in names {
            let parts = OFACReader.Part.allCases.compactMap { part -> (OFACReader.Part, ListFiles.File)? in
                files.first { set[part]?.contains($0.name.lowercased()) == true }.map { (part, $0) }
            }
            guard !parts.isEmpty else { continue }
            self.parts = parts
            wanted = parts.contains { $0.0 == .main } ? nil : set[.main]?.first
            return
        }
        return nil
    }

    func read(_ place: String) throws(ListFault) -> Watchlist {
        if let wanted { throw .missingFile(place, wants: wanted) }
        var reader = OFACReader()
        for (part, file) in parts { try reader.read(part, file.open()) }
        let entries = try reader.finish()
        return Watchlist(format: .ofac, entries: entries, notes: reader.notes)
    }
}
