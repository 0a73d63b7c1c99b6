/// The months by their names in several languages.
struct MonthNames: Sendable {
    private let numbers: [String: Int]

    /// - Parameter table: rows of name, tab, number; lines that begin with `#` are notes.
    init(table: some StringProtocol) {
        var numbers: [String: Int] = [:]
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t")
            if cells.count == 2, let number = Int(cells[1]) { numbers[String(cells[0])] = number }
        }
        self.numbers = numbers
    }

    /// 1…12; nil for a word that is no month.
    func number(_ word: String) -> Int? { numbers[word] }
}
