/// A page as the tree that a report's origin map counts in; what shows a report on its page builds on it.
package enum PageReader {
    /// The tree of a page's bytes, decoded as `WebPage` decodes them.
    package static func tree(of bytes: [UInt8], mediaType: String? = nil) -> PageTree {
        decodedTree(of: bytes, mediaType: mediaType).tree
    }

    /// The tree, and the name of the character set that the bytes were taken for.
    package static func decodedTree(of bytes: [UInt8], mediaType: String? = nil) -> (tree: PageTree, charset: String) {
        let tables = ReportTables.shipped
        let decoded = tables.charsets.decode(bytes, header: mediaType, declared: CharsetFinder.declaration)
        return (PageParser.tree(of: decoded.text, tables.references), decoded.charset.name)
    }
}
