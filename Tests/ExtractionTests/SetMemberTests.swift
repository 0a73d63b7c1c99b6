import Testing
import Vocabulary

/// Sets whose members are named elsewhere.
@Suite struct SetMemberTests {
    private func targets(_ text: String) throws -> [String] {
        let reading = try Readings.of(text)
        return reading.events(.designation).flatMap { reading.fillers($0, .target) }
    }

    @Test func `a list behind a colon names the designated`() throws {
        let targets = try targets(
            """
            The State Department designated three gangs as foreign terrorist organizations on Monday. On the list: \
            the Sierra Cartel, Los Norteños and the Coast Cartel.
            """)
        for name in ["Sierra Cartel", "Los Norteños", "Coast Cartel"] { #expect(targets.contains(name), "\(targets)") }
    }

    @Test func `the fifth individual is one of five`() throws {
        let targets = try targets(
            """
            The Treasury Department sanctioned five individuals on Monday. The fifth individual, Elsa Prado Lima, owns \
            a bakery.
            """)
        #expect(targets.contains("Elsa Prado Lima"), "\(targets)")
    }

    @Test func `among those held is one of the held, among the critics is none`() throws {
        let reading = try Readings.of(
            """
            Police arrested nine people in Lima on Monday. Among those arrested was Bruno Salcedo Arce. Among the \
            critics was Elsa Prado Lima.
            """)
        let held = reading.events(.arrest).flatMap { reading.fillers($0, .person) }
        #expect(held.contains("Bruno Salcedo Arce"), "\(held)")
        #expect(!held.contains("Elsa Prado Lima"), "\(held)")
    }

    @Test func `items between semicolons may begin with kin`() throws {
        let reading = try Readings.of(
            """
            Four others were arrested last week: Denise Prado, 34, of Chula Vista; her husband, Oscar Prado, 37; Luis \
            Rueda, 51, of National City; and Tyrell Meeks, 29, of El Cajon.
            """)
        let held = reading.events(.arrest).flatMap { reading.fillers($0, .person) }
        for name in ["Denise Prado", "Oscar Prado", "Luis Rueda", "Tyrell Meeks"] {
            #expect(held.contains(name), "\(held)")
        }
    }

    @Test func `a clause behind a semicolon is no item of a list`() throws {
        let reading = try Readings.of(
            "Prosecutors accused Bruno Salcedo of bribing a guard; Judge Carl Mason denied the motion in August.")
        let charged = reading.events(.charge).flatMap { reading.fillers($0, .person) }
        #expect(charged == ["Bruno Salcedo"])
    }

    @Test func `property of designated persons is that of the designated`() throws {
        let reading = try Readings.of(
            """
            The Treasury Department today designated Bruno Salcedo Arce and Elsa Prado Lima. As a result, \
            all property of the designated persons in the United States is blocked.
            """)
        let seizure = try #require(reading.events(.seizure).first)
        #expect(reading.fillers(seizure, .person).contains("Bruno Salcedo Arce"))
    }
}
