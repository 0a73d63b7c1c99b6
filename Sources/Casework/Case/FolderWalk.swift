import Foundation
import Vocabulary

/// The files below a folder, in the order of their paths, and what in it is no report.
struct FolderWalk {
    enum Found {
        case file(String)
        case problem(Problem)
    }

    /// Links are not followed, so that no loop of them has no end; hidden files and folders are left out.
    static func files(below root: String) -> [Found] {
        var found: [Found] = []
        var pending = [root]
        while let folder = pending.popLast() {
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted(by: >)
            } catch {
                found.append(.problem(unreadable(folder)))
                continue
            }
            var folders: [String] = []
            for name in names.reversed() where !name.hasPrefix(".") {
                let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
                switch kind(of: path) {
                case S_IFREG: found.append(.file(path))
                case S_IFDIR: folders.append(path)
                case S_IFLNK: found.append(.problem(leftOut(path, "it is a link; give what it leads to")))
                default: found.append(.problem(leftOut(path, "it is neither a file nor a folder")))
                }
            }
            pending += folders.reversed()
        }
        return found
    }

    /// `S_IFREG`, `S_IFDIR`, …; 0 where it cannot be told.
    static func kind(of path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
    }

    private static func unreadable(_ path: String) -> Problem {
        Problem(
            code: access(path, R_OK | X_OK) == 0 ? "input.not-read" : "input.no-permission", input: path,
            message: "the folder cannot be looked into")
    }

    private static func leftOut(_ path: String, _ reason: String) -> Problem {
        Problem(code: "input.no-file", input: path, message: reason)
    }
}
