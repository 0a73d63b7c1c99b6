import Names
import Testing

@Suite struct PersonNameTests {
    let tables: NameTables

    init() throws { tables = try NameTables() }

    private func parts(_ text: String) -> String {
        let letters: [NamePart: String] = [
            .given: "g", .paternal: "p", .maternal: "m", .patronymic: "f", .particle: "-", .nickname: "n", .title: "t",
            .suffix: "s",
        ]
        return PersonName(parsing: text, tables: tables).tokens.map { letters[$0.part, default: "?"] }.joined()
    }

    @Test(arguments: [
        ("Abigael González Valencia", "gpm"), ("GONZALEZ VALENCIA, Abigael", "pmg"), ("Rafael Caro Quintero", "gpm"),
        ("Juan Carlos Valencia González", "ggpm"), ("Juan Carlos Valencia", "ggp"), ("María de la Cruz Pérez", "g--pm"),
        ("Nemesio Rubén ‘El Mencho’ Oseguera Cervantes", "ggnnpm"), ("Ismael \"El Mayo\" Zambada", "gnnp"),
        ("Jorge “P”", "gp"), ("Ismael Zambada alias El Mayo", "gp-nn"), ("Sergey Viktorovich LAVROV", "gfp"),
        ("Mohammed bin Salman", "g-f"), ("George W. Bush", "ggp"), ("Dr. Simón Levy", "tgp"),
        ("Frost, William G.", "pgg"),
        ("Claudia Sheinbaum", "gp"), ("Luis Ortega y Gasset", "gp-m"), ("Jorge P.", "gp"),
        ("Martin Luther King Jr.", "ggps"),
    ])
    func `tells given names, surnames and the rest apart`(text: String, expected: String) {
        #expect(parts(text) == expected, "\(text)")
    }

    @Test(arguments: [
        ("Al-Qa’ida", "al qaida"), ("Núñez", "nunez"), ("Лавров", "lavrov"), ("D’Agostino", "dagostino"),
        ("Straße Æsop Łódź", "strasse aesop lodz"), ("习近平", "xi jin ping"), ("  A.B.C. ", "a b c"), ("", ""),
    ])
    func `folds case, accents, apostrophes and script`(text: String, expected: String) {
        #expect(Fold.key(text) == expected)
    }

    @Test(arguments: [
        ("Caro Quintero", "Rafael Caro Quintero", true), ("Valencia", "Abigael González Valencia", true),
        ("Rafael Caro", "Rafael Caro Quintero", true),
        ("El Mencho", "Nemesio Rubén ‘El Mencho’ Oseguera Cervantes", true),
        ("“Mencho”", "Nemesio Rubén ‘El Mencho’ Oseguera Cervantes", true), ("N. Oseguera", "Nemesio Oseguera", true),
        ("Beto Cruz", "Alberto Cruz", true), ("Quintero Caro", "Rafael Caro Quintero", false),
        ("Pedro Caro", "Rafael Caro Quintero", false), ("Rafael Caro Quintero", "Caro Quintero", false),
        ("González", "Abigael González Valencia", true), ("J.", "Jorge Cruz", false),
    ])
    func `knows a short form`(short: String, full: String, expected: Bool) {
        let a = PersonName(parsing: short, tables: tables)
        let b = PersonName(parsing: full, tables: tables)
        #expect(a.isShortForm(of: b) == expected)
    }

    @Test func `gives each word its bytes`() {
        let text = "José ‘El Ñoño’ Núñez"
        let name = PersonName(parsing: text, tables: tables)
        let words = name.tokens.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
        #expect(words == ["José", "El", "Ñoño", "Núñez"])
        #expect(name.nicknames.map { $0.map(\.key) } == [["el", "nono"]])
    }
}
