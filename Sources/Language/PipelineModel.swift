/// Everything of a loaded pipeline that does not change.
struct PipelineModel: Sendable {
    /// What one component does to a document, in the pipeline's order.
    enum Stage: Sendable {
        case tagger(Tagger, labels: [UInt16])
        case morphologizer(Tagger, morphologies: [UInt16], partsOfSpeech: [UInt16])
        case parser(DependencyParser)
        case names(NameRecogniser)
        case ruler(AttributeRuler)
        case lemmatizer(Lemmatizer)
    }

    /// A stage, and which encoder its vectors come from.
    struct Component: Sendable {
        let stage: Stage
        let encoder: Int?
    }

    let kernel: MatrixKernel
    let tokenRules: TokenRules
    let features: FeatureRules
    let formRuler: FormRuler
    let encoders: [Encoder]
    let components: [Component]
}
