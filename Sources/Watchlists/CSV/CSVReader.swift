/// Reads comma-separated values as they come, in pieces of any size, and hands out rows of raw bytes.
///
/// Quoted fields may hold commas, line ends and doubled quotation marks. A byte 0x1A may end the file, as the agency's own
/// files do. A field longer than a megabyte, a byte 0, a quotation mark in the middle of a field are faults.
public struct CSVReader {
    /// One row.
    public struct Row {
        /// The fields' bytes, without quotation marks.
        public internal(set) var fields: [[UInt8]] = []
        /// Whether a field was quoted.
        public internal(set) var isQuoted: [Bool] = []
        /// Line on which it begins, counted from 1.
        public internal(set) var line = 1
        /// Its first byte in the file.
        public internal(set) var byte = 0
    }

    private enum State { case fieldStart, plain, quoted, afterQuote, ended }

    static let longestField = 1 << 20
    static let mostFields = 1_024

    private let file: String
    private var state = State.fieldStart
    private var row = Row()
    private var field: [UInt8] = []
    private var line = 1
    private var byte = 0
    private var isAfterCarriageReturn = false

    public init(file: String) { self.file = file }

    /// Takes the next bytes; calls `body` for every row that ends in them.
    public mutating func read(_ piece: [UInt8], _ body: (Row) throws(ListFault) -> Void) throws(ListFault) {
        for here in piece {
            try step(here, body)
            byte += 1
        }
    }

    /// Ends the file: hands out a last row without a line end.
    public mutating func finish(_ body: (Row) throws(ListFault) -> Void) throws(ListFault) {
        if state == .quoted {
            throw .truncated(
                file: file, line: row.line, byte: row.byte,
                reason: "the row that begins here has an open quotation mark")
        }
        if state != .ended && (!row.fields.isEmpty || !field.isEmpty || state == .afterQuote) { try endRow(body) }
        state = .ended
    }

    private mutating func step(_ here: UInt8, _ body: (Row) throws(ListFault) -> Void) throws(ListFault) {
        if here == 0 { throw fault("a byte 0; the file is not text in a one-byte or UTF-8 encoding") }
        switch state {
        case .quoted:
            if here == 0x22 {
                state = .afterQuote
            } else {
                if here == 0x0A { line += 1 }
                try append(here)
            }
            return
        case .ended:
            guard here == 0x0A || here == 0x0D || here == 0x1A || here == 0x20 else {
                throw fault("text after the end-of-file mark")
            }
            return
        default: break
        }
        switch here {
        case 0x2C: try endField()
        case 0x0D:
            try endRow(body)
            isAfterCarriageReturn = true
            line += 1
            return
        case 0x0A:
            if isAfterCarriageReturn {
                isAfterCarriageReturn = false
                row.byte = byte + 1
                return
            }
            try endRow(body)
            line += 1
            row.line = line
        case 0x1A where state == .fieldStart && row.fields.isEmpty: state = .ended
        case 0x22: try quote()
        case 0x20 where state == .afterQuote: break
        default:
            if state == .afterQuote { throw fault("text after a closing quotation mark") }
            state = .plain
            try append(here)
        }
        isAfterCarriageReturn = false
    }

    private mutating func quote() throws(ListFault) {
        switch state {
        case .fieldStart: state = .quoted
        case .afterQuote:
            state = .quoted
            try append(0x22)
        default: throw fault("a quotation mark inside a field that does not begin with one")
        }
    }

    private mutating func append(_ here: UInt8) throws(ListFault) {
        guard field.count < Self.longestField else { throw fault("a field longer than a megabyte") }
        field.append(here)
    }

    private mutating func endField() throws(ListFault) {
        guard row.fields.count < Self.mostFields else { throw fault("more than \(Self.mostFields) fields in a row") }
        row.fields.append(field)
        row.isQuoted.append(state == .afterQuote)
        field.removeAll(keepingCapacity: true)
        state = .fieldStart
    }

    private mutating func endRow(_ body: (Row) throws(ListFault) -> Void) throws(ListFault) {
        // A line without anything is no row.
        if state != .fieldStart || !row.fields.isEmpty {
            try endField()
            try body(row)
        }
        row.fields.removeAll(keepingCapacity: true)
        row.isQuoted.removeAll(keepingCapacity: true)
        row.line = line + 1
        row.byte = byte + 1
        state = .fieldStart
    }

    private func fault(_ reason: String) -> ListFault { .malformed(file: file, line: line, byte: byte, reason: reason) }
}
