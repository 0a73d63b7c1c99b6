/// A PDF written by hand: one object after another, each page a stream of lines.
enum HandmadePDF {
    struct Line {
        var x: Int
        var y: Int
        var size = 10
        var text: String
    }

    static func bytes(_ pages: [[Line]]) -> [UInt8] {
        var objects: [String] = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
        objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
        var kids: [String] = []
        for lines in pages {
            let stream = lines.map { "BT /F1 \($0.size) Tf \($0.x) \($0.y) Td (\($0.text)) Tj ET" }.joined(
                separator: "\n")
            objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
            let content = objects.count
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(content) 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            )
            kids.append("\(objects.count) 0 R")
        }
        objects[1] = "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(pages.count) >>"
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(text.utf8)
    }

    /// Three pages in two columns, with running heads and a headline.
    static var bulletin: [[Line]] {
        (1...3).map { page in
            var lines = [
                Line(x: 72, y: 760, text: "Puerto Claro, Bulletin 12"), Line(x: 290, y: 30, text: "Page \(page) of 3"),
            ]
            if page == 1 { lines.append(Line(x: 72, y: 700, size: 20, text: "Nine accused handed over")) }
            for row in 0..<8 {
                lines.append(
                    Line(x: 72, y: 660 - row * 12, text: "The government of Puerto Claro handed over the nine ac-"))
                lines.append(
                    Line(x: 320, y: 660 - row * 12, text: "second column of page \(page), line \(row) of its text,"))
            }
            return lines
        }
    }
}
