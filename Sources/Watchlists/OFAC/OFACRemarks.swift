/// What OFAC writes into an entry's remarks: dates and places of birth, nationalities, identifiers, weak aliases, links.
enum OFACRemarks {
    /// Reads the remarks, parted by semicolons, into the entry, and keeps them as they are.
    static func read(_ remarks: String, into entry: inout ListEntry) {
        guard !remarks.isEmpty else { return }
        entry.remarks = remarks
        for part in items(remarks) {
            let item = part.hasPrefix("alt. ") ? String(part.dropFirst(5)) : part
            if let rest = after("DOB ", item) {
                if let birth = BirthDate(written: rest) { entry.births.append(birth) }
            } else if let rest = after("POB ", item) {
                ListEntry.append(rest, to: &entry.birthPlaces)
            } else if let rest = after("nationality ", item) ?? after("citizen ", item) {
                ListEntry.append(rest, to: &entry.countries)
            } else if let rest = after("Gender ", item) {
                entry.gender = rest
            } else if let rest = after("Linked To: ", item) {
                ListEntry.append(rest, to: &entry.linkedTo)
            } else if let (name, role) = alias(item) {
                // The agency puts its weak aliases here, in quotation marks.
                entry.add(ListedName(name, role: role, isWeak: true))
            } else if let identifier = identifier(item) {
                entry.identifiers.append(identifier)
            }
        }
    }

    private static func items(_ remarks: String) -> [String] {
        var items = remarks.split(separator: ";").map { ListText.trimmed($0) }.filter { !$0.isEmpty }
        if let last = items.last, last.hasSuffix("."), !last.hasSuffix("..") {
            items[items.count - 1] = String(last.dropLast())
        }
        return items
    }

    private static func after(_ start: String, _ item: String) -> String? {
        item.hasPrefix(start) ? ListText.trimmed(item.dropFirst(start.count)) : nil
    }

    private static func alias(_ item: String) -> (String, ListedName.Role)? {
        for (start, role) in [("a.k.a. ", ListedName.Role.alias), ("f.k.a. ", .former), ("n.k.a. ", .now)] {
            guard var name = after(start, item) else { continue }
            if name.hasPrefix("'") && name.hasSuffix("'") && name.count > 2 {
                name = String(name.dropFirst().dropLast())
            }
            return (name, role)
        }
        return nil
    }

    private static let labels: [(words: String, kind: String)] = {
        let table = String(decoding: PackageResources.ofac_identifiers_tsv, as: UTF8.self)
        let rows = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t").map(String.init)
        }
        return rows.filter { $0.count == 2 }.map { ($0[0], $0[1]) }.sorted { $1.0.utf8.count < $0.0.utf8.count }
    }()

    /// "Passport JX755855 (Canada) issued 17 Jul 2004".
    private static func identifier(_ item: String) -> ListedIdentifier? {
        guard let (words, kind) = labels.first(where: { item.hasPrefix($0.words + " ") }) else { return nil }
        var rest = ListText.trimmed(item.dropFirst(words.count))
        for word in [" issued ", " expires "] {
            if let range = rest.firstRange(of: word) { rest = String(rest[..<range.lowerBound]) }
        }
        var country: String?
        if rest.hasSuffix(")"), let open = rest.lastIndex(of: "(") {
            country = String(rest[rest.index(after: open)..<rest.index(before: rest.endIndex)])
            rest = ListText.trimmed(rest[..<open])
        }
        return rest.isEmpty ? nil : ListedIdentifier(kind: kind, number: rest, country: country)
    }
}
