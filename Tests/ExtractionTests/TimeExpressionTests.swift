import Extraction
import Testing
import Vocabulary

/// The reports are dated Wednesday, 17 September 2025, unless a test says otherwise.
@Suite struct TimeExpressionTests {
    static let english: [(String, [String])] = [
        ("He fled on August 12, 2025.", ["2025-08-12"]),
        ("He fled on 12 August 2025.", ["2025-08-12"]),
        ("He fled on Aug. 12 and hid.", ["2025-08-12"]),
        ("He fled on Nov. 12 and hid.", ["2024-11-12"]),
        ("He fled on Wednesday, August 13, 2025, at night.", ["2025-08-13"]),
        ("He fled on 2025-08-12 from there.", ["2025-08-12"]),
        ("He fled on 02/05/2024 from there.", ["2024-02-05"]),
        ("He fled on 25/02/2024 from there.", ["2024-02-25"]),
        ("He hid from November 5th to November 9th.", ["2024-11-05/2024-11-09"]),
        ("He hid between 3 and 7 March 2024.", ["2024-03-03/2024-03-07"]),
        ("He was held on 3-5 May 2024.", ["2024-05-03/2024-05-05"]),
        ("He fled in February.", ["2025-02"]),
        ("He fled in September.", ["2025-09"]),
        ("He fled in November.", ["2024-11"]),
        ("He fled in March 2023.", ["2023-03"]),
        ("He fled in March last year.", ["2024-03"]),
        ("He fled last February.", ["2025-02"]),
        ("He fled in early February.", ["2025-02"]),
        ("They met in June and July 2024.", ["2024-06", "2024-07"]),
        ("He hid between February 2025 and May 2025.", ["2025-02-01/2025-05-31"]),
        ("He fled in 2008.", ["2008"]),
        ("The 2008 murder shook them.", ["2008"]),
        ("He fled in early 2023.", ["2023-01-01/2023-03-31"]),
        ("He fled in mid-2023.", ["2023-05-01/2023-08-31"]),
        ("He fled in late 2023.", ["2023-10-01/2023-12-31"]),
        ("He fled late last year.", ["2024-10-01/2024-12-31"]),
        ("He led it between 2019 and 2021.", ["2019-01-01/2021-12-31"]),
        ("He led it from 2019 to 2021.", ["2019-01-01/2021-12-31"]),
        ("He led it in the 1990s.", ["1990-01-01/1999-12-31"]),
        ("They met in the second quarter of 2024.", ["2024-04-01/2024-06-30"]),
        ("They met in the summer of 2023.", ["2023-06-01/2023-08-31"]),
        ("He was held on Tuesday night.", ["2025-09-16"]),
        ("He was held on Wednesday.", ["2025-09-17"]),
        ("He was held on Thursday.", ["2025-09-11"]),
        ("He was held last Wednesday.", ["2025-09-10"]),
        ("He was held in the early hours of Tuesday.", ["2025-09-16"]),
        ("He was held on Tuesday of last week.", ["2025-09-09"]),
        ("He was held today.", ["2025-09-17"]),
        ("He was held yesterday morning.", ["2025-09-16"]),
        ("He was held last night.", ["2025-09-16"]),
        ("He was held this week.", ["2025-09-15/2025-09-21"]),
        ("He was held last week.", ["2025-09-08/2025-09-14"]),
        ("He was held at the weekend.", ["2025-09-13/2025-09-14"]),
        ("He was held last month.", ["2025-08"]),
        ("He was held earlier this year.", ["2025-01-01/2025-09-17"]),
        ("So far this year 92 were sent.", ["2025-01-01/2025-09-17"]),
        ("He fled last year.", ["2024"]),
        ("He fled two years ago.", ["2023"]),
        ("He fled six months ago.", ["2025-03"]),
        ("He fled a year ago this month.", ["2024-09"]),
        ("He has been held since 2022.", ["2022-01-01/2025-09-17"]),
        ("He will be sentenced on March 4.", ["2026-03-04"]),
        ("He is scheduled to be arraigned on Friday.", ["2025-09-19"]),
        ("A hearing is set for next Tuesday.", ["2025-09-23"]),
        ("He is to go on trial in November.", ["2025-11"]),
        ("He faces life when he is sentenced on January 13.", ["2026-01-13"]),
        ("On 27 June 2025 he fled. Two days later he was caught.", ["2025-06-27", "2025-06-29"]),
        ("He fled in May 2023. Police caught him four days later.", ["2023-05", "2023-05"]),
        ("He was caught in January 2023 and sent north eight months later.", ["2023-01", "2023-09"]),
        ("He pleaded guilty in 2012; another was convicted the following year.", ["2012", "2013"]),
        ("He fled on 27 June 2025. The same day he was caught.", ["2025-06-27", "2025-06-27"]),
    ]

    static let spanish: [(String, [String])] = [
        ("Huyó el 12 de agosto de 2025.", ["2025-08-12"]),
        ("Huyó el 12 de agosto.", ["2025-08-12"]),
        ("Huyó el pasado 27 de febrero.", ["2025-02-27"]),
        ("Huyó el 31 de diciembre pasado.", ["2024-12-31"]),
        ("Huyó el primero de septiembre.", ["2025-09-01"]),
        ("Huyó el día primero del presente mes.", ["2025-09-01"]),
        ("Huyó el 12/08/2025 de ahí.", ["2025-08-12"]),
        ("Huyó en marzo pasado.", ["2025-03"]),
        ("Huyó en setiembre del año pasado.", ["2024-09"]),
        ("Huyó en octubre de 2022.", ["2022-10"]),
        ("Huyó a principios de marzo.", ["2025-03"]),
        ("Huyó a mediados de 2023.", ["2023-05-01/2023-08-31"]),
        ("Huyó a finales del año pasado.", ["2024-10-01/2024-12-31"]),
        ("Operó entre 2015 y 2021.", ["2015-01-01/2021-12-31"]),
        ("Operó de enero a marzo de 2024.", ["2024-01-01/2024-03-31"]),
        ("Estuvo ahí del 3 al 5 de mayo de 2024.", ["2024-05-03/2024-05-05"]),
        ("Del primero de septiembre a la fecha hemos detenido a 71 personas.", ["2025-09-01/2025-09-17"]),
        ("Desde el 5 de febrero se han realizado detenciones.", ["2025-02-05/2025-09-17"]),
        ("En lo que va de 2025 suman 78.", ["2025-01-01/2025-09-17"]),
        ("Operó en los años noventa.", ["1990-01-01/1999-12-31"]),
        ("Fue detenido el martes.", ["2025-09-16"]),
        ("Fue detenido este miércoles.", ["2025-09-17"]),
        ("Fue detenido el pasado sábado.", ["2025-09-13"]),
        ("Fue detenido el martes por la noche.", ["2025-09-16"]),
        ("Fue detenido la madrugada de este martes.", ["2025-09-16"]),
        ("Fue detenido ayer.", ["2025-09-16"]),
        ("Fue detenido el día de ayer.", ["2025-09-16"]),
        ("Fue detenido anoche.", ["2025-09-16"]),
        ("Fue detenido esta mañana.", ["2025-09-17"]),
        ("Fue detenido antier.", ["2025-09-15"]),
        ("Fue detenido la semana pasada.", ["2025-09-08/2025-09-14"]),
        ("Fue detenido el mes pasado.", ["2025-08"]),
        ("Fue detenido el año pasado.", ["2024"]),
        ("Fue detenido este año.", ["2025"]),
        ("Fue detenido hace seis meses.", ["2025-03"]),
        ("Fue detenido hace dos años.", ["2023"]),
        ("Será juzgado el próximo 24 de junio.", ["2026-06-24"]),
        ("La audiencia fue fijada para mañana jueves.", ["2025-09-18"]),
        ("Su audiencia está prevista para el lunes próximo.", ["2025-09-22"]),
        ("La jueza dictará sentencia el 9 de diciembre.", ["2025-12-09"]),
        ("Viajará a Washington la próxima semana.", ["2025-09-22/2025-09-28"]),
        ("En 2012 se escapó; al año siguiente fue recapturado.", ["2012", "2013"]),
        ("El 27 de junio huyó. Dos días después fue detenido.", ["2025-06-27", "2025-06-29"]),
    ]

    @Test(arguments: english) func `English words give their interval`(_ text: String, _ expected: [String]) throws {
        #expect(try Times.intervals(text, "en", "2025-09-17") == expected)
    }

    @Test(arguments: spanish) func `Spanish words give their interval`(_ text: String, _ expected: [String]) throws {
        #expect(try Times.intervals(text, "es", "2025-09-17") == expected)
    }

    @Test(arguments: [
        ("en", "He was held for 30 years."), ("en", "A 21-year sentence."), ("en", "The 38-year-old fled."),
        ("en", "Executive Order 2019 was signed."), ("en", "They may march with May Roberts."),
        ("en", "Police found 2,000 rounds and 2000 pesos."), ("en", "Judge April Ryan spoke to June Carter."),
        ("es", "Julio César Prado habló con Domingo Abril."), ("es", "Cumple una pena de 20 años."),
        ("es", "Más de 2000 personas huyeron."), ("es", "Llegó a las 10 de la mañana."),
    ])
    func `durations, ages, names and quantities are no dates`(_ language: String, _ text: String) throws {
        #expect(try Times.intervals(text, language, "2025-09-17") == [])
    }

    @Test(arguments: [
        ("en", "He hid in recent months."), ("en", "He fled several years ago."), ("en", "He was freed days later."),
        ("es", "Huyó en días pasados."), ("es", "Huyó hace unos días."), ("es", "Lo busca desde hace décadas."),
    ])
    func `vague words are found but give no interval`(_ language: String, _ text: String) throws {
        #expect(try Times.intervals(text, language, "2025-09-17").allSatisfy { $0 == "-" })
    }

    @Test func `the basis says what the interval was counted from`() throws {
        func basis(_ text: String, _ published: String?) throws -> [When.Basis?] {
            try Times.find(text, "en", published).map { $0.when?.basis }
        }
        #expect(try basis("He fled on August 12, 2025.", "2025-09-17") == [.stated])
        #expect(try basis("He fled on Tuesday.", "2025-09-17") == [.published])
        #expect(try basis("He fled on August 12, 2025. In February he had been seen.", nil) == [.stated, .text])
        #expect(try basis("He fled on Tuesday.", nil) == [nil])
    }

    @Test func `without a date of its own a report counts from the latest full date in it`() throws {
        let text = "On August 12, 2025 Mexico sent 26 people, the second time after a transfer in February."
        #expect(try Times.intervals(text, "en", nil) == ["2025-08-12", "2025-02"])
    }

    @Test func `a dateline gives the report's date and dates no event`() throws {
        let syntax = try Times.syntax("Fecha: 8 de julio de 2025\nFue detenido ayer en Toluca.", "es")
        #expect(try TimeFinder(lexicon: Times.lexicon("es")).datelineDate(in: syntax)?.iso == "2025-07-08")
        let dates = try Times.dates(
            "BOGOTÁ, Nov 6 (Andean Wire) - Five men were extradited on Wednesday.", ["extradited"], "en", "2025-11-06")
        #expect(dates == ["2025-11-05"])
    }

    @Test func `a date of birth is told apart`() throws {
        let times = try Times.find("Nacido el 3 de mayo de 1980, fue detenido ayer.", "es", "2025-09-17")
        #expect(times.map(\.relation) == [.birth, .at])
    }
}
