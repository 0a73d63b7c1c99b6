import Foundation
import Vocabulary

/// A hit as `screen` prints it, and as the pages and the matching interface take it in.
struct HitObject {
    let hit: Hit

    func json() -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        let texts: [(StaticString, String)] = [
            ("id", hit.id), ("name", hit.name), ("caption", hit.caption), ("type", hit.type), ("list", hit.list),
        ]
        for (key, value) in texts {
            json.key(key)
            json.string(value)
        }
        json.key("score")
        json.number(Self.digits(hit.score))
        json.key("list_date")
        json.stringOrNull(hit.listDate?.iso)
        for (key, values) in [
            ("programs" as StaticString, hit.programs), ("births", hit.births), ("countries", hit.countries),
        ] {
            json.key(key)
            json.beginArray()
            for value in values { json.string(value) }
            json.endArray()
        }
        json.key("explanation")
        json.beginObject()
        json.key("text")
        json.string(sentence)
        json.key("name_score")
        json.number(Self.digits(hit.explanation.nameScore))
        json.endObject()
        json.endObject()
        return json.bytes
    }

    /// Which words agree and how, what was left over, what spoke for or against.
    private var sentence: String {
        let steps = hit.explanation.steps
        var parts = steps.compactMap { step -> String? in
            guard let left = step.left, let right = step.right else { return nil }
            let word = left == right ? left : "\(left)/\(right)"
            return step.kind == nil || step.kind == "same" ? word : "\(word) (\(step.kind ?? ""))"
        }
        let listed = steps.compactMap { $0.left == nil ? $0.right : nil }
        let asked = steps.compactMap { $0.right == nil ? $0.left : nil }
        if !listed.isEmpty { parts.append("only on the list: " + listed.joined(separator: " ")) }
        if !asked.isEmpty { parts.append("only asked for: " + asked.joined(separator: " ")) }
        return (parts + hit.explanation.factors.map(\.detail)).joined(separator: "; ")
    }

    private static func digits(_ score: Double) -> String { String(format: "%.3f", score) }
}
