import Hashing
import SwiftASN1

/// The MAC of a PFX file, which tells whether a password is the right one without decrypting anything (RFC 7292 section
/// 4 and appendix B).
struct PFXMac {
    private enum Hash {
        case sha1, sha256, sha384, sha512

        init?(_ identifier: ASN1ObjectIdentifier) {
            switch identifier {
            case [1, 3, 14, 3, 2, 26]: self = .sha1
            case [2, 16, 840, 1, 101, 3, 4, 2, 1]: self = .sha256
            case [2, 16, 840, 1, 101, 3, 4, 2, 2]: self = .sha384
            case [2, 16, 840, 1, 101, 3, 4, 2, 3]: self = .sha512
            default: return nil
            }
        }
    }

    /// More rounds than this are not computed, so that a hostile file cannot hold up the device. Windows and OpenSSL
    /// write about two thousand.
    private static let mostRounds = 200_000

    private let hash: Hash
    private let digest: [UInt8]
    private let salt: [UInt8]
    private let rounds: Int
    private let contents: [UInt8]

    /// - Returns: nil for an algorithm or a number of rounds that is not computed here.
    /// - Throws: when the node is no MacData.
    static func read(_ node: ASN1Node, over contents: [UInt8]) throws -> PFXMac? {
        try BER.sequence(node, identifier: .sequence) { nodes in
            guard let info = nodes.next() else { throw ASN1Error.invalidASN1Object(reason: "MacData is empty") }
            let (algorithm, digest) = try digestInfo(info)
            let salt = Array(try ASN1OctetString(berEncoded: &nodes).bytes)
            let rounds = try nodes.next().map { try Int(berEncoded: $0) } ?? 1
            guard let hash = Hash(algorithm), (1...mostRounds).contains(rounds) else { return nil }
            return PFXMac(hash: hash, digest: digest, salt: salt, rounds: rounds, contents: contents)
        }
    }

    private static func digestInfo(_ node: ASN1Node) throws -> (ASN1ObjectIdentifier, [UInt8]) {
        try BER.sequence(node, identifier: .sequence) { nodes in
            guard let algorithm = nodes.next() else { throw ASN1Error.invalidASN1Object(reason: "DigestInfo is empty") }
            let identifier = try BER.sequence(algorithm, identifier: .sequence) { nodes in
                let identifier = try ASN1ObjectIdentifier(berEncoded: &nodes)
                while nodes.next() != nil {}
                return identifier
            }
            return (identifier, Array(try ASN1OctetString(berEncoded: &nodes).bytes))
        }
    }

    /// Whether the file was made with a password.
    ///
    /// - Parameter password: nil for none, which writers take as no bytes or as an empty text.
    func agrees(withPassword password: String?) -> Bool {
        let terminator: [UInt8] = [0, 0]
        let candidates = password.map { [BMPText.bytes($0) + terminator] } ?? [[], terminator]
        return candidates.contains { code($0) == digest }
    }

    private func code(_ password: [UInt8]) -> [UInt8] {
        switch hash {
        case .sha1: code(password, SHA1.self)
        case .sha256: code(password, SHA256.self)
        case .sha384: code(password, SHA384.self)
        case .sha512: code(password, SHA512.self)
        }
    }

    /// Appendix B.2 with purpose 3, the key of a MAC. The key is as long as one hash, so the first block is all of it.
    private func code<H: HashFunction>(_ password: [UInt8], _: H.Type) -> [UInt8] {
        let block = H.blockByteCount
        let input =
            Array(repeating: 3, count: block) + Self.filled(salt, toMultipleOf: block)
            + Self.filled(password, toMultipleOf: block)
        var key = H.hash(input)
        for _ in 1..<rounds { key = H.hash(key) }
        return HMAC<H>.code(of: contents, key: key)
    }

    /// The bytes again and again, up to the next multiple of a length; none stay none.
    private static func filled(_ bytes: [UInt8], toMultipleOf length: Int) -> [UInt8] {
        guard !bytes.isEmpty else { return [] }
        let count = (bytes.count + length - 1) / length * length
        return (0..<count).map { bytes[$0 % bytes.count] }
    }
}
