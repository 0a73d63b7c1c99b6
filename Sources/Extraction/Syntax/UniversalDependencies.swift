/// Reads the labels of Universal Dependencies as the pipelines write them.
enum UniversalDependencies {
    static func dependency(_ label: String) -> Dependency {
        switch label {
        case "ROOT", "root": .root
        case "nsubj": .nsubj
        case "nsubj:pass": .nsubjPass
        case "csubj", "csubj:pass": .csubj
        case "obj": .obj
        case "iobj": .iobj
        case "obl": .obl
        case "obl:agent": .agent
        case "nmod": .nmod
        case "nmod:poss": .poss
        case "appos": .appos
        case "acl": .acl
        case "acl:relcl": .relcl
        case "advcl": .advcl
        case "ccomp": .ccomp
        case "xcomp": .xcomp
        case "amod": .amod
        case "advmod": .advmod
        case "nummod": .nummod
        case "det": .det
        case "cop": .cop
        case "aux": .aux
        case "aux:pass": .auxPass
        case "mark": .mark
        case "cc": .cc
        case "conj": .conj
        case "case": .case
        case "compound", "fixed": .compound
        case "flat", "flat:name": .flat
        case "expl", "expl:pass", "expl:impers", "expl:pv": .expl
        case "parataxis", "discourse", "vocative": .parataxis
        case "punct": .punct
        default: .other
        }
    }
}
