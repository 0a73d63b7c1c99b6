import Vocabulary

/// Reads the consolidated list of the United Nations Security Council.
public struct UNReader {
    public init() {}

    /// Reads the whole file.
    public func read(_ source: ByteSource) throws(ListFault) -> Watchlist {
        let gathering = UNGathering(file: source.name)
        try XMLElements(file: source.name).read(source) { event, line throws(ListFault) in
            try gathering.take(event, line)
        }
        guard gathering.isList else {
            throw .malformed(file: source.name, line: 1, byte: 0, reason: "the XML is not a CONSOLIDATED_LIST")
        }
        if gathering.entries.isEmpty { throw .empty(source.name) }
        return Watchlist(format: .un, date: gathering.date, entries: gathering.entries)
    }
}

/// What the reading of one UN file has gathered.
private final class UNGathering {
    private let file: String
    private(set) var isList = false
    private(set) var date: CalendarDay?
    private(set) var entries: [ListEntry] = []

    private var path: [String] = []
    private var draft: UNDraft?
    /// Members of the group that is open: an alias, an address, a document.
    private var group: [String: String] = [:]

    init(file: String) { self.file = file }

    func take(_ event: XMLElements.Event, _ line: Int) throws(ListFault) {
        switch event {
        case .began(let name, let attributes):
            if path.isEmpty {
                isList = name == "CONSOLIDATED_LIST"
                guard isList else {
                    throw .malformed(
                        file: file, line: line, byte: 0, reason: "the root is “\(name)”, not CONSOLIDATED_LIST")
                }
                date = attributes["dateGenerated"].flatMap { CalendarDay(iso: $0) }
            } else if path.count == 2 && (name == "INDIVIDUAL" || name == "ENTITY") {
                draft = UNDraft(isPerson: name == "INDIVIDUAL")
            } else if path.count == 3 {
                group = [:]
            }
            path.append(name)
        case .ended(let name, let text):
            path.removeLast()
            try end(name, ListText.trimmed(text), line)
        }
    }

    private func end(_ name: String, _ text: String, _ line: Int) throws(ListFault) {
        switch path.count {
        case 2:
            guard let draft else { return }
            guard let entry = draft.entry() else {
                throw .malformed(
                    file: file, line: line, byte: 0, reason: "an entry without a name or a DATAID ends here")
            }
            entries.append(entry)
            self.draft = nil
        case 3: draft?.take(name, text, group)
        case 4:
            // Values repeat: DESIGNATION and NATIONALITY have several.
            if name == "VALUE" { draft?.takeValue(path[3], text) }
            if !text.isEmpty { group[name] = text }
        default: break
        }
    }
}
