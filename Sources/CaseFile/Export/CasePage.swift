public import Vocabulary

/// The case, or one dossier, as a page that needs nothing but itself and prints well; every line has its source.
struct CasePage {
    let views: CaseViews
    private let caseName: String

    init(_ material: CaseMaterial, caseName: String) {
        views = CaseViews(material)
        self.caseName = caseName
    }

    /// The whole case.
    func html() -> String {
        var body = PageBody()
        body.heading(1, caseName)
        body.note("\(views.material.reports.count) reports. What is alleged is marked so; nothing here is a finding.")
        body.section("What happened", views.timeline()) { $0.event($1) }
        body.section("On what the reports differ", views.conflicts()) { $0.conflict($1) }
        body.section("People", views.people()) { $0.entity($1) }
        body.section("Groups and bodies", views.groups()) { $0.entity($1) }
        body.section("Sources", views.sourceEntries()) { $0.source($1) }
        return body.page(title: caseName)
    }

    /// One person, group or body.
    func html(_ dossier: Dossier) -> String {
        var body = PageBody()
        body.heading(1, dossier.entity.name)
        body.note("From the case \(caseName). What is alleged is marked so; nothing here is a finding.")
        let names = Set(dossier.entity.names.map(\.text)).subtracting([dossier.entity.name]).sorted()
        if !names.isEmpty { body.note("Also: " + names.joined(separator: ", ")) }
        body.section("Said to be", dossier.roles) { $0.bearing($1) }
        body.section("Ties", dossier.relations) { $0.tie($1) }
        body.section("Accusations and what became of them", dossier.ladder) { $0.accusation($1) }
        body.section("Events", dossier.events) { $0.event($1) }
        return body.page(title: dossier.entity.name)
    }
}

extension CaseExport {
    /// One dossier as a page.
    public static func page(_ dossier: Dossier, _ material: CaseMaterial, caseName: String) -> [UInt8] {
        Array(CasePage(material, caseName: caseName).html(dossier).utf8)
    }
}
