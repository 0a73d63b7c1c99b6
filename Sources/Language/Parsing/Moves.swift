/// One class of a transition system: an action and the label it gives.
struct Move: Sendable, Hashable {
    let action: Int
    let label: String
}

/// The classes of a transition system, in the order of the model's outputs, from a component's `moves` file.
struct Moves: Sendable {
    let all: [Move]

    init(path: String) throws(LanguageError) {
        let bytes = try FileBytes.read(path)
        let root: MessagePackValue
        do {
            root = try MessagePackReader.read(bytes[...])
        } catch {
            throw .malformed(path: path, problem: error.problem)
        }
        guard let text = root["moves"]?.bytes, let actions = JSONTextReader.read([UInt8](text))?.object else {
            throw .malformed(path: path, problem: "it has no moves")
        }
        var moves: [Move] = []
        var added: [(frequency: Int, move: Move)] = []
        var byAction: [(action: Int, labels: [(frequency: Int, label: String)])] = []
        for pair in actions {
            guard let action = Int(pair.key), let labels = pair.value.object else {
                throw .malformed(path: path, problem: "an action without a number")
            }
            var own: [(frequency: Int, label: String)] = []
            for label in labels {
                guard let frequency = label.value.int else {
                    throw .malformed(path: path, problem: "a label without a frequency")
                }
                own.append((frequency, label.key))
            }
            byAction.append((action, own))
        }
        byAction.sort { $0.action < $1.action }
        for (action, labels) in byAction {
            let sorted = labels.sorted { a, b in
                a.frequency == b.frequency ? Self.isAfter(a.label, b.label) : a.frequency > b.frequency
            }
            for (frequency, label) in sorted {
                let move = Move(action: action, label: label)
                if frequency < 0 { added.append((frequency, move)) } else { moves.append(move) }
            }
        }
        // Labels that were added later stand behind, the earlier added first; an action's number breaks ties.
        added.sort { a, b in
            if a.frequency != b.frequency { return a.frequency > b.frequency }
            if a.move.label != b.move.label { return Self.isAfter(a.move.label, b.move.label) }
            return a.move.action < b.move.action
        }
        moves += added.map(\.move)
        guard !moves.isEmpty, moves.count < 1 << 14 else { throw .malformed(path: path, problem: "it has no moves") }
        all = moves
    }

    /// Code-point order, descending.
    private static func isAfter(_ a: String, _ b: String) -> Bool {
        b.unicodeScalars.lexicographicallyPrecedes(a.unicodeScalars)
    }
}
