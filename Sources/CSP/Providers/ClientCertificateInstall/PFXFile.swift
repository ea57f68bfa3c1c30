import SwiftASN1

/// The outer structure of a PFX file, PKCS #12 (RFC 7292 section 4): version 3, the contents as they are, and the MAC
/// over them. What is encrypted inside is not read.
struct PFXFile {
    /// nil when the file has none, or one of a kind that `PFXMac` does not compute.
    let mac: PFXMac?

    /// What the contents are: octets that a MAC covers, or a signed message that needs none.
    private static let data: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 1]
    private static let signedData: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 2]

    private enum Fault: Error {
        case notPFX
    }

    /// - Returns: nil for bytes that are no PFX file.
    init?(_ bytes: [UInt8]) {
        // BER, because the standard allows it and some tools write indefinite lengths.
        guard let root = try? BER.parse(bytes), let file = try? Self.read(root) else { return nil }
        self = file
    }

    private init(mac: PFXMac?) { self.mac = mac }

    private static func read(_ root: ASN1Node) throws -> PFXFile {
        try BER.sequence(root, identifier: .sequence) { nodes in
            let version = try Int(berEncoded: &nodes)
            guard version == 3, let authSafe = nodes.next() else { throw Fault.notPFX }
            let contents = try contents(of: authSafe)
            guard let macData = nodes.next() else { return PFXFile(mac: nil) }
            guard let contents else { throw Fault.notPFX }
            return PFXFile(mac: try PFXMac.read(macData, over: contents))
        }
    }

    /// The octets that a MAC covers; nil for a signed message.
    private static func contents(of authSafe: ASN1Node) throws -> [UInt8]? {
        try BER.sequence(authSafe, identifier: .sequence) { nodes in
            let type = try ASN1ObjectIdentifier(berEncoded: &nodes)
            return try BER.explicitlyTagged(&nodes, tagNumber: 0, tagClass: .contextSpecific) { content in
                switch type {
                case data: Array(try ASN1OctetString(berEncoded: content).bytes)
                case signedData: nil
                default: throw Fault.notPFX
                }
            }
        }
    }
}
