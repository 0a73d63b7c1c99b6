/// A page as a tree laid flat: nodes stand in document order, so that a subtree is a range of indexes.
///
/// Nothing here is recursive, whatever the page's depth.
package struct PageTree: Sendable {
    package struct Node: Sendable {
        package var tag: Tag
        package var parent: Int32
        /// One past the last node of its subtree.
        package var end: Int32
        /// Text: its bytes in `text`. Raw text: its bytes in `source`. Elements: their range in `attributes`.
        package var first: Int32
        package var last: Int32
        /// Where its markup or text begins in `source`.
        package var position: Int32
    }

    package struct Attribute: Sendable {
        package var name: AttributeName
        /// The value's bytes in `source`, character references not yet resolved.
        package var first: Int32
        package var last: Int32
    }

    /// The page in UTF-8.
    package let source: [UInt8]
    /// The text of all text nodes, character references resolved.
    package internal(set) var text: [UInt8] = []
    package internal(set) var nodes: [Node] = []
    package internal(set) var attributes: [Attribute] = []
    /// Link elements whose end tag came inside another element's content: the first node that they no longer cover.
    var linkStops: [Int32: Int32] = [:]
    /// Whether the page had more nodes than are kept.
    package internal(set) var isTruncated = false

    init(source: [UInt8]) { self.source = source }

    package func tag(_ node: Int) -> Tag { nodes[node].tag }
    package func end(_ node: Int) -> Int { Int(nodes[node].end) }
    package func parent(_ node: Int) -> Int { Int(nodes[node].parent) }

    /// The bytes of an attribute in `source`, as they are written there.
    package func rawValue(_ node: Int, _ name: AttributeName) -> Range<Int>? {
        let element = nodes[node]
        guard element.tag.rawValue >= Tag.other.rawValue else { return nil }
        var i = Int(element.first)
        while i < Int(element.last) {
            if attributes[i].name == name { return Int(attributes[i].first)..<Int(attributes[i].last) }
            i += 1
        }
        return nil
    }

    /// The value of an attribute, character references resolved.
    package func value(_ node: Int, _ name: AttributeName, _ references: CharacterReferences) -> String? {
        guard let range = rawValue(node, name) else { return nil }
        var decoded: [UInt8] = []
        references.decode(source, range.lowerBound, range.upperBound, into: &decoded, inAttribute: true)
        return String(decoding: decoded, as: UTF8.self)
    }

    /// Whether an attribute's value is `word`, which is in small letters, in any case.
    package func value(_ node: Int, _ name: AttributeName, is word: StaticString) -> Bool {
        guard let range = rawValue(node, name), range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { letters in
            for (offset, letter) in letters.enumerated() where lowered(source[range.lowerBound + offset]) != letter {
                return false
            }
            return true
        }
    }

    /// The text of all text nodes below an element, as they stand.
    package func plainText(_ node: Int) -> [UInt8] {
        var result: [UInt8] = []
        var i = node
        while i < end(node) {
            if nodes[i].tag == .text { result += text[Int(nodes[i].first)..<Int(nodes[i].last)] }
            i += 1
        }
        return result
    }

    /// The name of an element as written.
    func nameRange(_ node: Int) -> Range<Int> {
        let start = Int(nodes[node].position) + 1
        var end = start
        while end < source.count, !endsName(source[end]) { end += 1 }
        return start..<end
    }
}

/// A to Z made small; everything else as it is.
@inline(__always)
func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

/// White space of markup: space, tab, line ends, form feed.
@inline(__always)
func isMarkupSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B) }

@inline(__always)
func endsName(_ byte: UInt8) -> Bool { isMarkupSpace(byte) || byte == 0x2F || byte == 0x3E }

@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
