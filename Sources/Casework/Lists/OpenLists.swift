import Fetching
import Foundation
public import Names
import Vocabulary
public import Watchlists

extension ListFolder {
    /// Opens lists for screening: kept ones by name, others by file or folder; all kept ones when none is named.
    public func open(_ wanted: [String], tables: NameTables) throws(ListsError) -> [ScreenedList] {
        var lists: [ScreenedList] = []
        let names = wanted.isEmpty ? try status().map(\.name) : wanted
        if names.isEmpty { throw .noLists(folder: root) }
        for name in names {
            if !name.contains("/"), let kept = try open(name, tables) {
                lists.append(kept)
            } else if FileManager.default.fileExists(atPath: name) {
                lists.append(try Self.read(name, tables))
            } else {
                throw .noSource(name)
            }
        }
        return lists
    }

    /// Reads a file or folder for this once.
    private static func read(_ path: String, _ tables: NameTables) throws(ListsError) -> ScreenedList {
        let intake = try ListIntake.open(.path(path), fetcher: .init())
        do throws(ListFault) {
            let list = try ListFiles.read(intake.files, place: path)
            let stem = (path as NSString).lastPathComponent
            let name = list.format == .followTheMoney ? String(stem.prefix { $0 != "." }) : list.format.rawValue
            return ScreenedList(list, name: name, date: intake.date, tables: tables)
        } catch { throw .unreadable(error) }
    }
}
