import Evaluation
import Testing
import Vocabulary

@Suite struct ScorecardTests {
    /// What the gold's own script computes of the sample.
    private static let expected: [(name: String, tally: Tally)] = [
        ("entities", Tally(hit: 7, gold: 7, ours: 8)),
        ("entity type", Tally(hit: 6, gold: 7, ours: 7)),
        ("relations", Tally(hit: 3, gold: 3, ours: 4)),
        ("kinship label", Tally(hit: 1, gold: 1, ours: 1)),
        ("events", Tally(hit: 3, gold: 3, ours: 4)),
        ("event arguments", Tally(hit: 5, gold: 6, ours: 7)),
        ("dates", Tally(hit: 1, gold: 1, ours: 1)),
        ("counts", Tally(hit: 0, gold: 1, ours: 1)),
        ("modality", Tally(hit: 1, gold: 3, ours: 3)),
        ("not asserted", Tally(hit: 0, gold: 1, ours: 1)),
        ("attribution", Tally(hit: 1, gold: 2, ours: 2)),
        ("FACTS", Tally(hit: 18, gold: 22, ours: 25)),
        ("event arrest", Tally(hit: 1, gold: 1, ours: 2)),
        ("event contest", Tally(hit: 1, gold: 1, ours: 1)),
        ("event transfer", Tally(hit: 1, gold: 1, ours: 1)),
        ("relation based_in", Tally(hit: 0, gold: 0, ours: 1)),
        ("relation family_of", Tally(hit: 1, gold: 1, ours: 1)),
        ("relation leads", Tally(hit: 1, gold: 1, ours: 1)),
        ("relation rival_of", Tally(hit: 1, gold: 1, ours: 1)),
    ]

    @Test func `counts what the gold's script counts`() throws {
        let scorecard = try SampleGold.gold().score(try SampleGold.ours()).scorecard
        for (name, tally) in Self.expected { #expect(scorecard.tally(named: name) == tally, "\(name)") }
        #expect(scorecard.types.count == 7)
    }

    @Test func `gold against itself is all hits`() throws {
        let gold = try SampleGold.gold()
        let score = gold.score(gold.reading)
        for row in Row.allCases { #expect(score.scorecard[row].hit == score.scorecard[row].gold, "\(row)") }
        #expect(score.differences.isEmpty)
    }

    @Test func `a missing reading counts as one that says nothing`() throws {
        let score = try SampleGold.gold().score(nil)
        #expect(score.scorecard.missing == ["sample"])
        #expect(score.scorecard[.facts] == Tally(hit: 0, gold: 16, ours: 0))
    }

    @Test func `a reading with a span that does not repeat its text counts as none`() throws {
        var ours = try SampleGold.ours()
        ours.entities?[0].mentions?[0].text = "Eva Ruiz"
        let score = try SampleGold.gold().score(ours)
        #expect(score.faults == 1)
        #expect(score.scorecard[.entities] == Tally(hit: 0, gold: 7, ours: 0))
        #expect(score.scorecard.missing.isEmpty)
    }

    @Test func `scorecards add up`() throws {
        let (gold, ours) = (try SampleGold.gold(), try SampleGold.ours())
        var sum = gold.score(ours).scorecard
        sum.add(gold.score(nil).scorecard)
        #expect(sum.reports == 2)
        #expect(sum[.entities] == Tally(hit: 7, gold: 14, ours: 8))
    }

    @Test func `shows the table as the gold's script does`() throws {
        let table = try SampleGold.gold().score(try SampleGold.ours()).scorecard.table
        let expected = """
            1 reports, 0 without a reading
                               precision  recall      F1   gold   ours
            entities               0.875   1.000   0.933      7      8
            entity type            0.857   0.857   0.857      7      7
            relations              0.750   1.000   0.857      3      4
            kinship label          1.000   1.000   1.000      1      1
            events                 0.750   1.000   0.857      3      4
            event arguments        0.714   0.833   0.769      6      7
            dates                  1.000   1.000   1.000      1      1
            counts                 0.000   0.000   0.000      1      1
            modality               0.333   0.333   0.333      3      3
            not asserted           0.000   0.000   0.000      1      1
            attribution            0.500   0.500   0.500      2      2
            FACTS                  0.720   0.818   0.766     22     25

              event arrest               0.500   1.000   0.667     1     2
            """
        #expect(table.hasPrefix(expected))
    }

    @Test(arguments: [
        ("The CAFÉ’s Ñandú_1", "the cafe s nandu_1"), ("ẞtraße ı İ ſ", "sstrasse ı i s"),
        ("Ⅷ ½ ٣", "viii 1 2 ٣"), ("ﬁnance—“Zetas”", "finance zetas"), ("Ꭰꭰ ΣΑΣ ᾳ", "ᎠᎠ σασ αι"),
        ("a\u{301}\u{338}b c\u{200D}d", "ab c d"), ("x²y", "x2y"), ("", ""),
    ])
    func `folds names as Python's standard library does`(name: String, folded: String) {
        #expect(NameFolding.fold(name) == folded)
    }
}
