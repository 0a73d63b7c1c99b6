public import Vocabulary

/// Reads reports, whatever their language; loads what a language needs when its first report comes.
public final class Readers: Sendable {
    public init() {}

    /// Pure: the same report gives the same reading, on any thread.
    public func read(_ report: Report) throws(CaseworkError) -> Reading { StandInReader.read(report) }
}
