import Evaluation
import Testing

@Suite struct FloorsTests {
    @Test func `understands rows of several words, remarks and empty lines`() throws {
        let floors = try Floors(
            "# pinned\n\nFACTS f1 0.5\nevent arguments precision 0.25 # low\n\trelation leads recall 1\n")
        #expect(floors.floors.map(\.row) == ["FACTS", "event arguments", "relation leads"])
        #expect(floors.floors.map(\.figure) == ["f1", "precision", "recall"])
        #expect(floors.floors.map(\.floor) == [0.5, 0.25, 1])
    }

    @Test(arguments: ["FACTS 0.5", "FACTS f2 0.5", "FACTS f1 half", "FACTS f1 1.5", "f1 0.5"])
    func `names the line that it does not understand`(line: String) {
        #expect(throws: EvaluationError.floorNotUnderstood(line: 2, text: line)) { try Floors("\n" + line) }
    }

    @Test func `says which row is under which floor`() throws {
        let scorecard = try SampleGold.gold().score(try SampleGold.ours()).scorecard
        let floors = try Floors(
            "entities f1 0.9333\nFACTS f1 0.7660\ncounts recall 0.1\nevent escape f1 0.2\nevents precision 0.75")
        let shortfalls = floors.shortfalls(of: scorecard)
        #expect(shortfalls.map(\.floor.row) == ["counts", "event escape"])
        #expect(shortfalls.first?.description == "counts: recall is 0.0000, under the floor of 0.1000")
    }
}
