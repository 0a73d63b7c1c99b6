public import Names
import Synchronization
public import Vocabulary
public import Watchlists

/// The use case: names in, entries of lists out, in the order of the names, on as many threads as are given.
public struct ScreenNames: Sendable {
    public enum Input: Sendable {
        case queries([ScreeningQuery])
        /// A CSV file whose first row names the columns, or JSON Lines; `-` is JSON Lines from the standard input.
        case batch(String)
    }

    /// What came of one query.
    public enum Answer: Sendable {
        case hits(ScreeningQuery, [Hit])
        /// The line could not be used; the rest goes on.
        case problem(Problem)
    }

    public var input: Input
    /// The least score that is given.
    public var threshold: Double
    /// The most hits of one query.
    public var limit: Int
    public var threads: Int

    public init(_ input: Input, threshold: Double = 0.7, limit: Int = 10, threads: Int = 1) {
        self.input = input
        self.threshold = threshold
        self.limit = limit
        self.threads = threads
    }

    /// - Parameters:
    ///   - form: makes of some answers what is given; runs on many threads.
    ///   - give: takes the results in the order of the input, one at a time; false ends the work.
    public func run<Form: Sendable>(
        _ lists: [ScreenedList], tables: NameTables, form: @escaping @Sendable ([Answer]) -> Form,
        give: @escaping @Sendable (Form) -> Bool
    ) {
        do throws(Problem) {
            let source = Mutex(try Self.source(input))
            let (threshold, limit) = (threshold, limit)
            let name = source.withLock { $0.name }
            let screeners = Shared([Screener]())
            OrderedWork<QuerySource.Piece, Form>(
                threads: threads,
                draw: { source.withLock { $0.next() } },
                work: { piece in
                    var screener = screeners.change { $0.popLast() } ?? Screener(lists, tables: tables)
                    let answers = Self.answers(piece, of: name, &screener, threshold, limit)
                    let used = screener
                    screeners.change { $0.append(used) }
                    return form(answers)
                },
                give: give
            ).run()
        } catch { _ = give(form([.problem(error)])) }
    }

    private static func source(_ input: Input) throws(Problem) -> sending QuerySource {
        switch input {
        case .queries(let queries): QuerySource(queries)
        case .batch(let path): try QuerySource(batch: path)
        }
    }

    private static func answers(
        _ piece: QuerySource.Piece, of name: String, _ screener: inout Screener, _ threshold: Double, _ limit: Int
    ) -> [Answer] {
        var answers: [Answer] = []
        for query in piece.queries {
            answers.append(.hits(query, screener.hits(query, threshold: threshold, limit: limit)))
        }
        for line in piece.lines {
            do throws(Problem) {
                let query = try QuerySource.query(line, of: name)
                answers.append(.hits(query, screener.hits(query, threshold: threshold, limit: limit)))
            } catch { answers.append(.problem(error)) }
        }
        if let problem = piece.problem { answers.append(.problem(problem)) }
        return answers
    }
}
