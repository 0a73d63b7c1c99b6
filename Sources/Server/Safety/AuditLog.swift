package import Foundation
import Synchronization
import Vocabulary

/// Who did what, a JSON object a line, added at the end of a file that only its owner may read.
package final class AuditLog: Sendable {
    private let file: Mutex<FileHandle?>

    /// - Throws: where the file cannot be opened: a desk that cannot keep its log does not open.
    package init(path: String?) throws(Refusal) {
        guard let path else {
            file = Mutex(nil)
            return
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Refusal(
                500, "desk.audit", "\(path): the audit log cannot be written: \(String(cString: strerror(errno)))")
        }
        file = Mutex(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
    }

    /// - Parameter what: the method and the path, never the body.
    package func note(at moment: Date, user: String, what: String, status: Int) {
        var json = JSONWriter()
        json.beginObject()
        json.key("at")
        json.string(moment.formatted(.iso8601))
        json.key("user")
        json.string(user)
        json.key("what")
        json.string(what)
        json.key("status")
        json.integer(status)
        json.endObject()
        let line = Data(json.bytes + [0x0A])
        file.withLock { try? $0?.write(contentsOf: line) }
    }
}
