import Names

/// Names of countries in the ways of lists and users.
public enum Countries {
    private static let codes: [String: String] = {
        var codes: [String: String] = [:]
        for line in String(decoding: PackageResources.countries_tsv, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: "\t")
            guard !line.hasPrefix("#"), fields.count == 2 else { continue }
            let code = String(fields[0])
            codes[code] = code
            for name in fields[1].split(separator: "|") { codes[String(name)] = code }
        }
        return codes
    }()

    /// The two-letter code, lower case, of a code or a name; nil for what is not known.
    public static func code(_ text: String) -> String? { codes[Fold.key(text)] }
}
