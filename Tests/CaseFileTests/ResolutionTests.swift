import CaseFile
import Foundation
import Testing
import Vocabulary

@Suite struct ResolutionTests {
    private func names(_ entities: [CaseEntity]) -> [String: Int] {
        Dictionary(entities.map { ($0.name, $0.reports) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `a person, a group and a body are one across languages`() throws {
        let views = try SampleCase.views()
        let people = names(views.people())
        #expect(people["Aurelio Zamarripa Tlaxcalteco"] == 3)
        #expect(people["Aurelio Zamarripa Ixtlahuaca"] == 1)
        let groups = views.groups()
        #expect(groups.count == 2)
        #expect(groups.allSatisfy { $0.reports == 2 })
    }

    @Test func `one handover in four reports is one event, and a re-quote is no further source`() throws {
        let transfers = try SampleCase.views().events().filter { $0.type == .transfer }
        #expect(transfers.count == 1)
        #expect(transfers.first?.reports == 4)
        #expect(transfers.first?.independentSources == 3)
        #expect(transfers.first?.count == 14)
    }

    @Test func `the order of filing does not show`() throws {
        let resolver = try SampleCase.resolver
        let expected = resolver.resolve(SampleCase.reports)
        var generator = SeededNumbers(seed: 7)
        for _ in 0..<20 {
            #expect(resolver.resolve(SampleCase.reports.shuffled(using: &generator)) == expected)
        }
    }

    /// A report more touches the components that its keys reach; all others stay, and the outcome is the batch's.
    @Test func `a report more gives what all at once give`() throws {
        let resolver = try SampleCase.resolver
        for last in SampleCase.reports.indices {
            let all = SampleCase.reports
            let before = all.enumerated().filter { $0.offset != last }.map(\.element)
            let sources = Sources(all)
            let outlines = Dictionary(uniqueKeysWithValues: all.map { ($0.sha256, resolver.outline(of: $0)) })
            let new = resolver.keys(of: all[last])
            // What the new keys reach, by keys of keys.
            var keys = Dictionary(grouping: all.flatMap { resolver.keys(of: $0) }) { "\($0.kind) \($0.member)" }
            var touched: Set<String> = Set(new.map { "\($0.kind) \($0.member)" })
            var reached = Set(new.map { "\($0.kind) \($0.key)" })
            var grows = true
            while grows {
                grows = false
                for (member, its) in keys where its.contains(where: { reached.contains("\($0.kind) \($0.key)") }) {
                    touched.insert(member)
                    reached.formUnion(its.map { "\($0.kind) \($0.key)" })
                    keys[member] = nil
                    grows = true
                }
            }
            let former = resolver.resolve(before).clusters.filter { cluster in
                !cluster.members.contains { touched.contains("\(cluster.kind) \($0)") }
            }
            let batch = resolver.resolve(outlines: outlines, sources: sources).clusters
            let untouched = batch.filter { cluster in
                !cluster.members.contains { touched.contains("\(cluster.kind) \($0)") }
            }
            #expect(former == untouched)
            let redone = Dictionary(grouping: batch.filter { !untouched.contains($0) }) { $0.component }
            for clusters in redone.values {
                let members = clusters.flatMap(\.members).sorted()
                let again = resolver.resolve(
                    component: members, kind: clusters[0].kind, outlines: outlines, decisions: [], sources: sources)
                #expect(again == clusters)
            }
        }
    }

    private func reference(_ report: FiledReport, _ id: String) throws -> MentionReference {
        let entity = try #require(report.reading.entities.first { $0.id == id })
        return MentionReference(report: report.sha256, span: entity.mentions[0], type: entity.type.rawValue)
    }

    private func decision(_ kind: Decision.Kind, _ parts: [[MentionReference]], value: String? = nil) -> Decision {
        Decision(
            id: "d1", kind: kind, parts: parts, value: value, author: "ines", at: Moment(seconds: 5), reason: "seen")
    }

    @Test func `a split, a merge and a new name stick, and can be undone`() throws {
        let (herald, diario) = (SampleCase.herald, SampleCase.diario)
        let one = try reference(herald, "p1"), two = try reference(diario, "p1"), other = try reference(diario, "p3")
        func people(_ decision: Decision) throws -> [CaseEntity] {
            try SampleCase.views(decisions: [decision]).people()
        }

        var split = decision(.split, [[one], [two]])
        #expect(try people(split).count { $0.name.contains("Tlaxcalteco") } == 2)
        split.undoneBy = Decision.Undoing(author: "ines", at: Moment(seconds: 9), reason: "error")
        #expect(try people(split) == SampleCase.views().people())

        let merged = try #require(try people(decision(.merge, [[one], [other]])).first)
        #expect(merged.isConfirmed)
        #expect(merged.mentions == 5)

        let renamed = try people(decision(.rename, [[one]], value: "A. Zamarripa"))
        #expect(renamed.contains { $0.name == "A. Zamarripa" && $0.reports == 3 })
    }

    @Test func `privacy names and lone surnames need a second clue`() throws {
        func report(_ id: String, _ words: String, _ name: String) -> FiledReport {
            var report = SampleReport(id, words)
            report.entity("p1", .person, name)
            return report.filed()
        }
        let views = try SampleCase.views([
            report("a", "{p1:Ramiro “N”} was seen.", "Ramiro “N”"),
            report("b", "{p1:Ramiro “N”} was heard.", "Ramiro “N”"),
            report("c", "{p1:Iturriaga} left.", "Iturriaga"), report("d", "{p1:Iturriaga} came.", "Iturriaga"),
        ])
        #expect(views.people().count == 4)
    }

    @Test func `different second surnames and a Junior are different people`() throws {
        let names = ["Ubaldo Cantú Treviño", "Ubaldo Cantú Rangel", "Ubaldo Cantú Treviño Jr."]
        let reports = names.enumerated().map { number, name in
            var report = SampleReport("n\(number)", "{p1:\(name)} spoke.")
            report.entity("p1", .person)
            return report.filed()
        }
        #expect(try SampleCase.views(reports).people().count == 3)
    }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
