/// Reads the labels of Universal Dependencies as the pipelines write them, and mends what small pipelines do not keep apart.
struct UniversalDependencies {
    private(set) var heads: [Int]
    private(set) var dependencies: [Dependency]
    private let pos: [PartOfSpeech]
    private let lower: [String]
    private var children: [[Int]]

    /// - Parameters:
    ///   - morphologies: features of each token in spaCy's notation.
    ///   - personal: prepositions that mark an object and no oblique ("a" in Spanish).
    init(
        heads: [Int], labels: [String], pos: [PartOfSpeech], lower: [String], morphologies: [String],
        personal: Set<String>
    ) {
        self.heads = heads
        self.pos = pos
        self.lower = lower
        dependencies = labels.map(Self.dependency)
        children = Array(repeating: [], count: heads.count)
        for (token, head) in heads.enumerated() where head != token { children[head].append(token) }
        for token in heads.indices {
            mendClitic(token, morphologies[token])
            mendWhom(token)
            mendFlat(token)
            mendAs(token)
            mendOblique(token, personal)
            mendList(token)
            mendRelative(token, morphologies)
        }
    }

    /// "se" fills no place; "le" is the indirect object and "lo" the direct one, whatever the parse says.
    private mutating func mendClitic(_ token: Int, _ morphology: String) {
        guard pos[token] == .pron, [.obj, .iobj, .expl].contains(dependencies[token]) else { return }
        if morphology.contains("Reflex=Yes") {
            dependencies[token] = .expl
        } else if morphology.contains("Case=Dat") {
            dependencies[token] = .iobj
        } else if morphology.contains("Case=Acc"), !morphology.contains("Dat") {
            dependencies[token] = .obj
        }
    }

    /// A noun with a preposition is no object, but for a personal one.
    private mutating func mendOblique(_ token: Int, _ personal: Set<String>) {
        guard [.obj, .iobj].contains(dependencies[token]) else { return }
        guard let mark = children[token].first(where: { dependencies[$0] == .case && $0 < token }) else { return }
        if !personal.contains(lower[mark]) { dependencies[token] = .obl }
    }

    /// "a quien agentes detuvieron": parsers hang the pronoun on the subject behind it.
    private mutating func mendWhom(_ token: Int) {
        guard lower[token] == "quien" || lower[token] == "quienes", [.det, .nmod].contains(dependencies[token]) else {
            return
        }
        let subject = heads[token]
        guard subject > token, pos[subject].isNominal,
            let mark = (children[subject] + children[token]).first(where: { dependencies[$0] == .case && $0 < token }),
            mark == token - 1, mark > 1, let verb = verb(of: subject)
        else { return }
        var noun = mark - 1
        while noun > 0, pos[noun] == .punct { noun -= 1 }
        while [.flat, .compound, .appos].contains(dependencies[noun]), heads[noun] < noun { noun = heads[noun] }
        move(mark, to: token, as: .case)
        if heads[noun] == verb, dependencies[noun] == .nsubj {
            // The clause was taken for the main one: the noun before it is whom it is about.
            move(token, to: verb, as: .expl)
            move(subject, to: verb, as: .nsubj)
            dependencies[noun] = .obj
            return
        }
        move(token, to: verb, as: .obj)
        move(subject, to: verb, as: .nsubj)
        guard ![.acl, .relcl, .root].contains(dependencies[verb]), pos[noun].isNominal, !isAbove(verb, noun) else {
            return
        }
        move(verb, to: noun, as: .relcl)
    }

    /// The verb that a noun stands before: its head, or the next verb behind it where the parse lost that.
    private func verb(of noun: Int) -> Int? {
        if heads[noun] > noun, pos[heads[noun]] == .verb { return heads[noun] }
        return (noun + 1..<min(noun + 12, heads.count)).first { pos[$0] == .verb }
    }

    /// "entregó a X a Estados Unidos": what has a preposition of its own is no part of the name before it.
    private mutating func mendFlat(_ token: Int) {
        guard dependencies[token] == .flat, heads[token] < token,
            children[token].contains(where: { dependencies[$0] == .case && ["a", "al", "hacia"].contains(lower[$0]) })
        else { return }
        var head = heads[token]
        while dependencies[head] == .flat, heads[head] < head { head = heads[head] }
        let verb = heads[head]
        guard verb != head, pos[verb] == .verb, !isAbove(token, verb) else { return }
        move(token, to: verb, as: .obl)
    }

    private func isCounted(_ token: Int) -> Bool {
        pos[token] == .noun && children[token].contains { dependencies[$0] == .nummod }
    }

    private func isAbove(_ top: Int, _ token: Int) -> Bool {
        var node = token
        for _ in 0..<256 where heads[node] != node {
            if node == top { return true }
            node = heads[node]
        }
        return node == top
    }

    private mutating func move(_ token: Int, to head: Int, as dependency: Dependency) {
        children[heads[token]].removeAll { $0 == token }
        heads[token] = head
        dependencies[token] = dependency
        children[head].append(token)
        children[head].sort()
    }

    /// "como organización terrorista": before a noun "como" is a preposition.
    private mutating func mendAs(_ token: Int) {
        guard lower[token] == "como", dependencies[token] == .mark else { return }
        let noun = heads[token]
        guard noun > token, pos[noun] == .noun || pos[noun] == .propn else { return }
        dependencies[token] = .case
    }

    /// "el secuestro, la tortura y la muerte": a list's inner members are no appositions.
    private mutating func mendList(_ token: Int) {
        guard dependencies[token] == .appos else { return }
        let head = heads[token]
        // "dos pistolas, once teléfonos y 300 dosis": the list goes on under its second member.
        if isCounted(token), isCounted(head), children[token].contains(where: { dependencies[$0] == .conj }) {
            dependencies[token] = .conj
            return
        }
        guard let last = children[head].first(where: { dependencies[$0] == .conj && $0 > token }),
            let joint = children[last].first(where: { dependencies[$0] == .cc }), joint > 0
        else { return }
        if pos[joint - 1] != .punct, pos[token] == pos[head] { dependencies[token] = .conj }
    }

    /// A clause with a finite verb that hangs on a noun is a relative clause.
    private mutating func mendRelative(_ token: Int, _ morphologies: [String]) {
        guard dependencies[token] == .acl else { return }
        let finite = ([token] + children[token].filter { [.aux, .auxPass, .cop].contains(dependencies[$0]) })
            .contains { morphologies[$0].contains("VerbForm=Fin") }
        if finite { dependencies[token] = .relcl }
    }

    private static func dependency(_ label: String) -> Dependency {
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
