import Vocabulary

extension CaseSheet {
    /// A dossier with its footnotes numbered at the end.
    mutating func write(_ dossier: Dossier) {
        var notes = NoteNumbers()
        write(dossier.entity)
        writeRoles(dossier, &notes)
        writeTies(dossier, &notes)
        writeLadder(dossier, &notes)
        if !dossier.events.isEmpty {
            heading("Events")
            for event in dossier.events { write(event) }
        }
        if !dossier.claims.isEmpty {
            heading("What it says, by the reports")
            for claim in dossier.claims {
                page.paragraph(
                    StyledText(DisplayText.clean(claim.what) + " " + notes.marks(claim.footnotes)),
                    lead: StyledText("  "),
                    indent: 4)
            }
        }
        if !dossier.hits.isEmpty {
            heading("May be on a list (a name that is alike, not a finding)")
            for hit in dossier.hits {
                let programs = hit.programs.isEmpty ? "" : ", " + hit.programs.joined(separator: " ")
                let day = hit.listDate.map { " of \($0.iso)" } ?? ""
                page.paragraph(
                    StyledText(
                        DisplayText.clean(
                            "\(hit.id): \(hit.caption)\(programs) · \(hit.list)\(day) · \(Hit.digits(hit.score))")),
                    lead: StyledText("  "), indent: 4)
                page.paragraph(
                    StyledText(DisplayText.clean(hit.explanation.sentence), .faint), lead: StyledText("      "),
                    indent: 6)
            }
        }
        heading("Sources")
        for (number, note) in notes.all.enumerated() {
            var line = StyledText("[\(number + 1)] ", .faint)
            line.add(DisplayText.clean(note.report), .strong)
            line.add(": “" + DisplayText.clean(note.text) + "”")
            page.paragraph(line, lead: StyledText("  "), indent: 6)
        }
    }

    private mutating func writeRoles(_ dossier: Dossier, _ notes: inout NoteNumbers) {
        guard !dossier.roles.isEmpty else { return }
        heading("Said to be")
        for role in dossier.roles {
            let manner = Wording.certainty(role.modality, .positive)
            var line = StyledText(manner.isEmpty ? "" : manner + " ", .caution)
            line.add(DisplayText.clean(role.role))
            if let of = role.of { line.add(", " + DisplayText.clean(of.name)) }
            line.add(" " + notes.marks(role.footnotes), .faint)
            page.paragraph(line, lead: StyledText("  "), indent: 4)
        }
    }

    private mutating func writeTies(_ dossier: Dossier, _ notes: inout NoteNumbers) {
        let own: Set<RelationType> = [.holdsOffice, .leads, .memberOf, .worksFor]
        let ties = dossier.relations.filter { !own.contains($0.type) || $0.isInverse || $0.polarity == .negative }
        guard !ties.isEmpty else { return }
        heading("Ties")
        for tie in ties {
            let none = Span(0, 0)
            let relation = Relation(
                id: "", type: tie.type, label: tie.label, from: Participant("", none), to: Participant("", none),
                modality: tie.modality, polarity: tie.polarity, evidence: none)
            var line = StyledText(tie.isInverse ? Wording.inverse(relation) : Wording.relation(relation))
            line.add(" " + DisplayText.clean(tie.to.name))
            line.add(" " + notes.marks(tie.footnotes), .faint)
            if !tie.by.isEmpty { line.add(" · says " + tie.by.map(DisplayText.clean).joined(separator: ", "), .faint) }
            page.paragraph(line, lead: StyledText("  "), indent: 4)
        }
    }

    private mutating func writeLadder(_ dossier: Dossier, _ notes: inout NoteNumbers) {
        guard !dossier.ladder.isEmpty else { return }
        heading("Accusations and what became of them")
        for accusation in dossier.ladder {
            let words = accusation.accusation.isEmpty ? "not said of what" : accusation.accusation
            page.paragraph(StyledText(DisplayText.clean(words)), lead: StyledText("  "), indent: 4)
            for step in accusation.steps {
                var line = StyledText(step.status.rawValue, .caution)
                if let when = step.when { line.add(", " + Wording.interval(when)) }
                line.add(" · says " + step.by.map(DisplayText.clean).joined(separator: ", "), .faint)
                line.add(" " + notes.marks(step.footnotes), .faint)
                page.paragraph(line, lead: StyledText("      "), indent: 8)
            }
        }
    }
}

/// Numbers footnotes in the order in which they are used.
struct NoteNumbers {
    private(set) var all: [Footnote] = []
    private var numbers: [Footnote: Int] = [:]

    init() {}

    /// `[1,4]`; at most five, then how many more.
    mutating func marks(_ notes: [Footnote]) -> String {
        guard !notes.isEmpty else { return "" }
        var marks: [String] = []
        for note in notes.prefix(5) {
            if numbers[note] == nil {
                all.append(note)
                numbers[note] = all.count
            }
            if let number = numbers[note], !marks.contains(String(number)) { marks.append(String(number)) }
        }
        let more = notes.count > 5 ? " and \(notes.count - 5) more" : ""
        return "[" + marks.joined(separator: ",") + more + "]"
    }
}
