/// Mends lists of quantities: in "612 kilograms of methamphetamine, 41 firearms and a boat" parsers hang the firearms on
/// the methamphetamine; what has a number of its own belongs beside the kilograms.
enum QuantityLists {
    static func mend(heads: inout [Int], dependencies: inout [Dependency], pos: [PartOfSpeech]) {
        var counted = [Bool](repeating: false, count: heads.count)
        for token in heads.indices where dependencies[token] == .nummod { counted[heads[token]] = true }
        for token in heads.indices where dependencies[token] == .conj && counted[token] {
            let inner = heads[token]
            guard !counted[inner], dependencies[inner] == .nmod, pos[inner] == .noun else { continue }
            let outer = heads[inner]
            guard counted[outer], pos[outer] == .noun || pos[outer] == .sym, outer < inner else { continue }
            heads[token] = outer
        }
    }
}
