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
