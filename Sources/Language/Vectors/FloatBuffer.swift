/// A block of floats on a cache line's boundary, all zero at first.
///
/// Unchecked: whoever shares one between threads only reads it; scratch buffers belong to one thread.
final class FloatBuffer: @unchecked Sendable {
    let start: UnsafeMutablePointer<Float>
    let count: Int
    private let memory: UnsafeMutableRawPointer

    init(count: Int) {
        self.count = count
        memory = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * MemoryLayout<Float>.stride, alignment: 64)
        start = memory.bindMemory(to: Float.self, capacity: max(count, 1))
        start.initialize(repeating: 0, count: max(count, 1))
    }

    convenience init(_ values: [Float]) {
        self.init(count: values.count)
        for (i, value) in values.enumerated() { start[i] = value }
    }

    deinit { memory.deallocate() }
}
