import Testing
import Vocabulary

@Suite struct RelationOfficeTests {
    @Test func `an office goes to the country or body that the report names`() throws {
        for (text, tie) in [
            ("Mexico’s attorney general, Tomás Lira Vega, spoke.", "Tomás Lira Vega → Mexico"),
            ("Belgian Justice Minister Pieter Vandamme spoke on Monday.", "Pieter Vandamme → Belgian"),
            ("FBI director Carl Mason flew to Beijing.", "Carl Mason → FBI"),
            ("Tomás Lira Vega, the president of Colombia, spoke.", "Tomás Lira Vega → Colombia"),
            (
                "Sheriff Robert Lane, who heads the Drug Enforcement Administration, spoke.",
                "Robert Lane → Drug Enforcement Administration"
            ),
        ] {
            let ties = try Readings.of(text).ties
            #expect(ties.contains("holds_office \(tie)"), "\(text): \(ties)")
        }
    }

    @Test func `an office over a place is left out`() throws {
        let ties = try Readings.of("Los Angeles mayor Carl Mason spoke on Monday.").ties
        #expect(!ties.contains { $0.hasPrefix("holds_office") }, "\(ties)")
    }

    @Test func `who serves a body works for it`() throws {
        for text in [
            "DEA agent Carl Mason was killed.",
            "Carl Mason, an agent of the DEA, was killed.",
            "Carl Mason, who works for the DEA, spoke.",
        ] {
            let ties = try Readings.of(text).ties
            #expect(ties.contains("works_for Carl Mason → DEA"), "\(text): \(ties)")
        }
    }

    @Test func `nationality needs a noun, or an adjective before a person`() throws {
        let ties = try Readings.of(
            "Carl Mason, a Canadian citizen, met Zhi Wen Li, the Chinese broker. Canadian police watched."
        ).ties.filter { $0.hasPrefix("national_of") }
        #expect(ties.count == 2, "\(ties)")
    }
}
