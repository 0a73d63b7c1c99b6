internal import CLibXML2

/// What the reading of one XML file knows while libxml2 calls back, all on the thread that reads.
final class XMLState {
    /// Set before the first piece is read.
    var context: xmlParserCtxtPtr?
    /// What the receiver of events complained of.
    private(set) var fault: ListFault?
    /// Why the reading was stopped.
    private(set) var reason: String?

    private let body: (XMLElements.Event, Int) throws(ListFault) -> Void
    private var texts: [[UInt8]] = []

    init(body: @escaping (XMLElements.Event, Int) throws(ListFault) -> Void) { self.body = body }

    static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLState? {
        pointer.map { Unmanaged<XMLState>.fromOpaque($0).takeUnretainedValue() }
    }

    func stop(_ reason: String) {
        if self.reason == nil { self.reason = reason }
        if let context { xmlStopParser(context) }
    }

    func begin(_ name: UnsafePointer<UInt8>?, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int)
    {
        guard texts.count < XMLElements.deepest else { return stop("elements more than \(XMLElements.deepest) deep") }
        texts.append([])
        var values: [String: String] = [:]
        // Five pointers an attribute: name, prefix, address, first and last byte of the value.
        if let attributes {
            for index in 0..<count {
                guard let name = attributes[index * 5], let start = attributes[index * 5 + 3],
                    let end = attributes[index * 5 + 4]
                else { continue }
                values[String(cString: name)] = String(
                    decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
            }
        }
        tell(.began(Self.text(name), attributes: values))
    }

    func end(_ name: UnsafePointer<UInt8>?) {
        guard let text = texts.popLast() else { return }
        tell(.ended(Self.text(name), text: String(decoding: text, as: UTF8.self)))
    }

    func append(_ text: UnsafePointer<UInt8>?, _ count: Int) {
        guard let text, !texts.isEmpty else { return }
        let last = texts.count - 1
        guard texts[last].count + count <= XMLElements.longestText else {
            return stop("an element with more than a megabyte of text")
        }
        texts[last].append(contentsOf: UnsafeBufferPointer(start: text, count: count))
    }

    private func tell(_ event: XMLElements.Event) {
        guard fault == nil, reason == nil else { return }
        do throws(ListFault) {
            try body(event, context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0)
        } catch {
            fault = error
            if let context { xmlStopParser(context) }
        }
    }

    private static func text(_ name: UnsafePointer<UInt8>?) -> String { name.map { String(cString: $0) } ?? "" }
}
