import Extraction
import Testing
import Vocabulary

@Suite struct SpanishEventTests {
    private func read(_ text: String) throws -> Reading { try Readings.of(text, language: "es") }

    @Test func `forms that the lemmatizer does not know lead to their verb`() {
        #expect(SpanishVerbForms.infinitives(of: "detuvieron").contains("detener"))
        #expect(SpanishVerbForms.infinitives(of: "aprehendido").contains("aprehender"))
        #expect(SpanishVerbForms.infinitives(of: "impugnará").contains("impugnar"))
        #expect(SpanishVerbForms.infinitives(of: "bloqueó").contains("bloquear"))
        #expect(SpanishVerbForms.participle("absueltas") == ["absolver"])
        #expect(SpanishVerbForms.participle("comparezca") == nil)
    }

    @Test func `a participle between commas is said of the name before it`() throws {
        let reading = try read(
            "La policía busca a Lucía Ferrer Campos, esposa de Damián Olmedo Ruiz, acusada de lavado de dinero.")
        let charge = try #require(reading.events(.charge).first { !reading.fillers($0, .crime).isEmpty })
        #expect(reading.fillers(charge, .person) == ["Lucía Ferrer Campos"])
        #expect(reading.fillers(charge, .crime) == ["lavado de dinero"])
    }

    @Test func `a name without a preposition behind the verb is its subject`() throws {
        let reading = try read("Ante una jueza federal compareció el martes Damián Olmedo Ruiz.")
        let trial = try #require(reading.events(.trial).first)
        #expect(reading.fillers(trial, .person) == ["Damián Olmedo Ruiz"])
    }

    @Test func `a row of places is told whole`() throws {
        let reading = try read("Damián Olmedo Ruiz fue detenido ayer en Tepic, Nayarit, por agentes federales.")
        let arrest = try #require(reading.events(.arrest).first)
        #expect(reading.fillers(arrest, .place) == ["Nayarit", "Tepic"])
        #expect(reading.fillers(arrest, .person) == ["Damián Olmedo Ruiz"])
    }

    @Test func `a dropped subject is the one whom the events before were about`() throws {
        let reading = try read(
            "Damián Olmedo Ruiz fue detenido ayer. Según la fiscalía, su esposa, Lucía Ferrer Campos, vive en Tepic. "
                + "Fue acusado de lavado de dinero.")
        let charge = try #require(reading.events(.charge).first)
        #expect(reading.fillers(charge, .person) == ["Damián Olmedo Ruiz"])
    }

    @Test func `a judge gives the place of a hearing and a government the origin of a transfer`() throws {
        let trial = try read("Damián Olmedo Ruiz compareció ante un juez de Tepic.")
        let hearing = try #require(trial.events(.trial).first)
        #expect(trial.fillers(hearing, .place) == ["Tepic"])
        let reading = try read(
            "México es un país. El gobierno de México entregó a Damián Olmedo Ruiz a Estados Unidos el martes.")
        let transfer = try #require(reading.events(.transfer).first)
        #expect(reading.fillers(transfer, .origin) == ["México"])
        #expect(reading.fillers(transfer, .destination) == ["Estados Unidos"])
    }

    @Test func `what is seized in the sentence of an arrest is seized there`() throws {
        let reading = try read("En Tepic, Nayarit, fueron detenidas 2 personas y se aseguraron 40 kilos de cocaína.")
        let seizure = try #require(reading.events(.seizure).first)
        #expect(reading.fillers(seizure, .place) == ["Nayarit", "Tepic"])
    }

    @Test func `whom agents arrested stands before the relative pronoun`() throws {
        let reading = try read("Damián Olmedo Ruiz, a quien agentes de la Marina detuvieron en Tepic, negó los cargos.")
        let arrest = try #require(reading.events(.arrest).first)
        #expect(reading.fillers(arrest, .person) == ["Damián Olmedo Ruiz"])
        #expect(reading.fillers(arrest, .agent) == ["Marina"])
    }

    @Test func `crimes told by nouns have their doer`() throws {
        let reading = try read("Damián Olmedo Ruiz se dedicaba al tráfico de cocaína en Tepic.")
        let crime = try #require(reading.events(.crime).first)
        #expect(reading.fillers(crime, .person) == ["Damián Olmedo Ruiz"])
        #expect(reading.fillers(crime, .crime) == ["tráfico de cocaína"])
    }

    @Test func `a list of deeds has one victim and one doer`() throws {
        let reading = try read(
            "Damián Olmedo Ruiz fue acusado de haber ordenado el secuestro y el asesinato de Elsa Prado.")
        let kidnapping = try #require(reading.events(.kidnapping).first)
        #expect(reading.fillers(kidnapping, .victim) == ["Elsa Prado"])
        let death = try #require(reading.events(.death).first)
        #expect(reading.fillers(death, .agent) == ["Damián Olmedo Ruiz"])
        #expect(death.modality == .alleged)
    }

    @Test func `who informed stands behind the verb`() throws {
        let reading = try read("Damián Olmedo Ruiz fue detenido en Tepic, según informó la Policía Nacional.")
        let arrest = try #require(reading.events(.arrest).first)
        #expect(arrest.attributedTo.map { reading.name($0.entity) } == ["Policía Nacional"])
    }

    @Test func `victims and the doer of his crime are not taken for each other`() throws {
        let reading = try read("Damián Olmedo Ruiz quemó la casa para destruir la evidencia de su crimen.")
        #expect(reading.events(.death).isEmpty)
        let escape = try read("La víctima escapó de la casa por una ventana.")
        #expect(escape.events(.escape).isEmpty)
    }

    @Test func `what a hotline is for is no accusation`() throws {
        let reading = try read("La fiscalía abrió una línea para denunciar a empresas por fraude.")
        #expect(reading.events(.charge).isEmpty)
    }
}
