import Vocabulary

/// Who has the floor in a transcript: "OMAR GARCÍA HARFUCH: …", until the next one is named.
struct SpeakerTurns {
    /// For each part of the report; nil outside a transcript.
    let speakers: [RelationDraft.End?]

    init(syntax: Syntax, mentions: MentionMap) {
        var current: RelationDraft.End?
        var found: [RelationDraft.End?] = []
        for part in syntax.parts {
            if let colon = Self.turnEnd(part, syntax) {
                current = mentions.mentions(in: part.tokens.lowerBound..<colon).first {
                    mentions.entities[$0.entity].type == .person
                }.map { RelationDraft.End(entity: $0.entity, span: $0.span) }
            }
            if part.kind == .headline { current = nil }
            found.append(current)
        }
        speakers = found
    }

    /// Where the name and office in capitals before a colon end.
    private static func turnEnd(_ part: Syntax.Part, _ syntax: Syntax) -> Int? {
        for token in part.tokens.prefix(24) {
            let word = syntax.string(token)
            if word == ":" { return token - part.tokens.lowerBound >= 2 ? token : nil }
            let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
            if letters.contains(where: { $0.properties.isLowercase }) { return nil }
        }
        return nil
    }
}
