/// Reads a spaCy pipeline directory.
struct PipelineLoader {
    private let directory: String
    private let config: PipelineConfig
    private let identifiers = StringIdentifiers.spaCy
    private var labels = LabelTables()
    private var formRuler = FormRuler()
    private var encoders: [Encoder] = []
    /// The encoder that the component `tok2vec` shares with its listeners.
    private var shared: Int?
    private var components: [PipelineModel.Component] = []

    static func load(_ directory: String, kernel: MatrixKernel) throws(LanguageError) -> (PipelineModel, AnalysisLabels)
    {
        var loader = try PipelineLoader(directory)
        return try loader.load(kernel)
    }

    private init(_ directory: String) throws(LanguageError) {
        self.directory = directory
        let path = directory + "/config.cfg"
        guard let config = PipelineConfig(try FileBytes.read(path)) else {
            throw .malformed(path: path, problem: "a line is none of a config file")
        }
        self.config = config
    }

    private func path(_ name: String) -> String { directory + "/" + name }

    private mutating func load(_ kernel: MatrixKernel) throws(LanguageError) -> (PipelineModel, AnalysisLabels) {
        guard let language = config.string("nlp.lang"), let names = config.strings("nlp.pipeline") else {
            throw .malformed(path: path("config.cfg"), problem: "it names no language or no components")
        }
        if let tokenizer = config.value("nlp.tokenizer")?["@tokenizers"]?.string
            ?? config.string("nlp.tokenizer.@tokenizers"),
            tokenizer != "spacy.Tokenizer.v1"
        {
            throw .unsupported(part: "the tokenizer \(tokenizer)", problem: "only spacy.Tokenizer.v1 can be run")
        }
        let rules = try TokenRules(path: path("tokenizer"), identifiers: identifiers)
        let norms = try lexemeNorms()
        let disabled = Set(config.strings("nlp.disabled") ?? [])
        for name in names where !disabled.contains(name) { try add(name, language) }
        let model = PipelineModel(
            kernel: kernel, tokenRules: rules, features: FeatureRules(identifiers: identifiers, lexemeNorms: norms),
            formRuler: formRuler, encoders: encoders, components: components)
        let label = try pipelineName(language)
        let analysisLabels = AnalysisLabels(
            language: language, pipeline: label, tags: labels.tags.names, partsOfSpeech: labels.partsOfSpeech.names,
            morphologies: labels.morphologies.names, dependencies: labels.dependencies.names,
            entities: labels.entities.names)
        return (model, analysisLabels)
    }

    /// `en_core_web_sm 3.8.0`, from meta.json.
    private func pipelineName(_ language: String) throws(LanguageError) -> String {
        let meta = JSONTextReader.read(try FileBytes.read(path("meta.json")))
        guard let name = meta?["name"]?.string, let version = meta?["version"]?.string else {
            throw .malformed(path: path("meta.json"), problem: "it has no name and version")
        }
        return "\(meta?["lang"]?.string ?? language)_\(name) \(version)"
    }

    private func lexemeNorms() throws(LanguageError) -> [UInt64: UInt64] {
        let path = path("vocab/lookups.bin")
        guard FileBytes.exists(path) else { return [:] }
        let bytes = try FileBytes.read(path)
        // An empty table of tables is one byte.
        let root: MessagePackValue
        do {
            root = try MessagePackReader.read(bytes[...])
        } catch {
            throw .malformed(path: path, problem: error.problem)
        }
        var norms: [UInt64: UInt64] = [:]
        for (key, value) in root["lexeme_norm"]?.table ?? [] {
            guard let id = key.identifier, let norm = value.bytes else {
                throw .malformed(path: path, problem: "the table lexeme_norm is not as expected")
            }
            norms[id] = norm.withUnsafeBufferPointer { identifiers.identifier($0) }
        }
        return norms
    }

    private mutating func add(_ name: String, _ language: String) throws(LanguageError) {
        let factory = config.string("components.\(name).factory") ?? "?"
        switch factory {
        case "tok2vec":
            try checkEncoder("components.\(name).model", name)
            shared = try addEncoder(name, ModelFile(path: path("\(name)/model")))
        case "tagger", "morphologizer": try addTagger(name, morphologizer: factory == "morphologizer")
        case "parser": try addParser(name)
        case "ner": try addNames(name)
        case "attribute_ruler":
            let ruler = try AttributeRuler(path: path("\(name)/patterns"), labels: &labels, ruler: &formRuler)
            components.append(PipelineModel.Component(stage: .ruler(ruler), encoder: nil))
        case "lemmatizer": try addLemmatizer(name, language)
        default: throw .unsupported(part: "the component \(name)", problem: "its kind, \(factory), is not known")
        }
    }

    /// Refuses settings of an encoder that the layers alone do not show.
    private func checkEncoder(_ section: String, _ name: String) throws(LanguageError) {
        let part = "the component \(name)"
        let architecture = config.string("\(section).@architectures") ?? "?"
        guard ["spacy.Tok2Vec.v1", "spacy.Tok2Vec.v2"].contains(architecture) else {
            throw .unsupported(part: part, problem: "the architecture \(architecture)")
        }
        let embedding = config.string("\(section).embed.@architectures") ?? "?"
        guard embedding == "spacy.MultiHashEmbed.v2" || embedding == "spacy.MultiHashEmbed.v1" else {
            throw .unsupported(part: part, problem: "the architecture \(embedding)")
        }
        if config.value("\(section).embed.include_static_vectors")?.bool ?? false {
            throw .unsupported(part: part, problem: "it uses static word vectors")
        }
        let encoding = config.string("\(section).encode.@architectures") ?? "?"
        guard encoding == "spacy.MaxoutWindowEncoder.v2" || encoding == "spacy.MaxoutWindowEncoder.v1" else {
            throw .unsupported(part: part, problem: "the architecture \(encoding)")
        }
    }

    private mutating func addEncoder(_ name: String, _ file: ModelFile) throws(LanguageError) -> Int {
        encoders.append(try Encoder(file, part: "the component \(name)"))
        return encoders.count - 1
    }

    /// The encoder of a component: its own, or the shared one that it listens to.
    private mutating func encoder(of name: String, _ file: ModelFile) throws(LanguageError) -> Int {
        let section = "components.\(name).model.tok2vec"
        let architecture = config.string("\(section).@architectures") ?? "?"
        guard architecture == "spacy.Tok2VecListener.v1" else {
            try checkEncoder(section, name)
            return try addEncoder(name, file)
        }
        guard let shared else {
            throw .unsupported(part: "the component \(name)", problem: "it listens to vectors that no component makes")
        }
        return shared
    }

    private func json(_ name: String) throws(LanguageError) -> JSONText {
        guard let value = JSONTextReader.read(try FileBytes.read(path(name))) else {
            throw .malformed(path: path(name), problem: "it is not JSON")
        }
        return value
    }

    private mutating func addTagger(_ name: String, morphologizer: Bool) throws(LanguageError) {
        let part = "the component \(name)"
        try require(name, ["spacy.Tagger.v1", "spacy.Tagger.v2"])
        let file = try ModelFile(path: path("\(name)/model"))
        let encoder = try encoder(of: name, file)
        let settings = try json("\(name)/cfg")
        if morphologizer {
            guard let morphologies = settings["labels_morph"]?.object, let parts = settings["labels_pos"]?.object,
                morphologies.map(\.key) == parts.map(\.key)
            else { throw .malformed(path: path("\(name)/cfg"), problem: "it has no equal lists of labels") }
            if settings["extend"]?.bool ?? false { throw .unsupported(part: part, problem: "the setting extend") }
            let tagger = try Tagger(file, part: part, width: encoders[encoder].width, labels: morphologies.count)
            let stage = PipelineModel.Stage.morphologizer(
                tagger,
                morphologies: morphologies.map {
                    labels.morphologies.number(MorphologyText.normalised($0.value.string ?? ""))
                },
                partsOfSpeech: parts.map { labels.partsOfSpeech.number(partOfSpeech($0.value)) })
            components.append(PipelineModel.Component(stage: stage, encoder: encoder))
        } else {
            guard let names = settings["labels"]?.array?.compactMap(\.string), !names.isEmpty else {
                throw .malformed(path: path("\(name)/cfg"), problem: "it has no labels")
            }
            let tagger = try Tagger(file, part: part, width: encoders[encoder].width, labels: names.count)
            let stage = PipelineModel.Stage.tagger(tagger, labels: names.map { labels.tags.number($0) })
            components.append(PipelineModel.Component(stage: stage, encoder: encoder))
        }
    }

    /// Parts of speech are spaCy's numbers in the morphologizer's settings.
    private func partOfSpeech(_ value: JSONText) -> String {
        guard let number = value.int else { return "" }
        return UniversalPartOfSpeech.name(number) ?? ""
    }

    private func require(_ name: String, _ known: [String]) throws(LanguageError) {
        let architecture = config.string("components.\(name).model.@architectures") ?? "?"
        guard known.contains(architecture) else {
            throw .unsupported(part: "the component \(name)", problem: "the architecture \(architecture)")
        }
    }

    private func checkTransitions(_ name: String) throws(LanguageError) {
        try require(name, ["spacy.TransitionBasedParser.v1", "spacy.TransitionBasedParser.v2"])
        let section = "components.\(name).model"
        if !(config.value("\(section).use_upper")?.bool ?? true) {
            throw .unsupported(part: "the component \(name)", problem: "a model without an upper layer")
        }
        if config.value("\(section).extra_state_tokens")?.bool ?? false {
            throw .unsupported(part: "the component \(name)", problem: "the setting extra_state_tokens")
        }
        if let width = try json("\(name)/cfg")["beam_width"]?.int, width > 1 {
            throw .unsupported(part: "the component \(name)", problem: "a beam")
        }
    }

    private mutating func addParser(_ name: String) throws(LanguageError) {
        try checkTransitions(name)
        let file = try ModelFile(path: path("\(name)/model"))
        let encoder = try encoder(of: name, file)
        let moves = try Moves(path: path("\(name)/moves"))
        var table = labels.dependencies
        let parser = try DependencyParser(
            file, moves: moves, part: "the component \(name)", width: encoders[encoder].width
        ) { table.number($0) }
        labels.dependencies = table
        components.append(PipelineModel.Component(stage: .parser(parser), encoder: encoder))
    }

    private mutating func addNames(_ name: String) throws(LanguageError) {
        try checkTransitions(name)
        let file = try ModelFile(path: path("\(name)/model"))
        let encoder = try encoder(of: name, file)
        let moves = try Moves(path: path("\(name)/moves"))
        var table = labels.entities
        let names = try NameRecogniser(
            file, moves: moves, part: "the component \(name)", width: encoders[encoder].width
        ) { table.number($0) }
        labels.entities = table
        components.append(PipelineModel.Component(stage: .names(names), encoder: encoder))
    }

    private mutating func addLemmatizer(_ name: String, _ language: String) throws(LanguageError) {
        let mode = config.string("components.\(name).mode") ?? "lookup"
        guard mode == "rule", !(config.value("components.\(name).overwrite")?.bool ?? false) else {
            throw .unsupported(part: "the component \(name)", problem: "the mode \(mode), or the setting overwrite")
        }
        let tables = try LemmaTables(path: path("\(name)/lookups/lookups.bin"), identifiers: identifiers)
        let lemmatizer = try Lemmatizer(language: language, tables: tables, identifiers: identifiers, labels: labels)
        components.append(PipelineModel.Component(stage: .lemmatizer(lemmatizer), encoder: nil))
    }
}

/// The universal parts of speech and spaCy's numbers for them.
enum UniversalPartOfSpeech {
    /// From ADJ, number 84, on.
    private static let names = [
        "ADJ", "ADP", "ADV", "AUX", "CONJ", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
        "SCONJ", "SYM", "VERB", "X", "EOL", "SPACE",
    ]

    static func name(_ number: Int) -> String? {
        names.indices.contains(number - 84) ? names[number - 84] : nil
    }
}
