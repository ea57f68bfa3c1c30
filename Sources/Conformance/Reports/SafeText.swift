/// Text that came from a file or a server, fit to be shown to people.
enum SafeText {
    /// Control characters, which could steer a terminal, and characters that turn the direction of text or cannot be seen,
    /// become `�`. Line breaks and tabs stay.
    static func block(_ text: String) -> String { replacing(text) { $0 == "\n" || $0 == "\t" } }

    /// The same in one line: line breaks and tabs become spaces, so that no text can pass for a line of its own.
    static func line(_ text: String) -> String {
        let spaced = text.unicodeScalars.contains { $0 == "\n" || $0 == "\t" || $0 == "\r" }
        guard spaced else { return replacing(text) { _ in false } }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(scalar == "\n" || scalar == "\t" || scalar == "\r" ? " " : scalar)
        }
        return replacing(String(scalars)) { _ in false }
    }

    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        // Line and paragraph separators; marks, embeddings and isolates of direction; what has no width.
        case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private static func replacing(_ text: String, except isKept: (Unicode.Scalar) -> Bool) -> String {
        // Nearly every text is plain ASCII.
        guard text.utf8.contains(where: { !(0x20..<0x7F ~= $0) }) else { return text }
        guard text.unicodeScalars.contains(where: { isUnsafe($0) && !isKept($0) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(isUnsafe(scalar) && !isKept(scalar) ? "\u{FFFD}" : scalar) }
        return String(result)
    }

    /// The cells that a scalar takes on a terminal: 0 for marks on the character before it, 2 for East Asian wide characters
    /// and pictures (Unicode Standard Annex 11), otherwise 1.
    static func cells(_ scalar: Unicode.Scalar) -> Int {
        // Nothing before the combining marks is anything but 1.
        guard scalar.value >= 0x300 else { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    static func cells(_ text: String) -> Int {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text.utf8.count }
        return text.unicodeScalars.reduce(0) { $0 + cells($1) }
    }
}
