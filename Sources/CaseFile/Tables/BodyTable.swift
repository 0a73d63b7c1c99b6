internal import Names

/// What the tables know under a name: a body of one state, or a group or company.
struct KnownThing: Sendable, Hashable {
    /// The name that the table gives first.
    var name: String
    /// ISO 3166 code; nil for groups, companies and international bodies.
    var country: String?
    /// The same in both languages and every spelling.
    var key: String
}

/// Government bodies, groups and companies by the names that reports in both languages give them.
struct BodyTable: Sendable {
    private struct Row: Sendable {
        var name: String
        /// Empty: international; `?`: several countries have one.
        var country: String
    }

    private var rows: [Row] = []
    private var bodies: [String: [Int]] = [:]
    private var demands: [String: [Int]] = [:]
    private var groups: [String: String] = [:]
    private let countries: CountryWords

    init(bodies table: [[Substring]], known: [[Substring]], countries: CountryWords) {
        self.countries = countries
        for columns in table where columns.count >= 2 {
            let country = String(columns[1])
            let names = [String(columns[0])] + TableRows.variants(columns.count > 2 ? columns[2] : nil)
            for name in names {
                let parts = name.split(separator: "@")
                let key = bare(String(parts.first ?? "")).words
                guard !key.isEmpty else { continue }
                if parts.count > 1 {
                    demands[key, default: []].append(rows.count)
                } else {
                    bodies[key, default: []].append(rows.count)
                }
            }
            rows.append(Row(name: String(columns[0]), country: country))
        }
        for columns in known where columns.count >= 2 && (columns[0] == "Organization" || columns[0] == "Company") {
            let names = TableRows.variants(columns[1])
            for name in names { groups[Self.plain(name)] = names.first }
        }
    }

    /// A government body.
    func body(_ name: String) -> KnownThing? {
        let (words, country) = bare(name)
        if let country {
            let exact = (demands[words] ?? []) + (bodies[words] ?? [])
            if let row = exact.first(where: { rows[$0].country == country }) { return thing(row, country) }
            if let row = bodies[words]?.first(where: { rows[$0].country == "?" }) { return thing(row, country) }
            if words == "government" || words == "gobierno" || words == "authorities" || words == "autoridades" {
                let kind = words.hasPrefix("go") ? "government" : "authorities"
                return KnownThing(
                    name: "\(kind == "government" ? "Government" : "Authorities") of \(countries.name(of: country))",
                    country: country, key: "b:\(kind):\(country)")
            }
            return nil
        }
        guard let row = bodies[words]?.first(where: { rows[$0].country != "?" }) else { return nil }
        return thing(row, rows[row].country)
    }

    /// A group or a company.
    func group(_ name: String) -> KnownThing? {
        guard let first = groups[Self.plain(name)] else { return nil }
        return KnownThing(name: first, country: nil, key: "g:" + Self.plain(first))
    }

    private func thing(_ row: Int, _ country: String) -> KnownThing {
        let key = "b:\(Fold.key(rows[row].name)):\(country)"
        let shown = rows[row].country == "?" ? "\(rows[row].name) (\(countries.name(of: country)))" : rows[row].name
        return KnownThing(name: shown, country: country.isEmpty ? nil : country, key: key)
    }

    private func bare(_ name: String) -> (words: String, country: String?) {
        let words = Self.plain(name).split(separator: " ").map(String.init)
        // A name that is an acronym of a country too ("UN", "US") stays whole.
        let (rest, code) = words.count > 1 ? countries.strip(words) : (words, nil)
        return (Self.plain(rest.joined(separator: " ")), rest.isEmpty ? nil : code)
    }

    /// Folded, without the article in front.
    static func plain(_ name: String) -> String {
        var words = Fold.key(name.replacing("’", with: "'")).split(separator: " ").map(String.init)
        while words.count > 1, let first = words.first, ["the", "el", "la", "los", "las"].contains(first) {
            words.removeFirst()
        }
        return words.joined(separator: " ")
    }
}
