import Extraction
import Testing
import Vocabulary

@Suite struct LayoutTests {
    private func kinds(_ text: String) -> [Syntax.Part.Kind] { Layout.parts(of: Array(text.utf8)).map(\.kind) }

    @Test func `headline, dateline, subhead, paragraphs and source are told apart`() {
        let text = """
            Three Men Handed Over
            LIMA, March 13 (Example Wire) - Peru handed over three men on Thursday, the ministry said.
            What is known
            The men were held in two prisons. They are accused of smuggling gold across the border.
            Source: Example Wire
            """
        #expect(kinds(text) == [.headline, .dateline, .paragraph, .subhead, .paragraph, .source])
    }

    @Test func `a dash inside a sentence makes no dateline`() {
        #expect(kinds("The men - three of them - were held. They denied it.") == [.paragraph])
    }

    @Test func `every byte that is not white space lies in one part`() {
        for text in ["", "\n\n", "a", "a\r\nb\n", "MADRID.- Uno. Dos.\n", "TITLE — \n text. more", "é — ü (x) - ñ. o"] {
            let bytes = Array(text.utf8)
            var covered = [Int](repeating: 0, count: bytes.count)
            for part in Layout.parts(of: bytes) { for index in part.span.start..<part.span.end { covered[index] += 1 } }
            for (index, byte) in bytes.enumerated() where byte > 0x20 {
                #expect(covered[index] == 1, "byte \(index) of \(text)")
            }
        }
    }
}
