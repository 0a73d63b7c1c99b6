/// Finds the infinitives that a Spanish form may belong to, by its ending: "detuvieron" → detener, "aprehendido" →
/// aprehender or aprehendir. Which of them is a verb the caller knows.
package enum SpanishVerbForms {
    /// - Parameter form: lower case.
    package static func infinitives(of form: String) -> [String] {
        var found: [String] = []
        if let base = participle(form) { found += base }
        for (ending, bases) in endings where form.count > ending.count + 1 && form.hasSuffix(ending) {
            let stem = form.dropLast(ending.count)
            for base in bases where !found.contains(stem + base) { found.append(stem + base) }
        }
        return found
    }

    /// The infinitives of a participle in any gender and number; nil for a word that is none.
    package static func participle(_ form: String) -> [String]? {
        var word = Substring(form)
        if word.hasSuffix("s") { word = word.dropLast() }
        guard let last = word.last, last == "o" || last == "a" else { return nil }
        word = word.dropLast()
        for (ending, bases) in strong where word.hasSuffix(ending) {
            return bases.map { word.dropLast(ending.count) + $0 }
        }
        if word.count > 3, word.hasSuffix("ad") { return [word.dropLast(2) + "ar"] }
        if word.count > 3, word.hasSuffix("id") { return [word.dropLast(2) + "er", word.dropLast(2) + "ir"] }
        if word.count > 3, word.hasSuffix("íd") { return [word.dropLast(2) + "er", word.dropLast(2) + "ír"] }
        return nil
    }

    /// Participles that are not built by rule.
    private static let strong: [(String, [String])] = [
        ("puest", ["poner"]), ("muert", ["morir"]), ("suelt", ["solver"]), ("vuelt", ["volver"]), ("hech", ["hacer"]),
        ("escrit", ["escribir"]), ("abiert", ["abrir"]), ("cubiert", ["cubrir"]), ("impres", ["imprimir"]),
    ]

    /// Endings of finite forms and gerunds with the endings of their infinitives, the longer ones first.
    private static let endings: [(String, [String])] = [
        ("uvieron", ["ener"]), ("uvimos", ["ener"]), ("uviera", ["ener"]), ("uvieran", ["ener"]), ("uvo", ["ener"]),
        ("usieron", ["oner"]), ("usiera", ["oner"]), ("uso", ["oner"]), ("dujeron", ["ducir"]), ("dujo", ["ducir"]),
        ("ezcan", ["ecer"]), ("ezca", ["ecer"]), ("ieron", ["er", "ir"]), ("ieran", ["er", "ir"]),
        ("iera", ["er", "ir"]), ("iendo", ["er", "ir"]), ("yeron", ["er", "ir"]), ("yendo", ["er", "ir"]),
        ("aron", ["ar"]), ("aran", ["ar"]), ("ara", ["ar"]), ("ando", ["ar"]), ("aban", ["ar"]), ("aba", ["ar"]),
        ("amos", ["ar"]), ("imos", ["er", "ir"]), ("emos", ["er", "ar"]), ("arán", ["ar"]), ("ará", ["ar"]),
        ("erán", ["er"]), ("erá", ["er"]), ("irán", ["ir"]), ("irá", ["ir"]), ("ían", ["er", "ir"]),
        ("ía", ["er", "ir"]),
        ("ió", ["er", "ir"]), ("yó", ["er", "ir"]), ("ó", ["ar"]), ("an", ["ar", "er", "ir"]),
        ("en", ["ar", "er", "ir"]),
        ("a", ["ar", "er", "ir"]), ("e", ["ar", "er", "ir"]),
    ]
}
