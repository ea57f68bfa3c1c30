import DMTree
import Notation

/// The PFX half of ClientCertificateInstall (windows-csp.md 4.3): the values of one certificate, and the nodes that
/// tell how its import went. PFXCertBlob comes last, because writing it starts the import.
public struct PFXImport: Sendable {
    /// ERROR_INVALID_DATA, for a blob that is no PKCS #12: the code is our choice, the reference names none.
    public static let invalidData: Int32 = 13
    /// ERROR_INVALID_PASSWORD, for a password that the file's MAC does not agree with.
    public static let invalidPassword: Int32 = 86

    /// What can be told of a blob before its import.
    public enum Verdict: Hashable, Sendable {
        /// A PFX file whose MAC agrees with the password.
        case opens
        /// A PFX file whose password is encrypted, or whose MAC is of a kind that is not computed here, or that has
        /// none.
        case unknown
        /// No PFX file.
        case unreadable
        case wrongPassword

        /// The Win32 error that the import ends with; nil when it is not known to fail.
        public var error: Int32? {
            switch self {
            case .opens, .unknown: nil
            case .unreadable: PFXImport.invalidData
            case .wrongPassword: PFXImport.invalidPassword
            }
        }
    }

    /// `…/ClientCertificateInstall/PFXCertInstall/{UniqueID}`.
    public let certificate: TreeURI

    public init(certificate: TreeURI) { self.certificate = certificate }

    /// What the Status node says; nil while no import has ended.
    public func status(in tree: DeviceTree) -> Int32? {
        tree.storedValue(certificate.child("Status")).flatMap { Int32($0) }
    }

    /// Begins: what an earlier import said goes away.
    func start(in tree: inout DeviceTree) {
        for leaf in ["Status", "Thumbprint"] { tree.removeLocally(certificate.child(leaf).canonical) }
    }

    /// What the stored blob and password make of the import.
    public func verdict(in tree: DeviceTree) -> Verdict {
        verdict(on: tree.storedValue(certificate.child("PFXCertBlob")) ?? "", in: tree)
    }

    func verdict(on blob: String, in tree: DeviceTree) -> Verdict {
        guard let bytes = Base64.decode(blob), let file = PFXFile(bytes) else { return .unreadable }
        guard encryptionType(in: tree) == 0, let mac = file.mac else { return .unknown }
        let password = tree.storedValue(certificate.child("PFXCertPassword"))
        return mac.agrees(withPassword: password) ? .opens : .wrongPassword
    }

    /// PFXCertPasswordEncryptionType: 0 when the password is in the clear.
    func encryptionType(in tree: DeviceTree) -> Int {
        tree.storedValue(certificate.child("PFXCertPasswordEncryptionType")).flatMap { Int($0) } ?? 0
    }

    /// - Parameter thumbprint: SHA-1 of the certificate in hexadecimal digits.
    public func succeed(thumbprint: String, in tree: inout DeviceTree) {
        tree.setLocally(certificate.child("Status"), value: "0")
        tree.setLocally(certificate.child("Thumbprint"), value: thumbprint)
    }

    /// - Parameter error: the Win32 error of the import, or an HRESULT as a signed number.
    public func fail(_ error: Int32, in tree: inout DeviceTree) {
        tree.setLocally(certificate.child("Status"), value: String(error))
    }
}
