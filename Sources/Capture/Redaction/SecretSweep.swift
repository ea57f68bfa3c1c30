import Notation
import SyncML

/// Finds secrets that are known by now wherever they stand: as they are, escaped for XML, percent-encoded, and in Base64.
struct SecretSweep: Sendable {
    private struct Needle: Sendable {
        var text: [UInt8]
        var placeholder: [UInt8]
        /// A word or a number is no secret inside a longer one.
        var standsAlone: Bool
    }

    /// Shorter secrets are replaced in their own places only: a word such as `admin` stands everywhere.
    static let leastBytes = 6

    private var needles: [[Needle]] = []
    /// For the first two bytes of a needle: its list, plus one.
    private var starts = [Int32](repeating: 0, count: 1 << 16)
    private var taken = 0

    /// Takes secrets that were met since.
    mutating func take(_ secrets: [Placeholders.Secret]) {
        for secret in secrets[taken...] where secret.text.count >= Self.leastBytes {
            var forms = [secret.text, MarkupText.escaped(secret.text)]
            for isUpper in [true, false] { forms.append(Self.percentEncoded(secret.text, isUpper: isUpper)) }
            for form in Set(forms) { add(form, secret.placeholder) }
            add(Base64.digits(of: secret.text), Base64.digits(of: secret.placeholder))
        }
        taken = secrets.count
    }

    private mutating func add(_ text: [UInt8], _ placeholder: [UInt8]) {
        let key = Int(text[0]) << 8 | Int(text[1])
        if starts[key] == 0 {
            needles.append([])
            starts[key] = Int32(needles.count)
        }
        let list = Int(starts[key]) - 1
        let standsAlone = text.allSatisfy(Self.isDigit) || text.allSatisfy(Self.isLetter)
        needles[list].append(Needle(text: text, placeholder: placeholder, standsAlone: standsAlone))
        // The longest first: one secret may begin as another does.
        needles[list].sort { $0.text.count > $1.text.count }
    }

    func applied(to bytes: [UInt8]) -> [UInt8] {
        guard !needles.isEmpty, bytes.count >= Self.leastBytes else { return bytes }
        var result: [UInt8] = []
        var kept = 0
        var index = 0
        bytes.withUnsafeBufferPointer { bytes in
            while index + 1 < bytes.count {
                if let end = Self.placeholder(in: bytes, at: index) {
                    // `device-2` may be a secret, and stands in `redacted-device-2`.
                    index = end
                    continue
                }
                let list = starts[Int(bytes[index]) << 8 | Int(bytes[index + 1])]
                guard list != 0, let needle = needle(in: needles[Int(list) - 1], bytes, at: index) else {
                    index += 1
                    continue
                }
                result += bytes[kept..<index]
                result += needle.placeholder
                index += needle.text.count
                kept = index
            }
            if kept > 0 { result += bytes[kept...] }
        }
        return kept == 0 ? bytes : result
    }

    private func needle(in list: [Needle], _ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Needle? {
        // The name of a tag is never a secret, even where a password is "password".
        if index > 0, bytes[index - 1] == UInt8(ascii: "<") { return nil }
        if index > 1, bytes[index - 1] == UInt8(ascii: "/"), bytes[index - 2] == UInt8(ascii: "<") { return nil }
        return list.first { needle in
            guard index + needle.text.count <= bytes.count else { return false }
            for offset in 0..<needle.text.count where bytes[index + offset] != needle.text[offset] { return false }
            guard needle.standsAlone else { return true }
            let end = index + needle.text.count
            return !(index > 0 && Self.isWord(bytes[index - 1])) && !(end < bytes.count && Self.isWord(bytes[end]))
        }
    }

    private static let mark = Array("redacted-".utf8)

    /// Where a placeholder ends that begins at an index; nil when none does.
    private static func placeholder(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        guard bytes[index] == mark[0], bytes[index + 1] == mark[1], index + mark.count < bytes.count else { return nil }
        for offset in 2..<mark.count where bytes[index + offset] != mark[offset] { return nil }
        var end = index + mark.count
        while end < bytes.count, isLetter(bytes[end]) { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "-") else { return nil }
        end += 1
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        return end
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

    /// All but letters, digits and `-._~` (RFC 3986 2.3).
    private static func percentEncoded(_ text: [UInt8], isUpper: Bool) -> [UInt8] {
        var result: [UInt8] = []
        for byte in text {
            let character = Character(Unicode.Scalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || "-._~".contains(character) {
                result.append(byte)
            } else {
                let digits = String(byte, radix: 16, uppercase: isUpper)
                result += "%\(digits.count < 2 ? "0" : "")\(digits)".utf8
            }
        }
        return result
    }
}
