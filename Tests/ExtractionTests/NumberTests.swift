import Extraction
import Testing
import Vocabulary

@Suite struct NumberTests {
    private func numbers(_ text: String, _ language: String) throws -> (Syntax, Numbers) {
        let syntax = try Times.syntax(text, language)
        let lexicon = try Times.lexicon(language)
        return (syntax, NumberFinder(lexicon: lexicon).find(in: syntax, times: []))
    }

    @Test(arguments: [
        ("en", "twenty-six men", 26, Quantity.Bound.exact), ("en", "two hundred and five men", 205, .exact),
        ("en", "at least 10 men", 10, .atLeast), ("en", "nearly 30 men", 30, .about),
        ("en", "two dozen men", 24, .about), ("en", "1,500 men", 1500, .exact),
        ("en", "three thousand four hundred men", 3400, .exact), ("en", "the twenty-first man", 21, .exact),
        ("es", "treinta y siete hombres", 37, .exact), ("es", "más de setecientos hombres", 700, .atLeast),
        ("es", "una veintena de hombres", 20, .about), ("es", "más de 2 mil hombres", 2000, .atLeast),
        ("es", "26.000 hombres", 26000, .exact), ("es", "mil quinientos hombres", 1500, .exact),
        ("es", "cerca de 40 hombres", 40, .about),
    ])
    func `figures and words give the number and its bound`(
        _ language: String, _ text: String, _ value: Int, _ bound: Quantity.Bound
    ) throws {
        let number = try #require(try numbers(text, language).1.numbers.first)
        #expect(number.value == value)
        #expect(number.bound == bound)
    }

    @Test(arguments: [("en", "more than two dozen men"), ("en", "dozens of men"), ("es", "varios hombres")])
    func `vague numbers give no figure`(_ language: String, _ text: String) throws {
        #expect(try numbers(text, language).1.numbers.allSatisfy { $0.value == nil })
    }

    @Test(arguments: [
        ("en", "He offers up to $5 million for it.", "up to $5 million"), ("en", "It cost US$6bn.", "US$6bn"),
        ("en", "They moved 60 million euros there.", "60 million euros"),
        ("es", "Ofrecen hasta cinco millones de dólares.", "hasta cinco millones de dólares"),
        ("es", "Pagó un millón 300 mil pesos.", "un millón 300 mil pesos"), ("es", "Costó 15 mdd.", "15 mdd"),
    ])
    func `sums of money keep their bound and currency`(_ language: String, _ text: String, _ sum: String) throws {
        let (syntax, numbers) = try numbers(text, language)
        #expect(numbers.amounts.map { syntax.string($0.span) } == [sum])
    }

    @Test(arguments: [
        ("en", "He is serving a 21-year sentence.", "21-year sentence"),
        ("en", "He faces life in prison without parole.", "life in prison without parole"),
        ("en", "He was sentenced to 45 years.", "45 years"), ("en", "He faces 15 years to life.", "15 years to life"),
        ("en", "He got 24 years, eight months in custody.", "24 years, eight months in custody"),
        ("es", "Recibió cadena perpetua.", "cadena perpetua"),
        ("es", "Le impuso diecisiete años de cárcel.", "diecisiete años de cárcel"),
        ("es", "Cumple una pena de 55 años.", "55 años"),
        ("es", "Recibió 141 años y tres meses de prisión.", "141 años y tres meses de prisión"),
    ])
    func `punishments are told from other spans of time`(_ language: String, _ text: String, _ words: String) throws {
        let (syntax, numbers) = try numbers(text, language)
        #expect(numbers.penalties.map { syntax.string($0.span) } == [words])
    }

    @Test func `a time on the run is no punishment`() throws {
        #expect(try numbers("He spent 17 years on the run.", "en").1.penalties.isEmpty)
        #expect(try numbers("Un hombre de 41 años huyó.", "es").1.penalties.isEmpty)
    }

    @Test(arguments: [
        ("en", "Mexico sent 26 alleged high-ranking cartel members.", "members", 26),
        ("en", "A group of 26 prisoners left.", "group", 26),
        ("en", "They freed Ana Prado and 28 others.", "others", 29),
        ("en", "Both men left.", "men", 2), ("es", "Son 92 los delincuentes enviados.", "delincuentes", 92),
        ("es", "Arrestaron a otras ocho personas.", "personas", 8), ("es", "Un grupo de 26 reos salió.", "grupo", 26),
    ])
    func `a noun phrase gives its count`(_ language: String, _ text: String, _ head: String, _ count: Int) throws {
        let (syntax, numbers) = try numbers(text, language)
        let finder = CountFinder(syntax: syntax, numbers: numbers, lexicon: try Times.lexicon(language))
        let token = try #require((0..<syntax.count).first { syntax.string($0) == head })
        #expect(finder.count(of: token, named: head == "others" ? 1 : 0)?.value == count)
    }

    @Test func `a share of a tariff is no count`() throws {
        let (syntax, numbers) = try numbers("They imposed a 25 percent tariff.", "en")
        let finder = CountFinder(syntax: syntax, numbers: numbers, lexicon: try Times.lexicon("en"))
        let token = try #require((0..<syntax.count).first { syntax.string($0) == "tariff" })
        #expect(finder.count(of: token) == nil)
    }

    @Test(arguments: [
        ("en", "Denise Holguin, 34, of Chula Vista, left.", "Denise", "Holguin", 34),
        ("en", "Bruno Salcedo, also known as “Tamal,” 46, left.", "Bruno", "Salcedo", 46),
        ("en", "The 75-year-old Bruno Salcedo left.", "Bruno", "Salcedo", 75),
        ("es", "Bruno Salcedo, de 72 años y fundador, salió.", "Bruno", "Salcedo", 72),
    ])
    func `an age stands beside its name`(
        _ language: String, _ text: String, _ first: String, _ last: String, _ age: Int
    ) throws {
        let (syntax, numbers) = try numbers(text, language)
        let finder = AgeFinder(syntax: syntax, numbers: numbers, times: [], lexicon: try Times.lexicon(language))
        let start = try #require((0..<syntax.count).first { syntax.string($0) == first })
        let end = try #require((0..<syntax.count).first { syntax.string($0) == last })
        #expect(finder.age(near: start..<(end + 1))?.value == age)
    }
}
