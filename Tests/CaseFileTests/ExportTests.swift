import CaseFile
import FollowTheMoney
import Foundation
import Testing
import Vocabulary

@Suite struct ExportTests {
    private func export(_ form: CaseExport.Form) throws -> String {
        let material = try SampleCase.views().material
        return String(decoding: try CaseExport(material, caseName: "sample <case>").bytes(form), as: UTF8.self)
    }

    private func entities() throws -> [FtMEntity] {
        try export(.ftm).split(separator: "\n").map { try FtMEntity(line: Array($0.utf8)) }
    }

    @Test func `every reference of an exported entity leads to an exported entity`() throws {
        let entities = try entities()
        let ids = Set(entities.map(\.id))
        #expect(ids.count == entities.count)
        let references = [
            "proof", "member", "organization", "person", "relative", "subject", "object", "document", "resolved",
            "involved",
        ]
        for entity in entities {
            for property in references { for id in entity.values(property) { #expect(ids.contains(id)) } }
        }
        let schemata = Set(entities.map(\.schema))
        #expect(
            schemata.isSuperset(of: [
                "Person", "Organization", "PublicBody", "Event", "Membership", "Article", "Mention",
            ]))
    }

    @Test func `ids stay when a report is added`() throws {
        let before = try SampleCase.views(Array(SampleCase.reports.dropLast())).material
        let ids = Set(ForeignEntities(before).all().filter { $0.schema == "Article" }.map(\.id))
        #expect(Set(try entities().map(\.id)).isSuperset(of: ids))
    }

    @Test func `an alleged membership is exported as alleged`() throws {
        let memberships = try entities().filter { $0.schema == "Membership" }
        #expect(!memberships.isEmpty)
        #expect(memberships.allSatisfy { $0.first("role")?.hasPrefix("alleged: ") == true })
    }

    @Test func `a spreadsheet has a row for each account and no formula`() throws {
        let csv = try export(.csv)
        let rows = csv.split(separator: "\r\n")
        let accounts = try SampleCase.views().events().reduce(0) { $0 + $1.accounts.count }
        #expect(rows.count == accounts + 1)
    }

    @Test func `a page needs nothing from elsewhere and escapes what reports say`() throws {
        let html = try export(.html)
        #expect(html.contains("sample &lt;case&gt;"))
        #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("<script"))
        #expect(html.contains("id=\"n1\""))
    }

    @Test func `what is exported can be imported`() throws {
        var intake = ForeignIntake(try entities())
        let (reading, tally) = intake.reading(id: "import", title: "import")
        #expect(tally.things == reading.entities.count)
        #expect(tally.ties == reading.relations.count)
        #expect(reading.entities.contains { $0.name == "Aurelio Zamarripa Tlaxcalteco" })
        // Every thing stands on words of the report.
        _ = try reading.json()
    }
}
