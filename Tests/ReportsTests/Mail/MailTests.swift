import Reports
import Testing
import Vocabulary

@Suite struct MailTests {
    private func report(_ mail: String, _ name: String = "release.eml") throws -> Report {
        let text = mail.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        return try #require(try ReportDoor.reports(Intake(bytes: Array(text.utf8), id: "release", name: name)).first)
    }

    static let plain = """
        From: =?utf-8?Q?Fiscal=C3=ADa_de?= =?utf-8?B?IFB1ZXJ0byBDbGFybw==?= <prensa@fiscalia.example>
        To: redaccion@harbour.example
        Subject: Entregan a nueve acusados a
         las autoridades vecinas
        Date: Tue, 12 Aug 2025 21:04:00 -0600
        MIME-Version: 1.0
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        La Fiscal=EDa de Puerto Claro inform=F3 que nueve personas acusadas de dirigir =
        una red de contrabando fueron entregadas este martes a las autoridades vecinas.

        El fiscal general, Marcial Ovando, dijo que responder=E1n ante un tribunal y que
        no se dar=E1n sus nombres.
        --\u{20}
        Prensa, tel. 555
        """

    static let capture = """
        From: <Saved by Blink>
        Snapshot-Content-Location: https://harbour.example/2025/08/12/nine
        Subject: Nine accused
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary="----M"

        ------M
        Content-Type: text/html
        Content-Transfer-Encoding: quoted-printable
        Content-Location: https://harbour.example/2025/08/12/nine

        \(Pages.article().replacing("=", with: "=3D"))
        ------M
        Content-Type: image/png
        Content-Transfer-Encoding: base64

        AAAA
        ------M--
        """

    @Test func `a message becomes a report`() throws {
        let report = try report(Self.plain)
        #expect(report.title == "Entregan a nueve acusados a las autoridades vecinas")
        #expect(report.author == "Fiscalía de Puerto Claro")
        #expect(report.published?.iso == "2025-08-12")
        #expect(report.basis[.published] == .header)
        #expect(report.language == "es")
        #expect(Pages.outline(report).count == 3)
        #expect(report.words.contains("red de contrabando fueron"))
        #expect(!report.words.contains("555"))
    }

    @Test func `a message in parts gives its plain text, or its page`() throws {
        let page = Pages.article().split(separator: "\n").joined(separator: "\n")
        let mail = """
            From: a@harbour.example
            Subject: Nine accused
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b 1"

            --b 1
            Content-Type: text/plain

            See the page.
            --b 1
            Content-Type: text/html; charset=utf-8

            \(page)
            --b 1--
            """
        let report = try report(mail)
        #expect(report.title == "Nine accused")
        #expect(report.basis[.title] == .header)
        #expect(report.words.contains("smuggling ring on Tuesday"))
        #expect(report.origin?.places.first?.hasPrefix("part 2/html[1]") == true)
    }

    @Test func `a browser's capture gives its page with its address`() throws {
        let report = try report(Self.capture, "page.mhtml")
        #expect(report.url == "https://harbour.example/2025/08/12/nine")
        #expect(report.published?.iso == "2025-08-12")
        #expect(report.title == "Puerto Claro hands over nine accused")
    }

    @Test func `parts nested without end are bounded`() {
        var mail = "MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        for _ in 0..<20_000 { mail += "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" }
        #expect(throws: ReportFault.self) {
            try ReportDoor.reports(Intake(bytes: Array(mail.utf8), id: "m", name: "m.eml"))
        }
    }
}
