import GRDB

/// The tables of a case file.
enum CaseSchema {
    /// `Expd`, in the file's header: tells a case from any other SQLite file.
    static let applicationID = 0x4578_7064
}
