/// Review, history, search: where work is done on the case.
struct WorkPages {
    let words: Words
    let token: HTML
    private var pieces: Pieces { Pieces(words: words) }

    init(words: Words, token: HTML) {
        self.words = words
        self.token = token
    }

    func review(_ proposals: [ProposalObject], last: HistoryObject?) -> HTML {
        let list = proposals.map { proposal in
            """
            <section class="proposal" tabindex="0" aria-labelledby="p-\(proposal.id)">
            <h3 id="p-\(proposal.id)">\(proposal.what?.text ?? proposal.id)</h3>
            <p class="fine"><span class="tag">\(words.of("V", proposal.kind ?? ""))</span> \
            \(proposal.score.map { "\(words["score"]) \(Int(($0 * 100).rounded())) %" } ?? "")</p>
            <p class="note">\(HTML((proposal.reasons ?? []).map { "\($0.text)" }, separator: "; "))</p>
            <form method="post" action="/review">\(token)<input type="hidden" name="id" value="\(proposal.id)">
            <button name="verdict" value="accept">\(words["accept"])</button>
            <button name="verdict" value="reject">\(words["reject"])</button>
            <label class="fine">\(words["reason"]) <input name="reason"></label></form></section>

            """ as HTML
        }
        return """
            <h1>\(words["review"])</h1>
            <p class="note">\(words["keys"]): \(words["keys-note"])</p>
            \(last.map { undoForm($0, back: "/review", isLast: true) })
            \(list)\(if: list.isEmpty, pieces.empty())
            """
    }

    func history(_ decisions: [HistoryObject]) -> HTML {
        let rows = decisions.reversed().map { decision in
            """
            <tr><td>\(decision.id)</td><td><time>\(decision.at ?? "")</time></td><td>\(decision.author ?? "")</td>\
            <td>\(words[decision.kind ?? ""])</td><td>\(decision.what?.text ?? "")</td><td>\(decision.reason ?? "")</td>\
            <td>\(if: isUndone(decision), "<span class=\"tag\">\(words["undone"])</span>")\
            \(if: !isUndone(decision), undoForm(decision, back: "/history", isLast: false))</td></tr>

            """ as HTML
        }
        return """
            <h1>\(words["history"])</h1><p class="note">\(words["history-note"])</p>
            <div class="scroll"><table><thead><tr><th scope="col">\(words["decision"])</th><th scope="col">\(words["when"])</th>\
            <th scope="col">\(words["author"])</th><th scope="col">\(words["type"])</th><th scope="col">\(words["what"])</th>\
            <th scope="col">\(words["reason"])</th><th scope="col"><span class="unseen">\(words["undo"])</span></th></tr></thead>
            <tbody>\(rows)</tbody></table></div>\(if: rows.isEmpty, pieces.empty())
            """
    }

    func isUndone(_ decision: HistoryObject) -> Bool { !(decision.undoneBy?.text ?? "").isEmpty }

    private func undoForm(_ decision: HistoryObject, back: String, isLast: Bool) -> HTML {
        """
        <form method="post" action="/undo"\(if: isLast, " class=\"undo-last\"")>\(token)\
        <input type="hidden" name="id" value="\(decision.id)"><input type="hidden" name="back" value="\(back)">\
        <button>\(words["undo"])\(if: isLast, " \(decision.id): \(words[decision.kind ?? ""]) \(decision.what?.text ?? "")")</button></form>
        """
    }

    func search(_ asked: String, _ found: [FoundPlace]) -> HTML {
        let lines = found.map { place in
            let page = place.kind == .report ? "report" : "thing"
            return """
                <li><span class="label">\(words[place.kind == .report ? "report" : "name"])</span> \
                <a href="\(Link.to(page, place.id))">\(place.title)</a>\
                \(if: !place.snippet.isEmpty, "<p class=\"quote\">\(Self.snippet(place.snippet))</p>")</li>

                """ as HTML
        }
        return """
            <h1>\(words["search"])\(if: !asked.isEmpty, ": \(asked)")</h1>
            <form action="/search" class="fields" role="search"><label class="grow">\(words["search-for"])\
            <input name="q" type="search" value="\(asked)"></label><button class="main">\(words["search"])</button></form>
            <ul class="rows">\(lines)</ul>\
            \(if: lines.isEmpty && !asked.isEmpty, "<p class=\"note\">\(words["search-nothing"])</p>")
            """
    }

    /// The found words, which the store puts between `«` and `»`, made strong.
    private static func snippet(_ text: String) -> HTML {
        var html = HTML()
        for (index, part) in text.split(separator: "«", omittingEmptySubsequences: false).enumerated() {
            let pieces = part.split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
            if index > 0, pieces.count == 2 {
                html += "<strong>\(pieces[0])</strong>\(pieces[1])"
            } else {
                html += "\(part)"
            }
        }
        return html
    }

    func error(_ refusal: Refusal) -> HTML {
        """
        <h1>\(words["error"])</h1><p>\(refusal.message)</p><p class="fine">\(refusal.code)</p>
        <p><a href="/">\(words["back"])</a></p>
        """
    }
}
