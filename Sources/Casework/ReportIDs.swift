/// Ids of reports that are files: the name without its endings, or the path when files of several folders are given.
enum ReportIDs {
    static func of(_ paths: [String]) -> [String: String] {
        let folders = Set(paths.map { $0.split(separator: "/").dropLast().joined(separator: "/") })
        return Dictionary(
            paths.map { path in
                let parts = path.split(separator: "/")
                let name = parts.last.map { withoutEndings(String($0)) } ?? path
                guard folders.count > 1 else { return (path, name) }
                let folder = parts.dropLast().drop { $0 == "." || $0 == ".." }
                return (path, (folder + [Substring(name)]).joined(separator: "/"))
            }, uniquingKeysWith: { $1 })
    }

    /// `seed.txt` and `seed.en.txt` are `seed`; a leading dot is part of the name.
    private static func withoutEndings(_ name: String) -> String {
        guard let dot = name.dropFirst().firstIndex(of: ".") else { return name }
        return String(name[..<dot])
    }
}
