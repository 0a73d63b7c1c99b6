import Reports
import Testing

@Suite struct CharsetTests {
    private func text(_ bytes: [UInt8], header: String? = nil) throws -> (text: String, name: String) {
        let page = Array("<html><head></head><body><p>".utf8) + bytes + Array("</p></body></html>".utf8)
        let (tree, charset) = PageReader.decodedTree(of: page, mediaType: header)
        return (String(decoding: tree.text, as: UTF8.self), charset)
    }

    @Test(arguments: [
        ("windows-1252", [0x93, 0x43, 0x6F, 0x6E, 0x74, 0xE9, 0x6D, 0x94] as [UInt8], "“Contém”"),
        ("iso-8859-2", [0xB3, 0xF3, 0x64, 0xBC], "łódź"), ("koi8-r", [0xED, 0xCF, 0xD3, 0xCB, 0xD7, 0xC1], "Москва"),
        ("euc-kr", [0xC7, 0xD1, 0xB1, 0xB9], "한국"), ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"),
        ("gbk", [0xD6, 0xD0, 0xB9, 0xFA], "中国"), ("latin1", [0xF1], "ñ"), ("utf8", [0xC3, 0xB1], "ñ"),
    ])
    func `a header names the character set`(label: String, bytes: [UInt8], expected: String) throws {
        #expect(try text(bytes, header: "text/html; charset=\"\(label)\"").text == expected)
    }

    @Test func `a page declares its own`() {
        let page = Array("<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\"><p>Jos".utf8) + [0xE9]
        #expect(String(decoding: PageReader.tree(of: page).text, as: UTF8.self) == "José")
    }

    @Test func `well-formed UTF-8 is that, whatever is declared`() {
        let page = Array("<meta charset=iso-8859-1><p>José".utf8)
        #expect(String(decoding: PageReader.tree(of: page).text, as: UTF8.self) == "José")
    }

    @Test func `without any word of it, bytes tell`() throws {
        let spanish = Array("El se".utf8) + [0xF1] + Array("or Gonz".utf8) + [0xE1] + Array("lez".utf8)
        #expect(try text(spanish).text == "El señor González")
        #expect(try text(twelveTimes([0xC7, 0xD1, 0xB1, 0xB9, 0xBE, 0xEE, 0x20])).name == "euc-kr")
        #expect(try text(twelveTimes([0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0, 0x20])).name == "windows-1251")
    }

    private func twelveTimes(_ word: [UInt8]) -> [UInt8] { Array(repeatElement(word, count: 12).joined()) }

    @Test func `UTF-16 is known by its mark`() {
        var page: [UInt8] = [0xFF, 0xFE]
        for unit in "<p>Año</p>".utf16 { page += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(String(decoding: PageReader.tree(of: page).text, as: UTF8.self) == "Año")
    }
}

/// Numbers that look thrown, the same every time (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
