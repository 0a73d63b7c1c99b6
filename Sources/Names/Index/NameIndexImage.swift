internal import Foundation

/// The bytes of an index: a head, then sections of fixed-size rows. The same bytes in memory and in a file.
///
/// Immutable after its making; `@unchecked Sendable` because the compiler cannot see that nobody writes to the region.
final class NameIndexImage: @unchecked Sendable {
    enum Section: Int, CaseIterable {
        case letters, units, names, texts, words, tokens, postings, clues, buckets, sieve
    }

    static let magic: UInt64 = 0x5845_444E_494D_414E
    /// Raised whenever the meaning of a section or a row's form changes.
    static let version: UInt64 = 3
    static let headCount = 8 * (4 + 2 * Section.allCases.count)

    let bytes: UnsafeRawBufferPointer
    private let isMapped: Bool
    private var sections: [(offset: Int, count: Int)] = []

    /// Takes over memory that `allocate` gave, or a mapped file.
    private init(_ bytes: UnsafeRawBufferPointer, isMapped: Bool) {
        self.bytes = bytes
        self.isMapped = isMapped
    }

    deinit {
        guard let base = bytes.baseAddress else { return }
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: base), bytes.count)
        } else {
            UnsafeMutableRawPointer(mutating: base).deallocate()
        }
    }

    /// Sizes of the rows, so that a file of another build is not misread.
    private static var strides: UInt64 {
        UInt64(MemoryLayout<NameUnit>.stride) << 32 | UInt64(MemoryLayout<NameRow>.stride) << 16
            | UInt64(MemoryLayout<TokenRow>.stride)
    }

    /// Lays sections one after another.
    static func make(_ parts: [[UInt8]]) -> NameIndexImage {
        var size = headCount
        for part in parts { size += (part.count + 15) & ~15 }
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
        var head: [UInt64] = [magic, version, strides, 0]
        var offset = headCount
        for part in parts {
            head += [UInt64(offset), UInt64(part.count)]
            memory[offset...].copyBytes(from: part)
            offset += (part.count + 15) & ~15
        }
        let body = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[headCount...])
        head[3] = checksum(body)
        head.withUnsafeBytes { memory.copyBytes(from: $0) }
        let image = NameIndexImage(UnsafeRawBufferPointer(memory), isMapped: false)
        image.sections = sectionsOf(head)
        return image
    }

    /// Maps a file that `write` made; refuses one that is cut, changed or of another version.
    static func map(_ path: String) throws(NamesError) -> NameIndexImage {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .indexUnreadable(path, String(cString: strerror(errno))) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .indexUnreadable(path, String(cString: strerror(errno))) }
        let size = Int(status.st_size)
        guard size >= headCount else { throw .indexDamaged(path) }
        guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), base != MAP_FAILED else {
            throw .indexUnreadable(path, String(cString: strerror(errno)))
        }
        let image = NameIndexImage(UnsafeRawBufferPointer(start: base, count: size), isMapped: true)
        let words = image.bytes.bindMemory(to: UInt64.self)
        let head = Array(words[..<(headCount / 8)])
        guard head[0] == magic, head[1] == version, head[2] == strides else { throw .indexOutdated(path) }
        let body = UnsafeRawBufferPointer(rebasing: image.bytes[headCount...])
        guard head[3] == checksum(body) else { throw .indexDamaged(path) }
        for (offset, count) in sectionsOf(head) where offset < headCount || offset + count > size {
            throw .indexDamaged(path)
        }
        image.sections = sectionsOf(head)
        return image
    }

    private static func sectionsOf(_ head: [UInt64]) -> [(offset: Int, count: Int)] {
        Section.allCases.map {
            (Int(truncatingIfNeeded: head[4 + 2 * $0.rawValue]), Int(truncatingIfNeeded: head[5 + 2 * $0.rawValue]))
        }
    }

    /// A 64-bit sum of the body; not against forgery, only against damage.
    private static func checksum(_ body: UnsafeRawBufferPointer) -> UInt64 {
        var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
        var at = 0
        while at + 8 <= body.count {
            sum = (sum ^ body.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
            sum ^= sum >> 29
            at += 8
        }
        while at < body.count {
            sum = (sum ^ UInt64(body[at])) &* 0xFF51_AFD7_ED55_8CCD
            at += 1
        }
        return sum
    }

    /// The rows of a section.
    func rows<Row>(_ section: Section, as type: Row.Type) -> UnsafeBufferPointer<Row> {
        let (offset, count) = sections[section.rawValue]
        guard count > 0, let base = bytes.baseAddress else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(
            start: (base + offset).assumingMemoryBound(to: Row.self), count: count / MemoryLayout<Row>.stride)
    }
}
