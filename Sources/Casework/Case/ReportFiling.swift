import CaseFile
import Reports
import Vocabulary

/// Files the reports of one piece of input.
struct ReportFiling {
    /// What came of one report.
    enum Outcome: Sendable {
        case filed(language: String, sameText: Int)
        case known
        case forgotten(String)
        case problem(Problem)
    }

    let store: any CaseStore
    let readers: Readers
    let given: GivenFacts
    let at: Moment

    func file(_ piece: ReportSource.Piece) throws(CaseworkError) -> [Outcome] {
        let bytes: [UInt8]
        do throws(Problem) { bytes = try piece.bytes() } catch { return [.problem(error)] }
        // What is filed need not be opened again.
        if let outcome = try outcome(of: SHA256.hexadecimal(of: bytes)) { return [outcome] }
        let form: Filing.Form = piece.isDocument ? .document : .file
        let reports: [Report]
        do throws(ReportFault) {
            let intake = Intake(bytes: bytes, id: piece.id, name: piece.name, given: given)
            reports = piece.isDocument ? [try DocumentLine.report(intake)] : try ReportDoor.reports(intake)
        } catch { return [.problem(error.problem(piece.name))] }
        if let report = reports.first, reports.count == 1 {
            return [try file(report, bytes: bytes, form: form, source: piece.name)]
        }
        // Each report of a feed is kept as a document of its own.
        var outcomes: [Outcome] = []
        for (number, report) in reports.enumerated() {
            let document = Self.document(report)
            if let known = try outcome(of: SHA256.hexadecimal(of: document)) {
                outcomes.append(known)
            } else {
                let source = "\(piece.name), report \(number + 1)"
                outcomes.append(try file(report, bytes: document, form: .document, source: source))
            }
        }
        return outcomes
    }

    private func outcome(of sha256: String) throws(CaseworkError) -> Outcome? {
        do throws(CaseError) { return Self.outcome(try store.knows(sha256)) } catch { throw .caseFile(error) }
    }

    private static func outcome(_ acquaintance: Acquaintance) -> Outcome? {
        switch acquaintance {
        case .unknown: nil
        case .filed: .known
        case .forgotten(let tombstone): .forgotten(tombstone.sha256)
        }
    }

    private func file(
        _ report: Report, bytes: [UInt8], form: Filing.Form, source: String
    ) throws(CaseworkError) -> Outcome {
        let reading: Reading
        let reader: String
        do throws(CaseworkError) {
            reading = try readers.read(report)
            reader = try readers.version(of: report.language)
        } catch {
            guard case .noReader(let language) = error else { throw error }
            return .problem(ReportFault.languageUnsupported(language).problem(source))
        }
        let sketch = TextSketch(report.text)
        let filing = Filing(
            bytes: bytes, source: source, form: form, givenPublished: given.published, givenLanguage: given.language,
            anchors: sketch.anchors,
            isSameText: { TextKinship(sketch, TextSketch($0)) == .copy },
            cites: AgencyCredits.shipped.credits(in: report).map(\.agency).sorted(), reading: reading, reader: reader,
            at: at)
        do throws(CaseError) {
            switch try store.add(filing) {
            case .filed(let sameText): return .filed(language: report.language, sameText: sameText.count)
            case .known(let acquaintance): return Self.outcome(acquaintance) ?? .known
            }
        } catch { throw .caseFile(error) }
    }

    /// A report of a file that holds several, as a line of JSON Lines.
    private static func document(_ report: Report) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        let members: [(StaticString, String?)] = [
            ("id", report.id), ("title", report.title), ("date", report.published?.iso),
            ("publisher", report.publisher), ("author", report.author), ("lang", report.language),
            ("url", report.url),
        ]
        for (key, value) in members {
            json.key(key)
            json.stringOrNull(value)
        }
        json.key("text")
        json.string(utf8: report.text[...])
        json.endObject()
        return json.bytes
    }
}
