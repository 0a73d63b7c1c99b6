import ArgumentParser

extension ExitCode {
    /// A gate that was asked for failed.
    static let gate = ExitCode(1)
    static let failed = ExitCode(2)
    static let usage = ExitCode(64)
    static let unusableInput = ExitCode(65)
    static let unavailable = ExitCode(69)
    static let tryAgain = ExitCode(75)
    static let interrupted: Int32 = 130
}

extension ExitCode {
    /// Whether it is the one to end with when both happened: a failure before a missing model before unusable input.
    func isGraver(than other: ExitCode) -> Bool { gravity > other.gravity }

    private var gravity: Int {
        switch self {
        case .success: 0
        case .gate: 1
        case .unusableInput: 2
        case .tryAgain: 3
        case .unavailable: 4
        default: 5
        }
    }
}
