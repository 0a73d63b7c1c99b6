import Testing
import Vocabulary

@Suite struct JSONWriterTests {
    @Test func `keeps the order and sets commas between members and elements`() {
        var json = JSONWriter()
        json.beginObject()
        json.key("b")
        json.beginArray()
        json.integer(1)
        json.null()
        json.boolean(true)
        json.beginObject()
        json.endObject()
        json.beginArray()
        json.endArray()
        json.endArray()
        json.key("a")
        json.string("x")
        json.key(named: "c \"d\"")
        json.number("0.50")
        json.endObject()
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"b":[1,null,true,{},[]],"a":"x","c \"d\"":0.50}"#)
    }

    @Test func `escapes only what must be escaped`() {
        var json = JSONWriter()
        json.string("a/b “ñ” 👮 \" \\ \n\r\t\u{01}\u{1F}\u{7F}")
        let expected = "\"a/b “ñ” 👮 \\\" \\\\ \\n\\r\\t\\u0001\\u001f\u{7F}\""
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }
}
