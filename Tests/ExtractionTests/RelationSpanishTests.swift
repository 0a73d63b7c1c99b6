import Testing
import Vocabulary

@Suite struct RelationSpanishTests {
    private func ties(_ text: String) throws -> [String] { try Readings.of(text, language: "es").ties }

    @Test func `an apposition, a title, a copula and a verb tell who leads`() throws {
        for text in [
            "La policía detuvo a Bruno Salcedo Arce, líder del Cártel de la Sierra.",
            "El líder del Cártel de la Sierra, Bruno Salcedo Arce, fue detenido.",
            "Bruno Salcedo Arce es el jefe del Cártel de la Sierra.",
            "Bruno Salcedo Arce encabeza el Cártel de la Sierra.",
        ] {
            let ties = try ties(text)
            #expect(ties.contains("leads Bruno Salcedo Arce → Cártel de la Sierra"), "\(text): \(ties)")
        }
    }

    @Test func `a lieutenant and a plaza boss are members`() throws {
        for text in [
            "Bruno Salcedo Arce, jefe de plaza del Cártel de la Sierra, fue detenido.",
            "Bruno Salcedo Arce, integrante del Cártel de la Sierra, fue detenido.",
            "Bruno Salcedo Arce, operador financiero del Cártel de la Sierra, fue detenido.",
        ] {
            let ties = try ties(text)
            #expect(ties.contains("member_of Bruno Salcedo Arce → Cártel de la Sierra"), "\(text): \(ties)")
        }
    }

    @Test func `presunto is alleged and ex is over`() throws {
        func modality(_ text: String) throws -> Modality? {
            try Readings.of(text, language: "es").relations.first { $0.type == .leads }?.modality
        }
        #expect(try modality("Bruno Salcedo Arce, presunto líder del Cártel de la Sierra, fue detenido.") == .alleged)
        #expect(try modality("Bruno Salcedo Arce, exlíder del Cártel de la Sierra, fue detenido.") == .former)
    }
}
