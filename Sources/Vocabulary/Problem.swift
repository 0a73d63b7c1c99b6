/// Why an input could not be used: a fact about the input, not a fault of the program.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Stable, `room.what`, for example `reports.not-utf8`.
    public var code: String
    /// The input that it concerns: a path, an id, an address.
    public var input: String
    /// What happened, where, and what to try.
    public var message: String

    public init(code: String, input: String, message: String) {
        self.code = code
        self.input = input
        self.message = message
    }

    public var description: String { "\(input): \(message) [\(code)]" }
}
