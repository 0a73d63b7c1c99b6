/// A body's name with the country before or behind it taken off, and turned round: "US Justice Department" is the
/// "justice department" of the US, and "department of justice"; "Departamento del Tesoro de Estados Unidos" has the
/// core "departamento del tesoro".
struct BodyName {
    let country: String?
    let core: String
    /// "justice department" for "department of justice"; nil when the name has not that form.
    let turned: String?

    /// - Parameter key: folded, without article.
    init(_ key: String, tables: NameTables) {
        var words = key.split(separator: " ").map(String.init)
        var country: String?
        if let first = tables.countries.phrases.longest(words, from: 0, limit: words.count), first.end < words.count {
            country = first.value.code
            words.removeFirst(first.end)
            if words.first == "s" { words.removeFirst() }
        }
        if country == nil, let joint = words.lastIndex(where: { $0 == "de" || $0 == "of" }), joint > 1 {
            var start = joint + 1
            while start < words.count, ["los", "la", "the"].contains(words[start]) { start += 1 }
            if let last = tables.countries.phrases.longest(words, from: start, limit: words.count),
                last.end == words.count
            {
                country = last.value.code
                words.removeSubrange(joint...)
            }
        }
        self.country = country
        core = words.joined(separator: " ")
        let joints: Set<String> = ["of", "de"]
        if words.count >= 3, joints.contains(words[1]), tables.heads.phrases[words[0]]?.isInitial == true {
            let rest = words.dropFirst(2).drop { ["the", "la", "los"].contains($0) }
            turned = (rest + [words[0]]).joined(separator: " ")
        } else {
            turned = nil
        }
    }
}
