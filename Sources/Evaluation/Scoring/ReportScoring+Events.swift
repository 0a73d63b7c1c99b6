import Vocabulary

extension ReportScoring {
    mutating func scoreEvents() {
        let (goldEvents, ourEvents) = (gold.events ?? [], ours.events ?? [])
        let pairs = alignment.events
        scorecard.add(.events, hit: pairs.count, gold: goldEvents.count, ours: ourEvents.count)
        scorecard.add(
            .eventArguments, hit: 0, gold: goldEvents.reduce(0) { $0 + ($1.arguments ?? []).count },
            ours: ourEvents.reduce(0) { $0 + ($1.arguments ?? []).count })
        for (i, event) in goldEvents.enumerated() {
            scorecard.add(type: "event \(event.type)", hit: pairs[i] != nil, gold: true, ours: false)
            if let j = pairs[i] {
                score(event, ourEvents[j])
            } else {
                note(.missed, "event", event.type, event.trigger?.text ?? "", at: event.place)
            }
        }
        let taken = Set(pairs.values)
        for (j, event) in ourEvents.enumerated() {
            scorecard.add(type: "event \(event.type)", hit: false, gold: false, ours: true)
            if !taken.contains(j) { note(.extra, "event", event.type, event.trigger?.text ?? "", at: event.place) }
        }
    }

    /// The parts of two events that are the same event.
    private mutating func score(_ event: ReadingForm.Event, _ our: ReadingForm.Event) {
        scoreArguments(event, our)
        scoreWhen(event, our)
        scoreCount(event, our)
        let (manner, ourManner) = (Manner(event), Manner(our))
        let plain = Manner(modality: "asserted", polarity: "positive")
        scorecard.add(.modality, hit: manner == ourManner, gold: true, ours: true)
        scorecard.add(
            .notAsserted, hit: manner == ourManner && ourManner != plain, gold: manner != plain,
            ours: ourManner != plain)
        if manner != ourManner {
            note(.differs, "modality", event.type, "\(event.words): \(manner), ours \(ourManner)", at: event.place)
        }
        let speakers = Set((event.attributedTo ?? []).map { alignment.entities[$0] ?? "?\($0)" })
        let ourSpeakers = Set(our.attributedTo ?? [])
        scorecard.add(
            .attribution, hit: speakers.intersection(ourSpeakers).count, gold: speakers.count, ours: ourSpeakers.count)
        noteSpeakers(event, our)
    }

    private mutating func scoreArguments(_ event: ReadingForm.Event, _ our: ReadingForm.Event) {
        let pairs = alignment.argumentPairs(event, our)
        scorecard.add(.eventArguments, hit: pairs.count, gold: 0, ours: 0)
        for (i, argument) in (event.arguments ?? []).enumerated() where pairs[i] == nil {
            note(.missed, "argument", event.type, "\(event.words): \(gold.words(for: argument))", at: event.place)
        }
        let taken = Set(pairs.values)
        for (j, argument) in (our.arguments ?? []).enumerated() where !taken.contains(j) {
            note(.extra, "argument", event.type, "\(event.words): \(ours.words(for: argument))", at: our.place)
        }
    }

    private mutating func scoreWhen(_ event: ReadingForm.Event, _ our: ReadingForm.Event) {
        let (when, ourWhen) = (event.when, our.when)
        let isSame = when != nil && ourWhen != nil && when?.start == ourWhen?.start && when?.end == ourWhen?.end
        scorecard.add(.dates, hit: isSame, gold: when != nil, ours: ourWhen != nil)
        if !isSame, when != nil || ourWhen != nil {
            func days(_ when: ReadingForm.When?) -> String {
                when.map { "\($0.start ?? "?")…\($0.end ?? "?") (\($0.text ?? ""))" } ?? "none"
            }
            note(.differs, "date", event.type, "\(event.words): \(days(when)), ours \(days(ourWhen))", at: event.place)
        }
    }

    private mutating func scoreCount(_ event: ReadingForm.Event, _ our: ReadingForm.Event) {
        let isSame = event.count != nil && event.count == our.count
        scorecard.add(.counts, hit: isSame, gold: event.count != nil, ours: our.count != nil)
        if event.count != our.count {
            func figure(_ count: Int?) -> String { count.map { String($0) } ?? "none" }
            let what = "\(event.words): \(figure(event.count)), ours \(figure(our.count))"
            note(.differs, "count", event.type, what, at: event.place)
        }
    }

    private mutating func noteSpeakers(_ event: ReadingForm.Event, _ our: ReadingForm.Event) {
        let ourSpeakers = Set(our.attributedTo ?? [])
        var matched: Set<String> = []
        for id in Set(event.attributedTo ?? []) {
            if let other = alignment.entities[id], ourSpeakers.contains(other) {
                matched.insert(other)
            } else {
                note(.missed, "speaker", event.type, "\(event.words): \(gold.name(of: id))", at: event.place)
            }
        }
        for id in ourSpeakers where !matched.contains(id) {
            note(.extra, "speaker", event.type, "\(event.words): \(ours.name(of: id))", at: our.place)
        }
    }
}

/// Modality and polarity together, as a reading gives them.
private struct Manner: Equatable, CustomStringConvertible {
    let modality: String?
    let polarity: String?

    init(modality: String?, polarity: String?) {
        self.modality = modality
        self.polarity = polarity
    }

    init(_ event: ReadingForm.Event) {
        self.init(modality: event.modality, polarity: event.polarity ?? "positive")
    }

    var description: String { (modality ?? "none") + (polarity == "negative" ? ", negative" : "") }
}

extension ReadingForm.Event {
    var place: Range<Int>? { trigger?.range ?? evidence?.range }
    /// The word that tells it.
    fileprivate var words: String { trigger?.text ?? label ?? type }
}

extension ReadingForm {
    fileprivate func words(for argument: Argument) -> String {
        "\(argument.role) “\(argument.entity.map(name) ?? argument.text ?? "")”"
    }
}
