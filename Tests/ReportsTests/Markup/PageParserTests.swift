import Reports
import Testing

/// The tree that markup becomes, written as nested brackets.
@Suite struct PageParserTests {
    private func outline(_ markup: String) -> String {
        let tree = PageReader.tree(of: Array(markup.utf8))
        func write(_ node: Int) -> String {
            switch tree.tag(node) {
            case .text:
                return String(
                    decoding: tree.text[Int(tree.nodes[node].first)..<Int(tree.nodes[node].last)], as: UTF8.self)
            case .rawText: return "…"
            default: break
            }
            var inside: [String] = []
            var child = node + 1
            while child < tree.end(node) {
                inside.append(write(child))
                child = tree.end(child)
            }
            return node == 0 ? inside.joined(separator: " ") : "\(tree.tag(node))(\(inside.joined(separator: " ")))"
        }
        return write(0)
    }

    private func body(_ markup: String) -> String {
        let whole = outline(markup)
        return String(whole.dropFirst("html(body(".count).dropLast(2))
    }

    @Test(arguments: [
        ("<p>a<p>b", "p(a) p(b)"), ("<p>a<div>b</div>c", "p(a) div(b) c"),
        ("<ul><li>a<li>b</ul>c", "ul(li(a) li(b)) c"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "ul(li(a ul(li(b))) li(c))"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a) dd(b) dt(c))"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "table(tbody(tr(td(a) td(b)) tr(td(c))))"),
        ("<table><td>a</table>b", "table(tbody(tr(td(a)))) b"), ("a<br>b</br>c", "a br() b br() c"),
        ("<b>a<p>b</b>c</p>", "b(a p(b c))"), ("<h1>a<h2>b</h2>", "h1(a) h2(b)"), ("a</p>b", "a b"),
        ("<a>x<a>y</a>", "a(x) a(y)"), ("<td>a", "a"), ("<textarea><p>a</textarea>b", "textarea(<p>a) b"),
        ("<select><option>a<option>b</select>", "select(option(a) option(b))"), ("a<!-- <p>x --->b", "a b"),
        ("<!-->a", "a"), ("<p/>a", "p(a)"), ("a < b <3", "a < b <3"),
        ("<svg><path/><g>x</g></svg>y", "svg(other() other(x)) y"),
        ("<svg><div>a</div>", "svg() div(a)"), ("<x-y>a</x-y>b", "other(a) b"), ("<DIV>a</Div>b", "div(a) b"),
    ])
    func `elements open and close each other as in browsers`(markup: String, expected: String) {
        #expect(body(markup) == expected, "\(markup)")
    }

    @Test(arguments: [
        ("<title>a</title><p>b", "html(head(title(a)) body(p(b)))"),
        ("<html><head></head><body>a", "html(head() body(a))"),
        ("a<body>b", "html(body(a b))"),
        ("<head><script>if (a<b) '</p>'</script></head>x", "html(head(script(…)) body(x))"),
        ("<noscript><img></noscript>a", "html(head(noscript(img())) body(a))"),
        ("<p>a</p></body></html>b", "html(body(p(a) b))"),
        ("<!DOCTYPE html>\n<html>\n<head>\n</head>\n<body>a", "html(head(\n) body(a))"),
    ])
    func `a page has one html, one head, one body`(markup: String, expected: String) {
        let result = outline(markup)
        #expect(
            result == expected || result == expected.replacingOccurrences("head(\n)", "head()"), "\(markup): \(result)")
    }

    @Test(arguments: [
        ("&amp;&lt;&eacute;&hellip;", "&<é…"), ("&copy 2026 &notit;", "© 2026 ¬it;"), ("&#8220;&#x201D;&#147;", "“”“"),
        ("&#0;&#x110000;&#xD800;", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("a&b & c&;", "a&b & c&;"), ("&unknown;", "&unknown;"),
        ("a\r\nb\rc", "a\nb\nc"),
    ])
    func `character references become characters`(markup: String, expected: String) {
        #expect(body("<p>\(markup)</p>") == "p(\(expected))", "\(markup)")
    }

    @Test func `entities of XML are never expanded`() {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><p>&b;</p>"
        #expect(outline(bomb).contains("&b;"))
    }
}

extension String {
    fileprivate func replacingOccurrences(_ part: String, _ other: String) -> String {
        var result = ""
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            result += rest[..<range.lowerBound] + other
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}
