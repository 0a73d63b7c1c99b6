import Vocabulary

/// Gives punishments and rewards the words that the finding of figures has for them: "life in prison without parole",
/// "up to $5 million".
struct FigurePhrases {
    private let syntax: Syntax
    private let penalties: [Int: [Span]]
    private let amounts: [Int: [Span]]

    init(syntax: Syntax, numbers: Numbers) {
        self.syntax = syntax
        func bySentence(_ found: [(Range<Int>, Span)]) -> [Int: [Span]] {
            Dictionary(grouping: found.filter { !$0.0.isEmpty }) { syntax.sentence[$0.0.lowerBound] }
                .mapValues { $0.map(\.1) }
        }
        penalties = bySentence(numbers.penalties.map { ($0.tokens, $0.span) })
        amounts = bySentence(numbers.amounts.map { ($0.tokens, $0.span) })
    }

    /// - Parameter limit: the byte where the next event of the kind is told.
    func complete(_ draft: EventDraft, before limit: Int) -> EventDraft {
        let sentence = syntax.sentence[draft.trigger]
        switch draft.type {
        case .sentence: return fill(draft, .penalty, penalties[sentence] ?? [], before: limit)
        case .reward: return fill(draft, .amount, amounts[sentence] ?? [], before: limit)
        default: return draft
        }
    }

    private func fill(_ draft: EventDraft, _ role: Role, _ figures: [Span], before limit: Int) -> EventDraft {
        var result = draft
        var isReplaced = false
        for index in result.arguments.indices where result.arguments[index].role == role {
            guard case .text(let span) = result.arguments[index].filler else { continue }
            guard let figure = figures.first(where: { $0.overlaps(span) }) else { continue }
            result.arguments[index].filler = .text(figure)
            isReplaced = true
        }
        if isReplaced {
            var seen = Set<EventDraft.Argument>()
            result.arguments = result.arguments.filter { seen.insert($0).inserted }
            return result
        }
        guard !result.has(role),
            let figure = figures.first(where: { $0.end > draft.triggerSpan.start && $0.start < limit })
        else { return result }
        result.arguments.append(EventDraft.Argument(role: role, filler: .text(figure)))
        return result
    }
}
