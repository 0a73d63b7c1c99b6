import Foundation
import Reports
import Vocabulary

/// Pages that the tests read.
enum Pages {
    /// An article as news sites build them, with what surrounds it.
    static func article(
        head: String = "", title: String = "Puerto Claro hands over nine accused", byline: String = "By Ana Ruelas",
        body: String = paragraphs, after: String = ""
    ) -> String {
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(title) | The Harbour Post</title>\(head)</head>
        <body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
        <div class="cookie-banner">We use cookies to give you the best service. Accept them all, please, or leave.</div>
        <main><article><h1>\(title)</h1><div class="byline">\(byline)</div>
        <div class="article-body">\(body)</div></article>
        <aside class="related"><h3>Related</h3><ul><li><a href="/a">Ferry strike ends after nine days of talks</a></li></ul></aside>
        \(after)</main>
        <footer><p>Copyright 2026 The Harbour Post. All rights reserved. No part of it may be used elsewhere.</p></footer>
        </body></html>
        """
    }

    static let paragraphs = """
        <p>The government of Puerto Claro handed over nine men accused of leading a smuggling ring on Tuesday, officials said.</p>
        <p>“They will answer in court,” the attorney general, Marcial Ovando, told reporters. He named none of the nine.</p>
        <h2>A second flight</h2>
        <p>A second flight with four more people on board is planned for Friday, two people with knowledge of it said.</p>
        """

    static func report(
        _ page: String, mediaType: String? = nil, address: String? = nil
    ) throws -> Report {
        try WebPage.report(
            Intake(bytes: Array(page.utf8), id: "page", name: "page.html", mediaType: mediaType, address: address))
    }

    /// The kind and text of each paragraph.
    static func outline(_ report: Report) -> [String] {
        report.paragraphs.map { paragraph in
            "\(paragraph.kind.rawValue): "
                + String(decoding: report.text[paragraph.span.start..<paragraph.span.end], as: UTF8.self)
        }
    }

    /// Files of the larger check, where it is at hand.
    static var shared: [String] {
        let folder = "../shared/data/html/pages"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map { "\(folder)/\($0)" }
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        let bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
        return Compressed.isGzip(bytes) ? try Compressed.open(bytes) : bytes
    }
}

extension Report {
    var words: String { String(decoding: text, as: UTF8.self) }
}
