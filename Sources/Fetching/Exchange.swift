internal import CCurl
internal import Foundation

/// What one request gathers while libcurl calls back, all on the thread that asked.
final class Exchange {
    private let sizeLimit: Int
    private let allowsInsideNetwork: Bool
    private let excepted: [[UInt8]]
    private(set) var bytes: [UInt8] = []
    private(set) var head: [String: String] = [:]
    private(set) var isTooLong = false
    /// The address that the guard refused.
    private(set) var refused: String?

    init(sizeLimit: Int, allowsInsideNetwork: Bool, excepted: [[UInt8]]) {
        self.sizeLimit = sizeLimit
        self.allowsInsideNetwork = allowsInsideNetwork
        self.excepted = excepted
    }

    /// False ends the transfer.
    func take(_ more: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count + more.count <= sizeLimit else {
            isTooLong = true
            return false
        }
        bytes.append(contentsOf: more)
        return true
    }

    /// A line of a head; a status line begins a new one.
    func takeHead(_ line: String) {
        if line.hasPrefix("HTTP/") {
            head.removeAll()
            bytes.removeAll()
            return
        }
        guard let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...]
        head[line[..<colon].lowercased()] = value.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Opens the socket for a connection, or refuses it.
    ///
    /// libcurl hands out more bytes than its declaration of the structure has: as many as `addrlen` says.
    func open(_ target: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let start = UnsafeRawPointer(target) + (MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 16)
        let target = target.pointee
        let address = Self.bytes(
            of: UnsafeRawBufferPointer(start: start, count: Int(target.addrlen)), family: target.family)
        if !allowsInsideNetwork && !excepted.contains(address) && NetworkRange.isInside(address) {
            refused = Self.text(address)
            return curl_socket_t(-1)
        }
        return socket(target.family, target.socktype | Int32(SOCK_CLOEXEC.rawValue), target.`protocol`)
    }

    /// The address's bytes as they lie in `sockaddr_in` and `sockaddr_in6`; none for another family.
    private static func bytes(of address: UnsafeRawBufferPointer, family: Int32) -> [UInt8] {
        switch family {
        case AF_INET where address.count >= 8: Array(address[4..<8])
        case AF_INET6 where address.count >= 24: Array(address[8..<24])
        default: []
        }
    }

    private static func text(_ address: [UInt8]) -> String {
        if address.count == 4 { return address.map { String($0) }.joined(separator: ".") }
        return stride(from: 0, to: address.count - 1, by: 2)
            .map { String(Int(address[$0]) << 8 | Int(address[$0 + 1]), radix: 16) }.joined(separator: ":")
    }
}
