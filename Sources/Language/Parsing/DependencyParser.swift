/// The arc-eager dependency parser: heads, labels and sentence starts.
struct DependencyParser: Sendable {
    /// spaCy's numbers of the actions.
    private enum Action {
        static let shift = 0
        static let reduce = 1
        static let left = 2
        static let right = 3
        static let mark = 4
    }

    let model: TransitionModel
    /// The classes of each action, one behind the other.
    private let ranges: [Range<Int>]
    /// The label of each class, a number of the pipeline's dependency labels.
    private let labels: [UInt16]
    /// Labels such as `prep||pobj`: the label proper and that of the token to attach to.
    private let lifted: [UInt16: (own: UInt16, head: UInt16)]
    private let root: UInt16

    /// `label` numbers the pipeline's dependency labels.
    init(
        _ file: ModelFile, moves: Moves, part: String, width: Int, label: (String) -> UInt16
    ) throws(LanguageError) {
        var ranges = [Range<Int>](repeating: 0..<0, count: 5)
        for (number, move) in moves.all.enumerated() {
            guard (0...4).contains(move.action) else {
                throw .unsupported(part: part, problem: "the action \(move.action)")
            }
            guard move.label != "subtok" else { throw .unsupported(part: part, problem: "it joins tokens (subtok)") }
            let range = ranges[move.action]
            guard range.isEmpty || range.upperBound == number else {
                throw .unsupported(part: part, problem: "labels that were added after training")
            }
            ranges[move.action] = (range.isEmpty ? number : range.lowerBound)..<number + 1
        }
        self.ranges = ranges
        labels = moves.all.map { label($0.label) }
        var lifted: [UInt16: (own: UInt16, head: UInt16)] = [:]
        for move in moves.all {
            guard let bar = move.label.firstRange(of: "||") else { continue }
            let head = move.label[bar.upperBound...]
            guard head.firstRange(of: "||") == nil else {
                throw .malformed(path: file.path, problem: "the label \(move.label)")
            }
            lifted[label(move.label)] = (label(String(move.label[..<bar.lowerBound])), label(String(head)))
        }
        self.lifted = lifted
        root = label("ROOT")
        model = try TransitionModel(file, part: part, width: width, slots: 8, classes: moves.all.count)
    }

    func run(_ document: Document, _ scorer: StateScorer, isSpace: (Int) -> Bool) {
        guard document.count > 0 else { return }
        scorer.begin(document)
        var state = ArcEagerState(count: document.count)
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 8) { slots in
            guard let slots = slots.baseAddress else { return }
            while !state.isFinal {
                state.describe(slots)
                scorer.score(slots, document)
                act(&state, scorer)
            }
        }
        for token in 0..<document.count {
            let head = state.heads[token]
            document.heads[token] = head < 0 ? Int32(token) : head
            document.dependencies[token] = head < 0 ? root : state.labels[token]
        }
        var tree = DependencyTree(heads: document.heads)
        tree.relax()
        if document.dependencies.contains(where: { lifted[$0] != nil }) {
            tree.deprojectivise(&document.dependencies, lifted: lifted, isSpace: isSpace)
            document.heads = tree.heads
            tree.relax()
        }
        document.sentenceStarts = tree.sentenceStarts()
    }

    /// Takes the valid action with the highest score, the first of equal ones.
    private func act(_ state: inout ArcEagerState, _ scorer: StateScorer) {
        let canAttach = state.canAttach
        let valid = [state.canShift, state.canReduce, canAttach, canAttach, state.canBreak]
        var best = -1
        var action = 0
        for candidate in 0..<5 where valid[candidate] && !ranges[candidate].isEmpty {
            let own = scorer.best(ranges[candidate])
            if best < 0 || scorer.scores.start[own] > scorer.scores.start[best]
                || scorer.scores.start[own] == scorer.scores.start[best] && own < best
            {
                (best, action) = (own, candidate)
            }
        }
        guard best >= 0 else { return state.end() }
        switch action {
        case Action.shift: state.shift()
        case Action.reduce: state.reduce()
        case Action.left: state.attachLeft(labels[best])
        case Action.right: state.attachRight(labels[best])
        default: state.markSentence()
        }
    }
}
