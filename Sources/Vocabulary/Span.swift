/// A half-open range of UTF-8 byte offsets in a report's text.
///
/// Everything inside the program counts bytes; `ScalarOffsets` turns them into the
/// Unicode-scalar offsets that the JSON of a reading shows.
public struct Span: Hashable, Sendable, Comparable {
    /// First byte.
    public var start: Int
    /// One past the last byte.
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    public var count: Int { end - start }
    public var isEmpty: Bool { end <= start }

    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    /// The smallest span that covers both.
    public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

    public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
