import FoundationEssentials
import SwiftASN1

/// PEM (RFC 7468) as certificates and keys are given to a transport.
enum PEMText {
    static func read(_ path: String) throws(TransportSetupFault) -> String {
        do { return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self) } catch {
            throw TransportSetupFault(.fileUnreadable, message: "\(path) cannot be read.")
        }
    }

    /// The DER of each certificate, in order; at least one.
    static func certificates(in text: String, origin: String) throws(TransportSetupFault) -> [[UInt8]] {
        let found = try documents(in: text, origin: origin, code: .certificateUnreadable)
            .filter { $0.discriminator == "CERTIFICATE" }
        guard !found.isEmpty else {
            throw TransportSetupFault(
                .certificateUnreadable, message: "There is no certificate in \(origin).",
                hint: "A certificate stands between the lines BEGIN CERTIFICATE and END CERTIFICATE.")
        }
        return found.map(\.derBytes)
    }

    /// The first private key.
    static func privateKey(in text: String, origin: String) throws(TransportSetupFault) -> [UInt8] {
        let kinds: Set = ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"]
        let found = try documents(in: text, origin: origin, code: .privateKeyUnreadable)
            .first { kinds.contains($0.discriminator) }
        guard let found else {
            throw TransportSetupFault(
                .privateKeyUnreadable, message: "There is no private key in \(origin).",
                hint: "An encrypted key (BEGIN ENCRYPTED PRIVATE KEY) has to be decrypted first, as with openssl pkey.")
        }
        return found.derBytes
    }

    private static func documents(
        in text: String, origin: String, code: TransportSetupFault.Code
    ) throws(TransportSetupFault) -> [PEMDocument] {
        do { return try PEMDocument.parseMultiple(pemString: text) } catch {
            // What the parser says is left out: it could quote a key.
            throw TransportSetupFault(code, message: "\(origin) is no PEM.")
        }
    }
}
