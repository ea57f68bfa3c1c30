import Crypto
import SwiftASN1

/// The hash function of a signature.
public enum SignatureHash: String, Hashable, Sendable, CaseIterable, Codable {
    case sha1, sha256, sha384, sha512

    /// By the identifier that the `oID` of a policy holds (enrollment.md 6.2); nil for another hash.
    public init?(objectIdentifier: String) {
        guard let hash = Self.allCases.first(where: { $0.objectIdentifier == objectIdentifier }) else { return nil }
        self = hash
    }

    /// In dotted decimals.
    public var objectIdentifier: String { "\(identifier)" }

    var identifier: ASN1ObjectIdentifier {
        switch self {
        case .sha1: [1, 3, 14, 3, 2, 26]
        case .sha256: [2, 16, 840, 1, 101, 3, 4, 2, 1]
        case .sha384: [2, 16, 840, 1, 101, 3, 4, 2, 2]
        case .sha512: [2, 16, 840, 1, 101, 3, 4, 2, 3]
        }
    }

    func hash(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .sha1: Array(Insecure.SHA1.hash(data: bytes))
        case .sha256: Array(SHA256.hash(data: bytes))
        case .sha384: Array(SHA384.hash(data: bytes))
        case .sha512: Array(SHA512.hash(data: bytes))
        }
    }
}
