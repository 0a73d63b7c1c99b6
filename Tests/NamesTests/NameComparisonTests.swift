import Names
import Testing

@Suite struct NameComparisonTests {
    private let comparer: NameComparer

    init() throws { comparer = NameComparer(tables: try NameTables()) }

    @Test(arguments: [
        ("Abigael González Valencia", "GONZALEZ VALENCIA, Abigail"), ("Jesús Cruz Ramos", "Chuy Cruz Ramos"),
        ("Ignacio Coronel", "Nacho Coronel"), ("Rafael Caro", "Rafael Caro Quintero"),
        ("Mohammed al-Bashir", "Muhammad Bashir"), ("Sergey Lavrov", "Сергей Лавров"),
        ("José Núñez", "Jose Nunez"), ("Nemesio Oseguera Cervantes", "Nemecio Osegera Cervantes"),
        ("Dimitri Shostakovich", "Dmitry Shostakovich"), ("María de la Luz Pérez", "Maria Delaluz Perez"),
    ])
    func `is one person`(one: String, two: String) {
        let result = comparer.compare(one, two, as: .person)
        #expect(result.score >= 0.7, "\(one) / \(two): \(result.score)")
    }

    @Test(arguments: [
        ("Abigael González Valencia", "Abigael Pérez Valencia"), ("Juan González", "Pedro González"),
        ("Juan Pérez López", "Juan Pérez García"), ("Mario Cruz", "María Cruz"), ("Donald Trump", "Donald Tusk"),
        ("Roberto Salazar", "Salazar Slytherin"),
    ])
    func `are two persons`(one: String, two: String) {
        let result = comparer.compare(one, two, as: .person)
        #expect(result.score < 0.7, "\(one) / \(two): \(result.score)")
    }

    @Test(arguments: [
        ("Cártel de Jalisco Nueva Generación", "Jalisco New Generation Cartel"), ("Siemens AG", "Siemens"),
        ("Crystalord Ltd", "CRISTALORD LIMITED"), ("PLA", "People’s Liberation Army"),
        ("Deutsche Bank (Schweiz) AG", "Deutsche Bank AG"), ("Al-Qa'ida", "Al Qaeda"),
    ])
    func `is one organisation`(one: String, two: String) {
        let result = comparer.compare(one, two, as: .organisation)
        #expect(result.score >= 0.7, "\(one) / \(two): \(result.score)")
    }

    @Test(arguments: [
        ("Horizon Steel LLC", "Horizon"), ("Capital Logistics Ltd", "Capital S.A.L."),
        ("Phoenix Timber Ltd", "Timber Corporation"), ("Falcon Dental Systems", "Falcon Systems"),
        ("Security Ministry", "Ministry of State Security"), ("Mar de Plata S.A.", "Playa Mar S.A."),
        ("China Construction Bank", "China Construction Trust"), ("Sol del Norte", "Sol"),
    ])
    func `are two organisations`(one: String, two: String) {
        let result = comparer.compare(one, two, as: .organisation)
        #expect(result.score < 0.7, "\(one) / \(two): \(result.score)")
    }

    /// The paternal surname must agree; a missing maternal one is fine, a different one counts against.
    @Test func `follows Spanish custom`() {
        let full = "Rafael Caro Quintero"
        let same = comparer.compare(full, "Rafael Caro Quintero", as: .person).score
        let short = comparer.compare(full, "Rafael Caro", as: .person).score
        let maternal = comparer.compare(full, "Rafael Quintero", as: .person).score
        let other = comparer.compare(full, "Rafael Caro Montes", as: .person).score
        #expect(same == 1 && short < same && short >= 0.7)
        #expect(maternal < 0.7 && other < short)
    }

    @Test func `does not depend on which name comes first`() {
        let names = [
            "Abigael González Valencia", "Valencia Gonzalez", "J. Cruz", "Siemens AG", "", "Лавров", "李", "de la",
            "‘El Mencho’", "Ahmad bin Ali bin Ahmad", "3%ers", "O'Brien, Pat",
        ]
        for kind in [NameKind.person, .organisation, .unknown] {
            for one in names {
                for two in names {
                    let a = comparer.compare(one, two, as: kind).score, b = comparer.compare(two, one, as: kind).score
                    #expect(abs(a - b) < 0.001, "\(one) / \(two) \(kind): \(a), \(b)")
                    #expect((0...1).contains(a))
                }
            }
        }
    }

    @Test func `explains word by word`() {
        let result = comparer.compare("Jesús Oseguera", "Chuy Oseguera Cervantes", as: .person)
        #expect(result.steps.map(\.kind) == [.petForm, .same, nil])
        #expect(result.steps.last?.right == "cervantes" && result.remarks.contains(.missingMaternal))
    }
}

@Suite struct NameIndexTests {
    private let tables: NameTables

    init() throws { tables = try NameTables() }

    private func index() -> NameIndex {
        var builder = NameIndexBuilder(tables: tables)
        builder.add("GONZÁLEZ VALENCIA, Abigael", as: .person, entry: 0)
        builder.add("OSEGUERA CERVANTES, Nemesio", as: .person, entry: 1)
        builder.add("EL MENCHO", as: .person, entry: 1, isWeak: true)
        builder.add("LOS CUINIS", as: .organisation, entry: 2)
        builder.add("Al-Rashid Import & Export Co.", as: .organisation, entry: 3)
        return builder.finish()
    }

    @Test(arguments: [
        ("Abigail Gonzalez Valencia", 0), ("Abigael Gonzáles", 0), ("Nemecio Oseguera", 1),
        ("N. Oseguera Cervantes", 1),
        ("Oseguera Cervantes Nemesio", 1), ("Cuinis", 2), ("Al Rasheed Import Export", 3),
    ])
    func `finds what is written in another way`(name: String, entry: Int) {
        var search = NameSearch(index(), tables: tables)
        #expect(search.hits(name, as: .unknown).first?.entry == entry, "\(name)")
    }

    /// The index loses nothing that a comparison with every name would find.
    @Test func `finds what comparing with every name finds`() {
        let names = ["Abigael Gonzalez Valencia", "Nemesio Oseguera Cervantes", "Los Cuinis"]
        var search = NameSearch(index(), tables: tables)
        for name in names {
            for place in name.indices where name[place] != " " {
                var changed = name
                changed.remove(at: place)
                #expect(!search.hits(changed, as: .unknown).isEmpty, "\(changed)")
            }
        }
    }

    @Test func `a weak alias is worth less`() {
        var search = NameSearch(index(), tables: tables)
        let hit = search.hits("El Mencho", as: .person, threshold: 0.5).first
        #expect(hit?.entry == 1 && hit?.isWeak == true && (hit?.score ?? 1) < 0.9)
    }

    @Test func `a file gives the same answers, and a damaged one is refused`() throws {
        let path = "/tmp/expediente-index-\(UInt64.random(in: 0 ... .max))"
        defer { removeFile(path) }
        let made = index()
        try made.write(to: path)
        let mapped = try NameIndex(path: path)
        var one = NameSearch(made, tables: tables), two = NameSearch(mapped, tables: tables)
        for name in ["Abigail Valencia", "Nemesio Oseguera", "Cuinis", "Nobody"] {
            #expect(one.hits(name, as: .unknown).map(\.score) == two.hits(name, as: .unknown).map(\.score))
        }
        var bytes = try readFile(path)
        bytes[bytes.count / 2] ^= 1
        try writeFile(path, bytes)
        #expect(throws: NamesError.self) { try NameIndex(path: path) }
        try writeFile(path, Array(bytes.prefix(100)))
        #expect(throws: NamesError.self) { try NameIndex(path: path) }
    }
}
