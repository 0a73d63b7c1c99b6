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
}
