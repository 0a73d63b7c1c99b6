public import CaseFile
import Evaluation
import Names
public import Vocabulary

/// The use case: gold readings as one case, held against a key of who is who.
public struct EvaluateIdentities: Sendable {
    public var folders: [String]
    /// A CSV file `report_id,entity_name,type,true_id`.
    public var key: String

    public init(folders: [String], key: String) {
        self.folders = folders
        self.key = key
    }

    /// Pairs of mentions' entities of different reports.
    public struct Figures: Sendable, Hashable {
        public var shared = 0
        /// Pairs that the case has and the key has not.
        public var wrong = 0
        /// Pairs that the key has and the case has not.
        public var missed = 0

        public var precision: Double { shared + wrong == 0 ? 1 : Double(shared) / Double(shared + wrong) }
        public var recall: Double { shared + missed == 0 ? 1 : Double(shared) / Double(shared + missed) }
    }

    public struct Outcome: Sendable {
        public var reports: [FiledReport]
        public var resolved: ResolvedCase
        /// By type, and `people and groups` for both together.
        public var figures: [(type: String, figures: Figures)]
        /// One line each: what was wrongly joined and what was missed.
        public var differences: [String]
        /// Rows of the key that name no entity of the gold.
        public var unused: [String]
    }

    public func run() throws(CaseworkError) -> Outcome {
        let reports = try Self.reports(in: folders)
        let resolved = CaseResolver(tables: try Self.tables()).resolve(reports)
        var count = PairCount(reports, resolved)
        do throws(Problem) { try count.read(FileBytes.read(key), from: key) } catch { throw .unusable(error) }
        let types = ["Person", "Organization", "Company", "PublicBody", "Place"]
        var figures = types.map { ($0, count.figures([$0])) }
        figures.append(("people and groups", count.figures(["Person", "Organization"])))
        return Outcome(
            reports: reports, resolved: resolved, figures: figures, differences: count.differences.sorted(),
            unused: count.unused)
    }

    static func tables() throws(CaseworkError) -> CaseTables {
        do throws(NamesError) { return CaseTables(names: try NameTables()) } catch {
            throw .unusable(Problem(code: "names.tables", input: "tables", message: "\(error)"))
        }
    }

    /// The gold's readings as filed reports.
    static func reports(in folders: [String]) throws(CaseworkError) -> [FiledReport] {
        var reports: [FiledReport] = []
        for folder in folders {
            for gold in try GoldFolder.load(folder) {
                do throws(ReadingFault) {
                    var form = gold.reading
                    form.format = Reading.format
                    let reading = try Reading(form, text: gold.text)
                    reports.append(
                        FiledReport(
                            sha256: SHA256.hexadecimal(of: gold.text), filedAt: Moment(seconds: 0), reading: reading))
                } catch {
                    throw .unusable(Problem(code: error.code, input: gold.key, message: error.description))
                }
            }
        }
        return reports
    }
}

/// Counts the pairs that case and key have in common.
private struct PairCount {
    private struct Row {
        var report: String
        var name: String
        var type: String
        var identity: String
        var cluster: String
    }

    private let clusters: [String: String]
    private var rows: [Row] = []
    private(set) var unused: [String] = []
    private(set) var differences: [String] = []

    init(_ reports: [FiledReport], _ resolved: ResolvedCase) {
        var ofMember: [Cluster.Member: String] = [:]
        for cluster in resolved.clusters where cluster.kind == .entity {
            for member in cluster.members { ofMember[member] = cluster.id }
        }
        var clusters: [String: String] = [:]
        for report in reports {
            for entity in report.reading.entities {
                let key = "\(report.id)\t\(entity.name)\t\(entity.type.rawValue)"
                clusters[key] = ofMember[Cluster.Member(report: report.sha256, thing: entity.id)]
            }
        }
        self.clusters = clusters
    }

    mutating func read(_ bytes: [UInt8], from path: String) throws(Problem) {
        for (number, line) in bytes.split(separator: 0x0A).enumerated() where number > 0 {
            let fields = CSVLine.fields(String(decoding: line, as: UTF8.self))
            guard fields.count == 4 else {
                let message = "a row has four columns: report_id,entity_name,type,true_id"
                throw Problem(code: "key.row", input: "\(path), line \(number + 1)", message: message)
            }
            guard let cluster = clusters["\(fields[0])\t\(fields[1])\t\(fields[2])"] else {
                unused.append(fields.joined(separator: ","))
                continue
            }
            rows.append(
                Row(report: fields[0], name: fields[1], type: fields[2], identity: fields[3], cluster: cluster))
        }
        for (index, a) in rows.enumerated() {
            for b in rows[(index + 1)...]
            where a.report != b.report && (a.identity == b.identity) != (a.cluster == b.cluster) {
                let what = a.identity == b.identity ? "missed" : "wrong "
                differences.append("\(what) \(a.type): \(a.name) (\(a.report)) | \(b.name) (\(b.report))")
            }
        }
    }

    func figures(_ types: Set<String>) -> EvaluateIdentities.Figures {
        var figures = EvaluateIdentities.Figures()
        let chosen = rows.filter { types.contains($0.type) }
        for (index, a) in chosen.enumerated() {
            for b in chosen[(index + 1)...] where a.report != b.report {
                switch (a.identity == b.identity, a.cluster == b.cluster) {
                case (true, true): figures.shared += 1
                case (false, true): figures.wrong += 1
                case (true, false): figures.missed += 1
                case (false, false): break
                }
            }
        }
        return figures
    }
}

/// A line of comma-separated values.
enum CSVLine {
    static func fields(_ line: String) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line where character != "\r" {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
