/// What one thread needs to analyse texts: scratch memory and what it remembers of word forms.
///
/// Unchecked: a worker is lent to one thread at a time.
final class Worker: @unchecked Sendable {
    private let model: PipelineModel
    private let lexicon: Lexicon
    private let tokenizer: Tokenizer
    private let document = Document()
    private let sources: [VectorSource]
    /// For each component that scores states, its scorer.
    private let scorers: [StateScorer?]
    private let tagScores: FloatBuffer
    private let lemmas = LemmaMemory()

    /// Stretches of 256 tokens whose vectors are kept: texts of up to 8,192 tokens are encoded once.
    private static let keptStretches = 32

    /// `rememberedForms` bounds the memory: an encoder keeps some 4 KB for each word form it remembers.
    init(_ model: PipelineModel, rememberedForms: Int) {
        self.model = model
        let matcher = PatternMatcher()
        let lexicon = Lexicon(
            rules: model.tokenRules, features: model.features, ruler: model.formRuler, matcher: matcher)
        self.lexicon = lexicon
        tokenizer = Tokenizer(rules: model.tokenRules, lexicon: lexicon)
        let sources = model.encoders.map { encoder in
            VectorSource(
                TokenEncoder(encoder, kernel: model.kernel, slots: rememberedForms), blocks: Self.keptStretches,
                lexicon: lexicon)
        }
        self.sources = sources
        var widest = 0
        scorers = model.components.map { component in
            guard let encoder = component.encoder else { return nil }
            switch component.stage {
            case .parser(let parser): return StateScorer(parser.model, sources[encoder], kernel: model.kernel)
            case .names(let names): return StateScorer(names.model, sources[encoder], kernel: model.kernel)
            case .tagger(let tagger, _), .morphologizer(let tagger, _, _):
                widest = max(widest, tagger.weights.columns)
                return nil
            case .ruler, .lemmatizer: return nil
            }
        }
        tagScores = FloatBuffer(count: widest * Tagger.block)
    }

    /// Analyses bytes `range` of the text as one document and appends it to `analysis`.
    func analyse(_ text: Bytes, _ range: Range<Int>, into analysis: inout AnalysedText) {
        lexicon.trim()
        document.clear()
        tokenizer.tokenize(text.part(range), into: document)
        document.prepare()
        for source in sources { source.begin(document) }
        for (component, scorer) in zip(model.components, scorers) { run(component, scorer) }
        analysis.append(document, offset: range.lowerBound) { lexicon.forms[Int($0)].count }
    }

    private func run(_ component: PipelineModel.Component, _ scorer: StateScorer?) {
        let document = document
        func isSpace(_ token: Int) -> Bool { lexicon.forms[Int(document.forms[token])].isSpace }
        let source = component.encoder.map { sources[$0] }
        switch component.stage {
        case .tagger(let tagger, let labels):
            guard let source else { return }
            tagger.run(document, source, model.kernel, scores: tagScores) { document.tags[$0] = labels[$1] }
        case .morphologizer(let tagger, let morphologies, let partsOfSpeech):
            guard let source else { return }
            tagger.run(document, source, model.kernel, scores: tagScores) {
                document.morphologies[$0] = morphologies[$1]
                document.partsOfSpeech[$0] = partsOfSpeech[$1]
            }
        case .parser(let parser):
            if let scorer { parser.run(document, scorer, isSpace: isSpace) }
        case .names(let names):
            if let scorer { names.run(document, scorer, isSpace: isSpace) }
        case .ruler(let ruler): ruler.run(document, lexicon: lexicon.forms)
        case .lemmatizer(let lemmatizer): lemmatizer.run(document, lexicon, lemmas)
        }
    }
}
