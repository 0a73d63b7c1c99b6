/// How the desk is opened; read once, at the door.
public struct DeskSettings: Sendable {
    /// The case's file.
    public var casePath: String
    /// The name under which decisions are kept when nobody else says who decides.
    public var author: String
    public var host: String
    /// 0 lets the system choose.
    public var port: Int
    /// The header in which a proxy that authenticates gives the user's name; nil without a proxy.
    public var userHeader: String?
    /// The name and port that browsers use for the proxy, for example `case.example.org`.
    public var publicHost: String?
    /// Opens the desk; from a source that cannot be guessed.
    public var token: String
    /// The file that keeps who did what; nil for none.
    public var auditPath: String?

    public init(
        casePath: String, author: String, host: String = "127.0.0.1", port: Int = 0, userHeader: String? = nil,
        publicHost: String? = nil, token: String, auditPath: String? = nil
    ) {
        self.casePath = casePath
        self.author = author
        self.host = host
        self.port = port
        self.userHeader = userHeader?.lowercased()
        self.publicHost = publicHost?.lowercased()
        self.token = token
        self.auditPath = auditPath
    }

    /// Why the desk does not open at this address; nil where it does.
    public var refusal: String? {
        if !Self.isLoopback(host) {
            return """
                \(host) can be reached from other machines, and the desk knows nobody's password: it opens on this \
                machine only (127.0.0.1, ::1, localhost). To share a case, put a proxy that authenticates in front of \
                it and start it with --behind-proxy
                """
        }
        if userHeader != nil, publicHost == nil {
            return "--behind-proxy needs --public-host, the name by which browsers reach the proxy"
        }
        if !(0...65_535).contains(port) { return "\(port) is no port; give one from 0 to 65535" }
        return nil
    }

    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
