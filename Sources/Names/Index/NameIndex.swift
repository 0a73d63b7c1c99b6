internal import Foundation

/// Many names, ready to be searched: built in memory, saved to a file, mapped back.
public final class NameIndex: Sendable {
    let image: NameIndexImage

    init(image: NameIndexImage) { self.image = image }

    /// Maps a saved index.
    public init(path: String) throws(NamesError) { image = try NameIndexImage.map(path) }

    /// How many names there are.
    public var count: Int { image.rows(.names, as: NameRow.self).count }
    /// How many distinct words, kinds kept apart.
    public var wordCount: Int { image.rows(.tokens, as: TokenRow.self).count }
    /// Size in bytes, in memory and on disk.
    public var byteCount: Int { image.bytes.count }

    /// Saves the index beside its path first and renames it, so that a reader never sees half of it.
    public func write(to path: String) throws(NamesError) {
        let half = path + ".half"
        do {
            try Data(image.bytes).write(to: URL(fileURLWithPath: half))
        } catch { throw .indexNotWritten(path, error.localizedDescription) }
        guard rename(half, path) == 0 else { throw .indexNotWritten(path, String(cString: strerror(errno))) }
    }

    /// A name as it was added.
    public func text(_ name: Int) -> String {
        let row = image.rows(.names, as: NameRow.self)[name]
        let texts = image.rows(.texts, as: UInt8.self)
        return String(decoding: texts[Int(row.text)..<Int(row.text + row.textCount)], as: UTF8.self)
    }

    /// The form of a name, by address.
    func view(_ row: NameRow) -> FormView {
        let units = image.rows(.units, as: NameUnit.self)
        return FormView(
            kind: row.kind == 0 ? .person : .organisation, custom: PersonName.Custom(number: row.custom),
            units: UnsafeBufferPointer(rebasing: units[Int(row.units)..<(Int(row.units) + Int(row.unitCount))]),
            letters: image.rows(.letters, as: UInt8.self), hasExplicitSurname: row.traits & 1 != 0,
            legalForm: row.legalForm)
    }
}

extension PersonName.Custom {
    private static let numbered: [Self] = [.spanish, .slavic, .arabic, .eastAsian, .western]

    var number: UInt8 { UInt8(Self.numbered.firstIndex(of: self) ?? 4) }
    init(number: UInt8) { self = Self.numbered[min(4, Int(number))] }
}
