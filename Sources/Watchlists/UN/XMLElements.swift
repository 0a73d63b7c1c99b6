internal import CLibXML2

/// Reads an XML file as it comes, in pieces, and hands out each element's name, depth and own text when it ends.
///
/// Memory stays bounded: no tree is built, an element's own text may be a megabyte long, elements may be 64 deep. A
/// document type declaration is a fault: no list needs one, and entities that expand hide in it.
struct XMLElements {
    /// An element that began or ended.
    enum Event {
        case began(String, attributes: [String: String])
        /// With its own text, that of its children left out.
        case ended(String, text: String)
    }

    static let longestText = 1 << 20
    static let deepest = 64

    private let file: String

    init(file: String) { self.file = file }

    func read(_ source: ByteSource, _ body: @escaping (Event, _ line: Int) throws(ListFault) -> Void) throws(ListFault)
    {
        let state = XMLState(body: body)
        try withExtendedLifetime(state) { () throws(ListFault) in try parse(source, state) }
    }

    private func parse(_ source: ByteSource, _ state: XMLState) throws(ListFault) {
        var handler = Self.handler()
        let pointer = Unmanaged.passUnretained(state).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&handler, pointer, nil, 0, nil) else {
            throw .notRead(file, reason: "libxml2 does not start")
        }
        defer { xmlFreeParserCtxt(context) }
        xmlCtxtUseOptions(
            context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOERROR.rawValue))
        state.context = context
        var done = 0
        while true {
            let piece = try source.next()
            let result = piece.withUnsafeBytes { bytes in
                xmlParseChunk(
                    context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), piece.isEmpty ? 1 : 0)
            }
            done += piece.count
            if let fault = state.fault { throw fault }
            if let reason = state.reason { throw malformed(context, reason, done) }
            if result != 0 || context.pointee.wellFormed == 0 {
                let reason = Self.reason(context)
                if piece.isEmpty {
                    throw .truncated(file: file, line: Int(xmlSAX2GetLineNumber(context)), byte: done, reason: reason)
                }
                throw malformed(context, reason, done)
            }
            if piece.isEmpty { return }
        }
    }

    private func malformed(_ context: xmlParserCtxtPtr, _ reason: String, _ done: Int) -> ListFault {
        let byte = xmlByteConsumed(context)
        return .malformed(
            file: file, line: Int(xmlSAX2GetLineNumber(context)), byte: byte > 0 ? Int(byte) : done, reason: reason)
    }

    private static func reason(_ context: xmlParserCtxtPtr) -> String {
        guard let error = xmlCtxtGetLastError(UnsafeMutableRawPointer(context)), let message = error.pointee.message
        else {
            return "not well-formed XML"
        }
        return "not well-formed XML: " + ListText.trimmed(String(cString: message))
    }

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { state, name, _, _, _, _, count, _, attributes in
            XMLState.of(state)?.begin(name, attributes, Int(count))
        }
        handler.endElementNs = { state, name, _, _ in XMLState.of(state)?.end(name) }
        handler.characters = { state, text, count in XMLState.of(state)?.append(text, Int(count)) }
        handler.cdataBlock = { state, text, count in XMLState.of(state)?.append(text, Int(count)) }
        handler.internalSubset = { state, _, _, _ in
            XMLState.of(state)?.stop(
                "a document type declaration, which no list has and which could hide entities that expand")
        }
        handler.entityDecl = { state, _, _, _, _, _ in XMLState.of(state)?.stop("an entity declaration") }
        handler.getEntity = { _, _ in nil }
        return handler
    }
}
