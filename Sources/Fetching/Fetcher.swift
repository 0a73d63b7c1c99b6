internal import CCurl
internal import Foundation

/// Fetches bytes from http and https addresses, within limits, and never from inside a private network.
///
/// The guard looks at the address of every connection as it is opened, after name resolution and after every redirect, so
/// that neither a name nor a redirect leads around it. Proxies of the environment are not used, for they would.
public struct Fetcher: Sendable {
    /// Bytes after decompression.
    public var sizeLimit: Int
    /// Seconds for the whole request.
    public var timeLimit: Int
    public var redirectLimit: Int
    /// Allows addresses inside private networks: for tests with a server on this machine.
    public var allowsInsideNetwork: Bool
    /// Addresses of 4 or 16 bytes that the guard lets pass though they lie inside: a test's own server, from which it
    /// redirects elsewhere.
    package var excepted: [[UInt8]] = []
    /// Sent as User-Agent.
    public var agent: String

    public init(
        sizeLimit: Int = 512 * 1_048_576, timeLimit: Int = 600, redirectLimit: Int = 5,
        allowsInsideNetwork: Bool = false,
        agent: String = "expediente"
    ) {
        self.sizeLimit = sizeLimit
        self.timeLimit = timeLimit
        self.redirectLimit = redirectLimit
        self.allowsInsideNetwork = allowsInsideNetwork
        self.agent = agent
    }

    /// What was fetched.
    public struct Answer: Sendable {
        public var bytes: [UInt8]
        /// Where the last redirect led.
        public var address: String
        /// The head's fields, names in lower case; of a repeated one the last.
        public var head: [String: String]
    }

    /// Fetches an address; blocks until it is done.
    public func fetch(_ address: String) throws(FetchFault) -> Answer {
        guard address.utf8.starts(with: "http://".utf8) || address.utf8.starts(with: "https://".utf8),
            address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { throw .notAnAddress(address) }
        guard Self.isReady, let handle = curl_easy_init() else {
            throw .failed(address, reason: "libcurl does not start")
        }
        defer { curl_easy_cleanup(handle) }
        let exchange = Exchange(
            sizeLimit: sizeLimit, allowsInsideNetwork: allowsInsideNetwork, excepted: excepted)
        let pointer = Unmanaged.passUnretained(exchange).toOpaque()
        setUp(handle, address, pointer)
        let result = withExtendedLifetime(exchange) { curl_easy_perform(handle) }
        var status = 0
        _ = expediente_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        if let fault = fault(result, status, address, exchange) { throw fault }
        var last: UnsafeMutablePointer<CChar>?
        _ = expediente_curl_get_text(handle, CURLINFO_EFFECTIVE_URL, &last)
        return Answer(bytes: exchange.bytes, address: last.map { String(cString: $0) } ?? address, head: exchange.head)
    }

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private func setUp(_ handle: UnsafeMutableRawPointer, _ address: String, _ exchange: UnsafeMutableRawPointer) {
        let texts: [(CURLoption, String)] = [
            (CURLOPT_URL, address), (CURLOPT_USERAGENT, agent), (CURLOPT_PROXY, ""), (CURLOPT_ACCEPT_ENCODING, ""),
            (CURLOPT_PROTOCOLS_STR, "http,https"), (CURLOPT_REDIR_PROTOCOLS_STR, "http,https"),
        ]
        for (option, text) in texts { _ = expediente_curl_set_text(handle, option, text) }
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 1), (CURLOPT_MAXREDIRS, redirectLimit),
            (CURLOPT_TIMEOUT, timeLimit), (CURLOPT_CONNECTTIMEOUT, min(20, timeLimit)), (CURLOPT_LOW_SPEED_LIMIT, 100),
            (CURLOPT_LOW_SPEED_TIME, min(60, timeLimit)),
        ]
        for (option, number) in numbers { _ = expediente_curl_set_long(handle, option, number) }
        _ = expediente_curl_set_offset(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(sizeLimit))
        _ = expediente_curl_set_write(handle) { data, size, count, exchange in
            guard let data, let exchange else { return 0 }
            let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
            return Unmanaged<Exchange>.fromOpaque(exchange).takeUnretainedValue().take(bytes) ? bytes.count : 0
        }
        _ = expediente_curl_set_pointer(handle, CURLOPT_WRITEDATA, exchange)
        _ = expediente_curl_set_header(handle) { data, size, count, exchange in
            guard let data, let exchange else { return 0 }
            let line = String(decoding: UnsafeRawBufferPointer(start: data, count: size * count), as: UTF8.self)
            Unmanaged<Exchange>.fromOpaque(exchange).takeUnretainedValue().takeHead(line)
            return size * count
        }
        _ = expediente_curl_set_pointer(handle, CURLOPT_HEADERDATA, exchange)
        _ = expediente_curl_set_open_socket(handle) { exchange, _, address in
            guard let exchange, let address else { return -1 }
            return Unmanaged<Exchange>.fromOpaque(exchange).takeUnretainedValue().open(address)
        }
        _ = expediente_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, exchange)
    }

    private func fault(_ result: CURLcode, _ status: Int, _ address: String, _ exchange: Exchange) -> FetchFault? {
        if let inside = exchange.refused { return .insideNetwork(address, address: inside) }
        if exchange.isTooLong { return .tooLong(address, limit: sizeLimit) }
        switch result {
        case CURLE_OK: return status == 200 ? nil : .status(address, status)
        case CURLE_FILESIZE_EXCEEDED: return .tooLong(address, limit: sizeLimit)
        case CURLE_OPERATION_TIMEDOUT: return .tooSlow(address)
        case CURLE_TOO_MANY_REDIRECTS: return .tooManyRedirects(address)
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: return .notAnAddress(address)
        default: return .failed(address, reason: String(cString: curl_easy_strerror(result)))
        }
    }
}
