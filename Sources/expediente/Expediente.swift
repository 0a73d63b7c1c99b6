import ArgumentParser

@main
struct Expediente: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expediente",
        abstract: "Reads reports about cross-border crime and justice, and keeps the case file.")
}
