/// Reads the CSV set of the Office of Foreign Assets Control, the list of Specially Designated Nationals or the
/// consolidated one.
///
/// The files have no head row; `-0-` is an empty field. Rows of the alias, address and comment files name entries of the
/// main file. A few that name an entry which is not there come from files fetched on either side of a change of the
/// list and are noted; more of them show that the main file was cut.
public struct OFACReader {
    /// The files of the set.
    public enum Part: Sendable, CaseIterable {
        case main, aliases, addresses, comments

        var columns: Int {
            switch self {
            case .main: 12
            case .aliases: 5
            case .addresses: 6
            case .comments: 2
            }
        }
    }

    private let prefix: String
    private var entries: [ListEntry] = []
    private var places: [String: Int] = [:]
    private var remarks: [String] = []
    /// Rows of the files beside the main one, and those of them that are about no entry of it.
    private var rowsBeside = 0
    private var strays: [(file: String, line: Int, byte: Int, number: String)] = []

    /// One row in so many may be a stray.
    static let rowsForOneStray = 500

    /// - Parameter prefix: stands before the agency's numbers in the entries' ids.
    public init(prefix: String = "ofac") { self.prefix = prefix }

    /// Reads one file; the main one first.
    public mutating func read(_ part: Part, _ source: ByteSource) throws(ListFault) {
        var reader = CSVReader(file: source.name)
        var rows: [CSVReader.Row] = []
        while true {
            let piece = try source.next()
            if piece.isEmpty { break }
            try reader.read(piece) { rows.append($0) }
            for row in rows { try take(row, part, source.name) }
            rows.removeAll(keepingCapacity: true)
        }
        try reader.finish { rows.append($0) }
        if let open = rows.first {
            throw .truncated(
                file: source.name, line: open.line, byte: open.byte, reason: "the last row does not end its line")
        }
        if part == .main && entries.isEmpty { throw .empty(source.name) }
    }

    /// What was passed over, in words, empty when nothing was.
    public var notes: [String] {
        strays.map { "\($0.file), line \($0.line): about entry \($0.number), which the main file does not have" }
    }

    /// The entries in the order of the main file.
    public mutating func finish() throws(ListFault) -> [ListEntry] {
        if let first = strays.first, strays.count * Self.rowsForOneStray > rowsBeside {
            throw .truncated(
                file: first.file, line: first.line, byte: first.byte,
                reason: "the row is about entry \(first.number), which the main file does not have")
        }
        for index in entries.indices {
            OFACRemarks.read(remarks[index], into: &entries[index])
        }
        return entries
    }

    private mutating func take(_ row: CSVReader.Row, _ part: Part, _ file: String) throws(ListFault) {
        guard row.fields.count == part.columns else {
            throw .malformed(
                file: file, line: row.line, byte: row.byte,
                reason: "a row of \(row.fields.count) fields where there should be \(part.columns)")
        }
        let fields = row.fields.map(Self.field)
        guard !fields[0].isEmpty, fields[0].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            throw .malformed(
                file: file, line: row.line, byte: row.byte, reason: "the row does not begin with an entry's number")
        }
        if part == .main { return try takeEntry(fields, row, file) }
        rowsBeside += 1
        guard let place = places[fields[0]] else {
            strays.append((file, row.line, row.byte, fields[0]))
            return
        }
        switch part {
        case .main: break
        case .aliases:
            let role: ListedName.Role = fields[2] == "fka" ? .former : fields[2] == "nka" ? .now : .alias
            entries[place].add(ListedName(fields[3], role: role))
        case .addresses:
            let parts = fields[2...4].filter { !$0.isEmpty }
            ListEntry.append(parts.joined(separator: ", "), to: &entries[place].addresses)
        case .comments: remarks[place] += fields[1]
        }
    }

    private mutating func takeEntry(_ fields: [String], _ row: CSVReader.Row, _ file: String) throws(ListFault) {
        guard !fields[1].isEmpty else {
            throw .malformed(file: file, line: row.line, byte: row.byte, reason: "an entry without a name")
        }
        let kind: ListEntry.Kind
        switch fields[2].lowercased() {
        case "individual": kind = .person
        case "vessel": kind = .vessel
        case "aircraft": kind = .aircraft
        case "", "entity": kind = .organization
        default:
            throw .malformed(
                file: file, line: row.line, byte: row.byte,
                reason: "an entry of an unknown kind, “\(fields[2].prefix(40))”")
        }
        guard places.updateValue(entries.count, forKey: fields[0]) == nil else {
            throw .malformed(
                file: file, line: row.line, byte: row.byte, reason: "entry \(fields[0]) for the second time")
        }
        var entry = ListEntry(id: "\(prefix)-\(fields[0])", kind: kind)
        entry.add(ListedName(fields[1]))
        entry.programs = fields[3].components(separatedBy: "] [").filter { !$0.isEmpty }
        if !fields[4].isEmpty { entry.titles = fields[4].components(separatedBy: "; ") }
        if !fields[9].isEmpty { entry.countries = [fields[9]] }
        if !fields[5].isEmpty { entry.identifiers.append(ListedIdentifier(kind: "Call sign", number: fields[5])) }
        entries.append(entry)
        remarks.append(fields[11])
    }

    private static func field(_ bytes: [UInt8]) -> String {
        let text = ListText.trimmed(ListText.decoded(bytes))
        return text == "-0-" ? "" : text
    }
}
