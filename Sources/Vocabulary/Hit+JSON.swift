extension Hit {
    /// Four digits, as a score is shown everywhere.
    public static func digits(_ score: Double) -> String {
        let ten = Int((score * 10_000).rounded())
        let digits = String(ten % 10_000)
        return "\(ten / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// The object of the command line, the case and the API.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.key("score")
        json.number(Hit.digits(score))
        json.member("name", name)
        json.member("caption", caption)
        json.member("type", type)
        json.member("list", list)
        json.member("list_date", listDate?.iso)
        json.strings("programs", programs)
        json.strings("births", births)
        json.strings("countries", countries)
        json.key("explanation")
        explanation.write(to: &json)
        json.endObject()
    }
}

extension Explanation {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("text", sentence)
        json.key("name_score")
        json.number(Hit.digits(nameScore))
        json.key("steps")
        json.beginArray()
        for step in steps {
            json.beginObject()
            json.member("asked", step.left)
            json.member("listed", step.right)
            json.member("kind", step.kind)
            json.key("likeness")
            json.number(Hit.digits(step.likeness))
            json.key("rarity")
            json.number(Hit.digits(step.rarity))
            json.endObject()
        }
        json.endArray()
        json.strings("remarks", remarks)
        json.key("factors")
        json.beginArray()
        for factor in factors {
            json.beginObject()
            json.member("what", factor.what)
            json.key("effect")
            json.number((factor.effect < 0 ? "-" : "") + Hit.digits(abs(factor.effect)))
            json.member("detail", factor.detail)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}
