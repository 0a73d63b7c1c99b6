import Testing
import Vocabulary

/// Who is shown as accused: those whom the report accuses, never those who only judge, speak or suffer in it.
@Suite struct AccusedTests {
    /// The names in the place of the accused, in all events of a reading.
    private func accused(_ reading: Reading) -> Set<String> {
        var found = Set<String>()
        for type in [EventType.arrest, .charge, .trial, .plea, .conviction, .sentence, .crime, .transfer, .escape] {
            for event in reading.events(type) { found.formUnion(reading.fillers(event, .person)) }
        }
        for type in [EventType.death, .attack, .kidnapping] {
            for event in reading.events(type) { found.formUnion(reading.fillers(event, .agent)) }
        }
        return found
    }

    @Test(arguments: [
        (
            "en",
            """
            Bruno Salcedo Arce was sentenced to life in prison on Monday.

            U.S. District Judge Carla Denning, who in 2019 sent Joel Prado to prison for life, also imposed a $2 million fine.

            In January, prosecutors accused him of trying to bribe fellow inmates at the Alder Detention Center to support \
            his bid for a new trial; Denning denied that motion in August.
            """, "Carla Denning"
        ),
        (
            "en",
            """
            Bruno Salcedo Arce was extradited from Peru on Monday to face murder charges.

            “My investigators worked tirelessly to bring this final suspect back to the United States,” said Orange County \
            District Attorney Nadia Spill.
            """, "Nadia Spill"
        ),
        (
            "es",
            """
            Bruno Salcedo Arce, de 41 años, fue acusado el lunes de robo.

            El caso será procesado por el fiscal asistente Marcos Birnal de la Unidad de Asalto.
            """, "Marcos Birnal"
        ),
        (
            "es",
            """
            Bruno Salcedo Arce fue detenido el lunes en Lima.

            La presidenta Carmen Oliva confirmó que pesa en su contra una orden de aprehensión por secuestro, y dijo esperar \
            que sea deportado a Chile.
            """, "Carmen Oliva"
        ),
    ])
    func `officials who speak or judge are not accused`(language: String, text: String, official: String) throws {
        let reading = try Readings.of(text, language: language)
        let accused = accused(reading)
        #expect(!accused.contains(official), "\(accused)")
        #expect(accused.contains("Bruno Salcedo Arce"), "\(accused)")
    }

    @Test(arguments: [
        (
            "en",
            "Police also held Dora Salcedo, a sister of Saul Prado, who is accused of ordering the murder of an inspector."
        ),
        (
            "es",
            "También fue trasladada Dora Salcedo, hermana de Saúl Prado, a quien se le acusa de haber ordenado el asesinato de un inspector."
        ),
    ])
    func `behind kin in an apposition the clause goes on about the one explained`(language: String, text: String) throws
    {
        let accused = accused(try Readings.of(text, language: language))
        #expect(accused.contains("Dora Salcedo"), "\(accused)")
        #expect(!accused.contains { $0.hasSuffix("Prado") }, "\(accused)")
    }

    @Test func `an official whom the report accuses is`() throws {
        let reading = try Readings.of(
            "Mayor Ada Fenn was arrested on Monday. She pleaded guilty to bribery, Judge Carla Denning said.")
        #expect(accused(reading).contains("Ada Fenn"))
        #expect(!accused(reading).contains("Carla Denning"))
    }

    @Test func `a pronoun of a clause does not stand for the magistrate before it`() throws {
        let reading = try Readings.of(
            """
            Bruno Salcedo Arce fue condenado por robo.

            El magistrado Jorge Montes revocó la condena de Salcedo Arce porque el juez que la sentenció violó su derecho.
            """, language: "es")
        #expect(!accused(reading).contains("Jorge Montes"))
    }
}
