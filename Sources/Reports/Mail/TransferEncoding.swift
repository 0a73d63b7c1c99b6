/// How the bytes of a mail part are written so that any mail server carries them (RFC 2045). Lenient: what is no part
/// of the encoding is passed over or taken as it stands.
enum TransferEncoding {
    static func decode(_ bytes: ArraySlice<UInt8>, _ encoding: String?) -> [UInt8] {
        switch encoding?.trimmed.lowercased() {
        case "base64": base64(bytes)
        case "quoted-printable": quotedPrintable(bytes)
        default: Array(bytes)
        }
    }

    static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            guard let six = sixBits(byte) else {
                if byte == 0x3D { break }
                continue
            }
            bits = bits << 6 | six
            count += 6
            if count >= 8 {
                count -= 8
                decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return decoded
    }

    private static func sixBits(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte - 0x41)
        case 0x61...0x7A: UInt32(byte - 0x61 + 26)
        case 0x30...0x39: UInt32(byte - 0x30 + 52)
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }

    static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var i = bytes.startIndex
        while i < bytes.endIndex {
            guard bytes[i] == 0x3D else {
                decoded.append(bytes[i])
                i += 1
                continue
            }
            if i + 2 < bytes.endIndex, let high = hexadecimal(bytes[i + 1]), let low = hexadecimal(bytes[i + 2]) {
                decoded.append(high << 4 | low)
                i += 3
                continue
            }
            // A soft line end: spaces may stand between the sign and it.
            var stop = i + 1
            while stop < bytes.endIndex, bytes[stop] == 0x20 || bytes[stop] == 0x09 || bytes[stop] == 0x0D { stop += 1 }
            if stop < bytes.endIndex, bytes[stop] == 0x0A {
                i = stop + 1
            } else if stop >= bytes.endIndex {
                i = stop
            } else {
                decoded.append(0x3D)
                i += 1
            }
        }
        return decoded
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
