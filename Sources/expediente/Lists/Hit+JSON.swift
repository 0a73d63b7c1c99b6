import Vocabulary

extension Hit {
    /// The members of the API's and the command line's JSON.
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("id")
        json.string(id)
        json.key("score")
        json.number(Score.digits(score))
        json.key("name")
        json.string(name)
        json.key("caption")
        json.string(caption)
        json.key("type")
        json.string(type)
        json.key("list")
        json.string(list)
        json.key("list_date")
        json.stringOrNull(listDate?.iso)
        json.key("programs")
        json.strings(programs)
        json.key("births")
        json.strings(births)
        json.key("countries")
        json.strings(countries)
        json.key("explanation")
        explanation.write(to: &json)
        json.endObject()
    }
}

extension Explanation {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("text")
        json.string(ExplanationText.sentence(self))
        json.key("name_score")
        json.number(Score.digits(nameScore))
        json.key("steps")
        json.beginArray()
        for step in steps {
            json.beginObject()
            json.key("asked")
            json.stringOrNull(step.left)
            json.key("listed")
            json.stringOrNull(step.right)
            json.key("kind")
            json.stringOrNull(step.kind)
            json.key("likeness")
            json.number(Score.digits(step.likeness))
            json.key("rarity")
            json.number(Score.digits(step.rarity))
            json.endObject()
        }
        json.endArray()
        json.key("remarks")
        json.strings(remarks)
        json.key("factors")
        json.beginArray()
        for factor in factors {
            json.beginObject()
            json.key("what")
            json.string(factor.what)
            json.key("effect")
            json.number((factor.effect < 0 ? "-" : "") + Score.digits(abs(factor.effect)))
            json.key("detail")
            json.string(factor.detail)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}

extension JSONWriter {
    fileprivate mutating func strings(_ values: [String]) {
        beginArray()
        for value in values { string(value) }
        endArray()
    }
}
