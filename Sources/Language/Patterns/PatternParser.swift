/// Parses the part of Python's `re` that the tokenizers of spaCy are written in.
struct PatternParser {
    /// What is wrong with a pattern, or not supported.
    struct Refusal: Error {
        let problem: String
    }

    private let scalars: [UInt32]
    private var at = 0
    private var depth = 0

    static func parse(_ text: String) throws(Refusal) -> PatternNode {
        var parser = PatternParser(scalars: text.unicodeScalars.map(\.value))
        let node = try parser.choice()
        guard parser.at == parser.scalars.count else { throw Refusal(problem: "an unmatched closing bracket") }
        return node
    }

    private init(scalars: [UInt32]) { self.scalars = scalars }

    private var next: UInt32? { at < scalars.count ? scalars[at] : nil }

    private mutating func accept(_ text: String) -> Bool {
        let values = text.unicodeScalars.map(\.value)
        guard at + values.count <= scalars.count, Array(scalars[at..<at + values.count]) == values else { return false }
        at += values.count
        return true
    }

    private mutating func take() throws(Refusal) -> UInt32 {
        guard let value = next else { throw Refusal(problem: "it ends too early") }
        at += 1
        return value
    }

    private mutating func choice() throws(Refusal) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth < 64 else { throw Refusal(problem: "brackets nested too deeply") }
        var branches = [try sequence()]
        while accept("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(Refusal) -> PatternNode {
        var items: [PatternNode] = []
        while let value = next, value != 0x7c, value != 0x29 {
            let item = try atom()
            items.append(try repeated(item))
        }
        return items.count == 1 ? items[0] : items.isEmpty ? .empty : .sequence(items)
    }

    private mutating func repeated(_ item: PatternNode) throws(Refusal) -> PatternNode {
        var bounds: (Int, Int?)
        if accept("*") {
            bounds = (0, nil)
        } else if accept("+") {
            bounds = (1, nil)
        } else if accept("?") {
            bounds = (0, 1)
        } else if let braces = try braces() {
            bounds = braces
        } else {
            return item
        }
        let greedy = !accept("?")
        if next == 0x2b || next == 0x2a { throw Refusal(problem: "a repeated or possessive quantifier") }
        return .repetition(item, minimum: bounds.0, maximum: bounds.1, greedy: greedy)
    }

    /// `{m}`, `{m,}`, `{,n}` or `{m,n}`; any other brace stands for itself, as in Python.
    private mutating func braces() throws(Refusal) -> (Int, Int?)? {
        let start = at
        guard accept("{") else { return nil }
        let minimum = number()
        var maximum = minimum
        let comma = accept(",")
        if comma { maximum = number() }
        guard accept("}"), minimum != nil || comma else {
            at = start
            return nil
        }
        let least = minimum ?? 0
        if let most = maximum, most < least || most > 1000 {
            throw Refusal(problem: "an impossible or huge repetition")
        }
        guard least <= 1000 else { throw Refusal(problem: "a huge repetition") }
        return (least, maximum)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let digit = next, (0x30...0x39).contains(digit), (value ?? 0) < 100_000 {
            value = (value ?? 0) * 10 + Int(digit - 0x30)
            at += 1
        }
        return value
    }

    private mutating func atom() throws(Refusal) -> PatternNode {
        let value = try take()
        switch value {
        case 0x5e: return .textStart
        case 0x24: return .lineEnd
        case 0x2e: return .one(.notLineFeed)
        case 0x28: return try group()
        case 0x5b: return .one(try set())
        case 0x5c: return try escape()
        case 0x2a, 0x2b, 0x3f: throw Refusal(problem: "a quantifier with nothing to repeat")
        default: return .one(ScalarClass(value))
        }
    }

    private mutating func group() throws(Refusal) -> PatternNode {
        var look: (ahead: Bool, negative: Bool)?
        if accept("?:") {
        } else if accept("?=") {
            look = (true, false)
        } else if accept("?!") {
            look = (true, true)
        } else if accept("?<=") {
            look = (false, false)
        } else if accept("?<!") {
            look = (false, true)
        } else if accept("?u)") {
            return .empty
        } else if next == 0x3f {
            throw Refusal(problem: "a group or flag of an unsupported kind")
        }
        let body = try choice()
        guard accept(")") else { throw Refusal(problem: "a bracket that is not closed") }
        guard let look else { return body }
        if body.isUnbounded { throw Refusal(problem: "an unbounded repetition inside a look-around") }
        if !look.ahead, body.width.least != body.width.most {
            throw Refusal(problem: "a look-behind without a fixed width")
        }
        return .look(body, ahead: look.ahead, negative: look.negative)
    }

    private mutating func escape() throws(Refusal) -> PatternNode {
        switch try take() {
        case 0x41: return .textStart
        case 0x5a: return .textEnd
        case let value:
            if let kind = Self.kind(value) { return .one(ScalarClass(kind.0, negated: kind.1)) }
            return .one(ScalarClass(try escaped(value)))
        }
    }

    private static func kind(_ value: UInt32) -> (ScalarClass.Kind, Bool)? {
        switch value {
        case 0x77: (.word, false)
        case 0x57: (.word, true)
        case 0x64: (.digit, false)
        case 0x44: (.digit, true)
        case 0x73: (.space, false)
        case 0x53: (.space, true)
        default: nil
        }
    }

    /// The code point that an escape stands for; `value` is what follows the backslash.
    private mutating func escaped(_ value: UInt32) throws(Refusal) -> UInt32 {
        switch value {
        case 0x6e: return 0x0a
        case 0x74: return 0x09
        case 0x72: return 0x0d
        case 0x66: return 0x0c
        case 0x76: return 0x0b
        case 0x78: return try hexadecimal(2)
        case 0x75: return try hexadecimal(4)
        case 0x55: return try hexadecimal(8)
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a:
            throw Refusal(problem: "the escape \\\(Unicode.Scalar(value).map { String(Character($0)) } ?? "?")")
        default: return value
        }
    }

    private mutating func hexadecimal(_ digits: Int) throws(Refusal) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits {
            let digit = try take()
            guard let number = Unicode.Scalar(digit).flatMap({ Character($0).hexDigitValue }) else {
                throw Refusal(problem: "a bad hexadecimal escape")
            }
            value = value << 4 | UInt32(number)
        }
        guard value < 0x110000 else { throw Refusal(problem: "a code point beyond Unicode") }
        return value
    }

    /// What follows `[` up to `]`.
    private mutating func set() throws(Refusal) -> ScalarClass {
        var set = ScalarClass()
        let negated = accept("^")
        var isFirst = true
        while isFirst || next != 0x5d {
            isFirst = false
            let value = try take()
            if value == 0x5c, let escape = next, let kind = Self.kind(escape) {
                at += 1
                set.insert(kind.0, negated: kind.1)
                continue
            }
            let first = value == 0x5c ? try escaped(try take()) : value
            guard next == 0x2d, at + 1 < scalars.count, scalars[at + 1] != 0x5d else {
                set.insert(first...first)
                continue
            }
            at += 1
            let bound = try take()
            let last = bound == 0x5c ? try escaped(try take()) : bound
            guard first <= last else { throw Refusal(problem: "a range from a higher to a lower code point") }
            set.insert(first...last)
        }
        at += 1
        set.seal()
        if negated { set.negate() }
        return set
    }
}
