#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The bytes of a file of a pipeline directory.
enum FileBytes {
    /// Reads a whole regular file of at most 1 GiB.
    static func read(_ path: String) throws(LanguageError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(path: path, reason: "it is not a regular file")
        }
        guard status.st_size <= 1 << 30 else { throw .unreadable(path: path, reason: "it is larger than 1 GiB") }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                #if canImport(Glibc)
                    Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
                #elseif canImport(Musl)
                    Musl.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
                #else
                    Darwin.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
                #endif
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path)
            }
            guard count > 0 else { throw .unreadable(path: path, reason: "it became shorter while it was read") }
            filled += count
        }
        return bytes
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private static func failure(_ path: String) -> LanguageError {
        .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
}
