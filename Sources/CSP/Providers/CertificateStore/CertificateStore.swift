import DMTree

/// CertificateStore CSP: certificates of the device, the older SCEP enrolment, and the renewal of the enrolment's
/// certificate (windows-csp.md 3.9, 4.15, 6.4; enrollment.md 10.1; CertificateStore in NODES.tsv).
struct CertificateStore: Provider {
    let name = "CertificateStore"

    private static let reference = "windows-csp.md 5.9 row 19, CertificateStore DDF"

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        if let value = CertificateNode.read(node, in: tree) { return value }
        guard stored == nil, node.keys.last == "status", node.key(0) == "my" else { return nil }
        switch node.key(1) {
        case "wstep": return CertificateRenewal.Status.notStarted.text
        case "scep": return SCEPEnrollment.Status.unknown.text
        default: return nil
        }
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        if let judgement = CertificateNode.judge(change, in: tree, reference: Self.reference) { return judgement }
        if change.node.key(0) == "my", change.node.key(1) == "wstep", change.node.key(2) == "renew" {
            return Judgement(refusal: RenewalRules.fault(change, in: tree))
        }
        return .allowed
    }

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        switch (node.key(0), node.key(1), node.keys.last) {
        case ("my", "wstep", "renewnow"): renewNow(node, in: &tree)
        case ("my", "scep", "enroll"):
            SCEPRequest(certificate: node.uri.prefix(node.uri.structuralCount + 4), form: .certificateStore)
                .enroll(data: data, in: &tree)
        default: nil
        }
    }

    private func renewNow(_ node: NodeReference, in tree: inout DeviceTree) -> Execution {
        let renewal = CertificateRenewal(renew: node.uri.prefix(node.uri.keys.count - 1))
        guard renewal.status(in: tree) != .inProgress else {
            return Execution(
                status: 202,
                advice: [
                    warning(
                        "renew.running", "the certificate is being renewed already (Status 1); the Exec starts nothing",
                        "wait for Status 2 or 3")
                ])
        }
        renewal.start(in: &tree)
        var advice: [Advice] = []
        if !CertificateRenewal.hasDeviceID(in: tree) {
            advice.append(
                warning(
                    "renew.no-device-id",
                    "EntDMID was never set, so the server cannot know the device after the renewal",
                    "set DMClient/Provider/{ProviderID}/EntDMID at enrolment"))
        }
        return Execution(
            status: 202, effects: [.startJob(Job(kind: .certificateRenewal, uri: renewal.renew, data: ""))],
            advice: advice)
    }

    private func warning(_ rule: String, _ message: String, _ hint: String) -> Advice {
        Advice(rule: rule, severity: .warning, message: message, hint: hint, reference: "windows-csp.md 3.9")
    }
}
