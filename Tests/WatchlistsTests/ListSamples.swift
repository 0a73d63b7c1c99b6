import Watchlists

/// Small lists about people who do not exist, in the forms of the agencies.
enum ListSamples {
    static let main = """
        101,"RÍO CLARO, Ernesto","individual","SDNTK] [ILLICIT-DRUGS-EO",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 18 Oct 1972; alt. DOB circa 1974; POB Villa Imaginaria, Mexico; nationality Mexico; Gender Male; Passport AB123456 (Mexico) issued 17 Jul 2004; a.k.a. 'EL PARAGUAS'; Linked To: CARTEL DE LA NUBE."
        102,"CARTEL DE LA NUBE",-0- ,"SDNTK",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
        103,"NUBE GRIS","vessel","SDNTK",-0- ,"XQZ9",-0- ,-0- ,-0- ,"Panama",-0- ,-0-

        """
    static let aliases = "102,7,\"aka\",\"CDLN\",-0- \n101,8,\"fka\",\"RÍO, Ernesto\",-0- \n\u{1A}"
    static let addresses = "101,1,\"Calle Uno 1\",\"Villa Imaginaria\",\"Mexico\",-0- \n"

    static func ofac(
        main: [UInt8] = Array(main.utf8), aliases: String = aliases, addresses: String = addresses
    ) throws(ListFault) -> Watchlist {
        let files = [("sdn.csv", main), ("alt.csv", Array(aliases.utf8)), ("add.csv", Array(addresses.utf8))]
        return try ListFiles.read(files.map { file($0.0, $0.1) }, place: "list")
    }

    static func file(_ name: String, _ bytes: [UInt8]) -> ListFiles.File {
        ListFiles.File(name: name) { () throws(ListFault) in ByteSource(name: name, bytes: bytes) }
    }

    static func un(_ entries: String = person, head: String = "") throws(ListFault) -> Watchlist {
        try ListFiles.read([file("un.xml", Array(document(entries, head: head).utf8))], place: "list")
    }

    static func document(_ entries: String = person, head: String = "") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        \(head)<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:00"><INDIVIDUALS>\(entries)</INDIVIDUALS>
        <ENTITIES><ENTITY><DATAID>9</DATAID><FIRST_NAME>Front of the Grey Cloud (FGC)</FIRST_NAME>
        <UN_LIST_TYPE>Nowhere</UN_LIST_TYPE></ENTITY></ENTITIES></CONSOLIDATED_LIST>
        """
    }

    static let person = """
        <INDIVIDUAL><DATAID>7</DATAID><FIRST_NAME>Ernesto</FIRST_NAME><SECOND_NAME>Río Claro</SECOND_NAME>
        <UN_LIST_TYPE>Nowhere</UN_LIST_TYPE><REFERENCE_NUMBER>NWi.001</REFERENCE_NUMBER>
        <NATIONALITY><VALUE>Mexico</VALUE></NATIONALITY>
        <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>El Paraguas</ALIAS_NAME></INDIVIDUAL_ALIAS>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1970</FROM_YEAR>
        <TO_YEAR>1974</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>
        """

    static let followTheMoney = """
        {"id":"s1","schema":"Sanction","properties":{"entity":["p1"],"programId":["NOWHERE"],"listingDate":["2020-01-01"]}}
        {"id":"p1","schema":"Person","caption":"Ernesto Río Claro","properties":{"name":["Ernesto Río Claro"],"weakAlias":["El Paraguas"],"birthDate":["1972-10-18"],"nationality":["mx"]},"last_change":"2026-01-05"}
        {"id":"c1","schema":"Company","properties":{"name":["Nube Gris SA"]}}

        """
}
