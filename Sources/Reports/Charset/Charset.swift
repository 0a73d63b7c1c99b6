private import Glibc

/// A character set that bytes can be written in.
package struct Charset: Sendable, Hashable {
    /// As the web's encoding standard calls it: `utf-8`, `windows-1252`, `euc-kr`.
    package let name: String

    package static let utf8 = Charset(name: "utf-8")
    static let windows1252 = Charset(name: "windows-1252")

    /// The text in UTF-8, and how many places of it were replaced because they are no text in this character set;
    /// nil where the system knows no such character set.
    func decode(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], replaced: Int)? {
        switch name {
        case "utf-8":
            let check = UTF8Check(bytes)
            if check.isValid { return (Array(bytes), 0) }
            return (Array(String(decoding: bytes, as: UTF8.self).utf8), check.misplaced)
        case "windows-1252", "iso-8859-1":
            return (SingleByteTable.windows1252.decode(bytes), 0)
        default:
            return convert(bytes)
        }
    }

    /// The system's own name for it.
    private var systemName: String {
        switch name {
        case "gbk", "gb18030": "GB18030"
        case "big5": "BIG5-HKSCS"
        case "shift_jis": "CP932"
        case "euc-kr": "CP949"
        case "iso-8859-8-i": "ISO-8859-8"
        case "x-mac-cyrillic": "MAC-CYRILLIC"
        case "windows-874": "CP874"
        case _ where name.hasPrefix("windows-"): "CP" + name.dropFirst(8)
        default: name.uppercased()
        }
    }

    private func convert(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], replaced: Int)? {
        let failed = iconv_t(bitPattern: -1)
        guard let converter = iconv_open("UTF-8", systemName), converter != failed else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var text: [UInt8] = []
        var replaced = 0
        var output = [CChar](repeating: 0, count: 65_536)
        input.withUnsafeMutableBufferPointer { source in
            var from = source.baseAddress
            var left = source.count
            while left > 0 {
                let before = left
                var code: Int32 = 0
                output.withUnsafeMutableBufferPointer { target in
                    var to = target.baseAddress
                    var room = target.count
                    errno = 0
                    if iconv(converter, &from, &left, &to, &room) == Int(bitPattern: UInt.max) { code = errno }
                    for byte in target[0..<(target.count - room)] { text.append(UInt8(bitPattern: byte)) }
                }
                guard code == EILSEQ || code == EINVAL || (code == E2BIG && left == before) else { continue }
                replaced += 1
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                from = from?.advanced(by: 1)
                left -= 1
            }
        }
        return (text, replaced)
    }
}
