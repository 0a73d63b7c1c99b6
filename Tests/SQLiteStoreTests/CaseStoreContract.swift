import CaseFile
import Testing
import Vocabulary

/// What every store of a case must do; `make` opens an empty one.
struct CaseStoreContract {
    let make: () throws -> any CaseStore

    func keepsReportsWhole() throws {
        let store = try make()
        let filing = Samples.filing("Nilo Ferro", published: CalendarDay(2025, 1, 6))
        #expect(try store.add(filing) == .filed(sameText: []))
        let sha256 = Samples.sha256(filing)
        let report = try #require(try store.report(sha256))
        #expect(report.reading == filing.reading)
        #expect(report.cites == ["Agency"])
        #expect(report.filedAt == filing.at)
        #expect(try store.original(sha256)?.bytes == filing.bytes)
        #expect(try store.original(sha256)?.source == "Nilo Ferro.txt")
        let kept = try store.statements(of: sha256, allReadings: false)
        #expect(kept == filing.reading.statements(of: sha256, reader: "reader 1", at: filing.at))
        #expect(kept.contains { $0.property == "person" && $0.value == "e2" })
        #expect(try store.entries().map(\.facts) == [kept.count])
        #expect(try store.reports().map(\.sha256) == [sha256])
        #expect(try store.flaws() == [])
    }

    func knowsAReportAgain() throws {
        let store = try make()
        let filing = Samples.filing("Nilo Ferro")
        #expect(try store.knows(Samples.sha256(filing)) == .unknown)
        _ = try store.add(filing)
        #expect(try store.knows(Samples.sha256(filing)) == .filed)
        let before = try dump(store)
        #expect(try store.add(filing) == .known(.filed))
        #expect(try dump(store) == before)
    }

    /// The first of copies is the first that was published, whichever was filed first.
    func notesCopiesWhateverTheOrder() throws {
        let early = Samples.filing("Nilo Ferro", published: CalendarDay(2025, 1, 6), anchors: [1, 2, 3])
        let late = Samples.filing("Nilo  Ferro", published: CalendarDay(2025, 1, 7), anchors: [1, 2, 4])
        let other = Samples.filing("Ana Vidal", published: CalendarDay(2025, 1, 5), anchors: [8, 9])
        var dumps: Set<String> = []
        for order in [[early, late, other], [late, other, early], [other, early, late]] {
            let store = try make()
            for filing in order { _ = try store.add(filing) }
            let copies = try store.entries().filter { $0.sameTextAs != nil }
            #expect(copies.map(\.sha256) == [Samples.sha256(late)])
            #expect(copies.first?.sameTextAs == Samples.sha256(early))
            dumps.insert(try dump(store))
        }
        #expect(dumps.count == 1)
    }

    func findsWordsWithoutAccents() throws {
        let store = try make()
        let filing = Samples.filing("Rubén Núñez", place: "Culiacán")
        _ = try store.add(filing)
        _ = try store.add(Samples.filing("Nilo Ferro"))
        for words in ["nunez", "NÚÑEZ", "culiacan", "ruben nun", "Núñez OR \"", "culiacán -x* (nunez)"] {
            let found = try store.searchReports(words, limit: 10).map(\.id)
            let expected = words.contains("OR") || words.contains("x") ? [] : [Samples.sha256(filing)]
            #expect(found == expected, "\(words)")
        }
        #expect(try store.searchReports("  *-", limit: 10) == [])
        #expect(try store.searchReports("arrested", limit: 1).count == 1)
        #expect(try store.searchReports("nunez", limit: 9).first?.snippet.contains("«Núñez»") == true)
    }

    func keepsDecisions() throws {
        let store = try make()
        let filing = Samples.filing("Nilo Ferro")
        _ = try store.add(filing)
        let first = try store.append(Samples.renaming(filing, to: "Nilo Ferro Cruz"))
        let second = try store.append(Samples.renaming(filing, to: "N. Ferro"))
        #expect([first.id, second.id] == ["d1", "d2"])
        let undoing = Decision.Undoing(author: "Eva", at: Moment(seconds: 9), reason: "wrong")
        #expect(try store.undo("d1", undoing).undoneBy == undoing)
        #expect(throws: CaseError.alreadyUndone("d1")) { try store.undo("d1", undoing) }
        #expect(throws: CaseError.unknownDecision("d7")) { try store.undo("d7", undoing) }
        let kept = try store.decisions()
        #expect(kept.map(\.isInForce) == [false, true])
        #expect(kept[1].parts == second.parts)
        #expect(kept[1].value == "N. Ferro")
    }

    func forgetsForGood() throws {
        let store = try make()
        let filing = Samples.filing("Nilo Ferro")
        let other = Samples.filing("Ana Vidal")
        let sha256 = Samples.sha256(filing)
        for each in [filing, other] { _ = try store.add(each) }
        try store.replace(
            keys: [], ofReports: [], former: [],
            by: [Self.cluster("x1", [filing, other]), Self.cluster("x2", [other], thing: "e3")])
        let tombstone = Tombstone(sha256: sha256, author: "Ana", at: Moment(seconds: 7), reason: "a court's order")
        try store.forget(tombstone)
        #expect(try store.report(sha256) == nil)
        #expect(try store.original(sha256) == nil)
        #expect(try store.statements(of: sha256, allReadings: true) == [])
        #expect(try store.searchReports("Nilo", limit: 5) == [])
        #expect(try store.clusters(nil).map(\.id) == ["x2"])
        #expect(try store.unresolved().contains(Samples.sha256(other)))
        #expect(try store.tombstones() == [tombstone])
        #expect(try store.add(filing) == .known(.forgotten(tombstone)))
        #expect(throws: CaseError.unknownReport(sha256)) { try store.forget(tombstone) }
        #expect(try store.flaws() == [])
    }

    func readsAnew() throws {
        let store = try make()
        let filing = Samples.filing("Nilo Ferro")
        let sha256 = Samples.sha256(filing)
        _ = try store.add(filing)
        var newer = filing.reading
        newer.events = []
        try store.reread(sha256, newer, reader: "reader 2", at: Moment(seconds: 2_000_000))
        #expect(try store.report(sha256)?.reading == newer)
        #expect(try store.entries().first?.reader == "reader 2")
        let all = try store.statements(of: sha256, allReadings: true)
        let now = try store.statements(of: sha256, allReadings: false)
        #expect(all.count > now.count)
        #expect(Set(now.map(\.reader)) == ["reader 2"])
        #expect(!now.contains { $0.property == "event" })
        #expect(try store.flaws() == [])
        #expect(throws: CaseError.unknownReport("0")) {
            try store.reread("0", newer, reader: "reader 2", at: Moment(seconds: 0))
        }
    }

    func refusesReadingsThatTheTextDoesNotBack() throws {
        let store = try make()
        var filing = Samples.filing("Nilo Ferro")
        filing.reading.entities[1].mentions[0].end = 4_000
        #expect(throws: CaseError.self) { try store.add(filing) }
        #expect(try store.entries() == [])
    }

    func keepsResolution() throws {
        let store = try make()
        let (one, two, far) = (Samples.filing("Nilo Ferro"), Samples.filing("N. Ferro"), Samples.filing("Ana Vidal"))
        for filing in [one, two, far] { _ = try store.add(filing) }
        let shas = [one, two, far].map(Samples.sha256)
        #expect(try store.unresolved() == shas.sorted())
        let keys = [(0, "ferro"), (1, "ferro"), (2, "vidal")].map { index, key in
            BlockKey(key: key, member: Cluster.Member(report: shas[index], thing: "e2"), kind: .entity)
        }
        let components = try store.closure(ofReports: shas, and: keys)
        #expect(components.map(\.count).sorted() == [1, 2])
        let cluster = Self.cluster("ferro", [one, two])
        try store.replace(keys: keys, ofReports: shas, former: [], by: [cluster, Self.cluster("vidal", [far])])
        #expect(try store.unresolved() == [])
        #expect(try store.cluster("ferro") == cluster)
        #expect(try store.clusters(named: "nilo ferro").map(\.id) == ["ferro", "vidal"])
        #expect(try store.clusters(of: cluster.members).map(\.id) == ["ferro"])
        #expect(try store.searchNames("FERRO", limit: 3).map(\.id) == ["ferro", "vidal"])
        // What is filed later is resolved with what shares a key with it.
        let more = Samples.filing("Ferro")
        _ = try store.add(more)
        let member = Cluster.Member(report: Samples.sha256(more), thing: "e2")
        let touched = try store.closure(
            ofReports: [member.report], and: [BlockKey(key: "ferro", member: member, kind: .entity)])
        #expect(touched == [(cluster.members + [member]).sorted()])
        try store.replace(keys: [], ofReports: [], former: ["c-ferro"], by: [])
        #expect(try store.clusters(nil).map(\.id) == ["vidal"])
        #expect(try store.flaws() == [])
    }

    private static func cluster(_ id: String, _ filings: [Filing], thing: String = "e2") -> Cluster {
        Cluster(
            id: id, kind: .entity, type: "Person", component: "c-\(id)", layer: .proposed, name: "Nilo Ferro",
            foldedNames: ["nilo ferro"], reports: filings.count, mentions: filings.count,
            independentSources: 1, json: Array("{}".utf8),
            members: filings.map { Cluster.Member(report: Samples.sha256($0), thing: thing) }.sorted())
    }
}
