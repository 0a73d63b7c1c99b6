public import FollowTheMoney
internal import Vocabulary

/// The case in the forms of other programs.
public struct CaseExport {
    public enum Form: String, Sendable, CaseIterable { case ftm, csv, graphml, json, html }

    private let material: CaseMaterial
    private let caseName: String

    public init(_ material: CaseMaterial, caseName: String) {
        self.material = material
        self.caseName = caseName
    }

    /// The whole case, UTF-8.
    public func bytes(_ form: Form) throws(FtMFault) -> [UInt8] {
        switch form {
        case .ftm:
            var bytes: [UInt8] = []
            for entity in ForeignEntities(material).all() { bytes += try entity.line() + [0x0A] }
            return bytes
        case .csv: return Array(CaseSpreadsheet(material).text.utf8)
        case .graphml: return Array(CaseGraph(material).xml.utf8)
        case .json: return CaseDocument(material, caseName: caseName).json
        case .html: return Array(CasePage(material, caseName: caseName).html().utf8)
        }
    }
}
