import Notation
import SyncML

/// What stands in place of each secret of a capture. The same secret always gets the same placeholder.
///
/// A placeholder has the shape of its secret where a reader would look at the shape: a MAC address, a GUID, hexadecimal or decimal digits of
/// the same length, an address of mail, Base64. Else it is `redacted-KIND-N`. None holds a character that XML, JSON or an address
/// escapes.
struct Placeholders: Sendable {
    struct Secret: Hashable, Sendable {
        var text: [UInt8]
        var placeholder: [UInt8]
    }

    private var known: [[UInt8]: [UInt8]] = [:]
    /// In the order in which they were met.
    private(set) var secrets: [Secret] = []
    private var counts: [String: Int] = [:]

    /// The placeholder of a secret; the secret itself when it is empty or a placeholder already.
    mutating func placeholder(of secret: [UInt8], kind: String) -> [UInt8] {
        guard !secret.isEmpty, !Self.isPlaceholder(secret) else { return secret }
        if let placeholder = known[secret] { return placeholder }
        let placeholder = make(secret, kind: kind)
        known[secret] = placeholder
        secrets.append(Secret(text: secret, placeholder: placeholder))
        return placeholder
    }

    private mutating func make(_ secret: [UInt8], kind: String) -> [UInt8] {
        let text = String(decoding: secret, as: UTF8.self)
        if let shape = Shape(text) {
            counts[shape.name, default: 0] += 1
            return Array(shape.placeholder(counts[shape.name] ?? 0).utf8)
        }
        counts[kind, default: 0] += 1
        let name = "redacted-\(kind)-\(counts[kind] ?? 0)"
        if text.utf8.count >= 16, text.utf8.count.isMultiple(of: 4), Base64.decode(text) != nil {
            return Base64.digits(of: Array(name.utf8))
        }
        return Array(name.utf8)
    }

    /// True for what a redaction puts in, so that a capture can be redacted twice.
    static func isPlaceholder(_ text: [UInt8]) -> Bool {
        let text = String(decoding: text, as: UTF8.self)
        if isMark(text) { return true }
        if let shape = Shape(text), shape.isPlaceholder(text) { return true }
        return false
    }

    /// Those that say what they are, plain or in Base64; not those that keep the shape of the secret.
    static func isMark(_ text: String) -> Bool {
        text.hasPrefix("redacted-") || text.hasSuffix("@redacted.example") || text.hasPrefix("cmVkYWN0ZWQt")
    }
}

/// The shape of a secret that its placeholder keeps.
enum Shape: Hashable {
    case macAddress(mark: Character)
    case guid
    /// A mail address or UPN.
    case email
    case securityIdentifier
    /// Decimal or hexadecimal. The placeholder is decimal in both, so that no two are the same.
    case digits(count: Int)

    init?(_ text: String) {
        let bytes = Array(text.utf8)
        if bytes.count == 17, SecretPattern.macAddress.matches(in: bytes) == [0..<17] {
            self = .macAddress(mark: Character(Unicode.Scalar(bytes[2])))
        } else if GUID.isBare(String(decoding: bytes, as: UTF8.self)) {
            self = .guid
        } else if SecretPattern.email.matches(in: bytes) == [0..<bytes.count] {
            self = .email
        } else if SecretPattern.securityIdentifier.matches(in: bytes) == [0..<bytes.count] {
            self = .securityIdentifier
        } else if bytes.count >= 6, bytes.allSatisfy({ (0x30...0x39).contains($0) }) {
            self = .digits(count: bytes.count)
        } else if bytes.count >= 12, bytes.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) {
            self = .digits(count: bytes.count)
        } else {
            return nil
        }
    }

    /// What placeholders of the shape are counted by.
    var name: String {
        switch self {
        case .macAddress: "shape.mac"
        case .guid: "shape.guid"
        case .email: "shape.email"
        case .securityIdentifier: "shape.sid"
        case .digits: "shape.digits"
        }
    }

    func placeholder(_ number: Int) -> String {
        switch self {
        // The block for documentation (RFC 7042 2.1.2), and behind it the locally administered addresses.
        case .macAddress(let mark):
            let digits = (number < 256 ? "00005e0053" : "0200") + Self.hexadecimal(number, number < 256 ? 2 : 8)
            return stride(from: 0, to: 12, by: 2).map { String(digits.uppercased().dropFirst($0).prefix(2)) }
                .joined(separator: String(mark))
        case .guid: return "00000000-0000-4000-8000-" + Self.hexadecimal(number, 12)
        case .email: return "user-\(number)@redacted.example"
        case .securityIdentifier: return "S-1-5-21-0-0-0-\(number)"
        case .digits(let count):
            let digits = String(number)
            return String(repeating: "0", count: max(0, count - digits.count)) + digits
        }
    }

    func isPlaceholder(_ text: String) -> Bool {
        switch self {
        case .macAddress: text.filter { $0 != "-" && $0 != ":" }.hasPrefix("00005E0053")
        case .guid: text.hasPrefix("00000000-0000-4000-8000-")
        case .email: text.hasSuffix("@redacted.example")
        case .securityIdentifier: text.hasPrefix("S-1-5-21-0-0-0-")
        // Nothing tells digits from others. A second redaction counts them in the same order, and so gives the same.
        case .digits: false
        }
    }

    private static func hexadecimal(_ number: Int, _ width: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
