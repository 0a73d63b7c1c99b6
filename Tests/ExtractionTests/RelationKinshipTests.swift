import Testing
import Vocabulary

@Suite struct RelationKinshipTests {
    private func kin(_ text: String, _ language: String = "en") throws -> [String] {
        let reading = try Readings.of(text, language: language)
        return reading.relations.filter { $0.type == .familyOf }.map {
            "\(reading.name($0.from.entity)) \($0.label) \(reading.name($0.to.entity))"
        }
    }

    @Test func `kinship is read from either side`() throws {
        for text in [
            "Iván Rueda Soto, a cousin of Bruno Salcedo Arce, was arrested.",
            "Bruno Salcedo Arce’s cousin, Iván Rueda Soto, was arrested.",
            "Bruno Salcedo Arce, whose cousin Iván Rueda Soto was arrested, fled.",
            "Iván Rueda Soto is the cousin of Bruno Salcedo Arce.",
        ] {
            #expect(try kin(text) == ["Iván Rueda Soto cousin Bruno Salcedo Arce"], "\(text)")
        }
    }

    @Test func `brothers are brothers of each other, once`() throws {
        #expect(
            try kin("The brothers Bruno Salcedo Arce and Iván Salcedo Arce were arrested.")
                == ["Bruno Salcedo Arce brother Iván Salcedo Arce"])
    }

    @Test func `the words of Spanish have English labels`() throws {
        for (text, tie) in [
            (
                "Bruno Salcedo Arce, cuñado de Iván Rueda Soto, fue detenido.",
                "Bruno Salcedo Arce brother-in-law Iván Rueda Soto"
            ),
            ("Elsa Prado Lima es la esposa de Iván Rueda Soto.", "Elsa Prado Lima wife Iván Rueda Soto"),
        ] {
            #expect(try kin(text, "es") == [tie], "\(text)")
        }
    }
}
