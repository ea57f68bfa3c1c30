import Hashing
import Notation

/// The formulas of authentication inside SyncML (oma-dm.md 2.11). Names and secrets enter as UTF-8, nonces as octets.
public enum Digest {
    /// MD5 is what the protocol prescribes; it proves little against an attacker and much about a peer's formula.
    static func md5(_ octets: [UInt8]) -> [UInt8] { MD5.hash(octets) }

    static func sha256(_ octets: [UInt8]) -> [UInt8] { SHA256.hash(octets) }

    /// `B64(name ":" secret)`: Data of a basic Cred.
    public static func basic(name: String, secret: String) -> String { Base64.encode(Array("\(name):\(secret)".utf8)) }

    /// `B64(H(B64(H(name ":" secret)) ":" nonce))`: Data of an md5 Cred.
    public static func md5(name: String, secret: String, nonce: [UInt8]) -> String {
        Base64.encode(md5(identity(name, secret) + [colon] + nonce))
    }

    /// `B64(H(B64(H(name ":" secret)) ":" nonce ":" B64(H(body))))`: the mac of `x-syncml-hmac`. Not the HMAC of
    /// RFC 2104, whatever the header is called.
    ///
    /// - Parameter body: the whole message as it travels, XML or WBXML.
    public static func mac(name: String, secret: String, nonce: [UInt8], body: [UInt8]) -> [UInt8] {
        md5(identity(name, secret) + [colon] + nonce + [colon] + Array(Base64.encode(md5(body)).utf8))
    }

    /// The 16 octets at the front of a notification: the formula of the mac over the trigger, with the server's id as
    /// name.
    public static func notification(serverID: String, secret: String, nonce: [UInt8], trigger: [UInt8]) -> [UInt8] {
        mac(name: serverID, secret: secret, nonce: nonce, body: trigger)
    }

    /// `B64(H(name ":" secret))`, the part that the octets of a nonce follow.
    static func identity(_ name: String, _ secret: String) -> [UInt8] {
        Array(Base64.encode(md5(Array("\(name):\(secret)".utf8))).utf8)
    }

    private static let colon = UInt8(ascii: ":")
}
