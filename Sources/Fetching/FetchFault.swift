/// Why nothing was fetched.
public enum FetchFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Not an http or https address.
    case notAnAddress(String)
    /// The address leads into a network that is not the public one: the address asked for and where it led.
    case insideNetwork(String, address: String)
    /// The server answered with another status than 200.
    case status(String, Int)
    /// More bytes than the limit allows.
    case tooLong(String, limit: Int)
    /// It took longer than the limit allows.
    case tooSlow(String)
    /// More redirects than the limit allows.
    case tooManyRedirects(String)
    /// Anything else: no such host, no connection, a broken certificate; libcurl's words.
    case failed(String, reason: String)

    /// Stable code, `fetching.what`.
    public var code: String {
        switch self {
        case .notAnAddress: "fetching.not-an-address"
        case .insideNetwork: "fetching.inside-network"
        case .status: "fetching.status"
        case .tooLong: "fetching.too-long"
        case .tooSlow: "fetching.too-slow"
        case .tooManyRedirects: "fetching.too-many-redirects"
        case .failed: "fetching.failed"
        }
    }

    /// Whether the same request may succeed later.
    public var isPassing: Bool {
        switch self {
        case .status(_, let status): status == 429 || status >= 500
        case .tooSlow, .failed: true
        default: false
        }
    }

    public var description: String {
        switch self {
        case .notAnAddress(let text): "\(text): not an http or https address [\(code)]"
        case .insideNetwork(let text, let address):
            "\(text): it leads to \(address), inside a private network, and is not fetched [\(code)]"
        case .status(let text, let status): "\(text): the server answered with status \(status) [\(code)]"
        case .tooLong(let text, let limit): "\(text): longer than \(limit / 1_048_576) MiB [\(code)]"
        case .tooSlow(let text): "\(text): the server took too long; try again [\(code)]"
        case .tooManyRedirects(let text): "\(text): it redirects too often [\(code)]"
        case .failed(let text, let reason): "\(text): \(reason) [\(code)]"
        }
    }
}
