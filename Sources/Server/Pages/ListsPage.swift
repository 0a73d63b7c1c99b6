/// The lists on this machine, and the screening of a name or a table of names.
struct ListsPage {
    let words: Words
    let token: HTML

    /// - Parameters:
    ///   - asked: the name that was screened; nil before the first.
    ///   - hits: what was found for each screened name.
    func content(lists: [JSONTree], asked: NameQuestion?, hits: [(name: String, hits: [JSONTree])]) -> HTML {
        """
        <h1>\(words["lists"])</h1>
        <h2>\(words["screen"])</h2><p class="note">\(words["screen-note"])</p>
        <form action="/lists" class="fields">
        <label class="grow">\(words["name"])<input name="name" value="\(asked?.name ?? "")" required></label>
        <label>\(words["country"])<input name="country" size="4" maxlength="2" value="\(asked?.country ?? "")"></label>
        <label>\(words["born"])<input name="born" size="10" placeholder="1970-01-01" value="\(asked?.born ?? "")"></label>
        <button class="main">\(words["screen"])</button></form>
        \(hits.map { result($0.name, $0.hits) })
        <h2>\(words["screen-csv"])</h2>
        <form method="post" action="/lists/screen" enctype="multipart/form-data" class="fields">\(token)
        <label>CSV<input type="file" name="table" accept=".csv,text/csv" required></label>
        <button>\(words["screen-csv"])</button></form>
        <h2>\(words["lists"])</h2>\(status(lists))
        """
    }

    private func status(_ lists: [JSONTree]) -> HTML {
        guard !lists.isEmpty else { return "<p class=\"note\">\(words["no-lists"])</p>" }
        let rows = lists.map { list in
            let name = list["title"]?.text ?? list["name"]?.text ?? list["list"]?.text ?? ""
            let date = list["published"]?.text ?? list["fetched"]?.text ?? list["at"]?.text ?? ""
            return
                "<tr><td>\(name)</td><td class=\"n\">\(list["entries"]?.text ?? "")</td><td><time>\(date)</time></td></tr>"
                as HTML
        }
        return """
            <div class="scroll"><table><thead><tr><th scope="col">\(words["list"])</th><th scope="col" class="n">\(words["entries"])</th>\
            <th scope="col">\(words["fetched"])</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func result(_ name: String, _ hits: [JSONTree]) -> HTML {
        let rows = hits.map { hit in
            let score = hit["score"]?.number.map { "\(Int(($0 * 100).rounded())) %" } ?? ""
            let entry = hit["name"]?.text ?? hit["caption"]?.text ?? hit["entry"]?.text ?? ""
            let list = hit["list"]?.text ?? hit["datasets"]?.text ?? ""
            let why = hit["explanation"]?.text ?? hit["reasons"]?.text ?? hit["features"]?.text ?? ""
            return """
                <tr><td><strong>\(entry)</strong></td><td class="n">\(score)</td><td>\(list)</td><td class="fine">\(why)</td></tr>
                """ as HTML
        }
        guard !rows.isEmpty else { return "<h3>\(name)</h3><p class=\"note\">\(words["no-hits"])</p>" }
        return """
            <h3>\(name)</h3><div class="scroll"><table><thead><tr><th scope="col">\(words["entry"])</th>\
            <th scope="col" class="n">\(words["score"])</th><th scope="col">\(words["list"])</th><th scope="col">\(words["why"])</th>\
            </tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}

/// Where reports come in.
struct AddPage {
    let words: Words
    let token: HTML

    func content() -> HTML {
        """
        <h1>\(words["add"])</h1>
        <form method="post" action="/add" enctype="multipart/form-data">\(token)
        <fieldset><legend>\(words["add-file"])</legend><p class="note">\(words["add-file-note"])</p>
        <div class="fields"><label>\(words["add-file"])<input type="file" name="files" multiple required></label>
        <label>\(words["published-on"])<input type="date" name="published"></label>
        <button class="main">\(words["file-it"])</button></div></fieldset></form>
        <form method="post" action="/add">\(token)
        <fieldset><legend>\(words["add-address"])</legend><p class="note">\(words["add-address-note"])</p>
        <div class="fields"><label class="grow">\(words["add-address"])<input type="url" name="address" placeholder="https://" required></label>
        <button>\(words["file-it"])</button></div></fieldset></form>
        <form method="post" action="/add">\(token)
        <fieldset><legend>\(words["add-paste"])</legend>
        <div class="fields"><label class="grow">\(words["title"])<input name="title"></label>
        <label>\(words["published-on"])<input type="date" name="published"></label></div>
        <label class="unseen" for="pasted">\(words["text"])</label><textarea id="pasted" name="text" required></textarea>
        <p><button class="main">\(words["file-it"])</button></p></fieldset></form>
        """
    }

    func progress(_ work: FilingWork.State, id: String) -> HTML {
        let lines = work.lines.map { "<li>\($0)</li>" as HTML }
        let state: HTML =
            work.isDone ? "" : " data-progress=\"\(Link.to("add", id, "progress"))\""
        return """
            <h1>\(words[work.isDone ? "ended" : "filing"])</h1>
            <section\(state)><label class="unseen" for="bar">\(words["progress"])</label>
            <progress id="bar" max="\(max(1, work.total))" value="\(work.done)"></progress>
            <ol class="rows" aria-live="polite">\(lines)</ol></section>
            <p>\(if: !work.isDone, "<a href=\"\(Link.to("add", id))\">\(words["progress"])</a> · ")<a href="/reports">\(words["reports"])</a> · \
            <a href="/add">\(words["add"])</a></p>
            """
    }
}
