extension Explanation {
    /// One sentence: which words agree and how, what was left over, what spoke for or against.
    public var sentence: String {
        var parts = steps.compactMap { step -> String? in
            guard let left = step.left, let right = step.right else { return nil }
            let word = left == right ? left : "\(left)/\(right)"
            let how = Self.manner(step.kind)
            return how.isEmpty ? word : "\(word) (\(how))"
        }
        let alone = steps.compactMap { $0.left == nil ? $0.right : nil }
        let asked = steps.compactMap { $0.right == nil ? $0.left : nil }
        if !alone.isEmpty { parts.append("only on the list: " + alone.joined(separator: " ")) }
        if !asked.isEmpty { parts.append("only asked for: " + asked.joined(separator: " ")) }
        parts += remarks.map(Self.remark).filter { !$0.isEmpty }
        parts += factors.map(\.detail)
        return parts.joined(separator: "; ")
    }

    private static func manner(_ kind: String?) -> String {
        switch kind {
        case "same": ""
        case "joined": "written together"
        case "spelling": "spelling"
        case "servant": "without “servant of”"
        case "petForm": "pet form"
        case "equivalent": "in another language"
        case "translation": "translated"
        case "consonants": "same consonants"
        case "typo": "a letter or two differ"
        case "initial": "initial"
        default: kind ?? ""
        }
    }

    private static func remark(_ remark: String) -> String {
        switch remark {
        case "differentGiven": "a given name differs"
        case "differentPaternal": "the paternal surname differs"
        case "differentMaternal": "the maternal surname differs"
        case "differentWord": "a word differs"
        case "differentNumber": "a number differs"
        case "differentLegalForm": "another legal form"
        case "onlyMaternal": "only the maternal surname agrees"
        case "noSurname": "no surname agrees"
        case "noGiven": "no given name agrees"
        case "commonName": "a common name"
        case "turned": "surname first"
        case "shuffled": "in another order"
        case "reversedDescent": "father and son change places"
        case "kunya": "“father of” on one side"
        case "noDistinctiveWord": "only common words agree"
        case "weakAlias": "a weak alias"
        case "wholeName": "the letters as a whole agree"
        case "acronym": "first letters"
        default: ""
        }
    }
}
