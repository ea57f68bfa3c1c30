import Notation
import ProtocolProfile

/// The HTTP header of MAC authentication (oma-dm.md 2.11, DMSEC 5.4.3):
///
///     x-syncml-hmac: algorithm=MD5, username="Robert Jordan", mac=XL/n5Mm2yAai5YjORMilrg==
///
/// A comma list in any order; `algorithm` may be left out and then is MD5.
public struct MACHeader: Hashable, Sendable {
    public static let name = "x-syncml-hmac"

    public var username: String
    /// Base64 text.
    public var mac: String

    public init(username: String, mac: String) {
        self.username = username
        self.mac = mac
    }

    /// The value as we write it. A quote and a backslash in the name are escaped, as in any quoted-string of HTTP;
    /// control characters, which would end the header, are left out.
    public var value: String {
        let quoted = username.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
            .map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return "algorithm=MD5, username=\"\(quoted)\", mac=\(mac)"
    }

    /// The text of a mac: Base64 of its octets, or of their hexadecimal digits as the sample of DMSEC has it
    /// (oma-dm.md 8 A31).
    static func text(of mac: [UInt8], _ form: Ambiguities.MACText) -> String {
        switch form {
        case .octets: Base64.encode(mac)
        case .hexadecimal: Base64.encode(Array(Hexadecimal.text(mac).utf8))
        }
    }
}

extension MACHeader {
    /// Why a header is none.
    public enum Fault: Error, Hashable, Sendable {
        /// Something else than `name=value`, `name="value"` or a comma; the offset counts UTF-8 bytes from 0.
        case syntax(offset: Int)
        /// A quoted-string without its end.
        case openQuote(offset: Int)
        /// A parameter that stands twice.
        case repeated(String)
        case usernameMissing
        case macMissing
        /// Only MD5 is defined.
        case algorithm(String)
    }

    /// Names are compared without case, as HTTP does; a parameter that nobody knows is passed over (both our choice).
    public init(parsing value: String) throws(Fault) {
        var scanner = ParameterScanner(Array(value.utf8))
        var parameters: [String: String] = [:]
        while let (name, text) = try scanner.next() {
            guard parameters.updateValue(text, forKey: name) == nil else { throw .repeated(name) }
        }
        if let algorithm = parameters["algorithm"], algorithm.uppercased() != "MD5" { throw .algorithm(algorithm) }
        guard let username = parameters["username"] else { throw .usernameMissing }
        guard let mac = parameters["mac"], !mac.isEmpty else { throw .macMissing }
        self.init(username: username, mac: mac)
    }

    /// Reads `name=value` pairs one after the other.
    private struct ParameterScanner {
        let bytes: [UInt8]
        var index = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func next() throws(Fault) -> (name: String, value: String)? {
            skipBlanks()
            // The list rule of HTTP lets an element be empty.
            while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
                index += 1
                skipBlanks()
            }
            guard index < bytes.count else { return nil }
            let name = try token(endingAt: UInt8(ascii: "="))
            index += 1
            let value: String
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                value = try quoted()
                skipBlanks()
                guard index == bytes.count || bytes[index] == UInt8(ascii: ",") else { throw .syntax(offset: index) }
            } else {
                let start = index
                while index < bytes.count, bytes[index] != UInt8(ascii: ",") {
                    guard bytes[index] != UInt8(ascii: "\"") else { throw .syntax(offset: index) }
                    index += 1
                }
                value = String(decoding: bytes[start..<index], as: UTF8.self).trimmedASCII
                guard !value.contains(where: { $0 == " " || $0 == "\t" }) else { throw .syntax(offset: start) }
            }
            return (name.lowercased(), value)
        }

        /// A name, up to and without the sign behind it.
        private mutating func token(endingAt sign: UInt8) throws(Fault) -> String {
            let start = index
            while index < bytes.count, Self.isTokenByte(bytes[index]) { index += 1 }
            guard index > start, index < bytes.count, bytes[index] == sign else { throw .syntax(offset: index) }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }

        private mutating func quoted() throws(Fault) -> String {
            let start = index
            index += 1
            var text: [UInt8] = []
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
                case UInt8(ascii: "\\") where index < bytes.count:
                    text.append(bytes[index])
                    index += 1
                default: text.append(byte)
                }
            }
            throw .openQuote(offset: start)
        }

        private mutating func skipBlanks() {
            while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        }

        private static func isTokenByte(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
