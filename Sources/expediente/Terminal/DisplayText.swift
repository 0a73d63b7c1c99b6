/// Words of a report made fit for a terminal.
enum DisplayText {
    /// One line, without characters that would steer the terminal or turn the direction of writing.
    static func clean(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        var wasSpace = false
        for scalar in text.unicodeScalars {
            let isSpace = scalar.properties.isWhitespace
            if isSpace {
                if !wasSpace { view.append(" ") }
            } else if !isSteering(scalar) {
                view.append(scalar)
            }
            wasSpace = isSpace
        }
        return String(view)
    }

    private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A..<0x202F, 0x2066..<0x206A, 0xFEFF: true
        default: false
        }
    }

    /// Columns that the text takes up: two for the wide characters of East Asia and most pictures, none for marks.
    static func width(_ text: String) -> Int {
        var width = 0
        for scalar in text.unicodeScalars {
            if scalar.isASCII { width += 1 } else { width += columns(of: scalar) }
        }
        return width
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        return switch scalar.value {
        case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xAC00..<0xD7A4, 0xF900..<0xFB00, 0xFE30..<0xFE70, 0xFF00..<0xFF61,
            0xFFE0..<0xFFE7, 0x1F300..<0x1F650, 0x1F900..<0x1FA00, 0x20000..<0x3FFFE:
            2
        default: 1
        }
    }
}
