import Testing
import Vocabulary
import Watchlists

@Suite struct ListReaderTests {
    @Test func `reads OFAC's files with what stands in the remarks`() throws {
        let list = try ListSamples.ofac()
        #expect(list.format == .ofac && list.entries.map(\.id) == ["ofac-101", "ofac-102", "ofac-103"])
        let person = list.entries[0]
        #expect(person.kind == .person && person.programs == ["SDNTK", "ILLICIT-DRUGS-EO"])
        #expect(person.births.map(\.start) == ["1972-10-18", "1974-01-01"])
        #expect(person.births.map(\.isApproximate) == [false, true])
        #expect(person.countries == ["Mexico"] && person.birthPlaces == ["Villa Imaginaria, Mexico"])
        #expect(person.identifiers == [ListedIdentifier(kind: "Passport", number: "AB123456", country: "Mexico")])
        #expect(person.names.map(\.text) == ["RÍO CLARO, Ernesto", "RÍO, Ernesto", "EL PARAGUAS"])
        #expect(person.names.map(\.isWeak) == [false, false, true] && person.names[1].role == .former)
        #expect(person.addresses == ["Calle Uno 1, Villa Imaginaria, Mexico"])
        #expect(person.linkedTo == ["CARTEL DE LA NUBE"])
        #expect(list.entries[1].names.map(\.text) == ["CARTEL DE LA NUBE", "CDLN"])
        #expect(list.entries[2].kind == .vessel && list.entries[2].countries == ["Panama"])
    }

    @Test func `reads OFAC's files in Latin-1 as in UTF-8`() throws {
        let latin = ListSamples.main.unicodeScalars.map { UInt8($0.value) }
        #expect(try ListSamples.ofac(main: latin).entries == ListSamples.ofac().entries)
    }

    @Test func `reads the UN's XML`() throws {
        let list = try ListSamples.un()
        #expect(list.format == .un && list.date?.iso == "2026-02-27")
        #expect(list.entries.map(\.id) == ["un-7", "un-9"])
        #expect(list.entries[0].names.map(\.text) == ["Ernesto Río Claro", "El Paraguas"])
        #expect(list.entries[0].names[1].isWeak)
        #expect(list.entries[0].births.map(\.end) == ["1974-12-31"])
        #expect(list.entries[1].names.map(\.text) == ["Front of the Grey Cloud", "FGC"])
    }

    @Test func `reads FollowTheMoney and joins sanctions to whom they are about`() throws {
        let file = ListSamples.file("list.ftm.json", Array(ListSamples.followTheMoney.utf8))
        let list = try ListFiles.read([file], place: "list")
        #expect(list.entries.map(\.id) == ["p1", "c1"] && list.date?.iso == "2026-01-05")
        #expect(list.entries[0].programs == ["NOWHERE"] && list.entries[0].listedOn == "2020-01-01")
        #expect(list.entries[0].names.map(\.isWeak) == [false, true])
    }

    @Test func `a folder without the main file is said to lack it`() {
        #expect(throws: ListFault.missingFile("list", wants: "sdn.csv")) {
            try ListFiles.read([ListSamples.file("alt.csv", Array(ListSamples.aliases.utf8))], place: "list")
        }
    }
}
