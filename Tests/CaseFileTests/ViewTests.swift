import CaseFile
import Foundation
import Testing
import Vocabulary

@Suite struct ViewTests {
    @Test func `conflicts show different numbers and legal words with the quotes`() throws {
        let conflicts = try SampleCase.views().conflicts()
        let count = try #require(conflicts.first { $0.slot == .count })
        #expect(Set(count.values.map(\.value)) == ["14", "15"])
        #expect(count.values.first?.value == "14")
        let label = try #require(conflicts.first { $0.slot == .label })
        #expect(Set(label.values.map(\.value)) == ["extradition", "expulsion", "transfer"])
        let extradition = try #require(label.values.first { $0.value == "extradition" })
        #expect(extradition.reports == ["herald"])
        #expect(extradition.speakers.contains { $0.contains("Attorney General") })
        #expect(extradition.span.text == "extradited")
        let role = try #require(conflicts.first { $0.slot == .role })
        #expect(role.values.count == 2)
    }

    @Test func `a less exact date is no conflict`() throws {
        let conflicts = try SampleCase.views().conflicts()
        #expect(!conflicts.contains { $0.slot == .when })
    }

    @Test func `the ladder keeps what is alleged apart from what is charged`() throws {
        let views = try SampleCase.views()
        let cluster = try #require(views.find("Zamarripa Tlaxcalteco").first)
        let dossier = views.dossier(of: cluster)
        let statuses = dossier.ladder.flatMap(\.steps).map(\.status)
        #expect(Set(statuses) == [.alleged, .charged])
        #expect(dossier.ladder.flatMap(\.steps).allSatisfy { !$0.by.isEmpty && !$0.footnotes.isEmpty })
        #expect(dossier.roles.contains { $0.role == "leader" && $0.modality == .alleged })
    }

    @Test func `a victim is never shown as a suspect`() throws {
        let views = try SampleCase.views()
        let cluster = try #require(views.find("Rosendo Iturriaga").first)
        let dossier = views.dossier(of: cluster)
        #expect(dossier.ladder.isEmpty)
        #expect(dossier.roles.map(\.role) == ["victim of a killing or death"])
    }

    @Test func `footnotes repeat the words of the report`() throws {
        let views = try SampleCase.views()
        let texts = Dictionary(
            uniqueKeysWithValues: SampleCase.reports.map {
                ($0.sha256, Array(String(decoding: $0.text, as: UTF8.self).unicodeScalars))
            })
        for cluster in views.people().flatMap({ views.find($0.id) }) {
            for note in views.dossier(of: cluster).footnotes {
                let scalars = try #require(texts[note.sha256])
                var words = String.UnicodeScalarView()
                words.append(contentsOf: scalars[note.start..<note.end])
                #expect(String(words) == note.text)
            }
        }
    }

    @Test func `a view is one object or a line an item`() throws {
        let people = try SampleCase.views().people()
        let listing = CaseListing(caseName: "sample", items: people)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(listing.json)) as? [String: Any])
        #expect(object["format"] as? String == "expediente.case/1")
        #expect((object["items"] as? [[String: Any]])?.count == people.count)
        #expect(listing.lines.split(separator: 0x0A).count == people.count)
    }

    @Test func `review asks about what words are gone`() throws {
        let lost = MentionReference(report: SampleCase.wire.sha256, span: Span(3, 5), type: "Person")
        let decision = Decision(
            id: "d4", kind: .rename, parts: [[lost]], value: "Z", author: "ines", at: Moment(seconds: 1), reason: "seen"
        )
        let review = try SampleCase.views(decisions: [decision]).review()
        #expect(review.contains { $0.kind == .orphan && $0.id == "q-d4" })
        #expect(review.contains { $0.kind == .conflict })
    }
}
