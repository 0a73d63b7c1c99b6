import ArgumentParser
import Casework

/// `expediente lexicon`.
struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Helps with folders of frames and words of one's own.",
        subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Says what is wrong with a folder of frames and words.",
            discussion: """
                The folder holds a folder a language, each with the files that add to the shipped ones or replace them;
                docs/FRAMES.md says how they are written. Exit code 1 when something is wrong.

                Example:
                  expediente lexicon check my-words
                """)

        @Argument(help: "The folder that --lexicon would be given.")
        var directory: String

        func run() throws {
            let outcome = CheckLexicon(directory: directory).run()
            for problem in outcome.problems { Output.say(problem) }
            if outcome.problems.isEmpty {
                try Output.write(Array("\(outcome.files.count) files, nothing wrong\n".utf8))
            } else {
                throw ExitCode.gate
            }
        }
    }
}
