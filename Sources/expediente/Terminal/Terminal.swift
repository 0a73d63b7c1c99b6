import Foundation

/// What the outputs are connected to, asked once at the start.
struct Terminal: Sendable {
    /// Whether a person reads the standard output.
    let isOutput: Bool
    /// Whether a person reads the standard error.
    let isError: Bool
    /// Columns of the standard output.
    let width: Int
    let isColoured: Bool

    /// - Parameter environment: `NO_COLOR`, `TERM` and `COLUMNS` are heeded.
    init(environment: [String: String]) {
        isOutput = isatty(STDOUT_FILENO) == 1
        isError = isatty(STDERR_FILENO) == 1
        let wantsNoColour = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        isColoured = isOutput && !wantsNoColour
        var size = winsize()
        if isOutput, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            width = Int(size.ws_col)
        } else {
            width = environment["COLUMNS"].flatMap { Int($0) } ?? 100
        }
    }
}
