import DMTree
import Notation

/// A certificate that a server describes value by value before it sends the Exec of Enroll (windows-csp.md 4.3), in
/// ClientCertificateInstall and in the older CertificateStore.
struct SCEPRequest {
    /// What the two CSPs differ in.
    enum Form {
        case clientCertificateInstall
        case certificateStore

        /// What has to be there before Enroll: the leaves of occurrence One in the description. CertificateStore
        /// describes ServerURL as optional, without which nothing can be asked for: required by our choice.
        var required: [String] {
            switch self {
            case .clientCertificateInstall:
                [
                    "ServerURL", "Challenge", "EKUMapping", "KeyUsage", "SubjectName", "KeyLength", "HashAlgorithm",
                    "CAThumbprint",
                ]
            case .certificateStore: ["ServerURL", "KeyUsage", "SubjectName", "HashAlgorithm", "CAThumbPrint"]
            }
        }

        /// Other names by which a value may have come: the description of CertificateStore misspells one.
        func otherName(of leaf: String) -> String? {
            self == .certificateStore && leaf == "HashAlgorithm" ? "HashAlgrithm" : nil
        }
    }

    private static let reference = "windows-csp.md 4.3"

    /// The instance, `…/SCEP/{UniqueID}`.
    let certificate: TreeURI
    let form: Form

    private var install: TreeURI { certificate.child("Install") }

    /// Accepts the Exec, or says what keeps the enrolment from starting. The values are those that stand now.
    func enroll(data: String?, in tree: inout DeviceTree) -> Execution {
        if let refusal = fault(in: tree) { return refusal }
        // Erased soon after Enroll was accepted.
        tree.removeLocally(install.child("Challenge").canonical)
        let enrollment = SCEPEnrollment(certificate: certificate)
        enrollment.start(in: &tree)
        return Execution(status: 202, effects: [.startJob(Job(kind: .scepEnroll, uri: certificate, data: data ?? ""))])
    }

    private func fault(in tree: DeviceTree) -> Execution? {
        let missing = form.required.filter { leaf in
            [leaf, form.otherName(of: leaf)].compactMap(\.self).allSatisfy {
                tree.storedValue(install.child($0))?.isEmpty ?? true
            }
        }
        guard missing.isEmpty else {
            return refuse(
                404, .nodeNotFound, "scep.incomplete",
                "Enroll came before its data: \(missing.joined(separator: ", ")) \(missing.count == 1 ? "is" : "are") missing",
                "Add every value in one Atomic and put the Exec of Enroll last (OBS-021)")
        }
        let usage = number("KeyUsage", in: tree) ?? 0
        guard usage & 0xA0 != 0 else {
            return refuse(
                500, .invalidArgument, "scep.key-usage",
                "KeyUsage \(usage) has neither bit 0x20 nor bit 0x80 set", "write 160, 128 or 32")
        }
        guard form == .clientCertificateInstall, number("KeyProtection", in: tree) == 4 else { return nil }
        return windowsHelloFault(in: tree)
    }

    /// Windows Hello for Business takes a container's name, and keys of 2048 bits only. The descriptions have "the
    /// enrollment will fail"; that it does at the Exec, as PFX certificates do at their blob, is our choice.
    private func windowsHelloFault(in tree: DeviceTree) -> Execution? {
        if tree.storedValue(install.child("ContainerName"))?.isEmpty ?? true {
            return refuse(
                500, .invalidArgument, "scep.container-name", "KeyProtection 4 needs a ContainerName",
                "Add ContainerName before Enroll, or choose another KeyProtection")
        }
        let length = number("KeyLength", in: tree) ?? 0
        guard length == 2048 else {
            return refuse(
                500, .invalidArgument, "scep.key-length",
                "KeyLength is \(length), and keys of Windows Hello (KeyProtection 4) have 2048 bits",
                "write KeyLength 2048, or choose another KeyProtection")
        }
        return nil
    }

    private func number(_ leaf: String, in tree: DeviceTree) -> Int? {
        tree.storedValue(install.child(leaf)).flatMap { Int($0) }
    }

    private func refuse(
        _ status: Int, _ error: HRESULT, _ rule: String, _ message: String, _ hint: String
    ) -> Execution {
        .refused(
            status, error,
            Advice(rule: rule, severity: .error, message: message, hint: hint, reference: Self.reference))
    }
}
