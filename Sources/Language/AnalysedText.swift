/// A text with its tokens, tags, lemmas, dependency parse, sentences and entity names: flat arrays, one slot a token.
///
/// Offsets are bytes of `text`. Labels are indices into `labels`, which belongs to the pipeline that made the analysis.
public struct AnalysedText: Sendable {
    /// The names behind the label indices.
    public let labels: AnalysisLabels
    /// The analysed text, UTF-8.
    public internal(set) var text: [UInt8]
    /// Byte offset where each token starts.
    public internal(set) var starts: [Int32] = []
    /// Byte offset just past each token.
    public internal(set) var ends: [Int32] = []
    /// Whether one U+0020 follows the token.
    public internal(set) var spaceAfter: [Bool] = []
    /// Fine-grained tag, index into `labels.tags`.
    public internal(set) var tags: [UInt16] = []
    /// Universal part of speech, index into `labels.partsOfSpeech`.
    public internal(set) var partsOfSpeech: [UInt16] = []
    /// Morphological features, index into `labels.morphologies`.
    public internal(set) var morphologies: [UInt16] = []
    /// Dependency label, index into `labels.dependencies`.
    public internal(set) var dependencies: [UInt16] = []
    /// Token number of the head; a root is its own head.
    public internal(set) var heads: [Int32] = []
    public internal(set) var lemmas: [String] = []
    public internal(set) var sentenceStarts: [Bool] = []
    /// Entity label, index into `labels.entities`; 0 is "outside".
    public internal(set) var entityLabels: [UInt16] = []
    /// Whether the token is the first of its entity.
    public internal(set) var entityStarts: [Bool] = []

    public var count: Int { starts.count }

    /// An analysis without tokens, to be filled by a pipeline, or by hand in tests.
    package init(labels: AnalysisLabels, text: [UInt8]) {
        self.labels = labels
        self.text = text
    }

    /// An analysis made by hand. The lists have one item a token; a list left empty is filled with its zero value
    /// (heads with each token itself, `spaceAfter` from the text).
    package init(
        labels: AnalysisLabels, text: [UInt8], starts: [Int32], ends: [Int32], tags: [UInt16] = [],
        partsOfSpeech: [UInt16] = [], morphologies: [UInt16] = [], dependencies: [UInt16] = [], heads: [Int32] = [],
        lemmas: [String] = [], sentenceStarts: [Bool] = [], entityLabels: [UInt16] = [], entityStarts: [Bool] = []
    ) {
        self.init(labels: labels, text: text)
        let count = starts.count
        func filled<Value>(_ list: [Value], _ zero: Value) -> [Value] {
            list.isEmpty ? [Value](repeating: zero, count: count) : list
        }
        self.starts = starts
        self.ends = ends
        spaceAfter = ends.map { Int($0) < text.count && text[Int($0)] == 0x20 }
        self.tags = filled(tags, 0)
        self.partsOfSpeech = filled(partsOfSpeech, 0)
        self.morphologies = filled(morphologies, 0)
        self.dependencies = filled(dependencies, 0)
        self.heads = heads.isEmpty ? starts.indices.map { Int32($0) } : heads
        self.lemmas = filled(lemmas, "")
        self.sentenceStarts = filled(sentenceStarts, false)
        self.entityLabels = filled(entityLabels, 0)
        self.entityStarts = filled(entityStarts, false)
    }

    /// Appends the tokens of a document whose text starts at byte `offset`; `length` gives the bytes of a form.
    mutating func append(_ document: Document, offset: Int, length: (Int32) -> Int32) {
        let (first, offset) = (Int32(count), Int32(offset))
        for (form, start) in zip(document.forms, document.starts) {
            starts.append(offset + start)
            ends.append(offset + start + length(form))
        }
        spaceAfter += document.spaceAfter
        tags += document.tags
        partsOfSpeech += document.partsOfSpeech
        morphologies += document.morphologies
        dependencies += document.dependencies
        if first == 0 { heads = document.heads } else { heads += document.heads.map { $0 + first } }
        lemmas += document.lemmas
        sentenceStarts += document.sentenceStarts
        entityLabels += document.entityLabels
        entityStarts += document.entityStarts
    }

    /// The token's characters.
    public func string(_ token: Int) -> String {
        String(decoding: text[Int(starts[token])..<Int(ends[token])], as: UTF8.self)
    }
}

/// The label names of one pipeline; shared, immutable.
public final class AnalysisLabels: Sendable {
    public let language: String
    /// Name and version, for example `en_core_web_sm 3.8.0`.
    public let pipeline: String
    public let tags: [String]
    public let partsOfSpeech: [String]
    /// In spaCy's notation, `Number=Sing|Person=3`; "" is none.
    public let morphologies: [String]
    public let dependencies: [String]
    /// Slot 0 is "".
    public let entities: [String]

    public init(
        language: String, pipeline: String, tags: [String], partsOfSpeech: [String], morphologies: [String],
        dependencies: [String], entities: [String]
    ) {
        self.language = language
        self.pipeline = pipeline
        self.tags = tags
        self.partsOfSpeech = partsOfSpeech
        self.morphologies = morphologies
        self.dependencies = dependencies
        self.entities = entities
    }
}
