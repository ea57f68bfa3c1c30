/// A certificate in one of the device's stores (enrollment.md 8.1).
public struct CertificateRecord: Hashable, Sendable {
    public enum Store: String, Hashable, Sendable, CaseIterable {
        case root = "Root"
        case ca = "CA"
        case my = "My"
    }

    public enum Location: String, Hashable, Sendable, CaseIterable {
        case user = "User"
        case system = "System"
    }

    public var store: Store
    public var location: Location
    /// SHA-1 of the DER: forty hexadecimal digits.
    public var thumbprint: String
    public var der: [UInt8]
    /// The private key that belongs to it; nil without.
    public var keyID: String?

    public init(store: Store, location: Location, thumbprint: String, der: [UInt8], keyID: String? = nil) {
        self.store = store
        self.location = location
        self.thumbprint = thumbprint
        self.der = der
        self.keyID = keyID
    }
}

extension CertificateRecord: CustomStringConvertible {
    public var description: String { "\(store.rawValue)/\(location.rawValue)/\(thumbprint)" }
}

/// A root that the tester gave, beside those that a server provisions.
public struct TrustedRoot: Hashable, Sendable {
    /// SHA-1 of the DER: forty hexadecimal digits.
    public var thumbprint: String
    public var der: [UInt8]

    public init(thumbprint: String, der: [UInt8]) {
        self.thumbprint = thumbprint
        self.der = der
    }
}
