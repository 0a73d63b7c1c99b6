public import Vocabulary

/// Lays side by side what reports say differently of one thing. A less exact answer is not a different one.
struct ConflictFinder {
    /// What one report answers.
    struct Answer {
        var value: String
        var report: String
        var speakers: [String]
        /// The words that answer.
        var span: Span
        /// The sentence around them.
        var evidence: Span
    }

    let material: CaseMaterial

    func conflict(
        _ slot: Conflict.Slot, _ kind: Conflict.SubjectKind, _ subject: CaseReference, _ answers: [Answer],
        part: String = ""
    ) -> Conflict? {
        var values: [(value: String, answers: [Answer])] = []
        for answer in answers {
            if let known = values.firstIndex(where: { $0.value == answer.value }) {
                values[known].answers.append(answer)
            } else {
                values.append((answer.value, [answer]))
            }
        }
        guard values.count > 1 else { return nil }
        let id = SHA256.hexadecimal(of: Array("\(slot.rawValue) \(subject.id ?? "") \(part)".utf8)).prefix(12)
        return Conflict(
            id: "x-\(id)", slot: slot, subjectKind: kind, subject: subject,
            values: values.map { value($0.value, $0.answers) }.sorted {
                ($1.independentSources, $1.reports.count, $0.value) < (
                    $0.independentSources, $0.reports.count, $1.value
                )
            })
    }

    private func value(_ value: String, _ answers: [Answer]) -> Conflict.Value {
        var reports: [String] = [], speakers: [String] = []
        for answer in answers {
            let id = material.reports[answer.report]?.id ?? answer.report
            if !reports.contains(id) { reports.append(id) }
            for name in answer.speakers where !speakers.contains(name) { speakers.append(name) }
        }
        let first = answers[0]
        return Conflict.Value(
            value: value, reports: reports, speakers: speakers,
            quote: material.words(
                material.sentence(around: first.span, or: first.evidence, in: first.report), in: first.report),
            span: material.footnote(first.span, in: first.report),
            independentSources: material.sources.count(Set(answers.map(\.report))))
    }
}

extension CaseViews {
    /// What the reports disagree on; what most reports are concerned with comes first.
    public func conflicts() -> [Conflict] {
        let finder = ConflictFinder(material: material)
        let all =
            material.shown(.event).flatMap(finder.conflicts(ofEvent:))
            + material.shown(.entity).flatMap(finder.conflicts(ofEntity:))
        let order = Conflict.Slot.allCases
        return all.map { (conflict: $0, weight: Self.weight($0), slot: order.firstIndex(of: $0.slot) ?? 0) }.sorted {
            ($0.slot, $1.weight, $0.conflict.id) < ($1.slot, $0.weight, $1.conflict.id)
        }.map(\.conflict)
    }

    static func weight(_ conflict: Conflict) -> Int { conflict.values.reduce(0) { $0 + $1.reports.count } }
}
