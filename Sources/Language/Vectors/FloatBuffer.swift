#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A block of floats on a cache line's boundary, all zero at first; pages that are never written need no memory.
///
/// Unchecked: whoever shares one between threads only reads it; scratch buffers belong to one thread.
final class FloatBuffer: @unchecked Sendable {
    let start: UnsafeMutablePointer<Float>
    let count: Int
    private let memory: UnsafeMutableRawPointer

    init(count: Int) {
        self.count = count
        let bytes = max(count, 1) * MemoryLayout<Float>.stride
        guard let memory = calloc(bytes + 64, 1) else { preconditionFailure("out of memory for \(bytes) bytes") }
        self.memory = memory
        start = memory.alignedUp(toMultipleOf: 64).bindMemory(to: Float.self, capacity: max(count, 1))
    }

    convenience init(_ values: [Float]) {
        self.init(count: values.count)
        for (i, value) in values.enumerated() { start[i] = value }
    }

    deinit { free(memory) }
}
