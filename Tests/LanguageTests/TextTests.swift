import Language
import Testing

struct TextTests {
    /// From `spacy.strings.get_string_id`.
    @Test(
        arguments: [
            ("", 0), ("a", 11_901_859_001_352_538_922), ("hello", 5_983_625_672_228_268_878),
            ("extradited", 4_994_017_057_405_430_010), ("cárdenas", 8_556_332_000_908_879_069), ("X", 101),
            ("det", 415),
            ("PERSON", 380), ("12345678", 9_871_996_032_675_327_904), ("123456789abcdefgh", 4_275_926_136_390_810_747),
            ("😀", 13_900_606_239_988_879_105),
        ] as [(String, UInt64)])
    func `numbers strings as spaCy does`(text: String, id: UInt64) {
        #expect(StringIdentifiers.spaCy.identifier(text) == id)
    }

    /// From `thinc.api.NumpyOps().hash`.
    @Test func `picks rows as thinc does`() {
        func rows(_ id: UInt64, _ seed: UInt32) -> [UInt32] {
            let rows = Murmur.rows(id, seed: seed)
            return [rows.0, rows.1, rows.2, rows.3]
        }
        #expect(rows(0, 8) == [0, 0, 0, 0])
        #expect(rows(1, 8) == [1_161_550_108, 2_247_783_286, 1_742_325_162, 1_224_191_281])
        #expect(
            rows(5_983_625_672_228_268_878, 13) == [1_756_772_904, 4_261_859_277, 2_993_864_585, 2_889_397_562])
        #expect(rows(.max, 13) == [3_199_409_384, 1_062_937_581, 752_279_700, 3_061_442_444])
    }

    @Test(arguments: [
        ("Varnholm", "Xxxxx"), ("U.S.", "X.X."), ("12,345", "dd,ddd"), ("12345", "dddd"), ("x²", "xd"),
        ("Ñandú", "Xxxxx"),
        ("aaaaaB", "xxxxX"), ("----—", "----—"), (String(repeating: "é", count: 100), "LONG"),
        (String(repeating: "é", count: 99), "xxxx"), ("ΑΘΗΝΑ", "XXXX"), ("ǅ", "x"),
    ])
    func `gives the shape of a form`(text: String, shape: String) {
        var text = text
        let mine = text.withUTF8 { FeatureRules.shape($0) }
        #expect(String(decoding: mine, as: UTF8.self) == shape)
    }

    @Test(arguments: [
        ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"), ("ΣΑΣ ΣΑ", "σας σα"), ("Σ", "σ"), ("İx", "i̇x"), ("ÀÉÑ", "àéñ"), ("A-B", "a-b"),
    ])
    func `lowers as Python does`(text: String, lower: String) {
        var text = text
        #expect(text.withUTF8 { PythonText.lower($0) } == [UInt8](lower.utf8))
    }

    @Test func `knows Python's white space`() {
        let spaces = (UInt32(0)...0x3100).filter(PythonText.isSpace)
        #expect(
            spaces == Array(0x09...0x0d) + Array(0x1c...0x20) + [0x85, 0xa0, 0x1680] + Array(0x2000...0x200a)
                + [0x2028, 0x2029, 0x202f, 0x205f, 0x3000])
    }

    @Test func `finds the keys that were put in and no others`() {
        var table = ByteKeyTable()
        for number in 0..<5000 { #expect(table.insert("key \(number)") == number) }
        #expect(table.insert("key 77") == 77)
        #expect(table.insert("") == 5000)
        for number in 0..<5000 { #expect(table.find("key \(number)") == number) }
        #expect(table.find("key") == -1)
    }
}
