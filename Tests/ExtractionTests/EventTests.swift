import Testing
import Vocabulary

@Suite struct EventTests {
    @Test func `a passive and its agent take the same roles as the active`() throws {
        for text in [
            "Mexican marines arrested Bruno Salcedo Arce in Manzanillo in March 2022.",
            "Bruno Salcedo Arce was arrested by Mexican marines in Manzanillo in March 2022.",
        ] {
            let reading = try Readings.of(text)
            let arrest = try #require(reading.events(.arrest).first, "\(text)")
            #expect(reading.fillers(arrest, .person) == ["Bruno Salcedo Arce"])
            #expect(reading.fillers(arrest, .agent) == ["Mexican marines"])
            #expect(reading.fillers(arrest, .place) == ["Manzanillo"])
            #expect(arrest.when?.interval.start.iso == "2022-03-01")
        }
    }

    @Test func `an extradition has origin, destination and agent`() throws {
        let reading = try Readings.of("Colombia extradited Bruno Salcedo Arce to Spain on July 3, 2025.")
        let transfer = try #require(reading.events(.transfer).first)
        #expect(transfer.label == "extradition")
        #expect(reading.fillers(transfer, .origin) == ["Colombia"])
        #expect(reading.fillers(transfer, .agent) == ["Colombia"])
        #expect(reading.fillers(transfer, .destination) == ["Spain"])
        #expect(transfer.when?.interval.start.iso == "2025-07-03")
    }

    @Test func `each legal word is kept with who says it`() throws {
        let reading = try Readings.of(
            """
            Peru extradited nine men to Spain on Tuesday, according to the Interior Ministry.

            "They were expelled under the migration law," said Carla Rojas, a lawyer for the nine men.
            """)
        let transfer = try #require(reading.events(.transfer).first)
        let said = Dictionary(transfer.terms.map { ($0.label, $0.by.map { reading.name($0.entity) }) }) { first, _ in
            first
        }
        #expect(said["extradition"] == ["Interior Ministry"], "\(said)")
        #expect(said["expulsion"] == ["Carla Rojas"], "\(said)")
    }

    @Test func `a relative clause finds its noun`() throws {
        let reading = try Readings.of("Bruno Salcedo Arce, whom Peru expelled in 2019, denied the charges.")
        let transfer = try #require(reading.events(.transfer).first)
        #expect(transfer.label == "expulsion")
        #expect(reading.fillers(transfer, .person) == ["Bruno Salcedo Arce"])
    }

    @Test func `the deed behind an accusation is alleged and the accusation is not`() throws {
        let reading = try Readings.of("Bruno Salcedo Arce is wanted for the 2015 murder of Elsa Prado.")
        let charge = try #require(reading.events(.charge).first)
        let death = try #require(reading.events(.death).first)
        #expect(charge.modality == .asserted)
        #expect(death.modality == .alleged)
        #expect(reading.fillers(death, .victim) == ["Elsa Prado"])
        #expect(reading.fillers(death, .agent) == ["Bruno Salcedo Arce"])
    }

    @Test func `what is asked for is no event of its own`() throws {
        let reading = try Readings.of("Spain has asked Peru to extradite Bruno Salcedo Arce.")
        #expect(reading.events(.request).count == 1)
        #expect(reading.events(.transfer).isEmpty)
    }

    @Test func `a refusal is negative and a threat is threatened`() throws {
        let denied = try Readings.of("Colombia did not extradite Bruno Salcedo Arce to Spain.")
        #expect(denied.events(.transfer).first?.polarity == .negative)
        let threat = try Readings.of("Canada threatened to impose tariffs on Mexican goods.")
        let tariff = try #require(threat.events(.tariff).first)
        #expect(tariff.modality == .threatened)
        #expect(threat.fillers(tariff, .target) == ["Mexico"] || threat.fillers(tariff, .target) == ["Mexican"])
    }

    @Test func `the same happening told twice is one event`() throws {
        let reading = try Readings.of(
            """
            Peru Extradites Salcedo to Spain
            Peru extradited Bruno Salcedo Arce to Spain on Tuesday. The extradition was confirmed by the Peruvian \
            Justice Ministry. Salcedo was extradited after a long fight in the courts.
            """)
        #expect(reading.events(.transfer).count == 1)
        #expect(reading.events(.transfer).first?.terms.count ?? 0 >= 3)
    }

    @Test func `who says so is kept, and nobody is made up`() throws {
        let reading = try Readings.of(
            "Bruno Salcedo Arce was arrested in Lima on Monday, Interior Minister Carla Rojas said. "
                + "He was arrested in 2011 as well.")
        let arrest = try #require(reading.events(.arrest).first)
        #expect(arrest.attributedTo.map { reading.name($0.entity) } == ["Carla Rojas"])
    }

    @Test func `Spanish passives, subjects behind the verb and dropped subjects are read`() throws {
        let reading = try Readings.of(
            "Bruno Salcedo Arce fue detenido por la Marina el 3 de febrero de 2024 en Manzanillo. "
                + "Fue extraditado a España en 2025.",
            language: "es")
        let arrest = try #require(reading.events(.arrest).first)
        #expect(reading.fillers(arrest, .person) == ["Bruno Salcedo Arce"])
        #expect(reading.fillers(arrest, .agent) == ["Marina"])
        #expect(arrest.when?.interval.start.iso == "2024-02-03")
        let transfer = try #require(reading.events(.transfer).first)
        #expect(transfer.label == "extradition")
        #expect(reading.fillers(transfer, .person) == ["Bruno Salcedo Arce"])
        #expect(reading.fillers(transfer, .destination) == ["España"])
    }
}
