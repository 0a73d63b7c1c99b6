/// The words of person names that are not names.
package struct WordTable: Sendable {
    /// What such a word does.
    package enum Kind: String, Sendable {
        /// Joins the name after it: de, van, y.
        case particle
        /// The Arabic article.
        case article
        /// Says whose child: bin, ben, ould, oglu.
        case descent
        /// Says whose parent: abu, umm.
        case kunya
        /// Servant of: one name with what follows.
        case compound
        /// Rank before the name.
        case title
        /// Rank or dignity that lists write anywhere in the name: Haji, Mullah, Sayyid.
        case honorific
        case suffix
        /// Another name follows: alias, a.k.a.
        case introducer
    }

    private var keys = ByteKeyMap(capacity: 256)
    private var kinds: [Kind] = []

    init(_ name: String) throws(NamesError) {
        try TableFile(name).rows(columns: 2) { fields in
            guard let kind = Kind(rawValue: String(decoding: fields[1], as: UTF8.self)) else { return }
            let number = fields[0].withUnsafeBufferPointer { keys.insert($0) }
            if number == kinds.count { kinds.append(kind) }
        }
    }

    package func kind(_ key: UnsafeBufferPointer<UInt8>) -> Kind? {
        guard key.count <= 14, let number = keys.find(key) else { return nil }
        return kinds[number]
    }
}
