import DMTree
import Notation

/// The nodes of one certificate in a store, `{CertHash}` with its six leaves, which RootCATrustedCertificates and
/// CertificateStore share: what EncodedCertificate may be, and what the others tell of it.
enum CertificateNode {
    /// A leaf that is read from the certificate; nil for every other node, and for one without a certificate.
    static func read(_ node: NodeReference, in tree: DeviceTree) -> String? {
        guard node.keys.count >= 3, let leaf = node.keys.last, derived.contains(leaf) else { return nil }
        let instance = node.uri.prefix(node.uri.keys.count - 1)
        guard let encoded = tree.storedValue(instance.child("EncodedCertificate")),
            let certificate = StoredCertificate(base64: encoded)
        else { return nil }
        switch leaf {
        case "issuedby": return certificate.issuedBy
        case "issuedto": return certificate.issuedTo
        case "validfrom": return certificate.validFrom
        case "validto": return certificate.validTo
        default: return certificate.templateName
        }
    }

    private static let derived: Set<String> = ["issuedby", "issuedto", "validfrom", "validto", "templatename"]

    /// Judges a write of EncodedCertificate; nil for every other node.
    ///
    /// The references name no status for a bad certificate. Our choice: it is a value outside of what the node takes,
    /// row 19, so 500 with E_INVALIDARG; without Data it is row 20.
    static func judge(_ change: Change, in tree: DeviceTree, reference: String) -> Judgement? {
        guard change.node.keys.last == "encodedcertificate" else { return nil }
        switch change.kind {
        case .delete: return nil
        case .add, .replace: break
        }
        guard let value = change.value, !value.isEmpty else {
            return refuse(
                .noData, 415, .invalidDataType,
                Advice(
                    rule: "certificate.unreadable", severity: .error,
                    message: "EncodedCertificate came without a certificate",
                    hint: "send the certificate's DER in Base64 as Data", reference: reference))
        }
        // What is no Base64 is row 18's, which the decision table answers.
        guard Base64.decode(value) != nil else { return .allowed }
        guard let certificate = StoredCertificate(base64: value) else {
            return refuse(
                .valueNotAllowed, 500, .invalidArgument,
                Advice(
                    rule: "certificate.unreadable", severity: .error,
                    message: "EncodedCertificate is Base64, but what it holds is no X.509 certificate",
                    hint: "send one certificate in DER, without the lines of a PEM file", reference: reference))
        }
        let name = change.node.uri.segments.dropLast().last ?? ""
        guard name.uppercased() == certificate.thumbprint else {
            return refuse(
                .valueNotAllowed, 500, .invalidArgument,
                Advice(
                    rule: "certificate.hash", severity: .error,
                    message: StoredCertificate.isThumbprint(name)
                        ? "the node is called \(name), and the SHA-1 of the certificate is \(certificate.thumbprint)"
                        : "the node's name is no SHA-1 of a certificate, which has forty hexadecimal digits",
                    hint: "name the node \(certificate.thumbprint)", reference: reference))
        }
        return Judgement(advice: advice(on: certificate, value, change.node, tree, reference))
    }

    private static func refuse(_ row: DecisionRow, _ status: Int, _ error: HRESULT, _ advice: Advice) -> Judgement {
        Judgement(refusal: Judgement.Refusal(row: row, status: status, error: error, advice: advice))
    }

    /// What a store takes and a server will not have meant.
    private static func advice(
        on certificate: StoredCertificate, _ value: String, _ node: NodeReference, _ tree: DeviceTree,
        _ reference: String
    ) -> [Advice] {
        func warning(_ rule: String, _ message: String, _ hint: String) -> Advice {
            Advice(rule: rule, severity: .warning, message: message, hint: hint, reference: reference)
        }
        var advice: [Advice] = []
        if value.contains(where: \.isWhitespace) {
            advice.append(
                warning(
                    "certificate.white-space", "the Base64 of the certificate has white space inside",
                    "write it in one line; the description forbids line feeds"))
        }
        if certificate.isExpired(at: tree.localTime) {
            advice.append(
                warning(
                    "certificate.expired",
                    "the certificate is stored, and its validity ended at \(certificate.validTo)",
                    "send the certificate that follows it"))
        }
        if node.key(0) == "root", !certificate.isSelfIssued {
            advice.append(
                warning(
                    "certificate.not-root", "the store of roots gets a certificate that \(certificate.issuedBy) issued",
                    "put it below CA"))
        }
        return advice
    }
}
