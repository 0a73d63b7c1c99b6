import Testing
import Vocabulary

/// Unnamed people of a first sentence and the names that follow.
@Suite struct LeadNameTests {
    @Test func `a man of the lead is the one who is named with an age behind it`() throws {
        let reading = try Readings.of(
            """
            PORTLAND — A man who spent nine years on the run was extradited from Peru on Tuesday to face trial.

            Bruno Salcedo, 38, was picked up by Peruvian police in March.
            """)
        let transfer = try #require(reading.events(.transfer).first)
        #expect(reading.fillers(transfer, .person) == ["Bruno Salcedo"])
    }

    @Test func `the age that a lead tells decides`() throws {
        let reading = try Readings.of(
            """
            A 33-year-old Portland man was convicted of fraud on Monday, prosecutors said.

            Elsa Prado, 51, a witness, told the jury of her losses. Bruno Salcedo, 33, showed no emotion.
            """)
        let conviction = try #require(reading.events(.conviction).first)
        #expect(reading.fillers(conviction, .person) == ["Bruno Salcedo"])
    }

    @Test func `a set of the lead is as many people as are named with ages`() throws {
        let reading = try Readings.of(
            """
            Two men and a woman were charged on Monday with extortion by threat.

            Bruno Salcedo, 35, of Orange, Iván Rueda, 19, of Santa Ana, and Elsa Prado, 30, of Orange, were held.
            """)
        let charge = try #require(reading.events(.charge).first)
        #expect(reading.fillers(charge, .person) == ["Bruno Salcedo", "Elsa Prado", "Iván Rueda"])
        #expect(reading.entities.contains { $0.name == "Santa Ana" && $0.type == .place })
    }

    @Test func `a victim who follows is never the accused of the lead`() throws {
        let reading = try Readings.of(
            """
            A man was arrested on Monday on suspicion of murder, police in Portland said.

            Tomás Lira, 45, was found dead in his car on Sunday.
            """)
        for event in reading.events where [.arrest, .charge, .conviction].contains(event.type) {
            #expect(!reading.fillers(event, .person).contains("Tomás Lira"))
        }
    }
}
