import Vocabulary

/// An entry of the UN's list while its elements come in.
struct UNDraft {
    private var kind: ListEntry.Kind
    private var number = ""
    private var reference = ""
    /// FIRST_NAME to FOURTH_NAME.
    private var nameParts: [String] = []
    private var built: ListEntry

    init(isPerson: Bool) {
        kind = isPerson ? .person : .organization
        built = ListEntry(id: "", kind: kind)
    }

    /// The finished entry; nil without a name or a number.
    func entry() -> ListEntry? {
        guard !number.isEmpty, !nameParts.isEmpty else { return nil }
        var entry = built
        entry.id = "un-\(number)"
        let aliases = entry.names
        entry.names = []
        for (index, name) in Self.names(nameParts.joined(separator: " "), kind).enumerated() {
            entry.add(ListedName(name, role: index == 0 ? .primary : .alias))
        }
        for alias in aliases { entry.add(alias) }
        if !reference.isEmpty { entry.identifiers.append(ListedIdentifier(kind: "UN reference", number: reference)) }
        return entry
    }

    /// Bodies are filed as "LONG NAME (SHORT) ; ANOTHER NAME".
    private static func names(_ text: String, _ kind: ListEntry.Kind) -> [String] {
        guard kind == .organization else { return [text] }
        return text.split(separator: ";").flatMap { part -> [String] in
            let part = ListText.trimmed(part)
            guard part.hasSuffix(")"), let open = part.lastIndex(of: "(") else { return part.isEmpty ? [] : [part] }
            let long = ListText.trimmed(part[..<open])
            let short = ListText.trimmed(part[part.index(after: open)..<part.index(before: part.endIndex)])
            let isShortName = !short.isEmpty && short.utf8.count <= 12 && !short.contains(" ")
            return isShortName && !long.isEmpty ? [long, short] : [part]
        }
    }

    /// A member of the entry, with the members of the group that it closes.
    mutating func take(_ name: String, _ text: String, _ group: [String: String]) {
        switch name {
        case "DATAID": number = text
        case "REFERENCE_NUMBER": reference = text
        case "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME": if !text.isEmpty { nameParts.append(text) }
        case "NAME_ORIGINAL_SCRIPT": built.add(ListedName(text, role: .alias))
        case "UN_LIST_TYPE": ListEntry.append(text, to: &built.programs)
        case "LISTED_ON": built.listedOn = text.isEmpty ? nil : text
        case "GENDER": built.gender = text.isEmpty ? nil : text
        case "COMMENTS1": built.remarks = text.isEmpty ? nil : text
        case "INDIVIDUAL_ALIAS", "ENTITY_ALIAS": alias(group)
        case "INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS":
            ListEntry.append(Self.place(group), to: &built.addresses)
        case "INDIVIDUAL_PLACE_OF_BIRTH": ListEntry.append(Self.place(group), to: &built.birthPlaces)
        case "INDIVIDUAL_DATE_OF_BIRTH": if let birth = Self.birth(group) { built.births.append(birth) }
        case "INDIVIDUAL_DOCUMENT":
            guard let number = group["NUMBER"] else { return }
            built.identifiers.append(
                ListedIdentifier(
                    kind: group["TYPE_OF_DOCUMENT"] ?? group["TYPE_OF_DOCUMENT2"] ?? "Document", number: number,
                    country: group["ISSUING_COUNTRY"] ?? group["COUNTRY_OF_ISSUE"]))
        default: break
        }
    }

    /// One of several values of a member.
    mutating func takeValue(_ member: String, _ text: String) {
        switch member {
        case "NATIONALITY": ListEntry.append(text, to: &built.countries)
        case "DESIGNATION", "TITLE": ListEntry.append(text, to: &built.titles)
        default: break
        }
    }

    private mutating func alias(_ group: [String: String]) {
        guard let text = group["ALIAS_NAME"] else { return }
        let quality = (group["QUALITY"] ?? "").lowercased()
        for name in text.split(separator: ";") {
            let name = ListText.trimmed(name)
            if name.lowercased() == "na" { continue }
            built.add(
                ListedName(name, role: quality.hasPrefix("f.k.a") ? .former : .alias, isWeak: quality == "low"))
        }
    }

    private static func place(_ group: [String: String]) -> String {
        ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"].compactMap { group[$0] }.joined(separator: ", ")
    }

    private static func birth(_ group: [String: String]) -> BirthDate? {
        let kind = group["TYPE_OF_DATE"] ?? ""
        let isApproximate = kind.uppercased().hasPrefix("APPROX")
        if let from = group["FROM_YEAR"].flatMap({ Int($0) }), let to = group["TO_YEAR"].flatMap({ Int($0) }),
            let first = CalendarInterval(year: from), let last = CalendarInterval(year: to),
            let whole = CalendarInterval(first.start, last.end)
        {
            return BirthDate(whole, isApproximate: isApproximate)
        }
        let written = group["DATE"] ?? group["YEAR"] ?? ""
        guard let interval = BirthDate.interval(written) else { return nil }
        return BirthDate(interval, isApproximate: isApproximate)
    }
}
