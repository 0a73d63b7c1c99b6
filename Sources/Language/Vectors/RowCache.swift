/// The rows of a document's tokens, computed a block at a time when they are first asked for.
///
/// Only some blocks are kept; the one not asked for longest makes room. One that was let go is computed anew, to the
/// same bits, so a document of any length needs the same memory.
final class RowCache {
    let width: Int
    /// Blocks have 1 << shift tokens.
    private let shift: Int
    private let buffer: FloatBuffer
    /// Where each block of the document is kept, -1 for nowhere.
    private var placeOfBlock: [Int16] = []
    private var blockOfPlace: [Int]
    private var lastUse: [UInt64]
    private var use: UInt64 = 0
    private var count = 0

    /// `blocks` must be more than the rows in use at once.
    init(width: Int, shift: Int, blocks: Int) {
        self.width = width
        self.shift = shift
        buffer = FloatBuffer(count: (blocks << shift) * width)
        blockOfPlace = [Int](repeating: -1, count: blocks)
        lastUse = [UInt64](repeating: 0, count: blocks)
    }

    /// Begins a document of `count` tokens.
    func begin(_ count: Int) {
        self.count = count
        placeOfBlock.removeAll(keepingCapacity: true)
        placeOfBlock.append(contentsOf: repeatElement(-1, count: (count >> shift) + 1))
        for place in blockOfPlace.indices { blockOfPlace[place] = -1 }
    }

    /// The row of a token, and behind it those of the rest of its block. `make` computes the rows of a range.
    @inline(__always)
    func row(_ token: Int, _ make: (Range<Int>, UnsafeMutablePointer<Float>) -> Void) -> UnsafePointer<Float> {
        let block = token >> shift
        var place = Int(placeOfBlock[block])
        if place < 0 { place = load(block, make) }
        use += 1
        lastUse[place] = use
        return UnsafePointer(buffer.start + ((place << shift) + (token & ((1 << shift) - 1))) * width)
    }

    private func load(_ block: Int, _ make: (Range<Int>, UnsafeMutablePointer<Float>) -> Void) -> Int {
        var place = 0
        for other in blockOfPlace.indices {
            if blockOfPlace[other] < 0 {
                place = other
                break
            }
            if lastUse[other] < lastUse[place] { place = other }
        }
        if blockOfPlace[place] >= 0 { placeOfBlock[blockOfPlace[place]] = -1 }
        blockOfPlace[place] = block
        placeOfBlock[block] = Int16(place)
        let first = block << shift
        make(first..<min(first + (1 << shift), count), buffer.start + (place << shift) * width)
        return place
    }
}
