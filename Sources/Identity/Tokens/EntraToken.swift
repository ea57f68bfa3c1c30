import Notation

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A token in the form of those that Entra gives (enrollment.md 11.2), signed by a tester's key: a JWT in compact form,
/// RS256, with `kid`. Real tokens of Entra are neither fetched nor made.
public enum EntraToken {
    /// What a token claims. Names on the wire are those of enrollment.md 11.2.
    public struct Claims: Hashable, Sendable {
        /// `aud`: the application id or URI of the management service.
        public var audience: String
        /// `iss`
        public var issuer: String
        /// `tid`
        public var tenantID: String
        /// `oid`: the user.
        public var objectID: String?
        /// `upn`
        public var userPrincipalName: String?
        /// `unique_name`
        public var uniqueName: String?
        /// `scp`
        public var scope: String?
        /// `deviceid`: not yet there in the token of a join.
        public var deviceID: String?
        /// `nbf`, in seconds since 1970.
        public var notBefore: Int64
        /// `exp`, in seconds since 1970.
        public var expires: Int64
        /// `ver`
        public var version: String

        public static let delegation = "mdm_delegation"

        public init(
            audience: String, issuer: String, tenantID: String, objectID: String? = nil,
            userPrincipalName: String? = nil, uniqueName: String? = nil, scope: String? = Self.delegation,
            deviceID: String? = nil, notBefore: Int64, expires: Int64, version: String = "1.0"
        ) {
            self.audience = audience
            self.issuer = issuer
            self.tenantID = tenantID
            self.objectID = objectID
            self.userPrincipalName = userPrincipalName
            self.uniqueName = uniqueName
            self.scope = scope
            self.deviceID = deviceID
            self.notBefore = notBefore
            self.expires = expires
            self.version = version
        }
    }

    struct Header: Codable {
        var alg: String
        var kid: String?
        var typ: String?
    }

    static let algorithm = "RS256"
    /// The most characters of a token that are looked at.
    public static let limit = 64 << 10

    /// Makes a token: three parts of Base64 with dots between. It is a credential.
    ///
    /// - Throws: `KeyFault` with `signing`.
    public static func sign(_ claims: Claims, key: KeyPair, keyID: String) throws(KeyFault) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let header: Data
        let payload: Data
        do {
            header = try encoder.encode(Header(alg: algorithm, kid: keyID, typ: "JWT"))
            payload = try encoder.encode(claims)
        } catch {
            throw .signing
        }
        let signed = "\(Base64URL.encode(Array(header))).\(Base64URL.encode(Array(payload)))"
        return "\(signed).\(Base64URL.encode(try key.sign(Array(signed.utf8), .sha256)))"
    }
}

extension EntraToken.Claims: Codable {
    enum CodingKeys: String, CodingKey {
        case audience = "aud"
        case issuer = "iss"
        case tenantID = "tid"
        case objectID = "oid"
        case userPrincipalName = "upn"
        case uniqueName = "unique_name"
        case scope = "scp"
        case deviceID = "deviceid"
        case notBefore = "nbf"
        case expires = "exp"
        case version = "ver"
    }
}

/// Base64 with the digits `-` and `_`, without filling (RFC 4648 section 5), as JWT has it.
enum Base64URL {
    static func encode(_ octets: [UInt8]) -> String {
        let digits = Base64.digits(of: octets).compactMap { digit -> UInt8? in
            switch digit {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            case UInt8(ascii: "="): nil
            default: digit
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// nil for a text with another character, or of a length that no octets have.
    static func decode(_ text: some StringProtocol) -> [UInt8]? {
        var plain: [UInt8] = []
        for character in text.utf8 {
            switch character {
            case UInt8(ascii: "-"): plain.append(UInt8(ascii: "+"))
            case UInt8(ascii: "_"): plain.append(UInt8(ascii: "/"))
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                plain.append(character)
            default: return nil
            }
        }
        guard plain.count % 4 != 1 else { return nil }
        plain += [UInt8](repeating: UInt8(ascii: "="), count: (4 - plain.count % 4) % 4)
        guard let octets = Base64.decode(String(decoding: plain, as: UTF8.self)), encode(octets) == text else {
            return nil
        }
        return octets
    }
}
