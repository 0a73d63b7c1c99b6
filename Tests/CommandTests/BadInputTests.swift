import Foundation
import Testing

@Suite struct BadInputTests {
    private static let good = "The man was arrested in Lima on Monday, police said.\n"

    /// An input that cannot be read, and what is said of it.
    private func check(_ bytes: [UInt8], _ code: String, says words: String? = nil) throws {
        let program = try Program()
        defer { program.clear() }
        let bad = try program.write("bad.txt", bytes)
        let run = try program.run(["read", "--format", "json", bad])
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.talk.contains("[\(code)]"), "\(run.talk)")
        #expect(run.talk.contains("bad.txt"))
        if let words { #expect(run.talk.contains(words), "\(run.talk)") }
        #expect(run.talk.split(separator: "\n").count == 1)
    }

    @Test func `an empty file`() throws { try check([], "reports.empty") }

    @Test func `nothing but white space`() throws { try check(Array(" \n\t\r\n ".utf8), "reports.empty") }

    @Test func `nothing but a byte order mark`() throws { try check([0xEF, 0xBB, 0xBF], "reports.empty") }

    @Test func `bytes that are no UTF-8, and which`() throws {
        try check(
            Array("caf".utf8) + [0xE9] + Array(" is Latin-1".utf8), "reports.not-utf8", says: "at byte 3 stands E9")
    }

    @Test func `a character cut at the end`() throws {
        try check(Array("Peña ".utf8) + [0xE2, 0x80], "reports.not-utf8", says: "at byte 6 stands E2 80")
    }

    @Test func `surrogates and overlong forms are no UTF-8`() throws {
        try check(Array("x".utf8) + [0xED, 0xA0, 0x80], "reports.not-utf8", says: "byte 1")
        try check(Array("x".utf8) + [0xC0, 0xAF], "reports.not-utf8", says: "byte 1")
    }

    @Test func `UTF-16, and how to convert it`() throws {
        try check([0xFF, 0xFE, 0x54, 0x00], "reports.not-utf8", says: "iconv -f UTF-16")
    }

    @Test func `NUL bytes`() throws { try check(Array("The man\0was".utf8), "reports.nul-byte", says: "byte 7") }

    @Test func `only pictures`() throws { try check(Array("👮🏽‍♀️🚔 🇲🇽 🔫🔫 ‼️\n".utf8), "reports.no-words") }

    @Test func `text from right to left`() throws {
        try check(Array("ألقت الشرطة القبض على الرجل في ليما يوم الاثنين.\n".utf8), "reports.language-unsupported")
        try check(Array("המשטרה עצרה את האיש בלימה ביום שני.\n".utf8), "reports.language-unsupported", says: "“he”")
    }

    @Test(arguments: [
        (
            "pt",
            "A polícia prendeu o homem em Lima na segunda-feira, disse o ministério. Ele não foi acusado pela morte."
        ),
        (
            "fr",
            "La police a arrêté l’homme à Lima lundi, selon le ministère. Il n’a pas été accusé de la mort du juge."
        ),
        ("it", "La polizia ha arrestato l’uomo a Lima lunedì, secondo il ministero. Non è stato accusato della morte."),
        (
            "de",
            "Die Polizei hat den Mann am Montag in Lima festgenommen, sagte das Ministerium. Er wurde nicht angeklagt."
        ),
        (
            "ca",
            "La policia va detenir l'home a Lima dilluns, segons el ministeri. No va ser acusat de la mort del jutge."
        ),
        (
            "nl",
            "De politie heeft de man maandag in Lima aangehouden, zei het ministerie. Hij is niet aangeklaagd voor moord."
        ),
    ])
    func `a text in another language`(language: String, text: String) throws {
        try check(Array(text.utf8), "reports.language-unsupported", says: "“\(language)”")
    }

    @Test func `a folder, with what to give instead`() throws {
        let program = try Program()
        defer { program.clear() }
        let run = try program.run(["read", program.folder.path])
        #expect(run.status == 65)
        #expect(run.talk.contains("[input.is-folder]"))
    }

    @Test func `a file that is not there`() throws {
        let program = try Program()
        defer { program.clear() }
        let run = try program.run(["read", "gone.txt"])
        #expect(run.status == 65)
        #expect(run.talk.contains("gone.txt: there is no such file [input.missing]"))
    }

    @Test func `a file that may not be read`() throws {
        let program = try Program()
        defer { program.clear() }
        let file = try program.write("secret.txt", Self.good)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: program.folder.path)
        let run: Program.Run
        if geteuid() == 0 {
            // The superuser may read everything: become nobody.
            let tool = "/usr/bin/setpriv"
            guard FileManager.default.isExecutableFile(atPath: tool) else {
                print("LEFT OUT: no permission: run by the superuser, and there is no setpriv")
                return
            }
            let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", Program.binary, "read", file]
            run = try program.run(executable: tool, nobody)
        } else {
            run = try program.run(["read", file])
        }
        #expect(run.status == 65)
        #expect(run.talk.contains("[input.no-permission]"), "\(run.talk)")
    }

    @Test func `what is bad does not keep the others from being read`() throws {
        guard InstalledModel.isThere() else { return }
        let program = try Program()
        defer { program.clear() }
        let files = [
            try program.write("a.txt", Self.good), try program.write("b.txt", [0xFF]), program.path("c.txt"),
            try program.write("d.txt", Self.good),
        ]
        let run = try program.run(["read", "--format", "json"] + files)
        #expect(run.status == 65)
        #expect(run.lines.count == 2)
        #expect(run.lines.first?.contains(#""id":"a""#) == true)
        #expect(run.lines.last?.contains(#""id":"d""#) == true)
        #expect(run.talk.split(separator: "\n").count == 2)
    }
}
