public import CaseFile
import Foundation
import GRDB
public import Vocabulary

extension SQLiteCase {
    public func unresolved() throws(CaseError) -> [String] {
        try read { db in
            try String.fetchAll(
                db, sql: "SELECT sha256 FROM waiting JOIN report ON report.number = waiting.report ORDER BY sha256")
        }
    }

    public func alone<Value>(_ work: () throws(CaseError) -> Value) throws(CaseError) -> Value {
        // A lock of the folder: it goes with the process, and leaves no file behind.
        let folder = locked(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        defer { if folder >= 0 { close(folder) } }
        return try work()
    }

    /// The folder's descriptor, with the lock; negative where it cannot be opened.
    private func locked(_ folder: String) -> Int32 {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return descriptor }
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        return descriptor
    }

    public func replace(
        keys: [BlockKey], ofReports reports: [String], former: [String], by clusters: [Cluster]
    ) throws(CaseError) {
        try write { db in
            var numbers: [String: Int64] = [:]
            func number(_ sha256: String) throws -> Int64 {
                if let known = numbers[sha256] { return known }
                guard let found = try Self.number(of: sha256, db) else { throw CaseError.unknownReport(sha256) }
                numbers[sha256] = found
                return found
            }
            for report in reports {
                try db.cachedStatement(sql: "DELETE FROM block WHERE report = ?").execute(arguments: [number(report)])
                try db.cachedStatement(sql: "DELETE FROM waiting WHERE report = ?")
                    .execute(arguments: [number(report)])
            }
            let block = try db.cachedStatement(sql: "INSERT OR IGNORE INTO block VALUES (?, ?, ?)")
            for key in keys {
                try block.execute(arguments: [
                    Self.hash(key), number(key.member.report), key.member.thing,
                ])
            }
            for component in former { try Self.removeClusters(component, db) }
            for cluster in clusters { try Self.removeCluster(cluster.id, db) }
            for cluster in clusters { try Self.insert(cluster, db, number: number) }
        }
    }

    private static func insert(_ cluster: Cluster, _ db: Database, number: (String) throws -> Int64) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO cluster (id, kind, type, component, layer, name, since, until, reports, mentions, sources,
                    json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            cluster.id, cluster.kind.rawValue, cluster.type, cluster.component, cluster.layer.rawValue, cluster.name,
            cluster.when?.start.iso, cluster.when?.end.iso, cluster.reports, cluster.mentions,
            cluster.independentSources, DatabaseBytes(Packing.pack(cluster.json)),
        ])
        let row = db.lastInsertedRowID
        let member = try db.cachedStatement(sql: "INSERT OR REPLACE INTO member VALUES (?, ?, ?)")
        for item in cluster.members { try member.execute(arguments: [number(item.report), item.thing, row]) }
        let name = try db.cachedStatement(sql: "INSERT OR IGNORE INTO cluster_name VALUES (?, ?)")
        for folded in cluster.foldedNames { try name.execute(arguments: [folded, row]) }
        if cluster.kind == .entity {
            let names = ([cluster.name] + cluster.foldedNames).joined(separator: " / ")
            try db.cachedStatement(sql: "INSERT INTO name_words (rowid, names) VALUES (?, ?)")
                .execute(arguments: [row, names])
        }
    }

    /// FNV-1a of the key with its kind.
    private static func hash(_ key: BlockKey) -> Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key.kind.rawValue.utf8 + [0] + Array(key.key.utf8) {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return Int64(bitPattern: hash)
    }

    public func closure(
        ofReports reports: [String], and keys: [BlockKey]
    ) throws(CaseError) -> [[Cluster.Member]] {
        try read { db in
            var search = ComponentSearch()
            let anew = Set(reports)
            for key in keys { search.add(Self.hash(key), key.member) }
            // From what is new outwards: all under its keys, under the keys of those, …
            let members = try db.cachedStatement(
                sql: """
                    SELECT sha256, thing FROM block JOIN report ON report.number = block.report WHERE key = ?
                    """)
            let others = try db.cachedStatement(
                sql: """
                    SELECT key FROM block JOIN report ON report.number = block.report WHERE sha256 = ? AND thing = ?
                    """)
            // What the reports meant before counts too: a thing that has gone leaves a component that must be redone.
            for report in reports {
                for row in try Row.fetchAll(
                    db,
                    sql: "SELECT key FROM block JOIN report ON report.number = block.report WHERE sha256 = ?",
                    arguments: [report])
                {
                    search.touch(row["key"])
                }
            }
            while let key = search.nextKey() {
                for row in try Row.fetchAll(members, arguments: [key]) {
                    let member = Cluster.Member(report: row["sha256"], thing: row["thing"])
                    guard !anew.contains(member.report), search.add(key, member) else { continue }
                    for other in try Int64.fetchAll(others, arguments: [member.report, member.thing]) {
                        search.add(other, member)
                    }
                }
            }
            return search.components
        }
    }

    public func clusters(_ kind: Cluster.Kind?) throws(CaseError) -> [Cluster] {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM cluster WHERE ?1 IS NULL OR kind = ?1 ORDER BY id",
                arguments: [kind?.rawValue])
            return try rows.map { try self.cluster($0, db) }
        }
    }

    public func cluster(_ id: String) throws(CaseError) -> Cluster? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM cluster WHERE id = ?", arguments: [id])
                .map { try self.cluster($0, db) }
        }
    }

    public func timeline(
        from first: CalendarDay?, to last: CalendarDay?, limit: Int
    ) throws(CaseError) -> (events: [Cluster], total: Int) {
        try read { db in
            let choice = "FROM cluster WHERE kind = 'event' AND since >= ? AND until >= ? AND since <= ?"
            let bounds: StatementArguments = ["", first?.iso ?? "", last?.iso ?? "9999-12-31"]
            let rows = try Row.fetchAll(
                db, sql: "SELECT * \(choice) ORDER BY since, until, type, id LIMIT ?", arguments: bounds + [limit])
            let total = try Int.fetchOne(db, sql: "SELECT count(*) \(choice)", arguments: bounds) ?? 0
            return (try rows.map { try self.cluster($0, db) }, total)
        }
    }

    public func clusters(of members: [Cluster.Member]) throws(CaseError) -> [Cluster] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT cluster FROM member JOIN report ON report.number = member.report
                    WHERE sha256 = ? AND thing = ?
                    """)
            var numbers: Set<Int64> = []
            for member in members {
                if let number = try Int64.fetchOne(statement, arguments: [member.report, member.thing]) {
                    numbers.insert(number)
                }
            }
            let found = try numbers.sorted().compactMap { number in
                try Row.fetchOne(db, sql: "SELECT * FROM cluster WHERE number = ?", arguments: [number])
                    .map { try self.cluster($0, db) }
            }
            return found.sorted { $0.id < $1.id }
        }
    }

    public func clusters(named folded: String) throws(CaseError) -> [Cluster] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT cluster.* FROM cluster_name JOIN cluster ON cluster.number = cluster_name.cluster
                    WHERE cluster_name.name = ? ORDER BY reports DESC, id
                    """, arguments: [folded])
            return try rows.map { try self.cluster($0, db) }
        }
    }

    private func cluster(_ row: Row, _ db: Database) throws -> Cluster {
        let number: Int64 = row["number"]
        let members = try Row.fetchAll(
            try db.cachedStatement(
                sql: """
                    SELECT sha256, thing FROM member JOIN report ON report.number = member.report WHERE cluster = ?
                    ORDER BY sha256, thing
                    """), arguments: [number]
        ).map { Cluster.Member(report: $0["sha256"], thing: $0["thing"]) }
        let names = try String.fetchAll(
            try db.cachedStatement(sql: "SELECT name FROM cluster_name WHERE cluster = ? ORDER BY name"),
            arguments: [number])
        let packed: DatabaseBytes = row["json"]
        let id: String = row["id"]
        guard let kind = Cluster.Kind(rawValue: row["kind"]), let layer = Cluster.Layer(rawValue: row["layer"]),
            let json = Packing.open(packed.bytes)
        else { throw CaseError.damaged(path: path, what: "the resolved thing \(id) cannot be read") }
        return Cluster(
            id: id, kind: kind, type: row["type"], component: row["component"], layer: layer, name: row["name"],
            foldedNames: names, when: Self.interval(row), reports: row["reports"], mentions: row["mentions"],
            independentSources: row["sources"], json: json, members: members)
    }
}
