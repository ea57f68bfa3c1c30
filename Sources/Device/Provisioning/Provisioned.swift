import CSP
import DMTree

/// A certificate that is to be kept, with its store (enrollment.md 8.1).
public struct InstalledCertificate: Hashable, Sendable, Codable {
    public enum Store: String, Hashable, Sendable, CaseIterable, Codable {
        case root = "Root"
        case ca = "CA"
        case my = "My"
    }

    public enum Context: String, Hashable, Sendable, CaseIterable, Codable {
        case system = "System"
        case user = "User"
    }

    public var store: Store
    public var context: Context
    /// SHA-1 of the DER: forty upper-case hexadecimal digits.
    public var thumbprint: String
    public var der: [UInt8]

    public init(store: Store, context: Context, thumbprint: String, der: [UInt8]) {
        self.store = store
        self.context = context
        self.thumbprint = thumbprint
        self.der = der
    }
}

/// When the device renews its certificate, and where (enrollment.md 10.1).
public struct RenewalSettings: Hashable, Sendable {
    public var window: RenewalWindow
    /// nil: the discovery service is asked again.
    public var serverURL: String?
}

/// What a document made of a device.
public struct Provisioned: Sendable {
    public var tree: DeviceTree
    /// Those that the document brought.
    public var certificates: [InstalledCertificate]
    /// The one that the device proves itself with, whose key is that of the request.
    public var clientCertificate: InstalledCertificate
    public var providerID: String
    /// nil for a renewal, which makes no account.
    public var application: W7Application?
    public var renewal: RenewalSettings
    /// What the settings of the document set in motion; whoever has the agenda carries it out.
    public var effects: [Effect]
    /// Warnings and notes: what was taken all the same, or passed over.
    public var findings: [ProvisioningFault]
}
