/// Grammatical relations in the manner of Universal Dependencies, the same for every pipeline.
///
/// The English pipeline labels in the ClearNLP style and is turned into this form by `ClearNLP`;
/// the Spanish one is in it already.
package enum Dependency: UInt8, Sendable {
    case root, nsubj, nsubjPass, csubj, obj, iobj, obl, agent, nmod, poss, appos, acl, relcl, advcl, ccomp, xcomp
    case amod, advmod, nummod, det, cop, aux, auxPass, mark, cc, conj, `case`, compound, flat, neg, expl, parataxis
    case punct, particle, other
}

/// Universal parts of speech.
package enum PartOfSpeech: UInt8, Sendable {
    case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x, space

    init(name: String) {
        self =
            switch name {
            case "ADJ": .adj
            case "ADP": .adp
            case "ADV": .adv
            case "AUX": .aux
            case "CCONJ", "CONJ": .cconj
            case "DET": .det
            case "INTJ": .intj
            case "NOUN": .noun
            case "NUM": .num
            case "PART": .part
            case "PRON": .pron
            case "PROPN": .propn
            case "PUNCT": .punct
            case "SCONJ": .sconj
            case "SYM": .sym
            case "VERB": .verb
            case "SPACE": .space
            default: .x
            }
    }

    package var isNominal: Bool { self == .noun || self == .propn || self == .pron || self == .num }
}
