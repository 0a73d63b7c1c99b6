/// One text while the stages of a pipeline work on it. Reused from text to text.
final class Document {
    var forms: [Int32] = []
    /// Byte offset where each token starts.
    var starts: [Int32] = []
    var spaceAfter: [Bool] = []
    var tags: [UInt16] = []
    var partsOfSpeech: [UInt16] = []
    var morphologies: [UInt16] = []
    var dependencies: [UInt16] = []
    var heads: [Int32] = []
    /// "" until a stage has set it.
    var lemmas: [String] = []
    var sentenceStarts: [Bool] = []
    var entityLabels: [UInt16] = []
    var entityStarts: [Bool] = []

    var count: Int { forms.count }

    /// Empties it; the memory of a very long text is given back.
    func clear() {
        let keeps = forms.capacity < 1 << 17
        forms.removeAll(keepingCapacity: keeps)
        starts.removeAll(keepingCapacity: keeps)
        spaceAfter.removeAll(keepingCapacity: keeps)
        lemmas.removeAll(keepingCapacity: keeps)
    }

    /// Makes room for the annotations of all tokens, all unset.
    func prepare() {
        tags = [UInt16](repeating: 0, count: count)
        partsOfSpeech = tags
        morphologies = tags
        dependencies = tags
        entityLabels = tags
        heads = [Int32](unsafeUninitializedCapacity: count) { buffer, filled in
            for token in 0..<count { buffer[token] = Int32(token) }
            filled = count
        }
        lemmas = [String](repeating: "", count: count)
        sentenceStarts = [Bool](repeating: false, count: count)
        entityStarts = sentenceStarts
    }
}
