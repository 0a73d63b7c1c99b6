/// Why an evaluation could not be made.
public enum EvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A line of the floors is not `row figure floor`.
    case floorNotUnderstood(line: Int, text: String)

    public var code: String {
        switch self {
        case .floorNotUnderstood: "evaluation.floor-not-understood"
        }
    }

    public var description: String {
        switch self {
        case .floorNotUnderstood(let line, let text):
            "line \(line): “\(text)” is no floor; write row, figure (precision, recall or f1) and a number from 0 to 1, "
                + "for example: FACTS f1 0.50"
        }
    }
}
