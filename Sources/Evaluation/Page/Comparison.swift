import Vocabulary

/// What became of a thing when gold and ours were held against each other.
enum Standing: String {
    case hit, missed, extra
    /// Not scored: an unnamed set that the other side has not.
    case neutral

    var sign: String {
        switch self {
        case .hit: "✓"
        case .missed: "✗"
        case .extra: "+"
        case .neutral: "·"
        }
    }
}

/// One report: both readings beside each other, in the text and as lists.
struct Comparison {
    let gold: ReadingForm
    let ours: ReadingForm
    let alignment: Alignment
    private let score: ReportScore
    private let text: [Unicode.Scalar]

    init(gold: GoldReport, ours: ReadingForm?, score: ReportScore) {
        self.gold = gold.reading
        self.ours = ours ?? ReadingForm(report: gold.reading.report)
        self.score = score
        alignment = Alignment(gold: self.gold, ours: self.ours)
        text = Array(String(decoding: gold.text, as: UTF8.self).unicodeScalars)
    }

    func write(to html: inout Markup) {
        html.raw("<div class=\"pair\"><div><h3>Gold</h3><div class=\"text\">")
        write(marks(of: gold, only: .missed, paired: Set(score.entityPairs.keys)), to: &html)
        html.raw("</div></div><div><h3>Ours</h3><div class=\"text\">")
        write(marks(of: ours, only: .extra, paired: Set(score.entityPairs.values)), to: &html)
        html.raw("</div></div></div>\n<div class=\"pair\"><div><h3>Relations</h3><ul class=\"things\">")
        writeRelations(to: &html)
        html.raw("</ul><h3>Entities</h3><ul class=\"things\">")
        writeEntities(to: &html)
        html.raw("</ul></div><div><h3>Events</h3><ul class=\"things\">")
        writeEvents(to: &html)
        html.raw("</ul></div></div>\n")
    }

    // MARK: The text

    private struct Mark {
        let range: Range<Int>
        let kind: String
        let standing: Standing
        let label: String
    }

    private func marks(of reading: ReadingForm, only alone: Standing, paired: Set<String>) -> [Mark] {
        var marks: [Mark] = []
        for entity in reading.entities ?? [] {
            let standing = standing(of: entity, paired: paired, alone: alone)
            for range in (entity.mentions ?? []).compactMap(\.range) where range.upperBound <= text.count {
                let label = "\(entity.type): \(entity.name ?? "") (\(standing.rawValue))"
                marks.append(Mark(range: range, kind: entity.type, standing: standing, label: label))
            }
        }
        let pairedEvents = alone == .missed ? Set(score.eventPairs.keys) : Set(score.eventPairs.values)
        for (i, event) in (reading.events ?? []).enumerated() {
            guard let range = event.trigger?.range, range.upperBound <= text.count else { continue }
            let standing = pairedEvents.contains(i) ? Standing.hit : alone
            let label = "event: \(event.type) (\(standing.rawValue))"
            marks.append(Mark(range: range, kind: "trigger", standing: standing, label: label))
        }
        return marks
    }

    private func standing(of entity: ReadingForm.Entity, paired: Set<String>, alone: Standing) -> Standing {
        if paired.contains(entity.id) { return .hit }
        return entity.type == EntityType.people.rawValue ? .neutral : alone
    }

    /// Cuts the text where marks begin or end; a piece looks like the shortest mark over it and names all of them.
    private func write(_ marks: [Mark], to html: inout Markup) {
        let cuts = Set(marks.flatMap { [$0.range.lowerBound, $0.range.upperBound] } + [0, text.count]).sorted()
        for (start, end) in zip(cuts, cuts.dropFirst()) {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: text[start..<end])
            let over = marks.filter { $0.range.lowerBound <= start && end <= $0.range.upperBound }
            guard let look = over.min(by: { $0.range.count < $1.range.count }) else {
                html.text(String(view))
                continue
            }
            html.raw("<mark class=\"")
            html.text("\(look.kind) \(look.standing.rawValue)")
            html.raw("\" title=\"")
            html.text(over.map(\.label).joined(separator: "; "))
            html.raw("\">")
            html.text(String(view))
            html.raw("</mark>")
        }
    }

    // MARK: The lists

    private func item(_ standing: Standing, _ type: String, _ words: String, to html: inout Markup) {
        html.raw(
            "<li class=\"\(standing.rawValue)\"><span class=\"sign \(standing.rawValue)-words\">\(standing.sign)</span>"
        )
        html.raw("<span class=\"type\">")
        html.text(type)
        html.raw("</span> ")
        html.text(words)
    }

    private func writeEntities(to html: inout Markup) {
        func words(_ entity: ReadingForm.Entity) -> String {
            ([entity.name ?? ""] + (entity.aliases ?? [])).joined(separator: " / ")
        }
        let byID = Dictionary((ours.entities ?? []).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        for entity in gold.entities ?? [] {
            let other = score.entityPairs[entity.id].flatMap { byID[$0] }
            let standing = standing(of: entity, paired: Set(score.entityPairs.keys), alone: .missed)
            item(standing, entity.type, words(entity), to: &html)
            if let other, other.type != entity.type || words(other) != words(entity) {
                html.raw("<br><span class=\"faint\">ours: ")
                html.text("\(other.type) \(words(other))")
                html.raw("</span>")
            }
            html.raw("</li>")
        }
        let paired = Set(score.entityPairs.values)
        for entity in ours.entities ?? [] where !paired.contains(entity.id) {
            item(standing(of: entity, paired: paired, alone: .extra), entity.type, words(entity), to: &html)
            html.raw("</li>")
        }
    }

    private func writeRelations(to html: inout Markup) {
        func words(_ relation: ReadingForm.Relation, in reading: ReadingForm) -> String {
            let manner = relation.modality.map { $0 == "asserted" ? "" : ", \($0)" } ?? ""
            return "\(reading.ends(of: relation)) (\(relation.label ?? "")\(manner))"
        }
        for (i, relation) in (gold.relations ?? []).enumerated() {
            let standing = score.relationPairs[i] == nil ? Standing.missed : .hit
            item(standing, relation.type, words(relation, in: gold), to: &html)
            html.raw("</li>")
        }
        let paired = Set(score.relationPairs.values)
        for (j, relation) in (ours.relations ?? []).enumerated() where !paired.contains(j) {
            item(.extra, relation.type, words(relation, in: ours), to: &html)
            html.raw("</li>")
        }
    }
}
