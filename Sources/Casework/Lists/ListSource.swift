import Fetching
import Foundation
import Vocabulary
import Watchlists

/// Where a list comes from: a file, a folder, an address, or the short name of a list whose address is known.
public enum ListSource: Sendable, Hashable {
    case path(String)
    case address(String)

    /// Official addresses, by short name.
    public static let known: [String: String] = [
        "ofac": "https://www.treasury.gov/ofac/downloads/sdn.csv",
        "ofac-consolidated": "https://www.treasury.gov/ofac/downloads/consolidated/cons_prim.csv",
        "un": "https://scsanctions.un.org/resources/xml/en/consolidated.xml",
    ]

    /// - Parameter text: an address, a path that exists, or a known short name.
    public init?(_ text: String) {
        if text.hasPrefix("http://") || text.hasPrefix("https://") {
            self = .address(text)
        } else if FileManager.default.fileExists(atPath: text) {
            self = .path(text)
        } else if let address = Self.known[text] {
            self = .address(address)
        } else {
            return nil
        }
    }

    public var text: String {
        switch self {
        case .path(let path): path
        case .address(let address): address
        }
    }
}

/// The files of a list, with the digest of all their bytes once they were read.
final class ListIntake {
    let files: [ListFiles.File]
    /// The newest day on which a file was made, or the server's word for it.
    let date: CalendarDay?
    private let read: ReadMark

    /// What was read last, file by file.
    private final class ReadMark {
        var digests: [String: SHA256.Stream] = [:]
    }

    private init(_ files: [ListFiles.File], date: CalendarDay?, _ read: ReadMark) {
        self.files = files
        self.date = date
        self.read = read
    }

    /// SHA-256 of the files' bytes; of several files, of the lines "digest  name" that sha256sum prints for them.
    var digest: String {
        let digests = read.digests.sorted { $0.key < $1.key }.map { (name: $0.key, digest: $0.value.hexadecimal()) }
        if digests.count == 1, let only = digests.first { return only.digest }
        return SHA256.hexadecimal(of: Array(digests.map { "\($0.digest)  \($0.name)\n" }.joined().utf8))
    }

    static func open(_ source: ListSource, fetcher: Fetcher) throws(ListsError) -> ListIntake {
        switch source {
        case .path(let path): return try ofPath(path)
        case .address(let address): return try ofAddress(address, fetcher)
        }
    }

    private static func ofPath(_ path: String) throws(ListsError) -> ListIntake {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .noSource(path) }
        let mark = ReadMark()
        var paths = [path]
        if isFolder.boolValue {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { throw .noSource(path) }
            paths = names.filter { !$0.hasPrefix(".") }.sorted().map { path + "/" + $0 }
            paths.removeAll { FileBytes.isFolder($0) }
        }
        let files = paths.map { path in
            let name = (path as NSString).lastPathComponent
            return ListFiles.File(name: name) { () throws(ListFault) in try Self.source(path, name, mark) }
        }
        let dates = paths.compactMap { path in
            (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
        }
        return ListIntake(files, date: dates.max().map { CalendarDay(ofTime: $0) }, mark)
    }

    /// The pieces of a file, each taken into its digest.
    private static func source(_ path: String, _ name: String, _ mark: ReadMark) throws(ListFault) -> ByteSource {
        do throws(Problem) {
            let file = try OpenFile(path)
            mark.digests[name] = SHA256.Stream()
            return ByteSource(name: name) { () throws(ListFault) in
                do throws(Problem) {
                    let piece = try file.read()
                    mark.digests[name]?.add(piece)
                    return piece
                } catch { throw ListFault.notRead(path, reason: error.message) }
            }
        } catch { throw ListFault.notRead(path, reason: error.message) }
    }

    /// Fetches the address, and the files that belong to it where it is one of a set.
    private static func ofAddress(_ address: String, _ fetcher: Fetcher) throws(ListsError) -> ListIntake {
        let mark = ReadMark()
        var files: [ListFiles.File] = []
        var date: CalendarDay?
        for part in parts(of: address) {
            let answer: Fetcher.Answer
            do throws(FetchFault) {
                answer = try fetcher.fetch(part.address)
            } catch {
                if part.isOptional, case .status(_, 404) = error { continue }
                throw .notFetched(error)
            }
            date = answer.head["last-modified"].flatMap { CalendarDay(httpDate: $0) } ?? date
            let bytes = answer.bytes
            let name = part.name
            files.append(
                ListFiles.File(name: name) { () throws(ListFault) in
                    var digest = SHA256.Stream()
                    digest.add(bytes)
                    mark.digests[name] = digest
                    return ByteSource(name: name, bytes: bytes)
                })
        }
        return ListIntake(files, date: date, mark)
    }

    /// The files of OFAC's sets lie beside one another.
    private static func parts(of address: String) -> [(address: String, name: String, isOptional: Bool)] {
        let name = address.split(separator: "/").last.map { String($0.prefix { $0 != "?" }) } ?? "list"
        for (main, others) in [
            ("sdn.csv", ["alt.csv", "add.csv", "sdn_comments.csv"]),
            ("cons_prim.csv", ["cons_alt.csv", "cons_add.csv", "cons_comments.csv"]),
        ] where name.lowercased() == main {
            let base = address.dropLast(name.count)
            return [(address, name, false)] + others.map { (base + $0, $0, $0.hasSuffix("comments.csv")) }
        }
        return [(address, name, false)]
    }
}

/// An open file that closes itself.
private final class OpenFile {
    private let descriptor: Int32
    private let path: String

    init(_ path: String) throws(Problem) {
        descriptor = try FileBytes.openForReading(path)
        self.path = path
    }

    deinit { close(descriptor) }

    func read() throws(Problem) -> [UInt8] { try FileBytes.read(from: descriptor, path: path, upTo: 1 << 18) }
}

extension FileBytes {
    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

extension CalendarDay {
    /// The day in UTC.
    init(ofTime time: Date) { self.init(ordinal: Int((time.timeIntervalSince1970 / 86_400).rounded(.down))) }

    /// "Tue, 15 Nov 1994 12:45:26 GMT".
    init?(httpDate text: String) {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = text.split(separator: " ")
        guard parts.count >= 4, let day = Int(parts[1]), let month = months.firstIndex(of: String(parts[2])),
            let year = Int(parts[3])
        else { return nil }
        self.init(year, month + 1, day)
    }
}
