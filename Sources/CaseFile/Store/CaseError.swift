/// Why something cannot be done with a case.
public enum CaseError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no such file.
    case missing(path: String)
    /// The file is something else than a case.
    case notACase(path: String, reason: String)
    /// A newer program has written the case.
    case newer(path: String, step: String)
    /// The file, or its folder, cannot be written.
    case readOnly(path: String)
    /// The file cannot be read at all.
    case noPermission(path: String)
    /// Another program writes to the case and did not end in time.
    case busy(path: String)
    /// There is no room left; what was filed before is kept, what was under way is not.
    case full(path: String)
    /// The file's pages contradict each other.
    case damaged(path: String, what: String)
    /// The store failed in another way.
    case failed(path: String, what: String)
    /// The case has no such report.
    case unknownReport(String)
    /// The case has no such decision.
    case unknownDecision(String)
    /// The decision has been taken back already.
    case alreadyUndone(String)
    /// A decision that does not say what its kind needs.
    case incomplete(decision: String, lacks: String)
    /// Words that stand for several things of the case.
    case ambiguous(words: String, choices: [String])
    /// Nothing in the case is called so.
    case nothingNamed(String, near: [String])
    /// A report has no thing with exactly those words.
    case nothingThere(String)
    /// A stored reading that its report's text no longer backs.
    case faultyReading(report: String, what: String)

    /// Stable name of the error.
    public var code: String {
        switch self {
        case .missing: "case.missing"
        case .notACase: "case.not-a-case"
        case .newer: "case.newer"
        case .readOnly: "case.read-only"
        case .noPermission: "case.no-permission"
        case .busy: "case.busy"
        case .full: "case.full"
        case .damaged: "case.damaged"
        case .failed: "case.failed"
        case .unknownReport: "case.unknown-report"
        case .unknownDecision: "case.unknown-decision"
        case .alreadyUndone: "case.already-undone"
        case .incomplete: "case.incomplete-decision"
        case .ambiguous: "case.ambiguous"
        case .nothingNamed: "case.nothing-named"
        case .nothingThere: "case.nothing-there"
        case .faultyReading: "case.faulty-reading"
        }
    }

    public var description: String { "\(sentence) [\(code)]" }

    private var sentence: String {
        switch self {
        case .missing(let path): "\(path): there is no such case; `expediente add --case \(path) …` makes one"
        case .notACase(let path, let reason): "\(path): this is no case file: \(reason)"
        case .newer(let path, let step):
            "\(path): a newer version of the program has changed this case (“\(step)”); use that version"
        case .readOnly(let path): "\(path): the case, or the folder it lies in, cannot be written; nothing was changed"
        case .noPermission(let path): "\(path): there is no permission to read it"
        case .busy(let path): "\(path): another program writes to this case; try again when it has ended"
        case .full(let path): "\(path): the disk is full; what was filed before is kept. Make room and go on"
        case .damaged(let path, let what): "\(path): the file is damaged: \(what); take the last copy of it"
        case .failed(let path, let what): "\(path): the case cannot be used: \(what)"
        case .unknownReport(let sha256): "the case has no report \(sha256)"
        case .unknownDecision(let id): "the case has no decision \(id); `expediente history` lists them"
        case .alreadyUndone(let id): "the decision \(id) has been undone already"
        case .incomplete(let decision, let lacks): "\(decision): the decision lacks \(lacks)"
        case .ambiguous(let words, let choices):
            "“\(words)” can be \(choices.joined(separator: ", ")): give one of their ids"
        case .nothingNamed(let words, let near):
            "nothing in the case is called “\(words)”"
                + (near.isEmpty ? "" : "; near it: \(near.map { "“\($0)”" }.joined(separator: ", "))")
        case .nothingThere(let place): "\(place): the report has no thing with exactly these words"
        case .faultyReading(let report, let what):
            "the reading of report \(report) does not fit its text: \(what); `expediente reread` makes it anew"
        }
    }
}
