import Foundation

/// A noun that stands for people: "member", "judge", "brother", "delegation".
struct PersonNoun: Sendable {
    enum Class: String, Sendable {
        case plain, role, job, office, kin, state
        /// One noun for many people: "delegation", "family".
        case group
        /// Groups or companies without a name: "cartels", "firms".
        case bodies
    }

    /// The singular, as the table has it.
    let word: String
    let category: Class
    let gender: Gender
    let isPlural: Bool
    /// Whether it may stand as a title before a name.
    let isTitle: Bool
}

/// The nouns for people of a language, by their folded forms.
struct PersonNouns: Sendable {
    private(set) var phrases = PhraseTable<PersonNoun>()

    init(language: String, rows: [TableFile.Row]) throws(LexiconError) {
        for row in rows {
            guard let category = PersonNoun.Class(rawValue: row[0]) else {
                throw row.wrong("'\(row[0])' is no class of person nouns")
            }
            let (gender, isTitle) = (Gender(row[1]), row[2] == "t")
            for word in row[3].split(separator: " ") {
                let forms = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
                let feminine = language == "es" && forms.count > 2 ? forms[2] : nil
                func add(_ form: String, _ isPlural: Bool, _ gender: Gender) {
                    phrases.add(
                        form.replacing("_", with: " "),
                        PersonNoun(
                            word: forms[0], category: category, gender: gender, isPlural: isPlural, isTitle: isTitle))
                }
                add(forms[0], false, gender)
                if forms.count > 1, forms[1] == "=" { continue }
                let plural = forms.count > 1 && !forms[1].isEmpty ? forms[1] : Self.plural(forms[0], language)
                add(plural, true, gender)
                if let feminine {
                    add(feminine, false, .feminine)
                    add(Self.plural(feminine, language), true, .feminine)
                }
            }
        }
    }

    static func plural(_ word: String, _ language: String) -> String {
        guard let last = word.last else { return word }
        if language == "es" {
            if "aeiouáéó".contains(last) { return word + "s" }
            if last == "z" { return word.dropLast() + "ces" }
            if last == "s" { return word }
            return word + "es"
        }
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
            return word.dropLast() + "ies"
        }
        if ["s", "x", "ch", "sh"].contains(where: word.hasSuffix) { return word + "es" }
        // "brother-in-law": the first word takes the ending.
        if let joint = word.range(of: "-in-") ?? word.range(of: "-of-") ?? word.range(of: "-general") {
            return word[..<joint.lowerBound] + "s" + word[joint.lowerBound...]
        }
        return word + "s"
    }
}
