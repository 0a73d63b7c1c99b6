import Foundation
import Server
import Synchronization
import Testing
import Vocabulary

@Suite struct PageTests {
    static let pages = [
        "/", "/reports", "/people", "/groups", "/events", "/timeline", "/chart", "/conflicts", "/review",
        "/lists?name=Ana",
        "/add", "/search?q=%3Cscript%3E", "/history", "/thing/e-1", "/event/v-1", "/report/\(WrittenCase.key)",
    ]

    @Test(arguments: pages) func `a hostile report shows as text on every page`(path: String) throws {
        let answer = try Visitor().get(path)
        #expect(answer.status == 200)
        let text = answer.text
        #expect(!text.contains("<script>alert"))
        // A quotation mark with an accent behind it still ends an attribute.
        let wayOut = "\"\u{0301} onmouseover"
        #expect(!text.contains(wayOut))
        #expect(!text.contains("<b>one"))
        #expect(!text.contains("javascript:"))
        #expect(!text.contains(" style="), "the content security policy would not let it work")
    }

    @Test(arguments: pages) func `every page has one title, one first heading, one main part and its language`(
        path: String
    ) throws {
        let text = try Visitor().get(path, ["accept-language": "es-MX,en;q=0.5"]).text
        for (mark, count) in [("<meta charset", 1), ("<h1", 1), ("<main", 1), ("lang=\"es\"", 1)] {
            #expect(text.components(separatedBy: mark).count - 1 == count, "\(mark) in \(path)")
        }
        #expect(text.utf8.count < 200_000)
    }

    @Test func `a footnote leads to the words of the report`() throws {
        let visitor = try Visitor()
        #expect(visitor.get("/thing/e-1").text.contains("/report/\(WrittenCase.key)?at=0-4#here"))
        #expect(
            visitor.get("/report/\(WrittenCase.key)?at=0-4").text.contains(
                "<span class=\"here\" id=\"here\">&lt;scr</span>"))
    }

    @Test func `the facts of a report are marked where their words stand`() throws {
        let text = try Visitor().get("/report/\(WrittenCase.key)").text
        #expect(text.contains("<a class=\"fact k-person\" href=\"/thing/e-1\" data-note=\"e1\">Ana</a>"))
        #expect(text.contains("<a class=\"fact k-event\" href=\"#v1\" data-note=\"v1\">arrested</a>"))
    }

    @Test func `the language is chosen once and kept`() throws {
        let answer = try Visitor().post("/language", "language=es&back=/people")
        #expect(answer["location"] == "/people")
        #expect(answer["set-cookie"]?.hasPrefix("language=es;") == true)
    }

    @Test func `every word of the interface is there in both languages`() {
        #expect(Words.keys.count > 150)
        for key in Words.keys { for language in Words.Language.allCases { #expect(!Words(language)[key].isEmpty) } }
    }

    @Test func `a file is filed and its progress can be seen`() throws {
        let visitor = try Visitor()
        let answer = visitor.post("/add", "title=One&text=Something+happened.")
        let address = try #require(answer["location"])
        #expect(visitor.get(address).status == 200)
        for _ in 0..<200 where visitor.file.filed.withLock({ $0.isEmpty }) { Thread.sleep(forTimeInterval: 0.01) }
        #expect(visitor.file.filed.withLock { $0 } == ["One.txt"])
    }

    @Test func `a form of parts brings its files whole`() throws {
        let body =
            "--B\r\nContent-Disposition: form-data; name=\"published\"\r\n\r\n2025-01-01\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nline\r\n--x\r\n\r\n--B--\r\n"
        let request = DeskRequest(
            "POST", "/add", headers: ["content-type": "multipart/form-data; boundary=B"], body: Array(body.utf8))
        let form = try FormBody(request)
        #expect(form["published"] == "2025-01-01")
        #expect(form.files.first?.bytes == Array("line\r\n--x\r\n".utf8))
    }
}
