/// Legal forms of companies: the phrases that write them, and the form that each phrase means.
package struct LegalForms: Sendable {
    private var phrases = ByteKeyMap(capacity: 512)
    private var forms: [UInt16] = []
    private var names = ByteKeyMap(capacity: 128)
    /// Words in the longest phrase.
    package private(set) var longest = 1

    init() throws(NamesError) {
        try TableFile("legal-forms").rows(columns: 2) { fields in
            let number = fields[0].withUnsafeBufferPointer { phrases.insert($0) }
            let form = fields[1].withUnsafeBufferPointer { names.insert($0) }
            if number == forms.count { forms.append(UInt16(form + 1)) }
            longest = max(longest, fields[0].words.count)
        }
    }

    /// The form that a phrase means (words parted by single spaces), numbered from 1; nil when it is none.
    package func form(_ phrase: UnsafeBufferPointer<UInt8>) -> UInt16? {
        guard let number = phrases.find(phrase) else { return nil }
        return forms[number]
    }
}
