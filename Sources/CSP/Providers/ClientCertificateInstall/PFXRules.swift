import DDF
import DMTree
import Notation

/// What a server may write below PFXCertInstall (windows-csp.md 4.3). The blob comes last, because its Add starts the
/// import: what has to stand before it is looked at then.
enum PFXRules {
    private static let reference = "windows-csp.md 4.3"

    /// What is wrong with a certificate whose blob is written; nil when the import can begin.
    static func fault(
        of blob: String, _ change: Change, of certificate: TreeURI, in tree: DeviceTree
    ) -> Judgement.Refusal? {
        // A Replace of a blob that nobody added fails, although the description says that the node is there.
        if case .replace = change.kind, !tree.isStored(change.node.uri) {
            return Judgement.Refusal(
                row: .replaceOfAbsentNode, status: 404, error: .nodeNotFound,
                advice: advice(
                    "pfx.not-added", .error, "PFXCertBlob was never added, so it cannot be replaced",
                    "Add PFXCertBlob as the last node of the certificate"))
        }
        if blob.isEmpty || NodeFormat.b64.check(blob) != nil {
            return refuse(
                .notOfFormat, 415, .invalidDataType, "pfx.blob", "PFXCertBlob is not Base64",
                "encode the PFX file in Base64")
        }
        return keyFault(certificate, tree) ?? passwordFault(certificate, tree)
    }

    private static func keyFault(_ certificate: TreeURI, _ tree: DeviceTree) -> Judgement.Refusal? {
        guard let location = tree.storedValue(certificate.child("KeyLocation")).flatMap({ Int($0) }) else {
            return refuse(
                .executed, 500, .invalidArgument, "pfx.key-location", "PFXCertBlob came before KeyLocation",
                "Add KeyLocation and everything else first, PFXCertBlob last")
        }
        if location == 4, tree.storedValue(certificate.child("ContainerName"))?.isEmpty ?? true {
            return refuse(
                .executed, 500, .invalidArgument, "pfx.container-name", "KeyLocation 4 needs a ContainerName",
                "Add ContainerName before PFXCertBlob, or choose another KeyLocation")
        }
        // Its default is true, and certificates in a TPM are sent without it: only a stated true is a contradiction.
        let isExportable = ["true", "1"].contains(
            tree.storedValue(certificate.child("PFXKeyExportable"))?.lowercased() ?? "")
        if isExportable, location != 3 {
            return refuse(
                .executed, 500, .invalidArgument, "pfx.exportable",
                "PFXKeyExportable is true, which only KeyLocation 3 allows; KeyLocation is \(location)",
                "write KeyLocation 3, or PFXKeyExportable false")
        }
        return nil
    }

    /// A password that a certificate of the server's choice encrypts needs the store of that certificate. That the blob
    /// is refused without it is our choice.
    private static func passwordFault(_ certificate: TreeURI, _ tree: DeviceTree) -> Judgement.Refusal? {
        guard PFXImport(certificate: certificate).encryptionType(in: tree) == 2,
            tree.storedValue(certificate.child("PFXCertPasswordEncryptionStore"))?.isEmpty ?? true
        else { return nil }
        return refuse(
            .executed, 500, .invalidArgument, "pfx.encryption-store",
            "PFXCertPasswordEncryptionType 2 needs a PFXCertPasswordEncryptionStore",
            "Add PFXCertPasswordEncryptionStore before PFXCertBlob")
    }

    /// What Windows stores of the other leaves although nothing will come of it.
    static func advice(onLeaf change: Change, of certificate: TreeURI, in tree: DeviceTree) -> [Advice] {
        var result: [Advice] = []
        let name = change.node.description.name
        // A value that comes behind the blob is too late for the import.
        if tree.isStored(certificate.child("PFXCertBlob")) {
            result.append(
                advice(
                    "pfx.after-blob", .warning, "\(name) came after PFXCertBlob, whose import was started without it",
                    "write PFXCertBlob last"))
        }
        if change.node.key(2) == "pfxcertpasswordencryptionstore",
            PFXImport(certificate: certificate).encryptionType(in: tree) != 2
        {
            result.append(
                advice(
                    "pfx.encryption-store", .warning,
                    "\(name) means something only with PFXCertPasswordEncryptionType 2",
                    "write PFXCertPasswordEncryptionType 2 first, or leave the store out"))
        }
        return result
    }

    /// What Windows stores although its import will fail.
    static func advice(on verdict: PFXImport.Verdict) -> [Advice] {
        switch verdict {
        case .opens, .unknown: []
        case .unreadable:
            [
                advice(
                    "pfx.blob", .warning, "PFXCertBlob is no PKCS #12 file, so its import will fail",
                    "send the whole PFX file in Base64")
            ]
        case .wrongPassword:
            [
                advice(
                    "pfx.password", .warning, "PFXCertPassword does not open the PFX file, so its import will fail",
                    "Add the file's password as PFXCertPassword before PFXCertBlob")
            ]
        }
    }

    private static func refuse(
        _ row: DecisionRow, _ status: Int, _ error: HRESULT, _ rule: String, _ message: String, _ hint: String
    ) -> Judgement.Refusal {
        Judgement.Refusal(row: row, status: status, error: error, advice: advice(rule, .error, message, hint))
    }

    private static func advice(
        _ rule: String, _ severity: Advice.Severity, _ message: String, _ hint: String
    ) -> Advice {
        Advice(rule: rule, severity: severity, message: message, hint: hint, reference: reference)
    }
}
