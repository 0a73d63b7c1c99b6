/// Where each character of a report's text stands in what was read.
///
/// The text is a sequence of runs; between two of them stand only the line ends and tabs that join paragraphs and
/// cells. Inside a run, byte `k` of the report is byte `offset + k` of its place, except that white space may have been
/// made a plain space.
public struct OriginMap: Sendable, Hashable {
    /// A run of text that is taken unbroken from one place.
    public struct Run: Sendable, Hashable {
        /// First byte in the report's text.
        public var start: Int
        /// How many bytes.
        public var count: Int
        /// Index into `places`.
        public var place: Int
        /// First byte in the text of that place, UTF-8.
        public var offset: Int

        public init(start: Int, count: Int, place: Int, offset: Int) {
            self.start = start
            self.count = count
            self.place = place
            self.offset = offset
        }
    }

    /// Parts of the source, each as a path: for a page the XPath of a text node (`/html[1]/body[1]/p[3]/text()[1]`),
    /// for a PDF `page 3`, for a plain file the empty path, which means its decoded text.
    public var places: [String]
    /// In the order of the report's text, without overlap.
    public var runs: [Run]

    public init(places: [String] = [], runs: [Run] = []) {
        self.places = places
        self.runs = runs
    }

    /// The place of one byte of the report's text; nil for what joins paragraphs.
    public func place(of byte: Int) -> (place: String, offset: Int)? {
        guard let run = run(at: byte) else { return nil }
        return (places[run.place], run.offset + byte - run.start)
    }

    /// The run that covers a byte of the report's text, found by halving.
    public func run(at byte: Int) -> Run? {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].start + runs[middle].count <= byte { low = middle + 1 } else { high = middle }
        }
        guard low < runs.count, runs[low].start <= byte else { return nil }
        return runs[low]
    }

    /// The runs that a span of the report's text touches.
    public func runs(in span: Span) -> [Run] {
        runs.filter { $0.start < span.end && span.start < $0.start + $0.count }
    }
}
