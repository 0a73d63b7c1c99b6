internal import Vocabulary

/// All views of the case in one JSON object.
struct CaseDocument {
    private let views: CaseViews
    private let caseName: String

    init(_ material: CaseMaterial, caseName: String) {
        views = CaseViews(material)
        self.caseName = caseName
    }

    var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("format", CaseListing<CaseEntity>.format)
        json.member("case", caseName)
        func list(_ name: StaticString, _ items: [some CaseItem]) {
            json.key(name)
            json.list(items) { $1.write(to: &$0) }
        }
        list("sources", views.sourceEntries())
        list("people", views.people())
        list("groups", views.groups())
        list("places", views.entities([.country, .place]))
        list("events", views.events())
        list("conflicts", views.conflicts())
        json.endObject()
        return json.bytes + [0x0A]
    }
}
