import Foundation
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// Opens the desk on a port and serves until the program is told to end.
public struct OpenDesk: Sendable {
    private let file: any OpenCase
    private let settings: DeskSettings

    public init(_ file: any OpenCase, _ settings: DeskSettings) {
        self.file = file
        self.settings = settings
    }

    /// - Parameter opened: told the address to open, once the desk takes requests.
    /// - Throws: a refusal where the address is none that the desk opens at, or where the port is taken.
    public func run(opened: @escaping @Sendable (String) -> Void) async throws {
        if let refusal = settings.refusal { throw Refusal(400, "desk.address", refusal) }
        let port = try settings.port == 0 ? Self.freePort(settings.host) : settings.port
        let desk = try Desk(file, settings: settings, port: port, clock: { Date() })
        let host = settings.host.contains(":") ? "[\(settings.host.filter { $0 != "[" && $0 != "]" })]" : settings.host
        let address =
            settings.userHeader == nil
            ? "http://\(host):\(port)/?token=\(settings.token)"
            : "http://\(host):\(port)/ (behind the proxy \(settings.publicHost ?? ""))"
        var logger = Logger(label: "desk") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        let application = Application(
            responder: Transport(desk: desk),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host.filter { $0 != "[" && $0 != "]" }, port: port)),
            onServerRunning: { _ in opened(address) }, logger: logger)
        do {
            try await application.runService()
        } catch let error as IOError {
            throw Refusal(500, "desk.port", "\(settings.host):\(port) cannot be opened: \(error)")
        }
    }

    /// As `run`, for a program whose main thread has nothing else to do.
    public func serve(opened: @escaping @Sendable (String) -> Void) throws(Refusal) {
        let outcome = Mutex<Refusal?>(nil)
        let done = DispatchSemaphore(value: 0)
        Task {
            do {
                try await run(opened: opened)
            } catch let refusal as Refusal {
                outcome.withLock { $0 = refusal }
            } catch {
                outcome.withLock { $0 = Refusal(500, "desk.failed", "The desk cannot go on: \(error)") }
            }
            done.signal()
        }
        done.wait()
        if let refusal = outcome.withLock({ $0 }) { throw refusal }
    }

    /// A port that nobody uses now: its number must be known before the desk opens, for it is part of its name.
    private static func freePort(_ host: String) throws(Refusal) -> Int {
        let isSix = host.contains(":")
        let descriptor = socket(isSix ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var port: UInt16 = 0
        if isSix {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_addr = in6addr_loopback
            var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
            _ = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                    bind(descriptor, plain, length) == 0 && getsockname(descriptor, plain, &length) == 0
                }
            }
            port = UInt16(bigEndian: address.sin6_port)
        } else {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            _ = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                    bind(descriptor, plain, length) == 0 && getsockname(descriptor, plain, &length) == 0
                }
            }
            port = UInt16(bigEndian: address.sin_port)
        }
        guard port > 0 else { throw Refusal(500, "desk.port", "There is no free port on \(host).") }
        return Int(port)
    }
}
