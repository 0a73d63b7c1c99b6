public import CaseFile
public import Vocabulary

/// Why a use case could not be carried out at all.
public enum CaseworkError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A file or folder that was asked for cannot be used; what is wrong with it.
    case unusable(Problem)
    /// The folder has no pair of NAME.json and NAME.txt.
    case noGold(folder: String)
    /// The language model is not where it was looked for.
    case modelMissing(language: String, lookedIn: [String])
    /// The language model is there but cannot be loaded.
    case modelUnusable(folder: String, reason: String)
    /// The lexicon cannot be read; what is wrong, with file and line.
    case lexicon(String)
    /// No reader for the language.
    case noReader(language: String)
    /// The reader made a reading that its report does not back: a fault of the program.
    case faultyReading(report: String, ReadingFault)

    /// The case cannot be used, or not as was asked.
    case caseFile(CaseError)

    /// Stable name of the error.
    public var code: String {
        switch self {
        case .unusable(let problem): problem.code
        case .noGold: "casework.no-gold"
        case .modelMissing: "casework.model-missing"
        case .modelUnusable: "casework.model-unusable"
        case .lexicon: "casework.lexicon-unusable"
        case .noReader: "casework.no-reader"
        case .faultyReading: "casework.faulty-reading"
        case .caseFile(let error): error.code
        }
    }

    public var description: String {
        switch self {
        case .unusable(let problem): problem.description
        case .noGold(let folder): "\(folder): no gold in it: there is no NAME.json beside a NAME.txt [\(code)]"
        case .modelMissing(let language, let lookedIn):
            "the model for the language “\(language)” is not installed (looked in \(lookedIn.joined(separator: ", "))); "
                + "run `make setup`, or give its directory with --model DIR [\(code)]"
        case .modelUnusable(let folder, let reason): "\(folder): the model cannot be loaded: \(reason) [\(code)]"
        case .lexicon(let what): what
        case .noReader(let language): "there is no reader for the language “\(language)” [\(code)]"
        case .faultyReading(let report, let fault):
            "\(report): a fault of the program, please report it: \(fault) [\(code)]"
        case .caseFile(let error): error.description
        }
    }
}
