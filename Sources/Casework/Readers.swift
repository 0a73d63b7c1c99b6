public import Vocabulary

/// Reads reports, whatever their language; loads what a language needs when its first report comes.
public final class Readers: Sendable {
    private let models: Models
    private let lexicon: String?

    /// - Parameter lexicon: a directory of frames and words that add to the shipped ones.
    public init(models: Models, lexicon: String? = nil) {
        self.models = models
        self.lexicon = lexicon
    }

    /// Pure: the same report gives the same reading, on any thread.
    public func read(_ report: Report) throws(CaseworkError) -> Reading { StandInReader.read(report) }
}
