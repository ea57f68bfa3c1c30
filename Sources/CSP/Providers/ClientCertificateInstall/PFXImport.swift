import DDF
import DMTree

/// The PFX half of ClientCertificateInstall (windows-csp.md 4.3): the values of one certificate, and the nodes that
/// tell how its import went. PFXCertBlob comes last, because writing it starts the import.
public struct PFXImport: Sendable {
    /// ERROR_INVALID_DATA, for a blob that is no PKCS #12: the code is our choice, the reference names none.
    public static let invalidData: Int32 = 13

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

    /// Whether the stored blob begins like a PKCS #12, which is a DER sequence.
    public func isBlobReadable(in tree: DeviceTree) -> Bool {
        Self.isContainer(tree.storedValue(certificate.child("PFXCertBlob")) ?? "")
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

    /// What is wrong with a certificate whose blob is written; nil when the import can begin.
    func fault(of blob: String, in tree: DeviceTree) -> Judgement.Refusal? {
        let location = tree.storedValue(certificate.child("KeyLocation")).flatMap { Int($0) }
        if NodeFormat.b64.check(blob) != nil {
            return refusal(
                415, .invalidDataType, "pfx.blob", "PFXCertBlob is not Base64", "encode the PFX file in Base64")
        }
        guard let location else {
            return refusal(
                500, .invalidArgument, "pfx.key-location", "PFXCertBlob came before KeyLocation",
                "Add KeyLocation and everything else first, PFXCertBlob last")
        }
        if location == 4, tree.storedValue(certificate.child("ContainerName"))?.isEmpty ?? true {
            return refusal(
                500, .invalidArgument, "pfx.container-name", "KeyLocation 4 needs a ContainerName",
                "Add ContainerName before PFXCertBlob, or choose another KeyLocation")
        }
        // Its default is true, and certificates in a TPM are sent without it: only a stated true is a contradiction.
        let isExportable = ["true", "1"].contains(
            tree.storedValue(certificate.child("PFXKeyExportable"))?.lowercased() ?? "")
        if isExportable, location != 3 {
            return refusal(
                500, .invalidArgument, "pfx.exportable",
                "PFXKeyExportable is true, which only KeyLocation 3 allows; KeyLocation is \(location)",
                "write KeyLocation 3, or PFXKeyExportable false")
        }
        return nil
    }

    /// What Windows stores although nothing will come of it.
    static func advice(on blob: String) -> [Advice] {
        guard !isContainer(blob) else { return [] }
        return [
            advice(
                "pfx.blob", .warning, "PFXCertBlob is no PKCS #12 file, so its import will fail",
                "send the whole PFX file in Base64")
        ]
    }

    /// A value that comes behind the blob is too late for the import.
    static func isLate(_ leaf: String) -> Advice {
        advice(
            "pfx.after-blob", .warning, "\(leaf) came after PFXCertBlob, whose import was started without it",
            "write PFXCertBlob last")
    }

    private func refusal(
        _ status: Int, _ error: HRESULT, _ rule: String, _ message: String, _ hint: String
    ) -> Judgement.Refusal {
        Judgement.Refusal(
            row: .executed, status: status, error: error, advice: Self.advice(rule, .error, message, hint))
    }

    private static func advice(
        _ rule: String, _ severity: Advice.Severity, _ message: String, _ hint: String
    ) -> Advice {
        Advice(rule: rule, severity: severity, message: message, hint: hint, reference: "windows-csp.md 4.3")
    }

    /// The first byte is 0x30, a sequence: in Base64 an `M` and one of `A` to `P`.
    private static func isContainer(_ blob: String) -> Bool {
        let start = blob.drop(while: \.isWhitespace).utf8.prefix(2)
        guard start.count == 2, let first = start.first, let second = start.last else { return false }
        return first == UInt8(ascii: "M") && (UInt8(ascii: "A")...UInt8(ascii: "P")).contains(second)
    }
}
