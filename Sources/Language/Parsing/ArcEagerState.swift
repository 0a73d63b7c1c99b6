/// The state of the arc-eager parser: a stack, a buffer, and the arcs made so far.
package struct ArcEagerState {
    package let count: Int
    package private(set) var stack: [Int32] = []
    /// Tokens moved back from the stack: the last one comes before the rest of the buffer.
    private var returned: [Int32] = []
    /// The first token of the untouched buffer.
    private var front: Int32 = 0
    /// -1 for no head.
    package private(set) var heads: [Int32]
    package private(set) var labels: [UInt16]
    /// The child last attached on each side, and the one attached before each child on its side; -1 for none.
    private var lastLeft: [Int32]
    private var lastRight: [Int32]
    private var before: [Int32]
    /// Tokens that may not be shifted again, and marked sentence starts.
    private var isReturned: [Bool]
    private var isStart: [Bool]

    package init(count: Int) {
        self.count = count
        heads = [Int32](repeating: -1, count: count)
        labels = [UInt16](repeating: 0, count: count)
        lastLeft = heads
        lastRight = heads
        before = heads
        isReturned = [Bool](repeating: false, count: count)
        isStart = isReturned
    }

    /// The stack's token at `depth`, 0 is the top; -1 for none.
    @inline(__always)
    package func stack(_ depth: Int) -> Int32 { depth < stack.count ? stack[stack.count - 1 - depth] : -1 }

    /// The buffer's token at `place`; -1 for none.
    @inline(__always)
    package func buffer(_ place: Int) -> Int32 {
        if place < returned.count { return returned[returned.count - 1 - place] }
        let token = Int(front) + place - returned.count
        return token < count ? Int32(token) : -1
    }

    @inline(__always)
    package var bufferCount: Int { count - Int(front) + returned.count }

    package var isFinal: Bool { stack.isEmpty && bufferCount == 0 }

    /// The eight tokens that describe the state.
    @inline(__always)
    func describe(_ slots: UnsafeMutablePointer<Int32>) {
        let (b0, s0) = (buffer(0), stack(0))
        slots[0] = b0
        slots[1] = buffer(1)
        slots[2] = s0
        slots[3] = stack(1)
        slots[4] = stack(2)
        slots[5] = b0 < 0 ? -1 : lastLeft[Int(b0)]
        slots[6] = s0 < 0 ? -1 : lastLeft[Int(s0)]
        slots[7] = s0 < 0 ? -1 : lastRight[Int(s0)]
    }

    @inline(__always)
    private func isMarked(_ token: Int32) -> Bool { token >= 0 && isStart[Int(token)] }

    @inline(__always)
    package var canShift: Bool {
        if stack.isEmpty { return true }
        let token = buffer(0)
        return bufferCount >= 2 && !isMarked(token) && !isReturned[Int(token)]
    }

    @inline(__always)
    package var canReduce: Bool { !stack.isEmpty }

    /// Whether an arc between the stack's top and the buffer's first may be made.
    @inline(__always)
    package var canAttach: Bool { !stack.isEmpty && bufferCount > 0 && !isMarked(buffer(0)) }

    @inline(__always)
    package var canBreak: Bool {
        guard bufferCount >= 2 else { return false }
        let second = buffer(1)
        return second == buffer(0) + 1 && !isMarked(second)
    }

    package mutating func shift() {
        if let token = returned.popLast() {
            stack.append(token)
        } else {
            stack.append(front)
            front += 1
        }
    }

    package mutating func reduce() {
        guard let top = stack.popLast() else { return }
        if heads[Int(top)] >= 0 || stack.isEmpty { return }
        isReturned[Int(top)] = true
        returned.append(top)
    }

    package mutating func attachLeft(_ label: UInt16) {
        let head = buffer(0)
        add(head: head, child: stack(0), label)
        isReturned[Int(head)] = false
        stack.removeLast()
    }

    package mutating func attachRight(_ label: UInt16) {
        add(head: stack(0), child: buffer(0), label)
        shift()
    }

    package mutating func markSentence() { isStart[Int(buffer(1))] = true }

    /// Ends the parse where no action is valid.
    package mutating func end() {
        stack.removeAll()
        returned.removeAll()
        front = Int32(count)
    }

    private mutating func add(head: Int32, child: Int32, _ label: UInt16) {
        let (h, c) = (Int(head), Int(child))
        let old = heads[c]
        if old >= 0 {
            // The arc that is replaced was the last one of its head on its side: only a token on the stack has a head.
            if old > child {
                if lastLeft[Int(old)] == child { lastLeft[Int(old)] = before[c] }
            } else if lastRight[Int(old)] == child {
                lastRight[Int(old)] = before[c]
            }
        }
        heads[c] = head
        labels[c] = label
        if head > child {
            before[c] = lastLeft[h]
            lastLeft[h] = child
        } else {
            before[c] = lastRight[h]
            lastRight[h] = child
        }
    }
}
