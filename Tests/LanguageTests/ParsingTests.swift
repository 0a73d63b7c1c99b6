import Language
import Testing

struct ParsingTests {
    @Test func `shifts, attaches and reduces`() {
        var state = ArcEagerState(count: 3)
        #expect(state.canShift && !state.canReduce && !state.canAttach && state.canBreak)
        state.shift()
        #expect(state.stack(0) == 0 && state.buffer(0) == 1)
        state.attachLeft(7)
        #expect(state.heads == [1, -1, -1] && state.labels[0] == 7 && state.stack.isEmpty)
        state.shift()
        state.attachRight(9)
        #expect(state.heads == [1, -1, 1] && state.bufferCount == 0 && state.stack(0) == 2)
        state.reduce()
        state.reduce()
        #expect(state.isFinal)
    }

    @Test func `a token without a head goes back to the buffer and is not shifted twice`() {
        var state = ArcEagerState(count: 3)
        state.shift()
        state.shift()
        state.reduce()
        #expect(state.stack == [0] && state.buffer(0) == 1 && state.buffer(1) == 2 && state.bufferCount == 2)
        #expect(!state.canShift && state.canAttach)
        // An arc from it lifts the mark.
        state.attachLeft(1)
        #expect(state.heads[0] == 1 && state.canShift)
    }

    @Test func `a left arc replaces the head that the token had`() {
        var state = ArcEagerState(count: 3)
        state.shift()
        state.attachRight(1)
        #expect(state.heads[1] == 0)
        state.attachLeft(2)
        #expect(state.heads[1] == 2 && state.labels[1] == 2)
    }

    @Test func `no arc and no shift crosses a marked sentence start`() {
        var state = ArcEagerState(count: 3)
        state.shift()
        #expect(state.canBreak)
        state.markSentence()
        #expect(!state.canBreak)
        state.shift()
        #expect(!state.canShift && !state.canAttach && state.canReduce)
    }

    @Test func `every order of actions comes to an end`() {
        var random = SplitMix(state: 4)
        for count in 1...12 {
            for _ in 0..<200 {
                var state = ArcEagerState(count: count)
                var steps = 0
                while !state.isFinal {
                    var actions: [Int] = []
                    if state.canShift { actions.append(0) }
                    if state.canReduce { actions.append(1) }
                    if state.canAttach { actions += [2, 3] }
                    if state.canBreak { actions.append(4) }
                    guard let action = actions.randomElement(using: &random) else { break }
                    switch action {
                    case 0: state.shift()
                    case 1: state.reduce()
                    case 2: state.attachLeft(1)
                    case 3: state.attachRight(1)
                    default: state.markSentence()
                    }
                    steps += 1
                    #expect(steps < 100 * count)
                    if steps >= 100 * count { break }
                }
                for token in 0..<count {
                    #expect(state.heads[token] != Int32(token) && state.heads[token] < Int32(count))
                }
            }
        }
    }

    @Test func `sentences start at the left edge of their root`() {
        var tree = DependencyTree(heads: [1, 1, 1, 4, 4])
        tree.relax()
        #expect(tree.sentenceStarts() == [true, false, false, true, false])
    }

    @Test func `crossing arcs widen a sentence until it holds them`() {
        // 0 <- 2 and 1 <- 3: the two trees overlap, so both roots' edges reach to the left.
        var tree = DependencyTree(heads: [2, 3, 2, 3])
        tree.relax()
        #expect(tree.sentenceStarts() == [true, true, false, false])
    }

    @Test func `a lifted label goes to the nearest token with the label it names`() {
        // Labels: 1 root, 2 object, 3 clause, 4 preposition, 5 preposition||object, 6 preposition||clause.
        let lifted: [UInt16: (own: UInt16, head: UInt16)] = [5: (4, 2), 6: (4, 3)]
        var labels: [UInt16] = [1, 2, 3, 2, 5]
        var tree = DependencyTree(heads: [0, 0, 0, 2, 0])
        tree.relax()
        tree.deprojectivise(&labels, lifted: lifted, isSpace: { _ in false })
        // Token 1 is on a nearer level than token 3.
        #expect(tree.heads == [0, 0, 0, 2, 1] && labels == [1, 2, 3, 2, 4])
        labels = [1, 2, 3, 2, 6]
        tree = DependencyTree(heads: [0, 0, 0, 2, 0])
        tree.relax()
        tree.deprojectivise(&labels, lifted: lifted, isSpace: { $0 == 2 })
        // White space is passed by: the head stays, the label is the plain one.
        #expect(tree.heads == [0, 0, 0, 2, 0] && labels[4] == 4)
    }
}
