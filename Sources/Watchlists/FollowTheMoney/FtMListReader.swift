import FollowTheMoney
import Vocabulary

/// Reads FollowTheMoney entities, one a line, as a list: people, bodies, vessels and aircraft become entries; sanctions,
/// identifications and addresses are joined to the entries that they are about.
public struct FtMListReader {
    private let file: String
    private var entries: [ListEntry] = []
    private var places: [String: Int] = [:]
    private var date: CalendarDay?
    /// Programmes and identifiers that came before their entry.
    private var early: [String: [FtMEntity]] = [:]
    private var line: [UInt8] = []
    private var number = 1
    private var byte = 0

    static let longestLine = 16 << 20

    public init(file: String) { self.file = file }

    /// Reads the whole file.
    public mutating func read(_ source: ByteSource) throws(ListFault) -> Watchlist {
        while true {
            let piece = try source.next()
            if piece.isEmpty { break }
            for part in piece.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
                if part.offset > 0 { try endLine() }
                guard line.count + part.element.count <= Self.longestLine else {
                    throw fault("a line longer than 16 MiB")
                }
                line += part.element
            }
        }
        let isOpen = !line.isEmpty
        do throws(ListFault) {
            try endLine()
        } catch {
            // Without a line end the last line may be half a line.
            guard isOpen, case .malformed(let file, let line, let byte, let reason) = error else { throw error }
            throw .truncated(file: file, line: line, byte: byte, reason: reason)
        }
        if entries.isEmpty { throw .empty(file) }
        return Watchlist(format: .followTheMoney, date: date, entries: entries)
    }

    private mutating func endLine() throws(ListFault) {
        defer {
            byte += line.count + 1
            number += 1
            line.removeAll(keepingCapacity: true)
        }
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return }
        let entity: FtMEntity
        do throws(FtMFault) {
            entity = try FtMEntity(line: line)
        } catch { throw fault("\(error)") }
        take(entity)
    }

    private func fault(_ reason: String) -> ListFault {
        .malformed(file: file, line: number, byte: byte, reason: reason)
    }

    private mutating func take(_ entity: FtMEntity) {
        if let changed = entity.lastChange.flatMap({ CalendarDay(iso: $0) }), changed > date ?? changed.adding(days: -1)
        {
            date = changed
        }
        if let kind = Self.kind(entity.schema) {
            let entry = Self.entry(entity, kind)
            places[entity.id] = entries.count
            entries.append(entry)
            for link in early.removeValue(forKey: entity.id) ?? [] { join(link, to: entries.count - 1) }
        } else if let property = FtMSchema.shipped[entity.schema]?.source {
            for id in entity.values(property) {
                if let place = places[id] { join(entity, to: place) } else { early[id, default: []].append(entity) }
            }
        }
    }

    private static func kind(_ schema: String) -> ListEntry.Kind? {
        if schema == "Person" { return .person }
        if FtMSchema.isA(schema, "Organization") { return .organization }
        if schema == "Vessel" { return .vessel }
        if schema == "Airplane" { return .aircraft }
        return schema == "LegalEntity" ? .unknown : nil
    }

    private static func entry(_ entity: FtMEntity, _ kind: ListEntry.Kind) -> ListEntry {
        var entry = ListEntry(id: entity.id, kind: kind)
        if let caption = entity.caption { entry.add(ListedName(caption)) }
        for name in entity.values("name") { entry.add(ListedName(name, role: entry.names.isEmpty ? .primary : .alias)) }
        for name in entity.values("alias") { entry.add(ListedName(name, role: .alias)) }
        for name in entity.values("previousName") { entry.add(ListedName(name, role: .former)) }
        for name in entity.values("weakAlias") + entity.values("abbreviation") {
            entry.add(ListedName(name, role: .alias, isWeak: true))
        }
        entry.programs = entity.values("programId") + entity.values("program")
        entry.births = (entity.values("birthDate")).compactMap { BirthDate(written: $0) }
        entry.birthPlaces = entity.values("birthPlace")
        for property in ["nationality", "citizenship", "country", "jurisdiction", "flag"] {
            for value in entity.values(property) { ListEntry.append(value, to: &entry.countries) }
        }
        for (property, kind) in identifiers {
            entry.identifiers += entity.values(property).map { ListedIdentifier(kind: kind, number: $0) }
        }
        entry.addresses = entity.values("address")
        entry.titles = entity.values("position")
        entry.gender = entity.first("gender")
        entry.remarks = entity.values("notes").isEmpty ? nil : entity.values("notes").joined(separator: "; ")
        return entry
    }

    private static let identifiers = [
        ("passportNumber", "Passport"), ("idNumber", "National ID"), ("taxNumber", "Tax ID"),
        ("registrationNumber", "Registration number"), ("imoNumber", "Vessel registration"), ("mmsi", "MMSI"),
        ("leiCode", "LEI"), ("innCode", "INN"), ("ogrnCode", "OGRN"), ("socialSecurityNumber", "SSN"),
        ("uniqueEntityId", "UEI"), ("dunsCode", "DUNS"), ("swiftBic", "BIC"),
    ]

    private mutating func join(_ link: FtMEntity, to place: Int) {
        if FtMSchema.isA(link.schema, "Sanction") {
            for program in link.values("programId") + (link.values("programId").isEmpty ? link.values("program") : []) {
                ListEntry.append(program, to: &entries[place].programs)
            }
            if entries[place].listedOn == nil {
                entries[place].listedOn = link.first("listingDate") ?? link.first("startDate")
            }
        } else if FtMSchema.isA(link.schema, "Identification") {
            entries[place].identifiers += link.values("number").map {
                ListedIdentifier(
                    kind: link.first("type") ?? link.schema, number: $0, country: link.first("country"))
            }
        }
    }
}
