import Testing
import Vocabulary

@Suite struct ScalarOffsetsTests {
    static let texts = [
        "", "a", "plain", "Peña Ñandú", "日本語のテキスト", "👮🏽‍♀️ 🇲🇽 e\u{301}", String(repeating: "x", count: 63) + "ñ",
        String(repeating: "ñ", count: 200), String(repeating: "aé日👮", count: 60), "\r\n\u{2028}\u{FEFF}",
    ]

    @Test(arguments: texts) func `every boundary of a scalar goes there and back`(text: String) {
        let bytes = Array(text.utf8)
        let offsets = ScalarOffsets(bytes)
        var byte = 0
        for (number, scalar) in text.unicodeScalars.enumerated() {
            #expect(offsets.scalar(atByte: byte) == number)
            #expect(offsets.byte(atScalar: number) == byte)
            for inside in 1..<max(1, UTF8.width(scalar)) { #expect(offsets.scalar(atByte: byte + inside) == nil) }
            byte += UTF8.width(scalar)
        }
        #expect(offsets.scalarCount == text.unicodeScalars.count)
        #expect(offsets.scalar(atByte: bytes.count) == offsets.scalarCount)
        #expect(offsets.byte(atScalar: offsets.scalarCount) == bytes.count)
    }

    @Test func `outside the text there is nothing`() {
        let offsets = ScalarOffsets(Array("año".utf8))
        #expect(offsets.scalar(atByte: -1) == nil)
        #expect(offsets.scalar(atByte: 5) == nil)
        #expect(offsets.byte(atScalar: -1) == nil)
        #expect(offsets.byte(atScalar: 4) == nil)
    }
}
