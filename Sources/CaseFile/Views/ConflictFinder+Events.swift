internal import Names
internal import Vocabulary

extension ConflictFinder {
    private typealias Telling = (report: String, event: Event)

    /// How many, when, under which legal word, where, how surely.
    func conflicts(ofEvent cluster: Cluster) -> [Conflict] {
        let tellings = cluster.members.compactMap { member in
            material.event(member).map { (report: member.report, event: $0) }
        }
        let subject = CaseReference(id: cluster.id, name: title(cluster, tellings))
        let single = [
            counts(tellings, subject), times(tellings, subject), legalWords(tellings, subject),
            places(tellings, subject),
            certainties(tellings, subject),
        ]
        return single.compactMap { $0 }
    }

    /// What the happening is called in a list: its word and its day.
    private func title(_ cluster: Cluster, _ tellings: [Telling]) -> String {
        let day = cluster.when.map { " of \($0.start == $0.end ? $0.start.iso : String($0.start.iso.prefix(7)))" } ?? ""
        return cluster.name + day
    }

    private func counts(_ tellings: [Telling], _ subject: CaseReference) -> Conflict? {
        var exact: [Answer] = []
        for (report, event) in tellings {
            let figures = event.counts.filter { $0.bound == .exact }
            for figure in figures {
                let by = figure.by.isEmpty ? event.attributedTo : figure.by
                exact.append(
                    Answer(
                        value: String(figure.value), report: report, speakers: material.names(by, in: report),
                        span: figure.span, evidence: event.evidence))
            }
            if figures.isEmpty, let count = event.count, event.counts.isEmpty {
                exact.append(answer(String(count), report, event, event.trigger))
            }
        }
        let values = Set(exact.compactMap { Int($0.value) })
        guard let highest = values.max() else { return nil }
        // "At least 30" contradicts 26 but not 31.
        for (report, event) in tellings {
            for figure in event.counts where figure.bound == .atLeast && figure.value > highest {
                let by = figure.by.isEmpty ? event.attributedTo : figure.by
                exact.append(
                    Answer(
                        value: "at least \(figure.value)", report: report, speakers: material.names(by, in: report),
                        span: figure.span, evidence: event.evidence))
            }
        }
        return conflict(.count, .event, subject, exact)
    }

    private func answer(_ value: String, _ report: String, _ event: Event, _ span: Span) -> Answer {
        Answer(
            value: value, report: report, speakers: material.names(event.attributedTo, in: report), span: span,
            evidence: event.evidence)
    }

    /// Only times that cannot both be right.
    private func times(_ tellings: [Telling], _ subject: CaseReference) -> Conflict? {
        let dated = tellings.compactMap { telling in telling.event.when.map { (telling, $0) } }
        let clashing = dated.filter { one in
            dated.contains { two in
                let (x, y) = (one.1.interval, two.1.interval)
                return x.start > y.end || y.start > x.end
            }
        }
        return conflict(
            .when, .event, subject,
            clashing.map { telling, when in
                let (start, end) = (when.interval.start.iso, when.interval.end.iso)
                return answer(start == end ? start : "\(start) to \(end)", telling.report, telling.event, when.span)
            })
    }

    /// The legal word of a transfer: extradition, expulsion, deportation, transfer and surrender are different acts.
    private func legalWords(_ tellings: [Telling], _ subject: CaseReference) -> Conflict? {
        var answers: [Answer] = []
        for (report, event) in tellings where event.type == .transfer {
            // Of several words, one that nobody is said to have used is the report's own, whoever else speaks.
            let isOneWord = Set(event.terms.map(\.label)).count == 1
            for term in event.terms {
                let by = term.by.isEmpty && isOneWord ? event.attributedTo : term.by
                answers.append(
                    Answer(
                        value: term.label, report: report, speakers: material.names(by, in: report),
                        span: term.quote.span, evidence: event.evidence))
            }
            if event.terms.isEmpty { answers.append(answer(event.label, report, event, event.trigger)) }
        }
        let legal: Set<String> = ["extradition", "expulsion", "deportation", "surrender", "return", "transfer"]
        return conflict(.label, .event, subject, answers.filter { legal.contains($0.value) })
    }

    /// Places of which neither report names the other's: a city and its state are a matter of precision.
    private func places(_ tellings: [Telling], _ subject: CaseReference) -> Conflict? {
        var answers: [(answer: Answer, id: String?)] = []
        for (report, event) in tellings {
            for argument in event.arguments where argument.role == .place {
                guard case .entity(let participant) = argument.filler,
                    material.cluster(of: participant.entity, in: report)?.type == EntityType.place.rawValue
                else { continue }
                let place = material.reference(participant.entity, in: report)
                answers.append((answer(place.name, report, event, participant.span), place.id))
            }
        }
        let clashing = answers.filter { one in
            answers.contains { two in
                one.id != two.id && !names(one.answer.report, two.id) && !names(two.answer.report, one.id)
            }
        }
        return conflict(.place, .event, subject, clashing.map(\.answer))
    }

    private func names(_ report: String, _ cluster: String?) -> Bool {
        guard let cluster, let members = material.clusters[cluster]?.members else { return false }
        return members.contains { $0.report == report }
    }

    /// A fact to one report, an allegation to another.
    private func certainties(_ tellings: [Telling], _ subject: CaseReference) -> Conflict? {
        // What one report tells in two ways is its way of telling.
        guard Set(tellings.map(\.report)).count > 1 else { return nil }
        let answers = tellings.map { answer($0.event.modality.rawValue, $0.report, $0.event, $0.event.trigger) }
        return conflict(.modality, .event, subject, answers)
    }
}
