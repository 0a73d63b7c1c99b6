public import Language
public import Vocabulary

/// Reads reports of one language. Immutable; one is shared by all threads.
public struct Reader: Sendable {
    let pipeline: Pipeline
    let lexicon: Lexicon

    public init(pipeline: Pipeline, lexicon: Lexicon) {
        self.pipeline = pipeline
        self.lexicon = lexicon
    }

    /// What the report says. Pure: the same report gives the same reading.
    public func read(_ report: Report) -> Reading {
        let syntax = syntax(of: report)
        let times = TimeFinder(lexicon: lexicon).find(in: syntax, published: report.published)
        let numbers = NumberFinder(lexicon: lexicon).find(in: syntax, times: times)
        let mentions = MentionFinder(lexicon: lexicon).find(in: syntax, times: times, numbers: numbers)
        let relations = RelationFinder(lexicon: lexicon).find(in: syntax, mentions: mentions, times: times)
        let events = EventFinder(lexicon: lexicon).find(
            in: syntax, mentions: mentions, times: times, numbers: numbers, officials: officials(relations))
        return Assembly(report: report, syntax: syntax, mentions: mentions)
            .reading(relations: relations, events: events)
    }

    /// Those whom the report gives an office or a post, and not only by hearsay.
    private func officials(_ relations: [RelationDraft]) -> Set<Int> {
        Set(
            relations.filter {
                ($0.type == .holdsOffice || $0.type == .worksFor) && $0.polarity == .positive
                    && $0.modality == .asserted
            }.map(\.from.entity))
    }

    package func syntax(of report: Report) -> Syntax {
        let parts = Layout.parts(of: report.text)
        let recasing = Recasing(
            text: report.text, parts: parts, functionWords: lexicon.grammar.functionWords,
            isKnownVerb: lexicon.frames.isFormOfVerb)
        let text = recasing.recased(report.text, parts: parts)
        let analysed = pipeline.analyse(text, parts: parts.map { $0.span.start..<$0.span.end })
        return Syntax(analysed: analysed, text: report.text, parts: parts, verbs: lexicon.verbs)
    }
}
