/// How a peer proves itself inside SyncML: Meta Type of Cred and Chal (oma-dm.md 2.11).
public enum AuthenticationType: String, Hashable, Sendable, Codable, CaseIterable {
    /// Name and secret in the clear.
    case basic = "syncml:auth-basic"
    /// A digest of name, secret and nonce.
    case md5 = "syncml:auth-md5"
    /// A digest over every message, in the HTTP header `x-syncml-hmac`.
    case mac = "syncml:auth-MAC"
}
