import Names
import Testing
import Vocabulary
import Watchlists

@Suite struct ScreenerTests {
    private let tables: NameTables
    private let list: ScreenedList

    init() throws {
        tables = try NameTables()
        list = ScreenedList(try ListSamples.ofac(), name: "ofac", date: CalendarDay(2026, 1, 2), tables: tables)
    }

    private func hits(_ query: ScreeningQuery, threshold: Double = 0.7) -> [Hit] {
        var screener = Screener([list], tables: tables)
        return screener.hits(query, threshold: threshold)
    }

    @Test func `finds a person and says why, with the list's day`() {
        let found = hits(ScreeningQuery("Ernesto Río Claro", kind: .person))
        #expect(found.map(\.id) == ["ofac-101"])
        #expect(found.first?.listDate?.iso == "2026-01-02" && found.first?.programs.first == "SDNTK")
        #expect(found.first?.explanation.steps.compactMap(\.left) == ["ernesto", "rio", "claro"])
        #expect(hits(ScreeningQuery("CDLN")).map(\.id) == ["ofac-102"])
    }

    @Test func `the day of birth speaks for and against`() {
        func score(_ born: String?) -> Double {
            let interval = born.flatMap { BirthDate(written: $0)?.interval }
            return hits(ScreeningQuery("Ernest Rio Claro", kind: .person, born: interval), threshold: 0.1).first?.score
                ?? 0
        }
        #expect(score("1972-10-18") > score(nil))
        #expect(score("1931") < score(nil) * 0.6)
        #expect(score("1974") >= score(nil))
    }

    @Test func `a number finds its bearer whatever the name`() {
        let found = hits(ScreeningQuery("Somebody Else", identifiers: ["ab-123456"]))
        #expect(found.map(\.id) == ["ofac-101"] && found.first?.score == 0.99)
        #expect(found.first?.explanation.factors.map(\.what) == ["identifier"])
    }

    @Test func `another country counts against`() {
        let one = hits(ScreeningQuery("Ernesto Rio Claro", kind: .person, countries: ["Mexico"]), threshold: 0.1)
        let two = hits(ScreeningQuery("Ernesto Rio Claro", kind: .person, countries: ["Norway"]), threshold: 0.1)
        #expect((one.first?.score ?? 0) > (two.first?.score ?? 1))
    }

    @Test func `a company is not looked for among ships`() {
        let company = ScreeningQuery("Nube Gris", kind: .organisation, bearers: ScreeningQuery.bearers("Company"))
        #expect(hits(company).isEmpty)
        #expect(hits(ScreeningQuery("Nube Gris", kind: .organisation)).map(\.id) == ["ofac-103"])
    }

    @Test func `a stranger is not found`() {
        for name in ["Roberto Salazar", "Claudia Sheinbaum", "Ernesto Pérez", "", "…"] {
            #expect(hits(ScreeningQuery(name)).isEmpty, "\(name)")
        }
    }
}
