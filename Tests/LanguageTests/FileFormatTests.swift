import Language
import Testing

struct FileFormatTests {
    @Test func `reads the values of MessagePack`() throws {
        let bytes: [UInt8] = [
            0x86, 0xa1, 0x61, 0x01, 0xa1, 0x62, 0xc0, 0xa1, 0x63, 0x92, 0xc3, 0xff, 0xa1, 0x64, 0xcf, 0xff, 0xff, 0xff,
            0xff,
            0xff, 0xff, 0xff, 0xff, 0xa1, 0x65, 0xc4, 0x02, 0x00, 0x01, 0xa1, 0x66, 0xcb, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0,
        ]
        guard case .table(let pairs) = try MessagePackReader.read(bytes[...]) else {
            Issue.record("not a table")
            return
        }
        #expect(pairs.count == 6)
        guard case .unsigned(.max) = pairs[3].value, case .real(1.5) = pairs[5].value,
            case .binary(let data) = pairs[4].value
        else {
            Issue.record("other values")
            return
        }
        #expect(Array(data) == [0, 1])
    }

    @Test func `a damaged MessagePack is an error`() {
        let deep = [UInt8](repeating: 0x91, count: 200)
        for bytes: [UInt8] in [
            [], [0x92, 0x01], [0xdd, 0xff, 0xff, 0xff, 0xff], [0xc6, 0xff, 0xff, 0xff, 0xff, 1], [0xc1], [0x01, 0x02],
            [0xdf, 0x7f, 0, 0, 0], deep,
        ] {
            #expect(throws: MessagePackReader.Damage.self) { try MessagePackReader.read(bytes[...]) }
        }
    }

    @Test func `reads JSON and refuses what is none`() {
        let text = #" {"a": [1, -2.5e1, true, null], "b\n\u00e1\ud83d\ude00": "x"} "#
        #expect(
            JSONTextReader.read([UInt8](text.utf8))
                == .object([
                    .init(key: "a", value: .array([.number(1), .number(-25), .boolean(true), .null])),
                    .init(key: "b\ná😀", value: .string("x")),
                ]))
        for text in ["", "{", "[1,]", "{\"a\" 1}", "tru", "\"\\ud800x\"", "1 2", String(repeating: "[", count: 500)] {
            #expect(JSONTextReader.read([UInt8](text.utf8)) == nil)
        }
    }

    @Test func `follows references between settings`() throws {
        let text = "[a]\nx = 96\ny = [\"p\",\"q\"]\n# remark\n[b.c]\nz = ${a:x}\nloop = ${b.c.loop}\n"
        let config = try #require(PipelineConfig([UInt8](text.utf8)))
        #expect(config.value("b.c.z") == .number(96))
        #expect(config.value("b.c.loop") == nil)
        #expect(config.value("a.y") == .array([.string("p"), .string("q")]))
        #expect(PipelineConfig([UInt8]("[a]\nnonsense\n".utf8)) == nil)
    }
}
