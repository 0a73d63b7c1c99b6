/// The word forms and chunks that one worker has met: each is cut and measured once.
///
/// It is emptied between documents when it has grown beyond its bounds, so that memory stays flat; within a document it
/// grows with the document's own vocabulary. What it holds never changes a result.
final class Lexicon {
    private let rules: TokenRules
    private let features: FeatureRules
    private let ruler: FormRuler
    private let matcher: PatternMatcher
    private(set) var forms: [WordForm] = []
    /// Forms by their text; a form with a norm of its own has 0xFF and the norm's eight bytes behind the text.
    private var formKeys = ByteKeyTable(capacity: 8192)
    /// Chunks by their text; chunk n is the forms `chunkForms[chunkEnds[n]..<chunkEnds[n + 1]]`.
    private var chunkKeys = ByteKeyTable(capacity: 8192)
    private var chunkEnds: [Int] = [0]
    private var chunkForms: [Int32] = []
    /// The forms of each exception, made when first met.
    private var specialForms: [[Int32]]
    /// Raised whenever the forms are forgotten: numbers of forms from before are void.
    private(set) var generation = 0

    private static let mostForms = 1 << 15
    private static let longestCachedChunk = 256

    init(rules: TokenRules, features: FeatureRules, ruler: FormRuler, matcher: PatternMatcher) {
        self.rules = rules
        self.features = features
        self.ruler = ruler
        self.matcher = matcher
        specialForms = [[Int32]](repeating: [], count: rules.pieces.count)
    }

    /// Forgets everything when the bounds are passed. To be called between documents.
    func trim() {
        guard forms.count > Self.mostForms || chunkKeys.count > Self.mostForms || formKeys.keyBytes > 1 << 21 else {
            return
        }
        generation += 1
        forms.removeAll(keepingCapacity: forms.count < 1 << 16)
        formKeys.removeAll()
        chunkKeys.removeAll()
        chunkEnds.removeAll(keepingCapacity: true)
        chunkEnds.append(0)
        chunkForms.removeAll(keepingCapacity: chunkForms.count < 1 << 17)
        for special in specialForms.indices { specialForms[special] = [] }
    }

    /// The text of a form, lent.
    func withText<Result>(_ form: Int32, _ body: (Bytes) -> Result) -> Result {
        let count = Int(forms[Int(form)].count)
        return formKeys.withKey(Int(form)) { body($0.part(0..<count)) }
    }

    /// Appends the forms of a chunk.
    func append(_ chunk: Bytes, to tokens: inout [Int32]) {
        let isCached = chunk.count <= Self.longestCachedChunk
        let hash = isCached ? Murmur.identifier(chunk) : 0
        if isCached {
            let known = chunkKeys.find(chunk, hash: hash)
            if known >= 0 {
                for i in chunkEnds[known]..<chunkEnds[known + 1] { tokens.append(chunkForms[i]) }
                return
            }
        }
        let first = tokens.count
        rules.cut(chunk, withSpecials: true, matcher) { range in
            tokens.append(form(chunk.part(range), norm: nil))
        } special: { number, _ in
            tokens.append(contentsOf: special(number))
        }
        guard isCached else { return }
        _ = chunkKeys.insert(chunk, hash: hash)
        chunkForms.append(contentsOf: tokens[first...])
        chunkEnds.append(chunkForms.count)
    }

    /// The forms of an exception.
    func special(_ number: Int) -> [Int32] {
        if specialForms[number].isEmpty {
            specialForms[number] = rules.pieces[number].map { piece in
                piece.text.withUnsafeBufferPointer { form($0, norm: piece.norm) }
            }
        }
        return specialForms[number]
    }

    private func form(_ text: Bytes, norm: UInt64?) -> Int32 {
        guard let norm else { return form(text, key: text, norm: nil) }
        var key = [UInt8](text)
        key.append(0xff)
        for shift in stride(from: UInt64(0), to: 64, by: 8) { key.append(UInt8(truncatingIfNeeded: norm >> shift)) }
        return key.withUnsafeBufferPointer { form(text, key: $0, norm: norm) }
    }

    private func form(_ text: Bytes, key: Bytes, norm: UInt64?) -> Int32 {
        let number = formKeys.insert(key)
        if number == forms.count {
            forms.append(
                features.form(
                    text, norm: norm, sequenceText: Int32(rules.sequences.texts.find(text)),
                    ruling: ruler.ruling(text, matcher)))
        }
        return Int32(number)
    }
}
