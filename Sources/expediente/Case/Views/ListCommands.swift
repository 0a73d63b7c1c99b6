import ArgumentParser
import CaseFile
import Casework
import Vocabulary

/// `expediente people`.
struct PeopleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "Lists the people of a case, those in most reports first.")

    @OptionGroup var view: ViewOptions

    func run() throws {
        let look = try view.look()
        let people = try CaseTalk.explained { () throws(CaseworkError) in try look.lists().people() }
        try view.print(people, none: "No person is named in this case.") { $0.write($1) }
    }
}

/// `expediente groups`.
struct GroupsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "groups", abstract: "Lists the groups, bodies and companies of a case.")

    @OptionGroup var view: ViewOptions

    func run() throws {
        let look = try view.look()
        let groups = try CaseTalk.explained { () throws(CaseworkError) in try look.lists().groups() }
        try view.print(groups, none: "No group is named in this case.") { $0.write($1) }
    }
}

/// `expediente events`.
struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Lists what happened by the reports, one entry for each happening however many tell it.")

    @OptionGroup var view: ViewOptions

    @Option(help: "Only events of this type: transfer, arrest, charge …")
    var type: String?

    @Flag(help: "Add what each report says.")
    var accounts = false

    func validate() throws {
        if let type, EventType(rawValue: type) == nil {
            let types = EventType.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--type must be one of \(types).")
        }
    }

    func run() throws {
        let look = try view.look()
        let events = try CaseTalk.explained { () throws(CaseworkError) in try look.whole().events() }
        let chosen = events.filter { type == nil || $0.type.rawValue == type }
        try view.print(chosen, none: "No such event is told in this case.") { sheet, event in
            sheet.write(event)
            if accounts { sheet.writeAccounts(event) }
        }
    }
}

/// `expediente timeline`.
struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "Lists the dated events of a case, or of one of its people, in order.")

    @OptionGroup var view: ViewOptions

    @Option(help: "Only events with this person, group or body: a name or an id.")
    var about: String?

    @Option(help: "From this day on, YYYY-MM-DD.")
    var from: String?

    @Option(help: "Up to this day, YYYY-MM-DD.")
    var to: String?

    func run() throws {
        let (first, last) = (try OptionChecks.day(from), try OptionChecks.day(to))
        let look = try view.look()
        var events: [CaseEvent]
        if let about {
            let cluster = try ShowCommand.one(about, in: look)
            events = try CaseTalk.explained { () throws(CaseworkError) in
                try look.around(cluster).dossier(of: cluster).events
            }
            .filter { $0.when != nil }
        } else if let limit = view.limit, let page = try Self.page(look, first, last, limit) {
            return try view.print(page.events, of: page.total, none: Self.none) { $0.write($1) }
        } else {
            events = try CaseTalk.explained { () throws(CaseworkError) in try look.whole().timeline() }
        }
        events = events.filter { event in
            guard let when = event.when else { return false }
            return (first.map { when.end >= $0 } ?? true) && (last.map { when.start <= $0 } ?? true)
        }
        try view.print(events, none: Self.none) { $0.write($1) }
    }

    private static let none = "No dated event is told in this case."

    private static func page(
        _ look: CaseLook, _ first: CalendarDay?, _ last: CalendarDay?, _ limit: Int
    ) throws -> (events: [CaseEvent], total: Int)? {
        try CaseTalk.explained { () throws(CaseworkError) in try look.timeline(from: first, to: last, limit: limit) }
    }
}

/// `expediente conflicts`.
struct ConflictsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "Lays side by side what the reports say differently, with the words and who is behind them.")

    @OptionGroup var view: ViewOptions

    func run() throws {
        let look = try view.look()
        let conflicts = try CaseTalk.explained { () throws(CaseworkError) in try look.whole().conflicts() }
        try view.print(conflicts, none: "The reports do not contradict each other.") { $0.write($1) }
    }
}

/// `expediente sources`.
struct SourcesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "Lists the reports of a case by day, with those that repeat another's text.")

    @OptionGroup var view: ViewOptions

    func run() throws {
        let look = try view.look()
        let entries = try CaseTalk.explained { () throws(CaseworkError) in try look.sourceEntries() }
        try view.print(entries, none: "No report is filed in this case.") { $0.write($1) }
    }
}
