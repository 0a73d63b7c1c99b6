import Testing

/// What dates what. The reports are dated Wednesday, 17 September 2025.
@Suite struct TimeAttachmentTests {
    typealias Case = (language: String, text: String, words: [String], dates: [String])

    static let own: [Case] = [
        (
            "en", "Salcedo was arrested in Dubai in October 2023 and extradited in May 2024.",
            ["arrested", "extradited"],
            ["2023-10", "2024-05"]
        ),
        (
            "en", "Salcedo, arrested in 2015, was extradited on Tuesday.", ["arrested", "extradited"],
            ["2015", "2025-09-16"]
        ),
        ("en", "Salcedo is accused of the 2008 murder of a deputy.", ["accused", "murder"], ["-", "2008"]),
        ("en", "He fought extradition until his arrest in May 2024.", ["fought", "arrest"], ["-", "2024-05"]),
        ("en", "Prosecutors said on Tuesday that he was arrested in May.", ["arrested"], ["2025-05"]),
        ("en", "The judge welcomed Tuesday’s transfer of 26 fugitives.", ["transfer"], ["2025-09-16"]),
        (
            "es", "Salcedo, capturado el 9 de julio de 2024, fue extraditado este martes.",
            ["capturado", "extraditado"],
            ["2024-07-09", "2025-09-16"]
        ),
        ("es", "Lo acusa del homicidio, cometido en 2008, de un agente.", ["acusa", "homicidio"], ["-", "2008"]),
    ]

    static let shared: [Case] = [
        (
            "en", "In 2019 Salcedo was arrested and Prado was extradited.", ["arrested", "extradited"],
            ["2019", "2019"]
        ),
        (
            "en", "He was arraigned yesterday in Brooklyn and pleaded not guilty.", ["arraigned", "pleaded"],
            ["2025-09-16", "2025-09-16"]
        ),
        ("en", "He pleaded guilty in 2012 and was sentenced to life.", ["pleaded", "sentenced"], ["2012", "-"]),
        (
            "en", "He fled in July, was seized in Cuba and was extradited on October 3, 2024.",
            ["fled", "seized", "extradited"], ["2025-07", "-", "2024-10-03"]
        ),
        (
            "es", "Se le acusa del secuestro y asesinato, en febrero de 2024, de un militar.",
            ["secuestro", "asesinato"],
            ["2024-02", "2024-02"]
        ),
    ]

    static let lent: [Case] = [
        ("en", "A hearing is set for September 30.", ["hearing"], ["2025-09-30"]),
        ("en", "The attack took place on Sunday.", ["attack"], ["2025-09-14"]),
        ("en", "On Sunday the Treasury announced sanctions on the firm.", ["sanctions"], ["2025-09-14"]),
        ("en", "He flew to Madrid last Friday for talks with the minister.", ["talks"], ["2025-09-12"]),
        ("en", "The directive, signed in August, was secret.", ["directive"], ["2025-08"]),
        ("es", "Su arresto se produjo en agosto.", ["arresto"], ["2025-08"]),
        ("es", "La audiencia ha sido fijada para mañana jueves.", ["audiencia"], ["2025-09-18"]),
        ("es", "La captura, ocurrida en mayo pasado, fue celebrada.", ["captura"], ["2025-05"]),
    ]

    @Test(arguments: own) func `each event takes its own time`(_ given: Case) throws { try check(given) }

    @Test(arguments: shared) func `coordinated events share a time only where grammar lets them`(_ given: Case) throws {
        try check(given)
    }

    @Test(arguments: lent) func `verbs that only say that something happened lend it their time`(_ given: Case) throws {
        try check(given)
    }

    @Test func `a clause with when takes the time that it explains`() throws {
        try check(
            (
                "en", "He fought extradition until last February, when he was expelled.", ["fought", "expelled"],
                ["-", "2025-02"]
            ))
    }

    @Test func `days before and after another event date that event`() throws {
        try check(
            (
                "en", "Mexico sent 29 men on Thursday, five days before tariffs were imposed.", ["sent", "imposed"],
                ["2025-09-11", "2025-09-16"]
            ))
        try check(
            (
                "en", "The firms were listed on August 13, 2025. It came a day after Mexico extradited 26 men.",
                ["listed", "extradited"], ["2025-08-13", "2025-08-12"]
            ))
    }

    private func check(_ given: Case) throws {
        let dates = try Times.dates(given.text, given.words, given.language, "2025-09-17")
        #expect(dates == given.dates, "\(given.text)")
    }
}
