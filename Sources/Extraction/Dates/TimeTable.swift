/// The words of a language that say when: `dates.yaml`.
package struct TimeTable: Sendable {
    init(_ file: LexiconFile) throws(LexiconError) {}
}
