/// A regular expression of Python's `re`, compiled for UTF-8 bytes.
///
/// Matches are those of a backtracking matcher (leftmost, first branch first), but no place of the program is tried
/// twice at one place of the text, so the time is linear in the text.
package struct Pattern: Sendable {
    /// One step of the program.
    struct Step: Sendable {
        enum Operation: UInt8 {
            /// A code point of class `first`, then the next step.
            case one
            /// Step `first`, and if that fails step `second`; `mark` numbers the places to remember.
            case split
            case jump
            /// The branches of choice `first`.
            case choice
            case textStart, lineEnd, textEnd
            /// Look-around number `first`.
            case look
            case match
        }

        var operation: Operation
        var first: Int32 = 0
        var second: Int32 = 0
        var mark: Int32 = 0
    }

    struct Choice: Sendable {
        var starts: [Int32] = []
        /// Per ASCII code: the branches that can begin with it, in order.
        var ascii: [[Int32]] = []
        /// The same for the end of the text, where only empty branches can match.
        var atEnd: [Int32] = []
        /// For wider code points: the branch and the classes that it can begin with (nil: anything).
        var wide: [(start: Int32, first: [ScalarClass]?)] = []
    }

    struct Look: Sendable {
        let start: Int32
        let ahead: Bool
        let negative: Bool
        let width: Int
    }

    /// Where an end-anchored branch may begin: at most `most` code points before the end, or as far back as its classes
    /// reach.
    struct Tail: Sendable {
        let most: Int?
        let classes: [ScalarClass]
    }

    private(set) var steps: [Step] = []
    private(set) var classes: [ScalarClass] = []
    private(set) var choices: [Choice] = []
    private(set) var looks: [Look] = []
    private(set) var marks: Int32 = 0
    /// What a match can begin with: ASCII codes, and whether something wider can. All, when it can be empty.
    private(set) var first = [Bool](repeating: true, count: 128)
    private(set) var firstWide = true
    /// Whether matches begin at the beginning of the text only.
    let isStartAnchored: Bool
    /// Not nil when every match ends at the end of the text.
    private(set) var tails: [Tail]?

    /// `what` names the pattern in the error.
    package init(_ text: String, what: String) throws(LanguageError) {
        let node: PatternNode
        do {
            node = try PatternParser.parse(text)
        } catch {
            throw .unsupported(part: what, problem: error.problem)
        }
        isStartAnchored = node.isStartAnchored
        emit(node)
        add(.match)
        guard steps.count < Self.mostSteps else { throw .unsupported(part: what, problem: "the pattern is too large") }
        if let sets = node.first {
            for code in 0..<128 { first[code] = sets.contains { $0.contains(UInt32(code)) } }
            firstWide = sets.contains(where: \.mayBeWide)
        }
        if node.isEndAnchored {
            let branches: [PatternNode] = if case .choice(let branches) = node { branches } else { [node] }
            tails = branches.map { Tail(most: $0.width.most, classes: $0.classes) }
        }
    }

    @discardableResult
    private mutating func add(_ operation: Step.Operation, _ first: Int = 0) -> Int {
        steps.append(Step(operation: operation, first: Int32(first)))
        return steps.count - 1
    }

    private mutating func split() -> Int {
        let index = add(.split)
        steps[index].mark = marks
        marks += 1
        return index
    }

    private static let mostSteps = 100_000

    private mutating func emit(_ node: PatternNode) {
        // What is too large is refused at the end.
        guard steps.count < Self.mostSteps else { return }
        switch node {
        case .empty: break
        case .one(let set): add(.one, classNumber(set))
        case .textStart: add(.textStart)
        case .lineEnd: add(.lineEnd)
        case .textEnd: add(.textEnd)
        case .sequence(let items):
            for item in items { emit(item) }
        case .choice(let branches): emitChoice(branches)
        case .repetition(let body, let minimum, let maximum, let greedy):
            emitRepetition(body, minimum, maximum, greedy)
        case .look(let body, let ahead, let negative):
            let over = add(.jump)
            let start = steps.count
            emit(body)
            add(.match)
            steps[over].first = Int32(steps.count)
            add(.look, looks.count)
            looks.append(Look(start: Int32(start), ahead: ahead, negative: negative, width: body.width.least))
        }
    }

    private mutating func classNumber(_ set: ScalarClass) -> Int {
        if let known = classes.firstIndex(of: set) { return known }
        classes.append(set)
        return classes.count - 1
    }

    private mutating func emitChoice(_ branches: [PatternNode]) {
        let index = add(.choice, choices.count)
        steps[index].mark = marks
        marks += 1
        let number = choices.count
        choices.append(Choice())
        var choice = Choice()
        choice.ascii = [[Int32]](repeating: [], count: 128)
        var jumps: [Int] = []
        for branch in branches {
            let start = Int32(steps.count)
            let sets = branch.first
            choice.starts.append(start)
            choice.wide.append((start, sets))
            if sets == nil { choice.atEnd.append(start) }
            for code in 0..<128 where sets?.contains(where: { $0.contains(UInt32(code)) }) ?? true {
                choice.ascii[code].append(start)
            }
            emit(branch)
            jumps.append(add(.jump))
        }
        for jump in jumps { steps[jump].first = Int32(steps.count) }
        choices[number] = choice
    }

    private mutating func emitRepetition(_ body: PatternNode, _ minimum: Int, _ maximum: Int?, _ greedy: Bool) {
        for _ in 0..<minimum { emit(body) }
        var exits: [Int] = []
        if let maximum {
            for _ in minimum..<maximum {
                exits.append(split())
                branch(exits[exits.count - 1], body: steps.count, greedy)
                emit(body)
            }
        } else {
            let loop = split()
            branch(loop, body: steps.count, greedy)
            emit(body)
            add(.jump, loop)
            exits.append(loop)
        }
        for exit in exits {
            if greedy { steps[exit].second = Int32(steps.count) } else { steps[exit].first = Int32(steps.count) }
        }
    }

    private mutating func branch(_ split: Int, body: Int, _ greedy: Bool) {
        if greedy { steps[split].first = Int32(body) } else { steps[split].second = Int32(body) }
    }
}
