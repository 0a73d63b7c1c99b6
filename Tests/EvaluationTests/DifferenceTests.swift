import Evaluation
import Testing
import Vocabulary

@Suite struct DifferenceTests {
    @Test func `lists every miss and extra with its sentence`() throws {
        let gold = try SampleGold.gold()
        let text = DifferenceList.text(of: gold.score(try SampleGold.ours()), in: gold)
        let expected = """
               missed argument      arrest         held: place “Lima”
                  ∙ Ana Ruiz, chief of the Halcón Ring, was ⟦held⟧ in Lima on Monday, police said

            """
        #expect(text.hasPrefix("== Gold/sample\n"))
        #expect(text.contains(expected))
        for words in [
            "differs count        transfer       sent: 12, ours 13",
            "differs entity type  Organization   Halcón Ring: ours Company",
            "differs modality     transfer       sent: asserted, negative, ours asserted",
            "extra entity         Place          Monday", "extra relation       based_in       The Halcon Ring → Lima",
            "extra event          arrest         sent", "extra speaker        arrest         held: Lima",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func `the page escapes what reports say and needs nothing from elsewhere`() throws {
        var gold = try SampleGold.gold()
        gold.reading.entities?[0].name = "<script>alert(\"&\")</script>"
        let ours = try SampleGold.ours()
        let score = gold.score(ours)
        let page = GoldPage([GoldPage.Entry(gold: gold, ours: ours, score: score)], scorecard: score.scorecard).html
        #expect(page.contains("&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;"))
        for foreign in ["<script", "http:", "https:", "src=", "@import", "url("] { #expect(!page.contains(foreign)) }
        #expect(page.contains("class=\"missed\""))
        #expect(page.contains("class=\"extra\""))
        #expect(page.contains("<mark class=\"Person hit\""))
    }
}
