/// Cyrillic letters in the usual English rendering: ICU's scientific one (Ûrij for Юрий) is not how names are written.
enum CyrillicLetters {
    private static let lower = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґјљњћђџѓќўѕғқңөұүһә"
    private static let latin =
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i yi ye g j lj nj c dj dz g k u dz "
        + "gh q n o u u h a"

    private static let table: [UInt32: [UInt8]] = {
        var table: [UInt32: [UInt8]] = [:]
        for (letter, plain) in zip(lower.unicodeScalars, latin.split(separator: " ")) {
            let bytes = plain == "-" ? [] : Array(plain.utf8)
            table[letter.value] = bytes
            if let capital = letter.properties.uppercaseMapping.unicodeScalars.first { table[capital.value] = bytes }
        }
        return table
    }()

    /// The ASCII letters of a Cyrillic letter (none for a sign); nil when it is not one of a living alphabet's.
    static func ascii(_ scalar: UInt32) -> [UInt8]? {
        guard scalar >= 0x400 && scalar < 0x530 else { return nil }
        return table[scalar]
    }
}
