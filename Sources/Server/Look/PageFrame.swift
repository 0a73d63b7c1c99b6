/// What stands around every page.
struct PageFrame: Sendable {
    /// The sections of the case, in the order of the menu.
    static let sections = [
        ("case", "/"), ("reports", "/reports"), ("people", "/people"), ("groups", "/groups"), ("events", "/events"),
        ("timeline", "/timeline"), ("chart", "/chart"), ("conflicts", "/conflicts"), ("review", "/review"),
        ("lists", "/lists"), ("add", "/add"),
    ]

    var words: Words
    var caseName: String
    var user: String
    /// The page's own address, to come back to after the language has been switched.
    var path: String
    var formToken: String

    /// - Parameters:
    ///   - title: the page's name, its first heading too unless the content brings one.
    ///   - section: the key of the menu's entry that it belongs to.
    ///   - isWide: for charts and tables that need the whole window.
    func page(_ title: String, section: String, isWide: Bool = false, _ content: HTML) -> HTML {
        """
        <!doctype html>
        <html lang="\(words.language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title) · \(caseName)</title>
        <link rel="icon" href="/look/mark.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/look/desk.css">
        <script src="/look/desk.js" defer></script>
        </head>
        <body data-form-token="\(formToken)">
        <a class="skip" href="#main">\(words["skip"])</a>
        <header class="masthead">
        <p class="case-name"><a href="/">\(caseName)</a></p>
        <form class="finder" role="search" action="/search">
        <label class="unseen" for="finder">\(words["search-label"])</label>
        <input id="finder" name="q" type="search" placeholder="\(words["search-label"])">
        <button type="submit">\(words["search"])</button>
        </form>
        <nav aria-label="\(words["sections"])"><ul>\(Self.sections.map { entry($0.0, $0.1, section) })</ul></nav>
        </header>
        <main id="main"\(if: isWide, " class=\"wide\"")>
        \(content)
        </main>
        <footer class="colophon">
        <p>\(words["user"]) <strong>\(user)</strong> · <a href="/history">\(words["history"])</a></p>
        <form method="post" action="/language">\(hiddenToken)<input type="hidden" name="back" value="\(path)">\
        <button class="plain" name="language" value="\(words.other.rawValue)" lang="\(words.other.rawValue)" \
        title="\(words["language-note"])">\(words["language-other"])</button></form>
        </footer>
        </body>
        </html>
        """
    }

    /// What every form that changes something carries.
    var hiddenToken: HTML { "<input type=\"hidden\" name=\"form_token\" value=\"\(formToken)\">" }

    private func entry(_ key: String, _ address: String, _ section: String) -> HTML {
        """
        <li><a href="\(address)"\(if: key == section, " aria-current=\"page\"")>\(words[key])</a></li>
        """
    }
}
