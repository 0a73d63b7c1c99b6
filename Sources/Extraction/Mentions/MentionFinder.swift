import Vocabulary

/// Finds what stands for entities in a report, and which mentions stand for the same entity.
package struct MentionFinder: Sendable {
    let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    package func find(in syntax: Syntax, times: [TimeExpression], numbers: Numbers) -> MentionMap {
        let tables = lexicon.names
        let tokens = NameTokens(syntax: syntax, words: tables.words)
        let scanner = NameScanner(tokens: tokens, tables: tables)
        let scanned = AliasLinks(scanner: scanner).linked(scanner.scan() + MarginNames(scanner: scanner).scan())
        let echoes = KnownForms(scanner: scanner, names: scanned).echoes(in: scanner, besides: scanned)
        let running = (scanned + echoes).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        let headlines = HeadlineNames(scanner: scanner, known: running).scan()
        let names = (running + headlines).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        let book = NameBook(scanner: scanner, names: names)
        var map = MentionMap(tokens: syntax.count)
        let entityOf = book.write(into: &map)
        map.index()
        let counts = CountFinder(syntax: syntax, numbers: numbers, lexicon: lexicon)
        let phrases = PhraseFinder(tokens: tokens, tables: tables, counts: counts, named: map).find()
        var resolver = Resolver(tokens: tokens, tables: tables, map: map)
        resolver.discourse.profiles = book.profiles(entityOf)
        resolver.resolve(phrases)
        var found = resolver.map
        let ages = AgeFinder(syntax: syntax, numbers: numbers, times: times, lexicon: lexicon)
        MentionDetails(tokens: tokens, tables: tables).fill(&found, ages: ages, times: times)
        LeadNames(tokens: tokens, tables: tables, ages: ages, profiles: resolver.discourse.profiles).tie(&found)
        return found
    }
}
