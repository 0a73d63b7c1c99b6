/// Figures that may not fall: a line a floor, `row figure floor`, for example `FACTS f1 0.50`.
///
/// The figure is `precision`, `recall` or `f1`. Empty lines and what follows a `#` are left out.
public struct Floors: Sendable, Hashable {
    public struct Floor: Sendable, Hashable {
        /// A row's or a type's name.
        public var row: String
        public var figure: String
        public var floor: Double
    }

    /// A floor that was not reached.
    public struct Shortfall: Sendable, Hashable, CustomStringConvertible {
        public let floor: Floor
        public let reached: Double

        public var description: String {
            "\(floor.row): \(floor.figure) is \(Scorecard.digits(reached)), under the floor of "
                + Scorecard.digits(floor.floor)
        }
    }

    public var floors: [Floor]

    /// - Throws: `EvaluationError.floorNotUnderstood`, naming the line.
    public init(_ text: String) throws(EvaluationError) {
        floors = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.prefix { $0 != "#" }.split { $0.isWhitespace }.map(String.init)
            if words.isEmpty { continue }
            guard words.count >= 3, let floor = Double(words[words.count - 1]), (0...1).contains(floor),
                ["precision", "recall", "f1"].contains(words[words.count - 2])
            else { throw .floorNotUnderstood(line: number + 1, text: String(line)) }
            let row = words.dropLast(2).joined(separator: " ")
            floors.append(Floor(row: row, figure: words[words.count - 2], floor: floor))
        }
    }

    /// The floors that the scorecard does not reach, in their order; a row that the scorecard lacks counts as 0.
    ///
    /// Compared are the figures as they are shown, with four places.
    public func shortfalls(of scorecard: Scorecard) -> [Shortfall] {
        floors.compactMap { floor in
            let tally = scorecard.tally(named: floor.row) ?? Tally()
            let reached =
                switch floor.figure {
                case "precision": tally.precision
                case "recall": tally.recall
                default: tally.f1
                }
            let shown = Double(Scorecard.digits(reached)) ?? reached
            return shown < floor.floor ? Shortfall(floor: floor, reached: shown) : nil
        }
    }
}
