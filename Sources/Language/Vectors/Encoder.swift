/// A lexical attribute that an embedding table is looked up by.
enum FormFeature: String, Sendable {
    case norm = "NORM"
    case prefix = "PREFIX"
    case suffix = "SUFFIX"
    case shape = "SHAPE"
    /// Whether one U+0020 follows: a number, not a string's id.
    case spaceAfter = "SPACY"
    /// Whether the form is white space: a number as well.
    case isSpace = "IS_SPACE"

    func value(_ form: WordForm, spaceAfter: Bool) -> UInt64 {
        switch self {
        case .norm: form.norm
        case .prefix: form.prefix
        case .suffix: form.suffix
        case .shape: form.shape
        case .spaceAfter: spaceAfter ? 1 : 0
        case .isSpace: form.isSpace ? 1 : 0
        }
    }
}

/// A table of hashed embeddings: an id picks four rows, which are added up.
struct HashTable: Sendable {
    let feature: FormFeature
    let seed: UInt32
    let rows: UInt32
    let values: FloatBuffer
}

/// The layers that turn tokens into vectors (spaCy's Tok2Vec: MultiHashEmbed and MaxoutWindowEncoder).
struct Encoder: Sendable {
    let width: Int
    let tables: [HashTable]
    let mixing: MaxoutLayer
    /// The window layers; each sees one token to the left and one to the right.
    let layers: [MaxoutLayer]
    /// The first window layer as three products of one form: as the token before, itself, and the token after;
    /// each [panel][piece][16].
    let formProducts: PackedWeights

    /// Whether a form has two vectors, with and without a space after it.
    var dependsOnSpace: Bool { tables.contains { $0.feature == .spaceAfter } }

    /// Reads the layers from a component's model; `part` names it in errors.
    init(_ file: ModelFile, part: String) throws(LanguageError) {
        if file.layers.contains(where: { $0.name.contains("static_vectors") }) {
            throw .unsupported(part: part, problem: "it uses static word vectors")
        }
        guard let extraction = file.layers(named: "extract_features").first,
            let columns = extraction.attributes["columns"]?.list
        else { throw .unsupported(part: part, problem: "it has no layer that extracts features") }
        let embeddings = file.layers(named: "hashembed")
        let maxouts = file.layers(named: "maxout")
        let norms = file.layers(named: "layernorm")
        guard !embeddings.isEmpty, embeddings.count == columns.count, maxouts.count >= 2, norms.count == maxouts.count
        else {
            throw .unsupported(
                part: part, problem: "its layers are not those of MultiHashEmbed and MaxoutWindowEncoder")
        }
        for window in file.layers(named: "expand_window") where window.attributes["window_size"]?.int != 1 {
            throw .unsupported(part: part, problem: "a window of more than one token to each side")
        }
        guard file.layers(named: "expand_window").count == maxouts.count - 1 else {
            throw .unsupported(part: part, problem: "layers without a window")
        }
        var tables: [HashTable] = []
        for embedding in embeddings {
            guard let column = embedding.attributes["column"]?.int, columns.indices.contains(column),
                let name = columns[column].string, let seed = embedding.attributes["seed"]?.int,
                let seed = UInt32(exactly: seed)
            else { throw .malformed(path: file.path, problem: "an embedding table has no column or seed") }
            guard let feature = FormFeature(rawValue: name) else {
                throw .unsupported(part: part, problem: "the attribute \(name)")
            }
            let array = try file.array(embedding, "E", dimensions: 2)
            guard array.shape[1] == (tables.first.map { $0.values.count / Int($0.rows) } ?? array.shape[1]),
                let rows = UInt32(exactly: array.shape[0])
            else { throw .malformed(path: file.path, problem: "embedding tables of different widths") }
            tables.append(HashTable(feature: feature, seed: seed, rows: rows, values: FloatBuffer(array.values)))
        }
        let embedded = tables[0].values.count / Int(tables[0].rows)
        let mixing = try MaxoutLayer(file, maxout: maxouts[0], norm: norms[0], inputs: embedded * tables.count)
        let width = mixing.outputs
        var layers: [MaxoutLayer] = []
        for (maxout, norm) in zip(maxouts, norms).dropFirst() {
            let layer = try MaxoutLayer(file, maxout: maxout, norm: norm, inputs: width * 3)
            guard layer.outputs == width else {
                throw .malformed(path: file.path, problem: "a window layer changes the width")
            }
            layers.append(layer)
        }
        self.width = width
        self.tables = tables
        self.mixing = mixing
        self.layers = layers
        let values = try file.array(maxouts[1], "W", dimensions: 3).values
        let (own, pieces) = (layers[0].outputs * layers[0].pieces, layers[0].pieces)
        formProducts = PackedWeights(columns: own * 3, inputs: width) { column, input in
            let (output, piece) = MaxoutLayer.place(column % own, pieces: pieces)
            return values[(output * pieces + piece) * width * 3 + column / own * width + input]
        }
    }
}
