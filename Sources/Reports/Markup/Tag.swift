/// The elements of HTML that reading a page tells apart; all others are `other`.
package enum Tag: UInt8, Sendable, CaseIterable {
    /// Not elements: the root, decoded text, text of scripts and styles.
    case document, text, rawText
    case other
    case html, head, body, title, meta, link, base, script, style, noscript, template
    case article, section, main, header, footer, nav, aside, address, hgroup, search
    case h1, h2, h3, h4, h5, h6, p, div, center, pre, listing, plaintext, xmp, blockquote, hr, figure, figcaption,
        picture
    case ul, ol, li, dl, dt, dd, dir, menu
    case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
    case a, b, strong, i, em, u, s, strike, small, big, font, tt, code, nobr, span, sub, sup, cite, q, abbr, time
    case mark, kbd, samp, `var`, del, ins, bdi, bdo, ruby, rt, rp, label, data, acronym
    case br, wbr, img, input, source, track, area, embed, param, frame, keygen, basefont
    case form, fieldset, legend, button, select, option, optgroup, textarea, datalist, output, progress, meter
    case iframe, object, applet, marquee, canvas, svg, math, video, audio, map, noframes, noembed, frameset
    case details, summary, dialog
}

/// What an element's kind means for building the tree and for reading it.
package struct TagTraits: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Has no content and no end tag.
    static let isVoid = TagTraits(rawValue: 1 << 0)
    /// Its content is not markup and is not shown.
    static let holdsRawText = TagTraits(rawValue: 1 << 1)
    /// Its content is text with character references.
    static let holdsOnlyText = TagTraits(rawValue: 1 << 2)
    /// Its start tag closes an open paragraph.
    static let closesParagraph = TagTraits(rawValue: 1 << 3)
    /// End tags of inline elements do not reach past it.
    static let isSpecial = TagTraits(rawValue: 1 << 4)
    /// Belongs into the head as long as no body has begun.
    static let belongsToHead = TagTraits(rawValue: 1 << 5)
    /// Begins and ends a line of its own.
    static let isBlock = TagTraits(rawValue: 1 << 6)
    /// No part of what a reader of the page reads.
    static let isUnread = TagTraits(rawValue: 1 << 7)
    /// An end tag does not reach past it.
    static let isScope = TagTraits(rawValue: 1 << 8)
    static let isHeading = TagTraits(rawValue: 1 << 9)
}

extension Tag {
    /// Indexed by raw value.
    static let traits: [TagTraits] = makeTraits()

    private static func makeTraits() -> [TagTraits] {
        var table = [TagTraits](repeating: [], count: Tag.allCases.count)
        func mark(_ trait: TagTraits, _ tags: [Tag]) {
            for tag in tags { table[Int(tag.rawValue)].insert(trait) }
        }
        let headings: [Tag] = [.h1, .h2, .h3, .h4, .h5, .h6]
        let blocks: [Tag] =
            headings + [
                .html, .body, .article, .section, .main, .header, .footer, .nav, .aside, .address, .hgroup, .search, .p,
                .div, .center, .pre, .listing, .plaintext, .xmp, .blockquote, .hr, .figure, .figcaption, .ul, .ol, .li,
                .dl, .dt, .dd, .dir, .menu, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .form, .fieldset,
                .legend, .details, .summary, .dialog, .noscript, .frameset, .noframes,
            ]
        mark(.isBlock, blocks)
        mark(
            .isVoid,
            [
                .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .source, .track, .wbr, .param, .frame,
                .keygen, .basefont,
            ])
        mark(.holdsRawText, [.script, .style, .xmp, .iframe, .noembed, .noframes])
        mark(.holdsOnlyText, [.title, .textarea])
        mark(
            .closesParagraph,
            headings + [
                .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .dd, .dt,
                .fieldset,
                .figcaption, .figure, .footer, .form, .header, .hgroup, .hr, .li, .listing, .main, .menu, .nav, .ol, .p,
                .plaintext, .pre, .search, .section, .summary, .table, .ul, .xmp,
            ])
        mark(
            .isSpecial,
            blocks + [
                .applet, .button, .colgroup, .iframe, .marquee, .object, .select, .template, .textarea, .title, .head,
                .svg, .math,
            ])
        mark(.belongsToHead, [.title, .meta, .link, .base, .script, .style, .noscript, .template])
        mark(
            .isUnread,
            [
                .head, .script, .style, .template, .iframe, .noembed, .noframes, .select, .datalist, .textarea, .button,
                .canvas, .svg, .math, .video, .audio, .object, .applet, .map, .progress, .meter, .input, .rp, .rt,
            ])
        mark(.isScope, [.html, .table, .td, .th, .caption, .marquee, .object, .applet, .template, .body])
        mark(.isHeading, headings)
        return table
    }

    var traits: TagTraits { Tag.traits[Int(rawValue)] }
}
