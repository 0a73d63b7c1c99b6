import Testing
import Vocabulary

@Suite struct RelationTests {
    @Test func `an apposition, a title, a copula and a verb tell who leads`() throws {
        for text in [
            "Police arrested Bruno Salcedo Arce, leader of the Sierra Cartel, on Monday.",
            "Police arrested Sierra Cartel leader Bruno Salcedo Arce on Monday.",
            "Bruno Salcedo Arce is the head of the Sierra Cartel.",
            "Bruno Salcedo Arce, who heads the Sierra Cartel, was arrested.",
            "The Sierra Cartel is run by Bruno Salcedo Arce.",
            "The Sierra Cartel’s top leader, Bruno Salcedo Arce, was arrested on Monday.",
        ] {
            let ties = try Readings.of(text).ties
            #expect(ties.contains("leads Bruno Salcedo Arce → Sierra Cartel"), "\(text): \(ties)")
        }
    }

    @Test func `a local leader is a member`() throws {
        for text in [
            "Bruno Salcedo Arce, a regional commander of the Sierra Cartel, was arrested.",
            "Bruno Salcedo Arce, head of security for the Sierra Cartel, was arrested.",
            "Sierra Cartel lieutenant Bruno Salcedo Arce was arrested.",
        ] {
            let ties = try Readings.of(text).ties
            #expect(ties.contains("member_of Bruno Salcedo Arce → Sierra Cartel"), "\(text): \(ties)")
            #expect(!ties.contains { $0.hasPrefix("leads") }, "\(text): \(ties)")
        }
    }

    @Test func `what is alleged or over is not told as a fact`() throws {
        func modality(_ text: String) throws -> Modality? {
            try Readings.of(text).relations.first { $0.type == .leads }?.modality
        }
        #expect(try modality("Bruno Salcedo Arce, the alleged leader of the Sierra Cartel, was held.") == .alleged)
        #expect(try modality("Bruno Salcedo Arce, accused of leading the Sierra Cartel, was held.") == .alleged)
        #expect(try modality("Bruno Salcedo Arce, a former leader of the Sierra Cartel, was held.") == .former)
        #expect(try modality("Bruno Salcedo Arce, co-founder of the Sierra Cartel, was held.") == .former)
        #expect(try modality("Bruno Salcedo Arce, leader of the Sierra Cartel, was held.") == .asserted)
    }

    @Test func `every role in a list goes to its own name`() throws {
        let ties = try Readings.of(
            """
            Among them were Bruno Salcedo Arce, leader of the Sierra Cartel; Elsa Prado Lima, of Los Norteños; and \
            Iván Rueda Soto, a member of the Coast Gang and brother of Tomás Rueda Soto.
            """
        ).ties
        #expect(ties.contains("leads Bruno Salcedo Arce → Sierra Cartel"), "\(ties)")
        #expect(ties.contains("member_of Elsa Prado Lima → Los Norteños"), "\(ties)")
        #expect(ties.contains("member_of Iván Rueda Soto → Coast Gang"), "\(ties)")
        #expect(ties.contains("family_of Iván Rueda Soto → Tomás Rueda Soto"), "\(ties)")
    }

    @Test func `groups are part of, allied with or rivals of others`() throws {
        let ties = try Readings.of(
            """
            Bruno Salcedo Arce led Los Norteños, the armed wing of the Sierra Cartel. Los Norteños are allied with the \
            Coast Cartel. The Plains Cartel is a rival of the Sierra Cartel.
            """
        ).ties
        #expect(ties.contains("part_of Los Norteños → Sierra Cartel"), "\(ties)")
        #expect(ties.contains("allied_with Los Norteños → Coast Cartel"), "\(ties)")
        #expect(ties.contains("rival_of Plains Cartel → Sierra Cartel"), "\(ties)")
    }

    @Test func `residence follows a name and its age`() throws {
        let ties = try Readings.of(
            "Charged were Denise Holguin, 34, of San Diego, and Tyrell Meeks, 29, of Los Angeles."
        ).ties
        #expect(ties.contains("based_in Denise Holguin → San Diego"), "\(ties)")
        #expect(ties.contains("based_in Tyrell Meeks → Los Angeles"), "\(ties)")
    }

    @Test func `an entity is never tied to itself, and each tie is given once`() throws {
        let reading = try Readings.of(
            """
            Sierra Cartel leader Bruno Salcedo Arce was arrested. Salcedo, the leader of the Sierra Cartel, is the \
            brother of Iván Salcedo Arce. Iván Salcedo Arce is his brother.
            """)
        #expect(reading.relations.allSatisfy { $0.from.entity != $0.to.entity })
        #expect(reading.relations.filter { $0.type == .leads }.count == 1)
        #expect(reading.relations.filter { $0.type == .familyOf }.count == 1)
    }
}
