import Capture

/// A private key.
public struct KeyRecord: Hashable, Sendable {
    /// The name by which a certificate finds its key.
    public var id: String
    /// PKCS#8 DER.
    public var pkcs8: SecretBytes
    public var created: CaptureTime

    public init(id: String, pkcs8: SecretBytes, created: CaptureTime) {
        self.id = id
        self.pkcs8 = pkcs8
        self.created = created
    }
}
