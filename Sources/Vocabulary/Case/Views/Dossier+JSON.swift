extension Dossier {
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", entity.id)
        json.member("type", entity.type.rawValue)
        json.member("name", entity.name)
        json.key("names")
        json.list(entity.names) { $1.write(to: &$0) }
        json.member("layer", entity.isConfirmed ? "confirmed" : "proposed")
        json.key("roles")
        json.list(roles) { $1.write(to: &$0) }
        json.key("relations")
        json.list(relations) { $1.write(to: &$0) }
        json.key("ladder")
        json.list(ladder) { $1.write(to: &$0) }
        json.key("events")
        json.list(events) { $1.write(to: &$0) }
        json.key("claims_by")
        json.list(claims) { json, claim in
            json.beginObject()
            json.member("what", claim.what)
            json.footnotes(claim.footnotes)
            json.endObject()
        }
        json.key("hits")
        json.list(hits) { $1.write(to: &$0) }
        json.footnotes(footnotes)
        json.endObject()
    }
}

extension Dossier.Bearing {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("role", role)
        json.key("of")
        if let of { of.write(to: &json) } else { json.null() }
        json.member("modality", modality.rawValue)
        json.footnotes(footnotes)
        json.endObject()
    }
}

extension Dossier.Tie {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("type", type.rawValue)
        json.member("label", label)
        json.key("to")
        to.write(to: &json)
        json.key("inverse")
        json.boolean(isInverse)
        json.member("modality", modality.rawValue)
        json.member("polarity", polarity.rawValue)
        json.when("when", nil)
        json.strings("by", by)
        json.footnotes(footnotes)
        json.endObject()
    }
}

extension Dossier.Accusation {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("accusation", accusation)
        json.key("steps")
        json.list(steps) { json, step in
            json.beginObject()
            json.member("status", step.status.rawValue)
            json.when("when", step.when)
            json.strings("by", step.by)
            json.footnotes(step.footnotes)
            json.endObject()
        }
        json.endObject()
    }
}
