/// Runs patterns over texts. It owns the scratch memory, so each thread has its own.
package final class PatternMatcher {
    private var scratch = PatternScratch()

    package init() {}

    /// `pattern.match(text)`: the end of the match at byte 0, nil when there is none.
    package func match(_ pattern: Pattern, _ text: Bytes) -> Int? { scratch.match(pattern, text) }

    /// `pattern.search(text)`: the first match at or after a byte.
    package func search(_ pattern: Pattern, _ text: Bytes, from start: Int = 0) -> Range<Int>? {
        scratch.search(pattern, text, from: start)
    }

    /// Whether the pattern matches somewhere.
    package func matches(_ pattern: Pattern, _ text: Bytes) -> Bool { search(pattern, text) != nil }
}

/// The scratch memory of a matcher and the search itself.
private struct PatternScratch {
    /// Places still to be tried: the step above, the byte below.
    private var stack: [(step: Int32, at: Int32)] = []
    /// A bit for each (mark, byte) that was tried; all clear between matches.
    private var tried: [UInt64] = []
    private var touched: [Int] = []
    /// Texts whose marks would need more bits than this have no match: 64 MiB of memory at most.
    private static let mostBits = 1 << 29

    mutating func match(_ pattern: Pattern, _ text: Bytes) -> Int? {
        guard begins(pattern, text, 0) else { return nil }
        defer { forget() }
        return run(pattern, text, 0)
    }

    mutating func search(_ pattern: Pattern, _ text: Bytes, from start: Int) -> Range<Int>? {
        defer { forget() }
        var at = start
        if let tails = pattern.tails { at = max(at, earliestStart(tails, text)) }
        while at <= text.count {
            if begins(pattern, text, at), let end = run(pattern, text, at) { return at..<end }
            guard at < text.count, !pattern.isStartAnchored else { return nil }
            at += text.scalar(at: at).length
        }
        return nil
    }

    @inline(__always)
    private func begins(_ pattern: Pattern, _ text: Bytes, _ at: Int) -> Bool {
        guard at < text.count else { return pattern.first[0] && pattern.firstWide }
        let byte = text[at]
        return byte < 0x80 ? pattern.first[Int(byte)] : pattern.firstWide
    }

    /// The earliest byte where one of the end-anchored branches can begin.
    private func earliestStart(_ tails: [Pattern.Tail], _ text: Bytes) -> Int {
        var earliest = text.count
        for tail in tails {
            var at = text.count
            if text.last == 0x0a { at -= 1 }
            if let most = tail.most {
                for _ in 0..<most where at > 0 { at = text.scalarStart(before: at) }
            } else {
                while at > 0 {
                    let before = text.scalarStart(before: at)
                    let value = text.scalar(at: before).value
                    guard tail.classes.contains(where: { $0.contains(value) }) else { break }
                    at = before
                }
            }
            earliest = min(earliest, at)
        }
        return earliest
    }

    private mutating func forget() {
        for word in touched { tried[word] = 0 }
        touched.removeAll(keepingCapacity: true)
        if tried.count > 1 << 20 { tried = [] }
    }

    /// Whether this (mark, byte) is tried for the first time.
    @inline(__always)
    private mutating func isNew(_ mark: Int32, _ at: Int32, _ marks: Int32) -> Bool {
        let bit = Int(at) * Int(marks) + Int(mark)
        let (word, mask) = (bit >> 6, UInt64(1) << UInt64(bit & 63))
        if tried[word] & mask != 0 { return false }
        if tried[word] == 0 { touched.append(word) }
        tried[word] |= mask
        return true
    }

    private mutating func run(_ pattern: Pattern, _ text: Bytes, _ start: Int) -> Int? {
        let bits = (text.count + 1) * Int(pattern.marks)
        guard bits <= Self.mostBits else { return nil }
        if tried.count * 64 < bits + 64 {
            tried.append(contentsOf: repeatElement(0, count: (bits + 127) / 64 - tried.count))
        }
        return run(pattern, text, step: 0, at: start, remembers: true)
    }

    private mutating func run(_ pattern: Pattern, _ text: Bytes, step: Int, at start: Int, remembers: Bool) -> Int? {
        let base = stack.count
        defer { stack.removeLast(stack.count - base) }
        stack.append((Int32(step), Int32(start)))
        while stack.count > base {
            var (step, at) = stack.removeLast()
            path: while true {
                let operation = pattern.steps[Int(step)]
                switch operation.operation {
                case .one:
                    guard Int(at) < text.count else { break path }
                    let (value, length) = text.scalar(at: Int(at))
                    guard pattern.classes[Int(operation.first)].contains(value) else { break path }
                    at += Int32(length)
                    step += 1
                case .split:
                    if remembers, !isNew(operation.mark, at, pattern.marks) { break path }
                    stack.append((operation.second, at))
                    step = operation.first
                case .jump: step = operation.first
                case .choice:
                    if remembers, !isNew(operation.mark, at, pattern.marks) { break path }
                    push(pattern.choices[Int(operation.first)], text, at)
                    break path
                case .textStart:
                    guard at == 0 else { break path }
                    step += 1
                case .lineEnd:
                    let rest = text.count - Int(at)
                    guard rest == 0 || rest == 1 && text[Int(at)] == 0x0a else { break path }
                    step += 1
                case .textEnd:
                    guard Int(at) == text.count else { break path }
                    step += 1
                case .look:
                    guard look(pattern, pattern.looks[Int(operation.first)], text, Int(at)) else { break path }
                    step += 1
                case .match: return Int(at)
                }
            }
        }
        return nil
    }

    /// Puts the branches that can begin here on the stack, the first one on top.
    private mutating func push(_ choice: Pattern.Choice, _ text: Bytes, _ at: Int32) {
        guard Int(at) < text.count else {
            for start in choice.atEnd.reversed() { stack.append((start, at)) }
            return
        }
        let value = text.scalar(at: Int(at)).value
        if value < 0x80 {
            for start in choice.ascii[Int(value)].reversed() { stack.append((start, at)) }
            return
        }
        for branch in choice.wide.reversed() where branch.first?.contains(where: { $0.contains(value) }) ?? true {
            stack.append((branch.start, at))
        }
    }

    private mutating func look(_ pattern: Pattern, _ look: Pattern.Look, _ text: Bytes, _ at: Int) -> Bool {
        var start = at
        if !look.ahead {
            for _ in 0..<look.width {
                guard start > 0 else { return look.negative }
                start = text.scalarStart(before: start)
            }
        }
        let end = run(pattern, text, step: Int(look.start), at: start, remembers: false)
        return (end != nil) != look.negative
    }
}
