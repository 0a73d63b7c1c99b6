public import Vocabulary

extension CaseViews {
    /// What a person should look at, the weightiest first.
    public func review() -> [ReviewQuestion] {
        var questions = mergers() + orphans()
        for conflict in conflicts() {
            let values = conflict.values.map(\.value).joined(separator: " / ")
            questions.append(
                ReviewQuestion(
                    id: "q-" + conflict.id, kind: .conflict,
                    what: "\(conflict.subject.name): \(conflict.slot.rawValue): \(values)",
                    score: nil, reasons: conflict.values.map { "“\($0.value)”: " + $0.reports.joined(separator: ", ") },
                    weight: Self.weight(conflict), parts: [conflict.subject.id.flatMap(references) ?? []]))
        }
        return questions.sorted { ($1.weight, $1.score ?? 0, $0.id) < ($0.weight, $0.score ?? 0, $1.id) }
    }

    /// What is alike but not alike enough.
    private func mergers() -> [ReviewQuestion] {
        var questions: [ReviewQuestion] = []
        for cluster in material.clusters.values {
            for question in ClusterNote(of: cluster).questions where cluster.id < question.cluster {
                guard let other = material.clusters[question.cluster] else { continue }
                let isEvent = cluster.kind == .event
                let noun = isEvent ? "one happening" : cluster.type == "Person" ? "one person" : "one thing"
                questions.append(
                    ReviewQuestion(
                        id: "q-\(cluster.id.dropFirst(2))-\(other.id.dropFirst(2))",
                        kind: isEvent ? .eventMerge : .merge,
                        what: "“\(title(cluster))” and “\(title(other))”: \(noun)?", score: question.score,
                        reasons: question.reasons,
                        weight: min(cluster.reports, other.reports) * 2 + cluster.reports + other.reports,
                        parts: [references(cluster.id) ?? [], references(other.id) ?? []]))
            }
        }
        return questions
    }

    private func title(_ cluster: Cluster) -> String {
        guard cluster.kind == .event, let event = event(cluster) else { return cluster.name }
        let who = event.participants.prefix(2).map(\.who.name).joined(separator: ", ")
        let day = event.when.map { ", " + ($0.start == $0.end ? $0.start.iso : String($0.start.iso.prefix(7))) } ?? ""
        return "\(event.type.rawValue) (\(event.label)): \(who)\(day)"
    }

    /// Decisions that refer to words which a newer reading no longer has.
    private func orphans() -> [ReviewQuestion] {
        material.decisions.filter(\.isInForce).compactMap { decision in
            let lost = decision.mentions.filter { reference in
                material.reports[reference.report]?.reading.thing(at: reference) == nil
            }
            guard !lost.isEmpty else { return nil }
            return ReviewQuestion(
                id: "q-" + decision.id, kind: .orphan,
                what: "Decision \(decision.id) (\(decision.kind.rawValue)) refers to words that are gone", score: nil,
                reasons: lost.map { "\(material.reports[$0.report]?.id ?? String($0.report.prefix(12))), \($0.type)" },
                weight: lost.count, parts: [lost])
        }
    }

    /// One reference a report: the first mention, or the trigger.
    public func references(_ id: String) -> [MentionReference]? {
        guard let cluster = material.clusters[id] else { return nil }
        return cluster.members.compactMap { member in
            if let entity = material.entity(member), cluster.kind == .entity, let span = entity.mentions.first {
                return MentionReference(report: member.report, span: span, type: entity.type.rawValue)
            }
            if let event = material.event(member), cluster.kind == .event {
                return MentionReference(report: member.report, span: event.trigger, type: event.type.rawValue)
            }
            return nil
        }
    }
}
