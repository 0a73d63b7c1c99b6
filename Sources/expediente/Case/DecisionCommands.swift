import ArgumentParser
import Casework
import Vocabulary

/// What the commands that decide have in common.
enum Deciding {
    static let things = """
        A thing is a name, the id of a person, group or event, or a place in a report: the first digits of its digest \
        and offsets, for example 9f86d081:17-27.
        """

    static func run(_ work: Decide, _ options: CaseOptions) throws {
        let store = try options.open(.write)
        let decision = try CaseTalk.explained { () throws(CaseworkError) in try work.run(in: store, at: CaseTalk.now) }
        let what = try CaseTalk.explained { () throws(CaseworkError) in try CaseHistory(of: store) }
            .entries.last { $0.decision.id == decision.id }?.what
        try Output.print("\(decision.id): \(decision.kind.rawValue) \(what ?? "")\n")
    }
}

/// `expediente merge`.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Decides that things are one.",
        discussion: Deciding.things + """


            Example:
              expediente merge --case c.case "El Faro" "Nilo Ferro" --reason "his lawyer says so"
            """)

    @OptionGroup var options: CaseOptions
    @OptionGroup var author: AuthorOptions

    @Argument(help: "Two or more things.")
    var things: [String]

    func validate() throws {
        if things.count < 2 { throw ValidationError("Give at least two things that are one.") }
    }

    func run() throws {
        try Deciding.run(Decide(.merge, things, author: author.name, reason: author.reason), options)
    }
}

/// `expediente split`.
struct SplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Decides that things are not one.",
        discussion: Deciding.things + " What is set apart from a thing is best given by its place.")

    @OptionGroup var options: CaseOptions
    @OptionGroup var author: AuthorOptions

    @Argument(help: "Two or more things.")
    var things: [String]

    func validate() throws {
        if things.count < 2 { throw ValidationError("Give at least two things that are not one.") }
    }

    func run() throws {
        try Deciding.run(Decide(.split, things, author: author.name, reason: author.reason), options)
    }
}

/// `expediente rename`.
struct RenameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Decides what a thing is called.", discussion: Deciding.things)

    @OptionGroup var options: CaseOptions
    @OptionGroup var author: AuthorOptions

    @Argument(help: "The thing.")
    var thing: String

    @Option(help: "Its name.")
    var to: String

    func run() throws {
        try Deciding.run(Decide(.rename, [thing], value: to, author: author.name, reason: author.reason), options)
    }
}

/// `expediente confirm`.
struct ConfirmCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Confirms a thing, or that things are one, as proposed.",
        discussion: Deciding.things)

    @OptionGroup var options: CaseOptions
    @OptionGroup var author: AuthorOptions

    @Argument(help: "The thing, or those that are one.")
    var things: [String]

    func run() throws {
        try Deciding.run(Decide(.confirm, things, author: author.name, reason: author.reason), options)
    }
}

/// `expediente dismiss`.
struct DismissCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss", abstract: "Dismisses a thing, or the proposal that things are one.",
        discussion: Deciding.things)

    @OptionGroup var options: CaseOptions
    @OptionGroup var author: AuthorOptions

    @Argument(help: "The thing, or those that are said to be one.")
    var things: [String]

    func run() throws {
        try Deciding.run(Decide(.dismiss, things, author: author.name, reason: author.reason), options)
    }
}

/// `expediente correct`.
struct CorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Corrects a fact of a thing; what the reports say is kept.",
        discussion: Deciding.things)

    @OptionGroup var options: CaseOptions
    @OptionGroup var author: AuthorOptions

    @Argument(help: "The thing.")
    var thing: String

    @Option(help: "Which fact: count, when, label, role, place, …")
    var fact: String

    @Option(help: "What it is; without it, the thing has no such fact.")
    var to: String?

    func run() throws {
        let work = Decide(.correct, [thing], property: fact, value: to, author: author.name, reason: author.reason)
        try Deciding.run(work, options)
    }
}

/// `expediente clear`.
struct ClearCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clear", abstract: "Decides that a thing is not the entry of a list that it was held against.",
        discussion: Deciding.things)

    @OptionGroup var options: CaseOptions
    @OptionGroup var author: AuthorOptions

    @Argument(help: "The thing.")
    var thing: String

    @Option(help: "The list's entry, by its id.")
    var hit: String

    func run() throws {
        try Deciding.run(Decide(.clear, [thing], value: hit, author: author.name, reason: author.reason), options)
    }
}
