/// Turns a ClearNLP-style tree (the English pipeline's) into the form of Universal Dependencies:
/// objects of prepositions hang on what the preposition modifies and carry it as `case`,
/// predicate nouns and adjectives head their clause and carry the copula as `cop`.
struct ClearNLP {
    private(set) var heads: [Int]
    private(set) var dependencies: [Dependency]
    private var labels: [String]
    private var children: [[Int]]

    /// Whether each token is a noun, name, pronoun or number.
    private let nominal: [Bool]

    /// Whether each token is a form of "be".
    private let copular: [Bool]

    init(heads: [Int], labels: [String], nominal: [Bool], copular: [Bool]) {
        self.heads = heads
        self.labels = labels
        self.nominal = nominal
        self.copular = copular
        dependencies = labels.map(Self.direct)
        children = Array(repeating: [], count: heads.count)
        for (token, head) in heads.enumerated() where head != token { children[head].append(token) }
        // Inner prepositions first ("out of Mexico"), so that an outer one finds its object in place.
        for token in heads.indices.reversed() where isPreposition(token) { lift(preposition: token) }
        for token in heads.indices where copular[token] { promote(predicateOf: token) }
    }

    /// A particle with an object of its own is a preposition too.
    private func isPreposition(_ token: Int) -> Bool {
        switch labels[token] {
        case "prep", "agent", "dative": true
        case "prt": children[token].contains { labels[$0] == "pobj" }
        default: false
        }
    }

    private static func direct(_ label: String) -> Dependency {
        switch label {
        case "ROOT": .root
        case "nsubj": .nsubj
        case "nsubjpass": .nsubjPass
        case "csubj", "csubjpass": .csubj
        case "dobj": .obj
        case "dative": .iobj
        case "agent": .agent
        case "pobj", "npadvmod", "oprd": label == "oprd" ? .xcomp : .obl
        case "poss": .poss
        case "appos": .appos
        case "acl": .acl
        case "relcl": .relcl
        case "advcl", "pcomp": .advcl
        case "ccomp": .ccomp
        case "xcomp": .xcomp
        case "amod": .amod
        case "advmod", "prep": .advmod
        case "nummod", "quantmod": .nummod
        case "det", "predet": .det
        case "aux": .aux
        case "auxpass": .auxPass
        case "mark": .mark
        case "cc", "preconj": .cc
        case "conj": .conj
        case "case": .case
        case "compound", "nn": .compound
        case "nmod": .nmod
        case "neg": .neg
        case "expl": .expl
        case "parataxis", "intj", "meta": .parataxis
        case "punct": .punct
        case "prt": .particle
        case "attr", "acomp": .xcomp
        default: .other
        }
    }

    private mutating func move(_ token: Int, to head: Int, as dependency: Dependency) {
        let old = heads[token]
        if old != token { children[old].removeAll { $0 == token } }
        heads[token] = head
        dependencies[token] = dependency
        if head != token { children[head].append(token) }
    }

    private mutating func lift(preposition: Int) {
        let governor = heads[preposition]
        guard governor != preposition else { return }
        let label = labels[preposition]
        let nominalGovernor = nominal[governor]
        let objects = children[preposition].filter { dependencies[$0] == .obl || dependencies[$0] == .nmod }
        if let object = objects.first {
            let dependency: Dependency = label == "agent" ? .agent : (nominalGovernor ? .nmod : .obl)
            move(object, to: governor, as: dependency)
            take(preposition, under: object, as: .case)
        } else if let clause = children[preposition].first(where: {
            labels[$0] == "pcomp" && dependencies[$0] == .advcl
        }) {
            move(clause, to: governor, as: nominalGovernor ? .acl : .advcl)
            take(preposition, under: clause, as: .mark)
        }
    }

    /// Hangs a preposition under its object; what hung on the preposition goes along.
    private mutating func take(_ preposition: Int, under object: Int, as dependency: Dependency) {
        move(preposition, to: object, as: dependency)
        for child in children[preposition] {
            let kind = dependencies[child]
            if kind == .conj || kind == .cc || kind == .punct || kind == .case { continue }
            move(child, to: object, as: kind)
        }
    }

    private mutating func promote(predicateOf copula: Int) {
        guard let predicate = children[copula].first(where: { labels[$0] == "attr" || labels[$0] == "acomp" }),
            heads[predicate] == copula
        else { return }
        let (head, dependency) = (heads[copula], dependencies[copula])
        if head == copula {
            children[copula].removeAll { $0 == predicate }
            heads[predicate] = predicate
            dependencies[predicate] = .root
        } else {
            move(predicate, to: head, as: dependency)
        }
        for child in children[copula] where child != predicate { move(child, to: predicate, as: dependencies[child]) }
        move(copula, to: predicate, as: .cop)
    }
}
