import DMTree

/// HealthAttestation CSP (windows-csp.md 4.15). VerifyHealth asks the health attestation service of its time,
/// TriggerAttestation the attestation service of Windows 11. Both run on after the answer and end with Alert 1226.
///
/// The reference gives the values of Status and the alert; the rest are choices of ours and stand where they are made.
struct HealthAttestation: Provider {
    let name = "HealthAttestation"

    private static let reference = "windows-csp.md 4.15"

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        switch node.key(0) {
        case "status": return stored ?? String(HealthVerification.Status.uninitialized.rawValue)
        // The highest version that the description's default of the preferred one, 3, names (our choice).
        case "maxsupportedprotocolversion": return String(Self.highestVersion)
        case "currentprotocolversion":
            let preferred = tree.storedValue(
                node.uri.prefix(node.uri.structuralCount + 1).child("PreferredMaxProtocolVersion"))
            return String(min(preferred.flatMap { Int($0) } ?? Self.highestVersion, Self.highestVersion))
        default: return nil
        }
    }

    private static let highestVersion = 3

    /// The description says that a nonce has 8 to 32 bytes in hexadecimal digits.
    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard change.node.key(0) == "nonce", let value = change.value else { return .allowed }
        let isRight =
            (16...64).contains(value.utf8.count) && value.utf8.count % 2 == 0
            && value.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
        guard !isRight else { return .allowed }
        return Judgement(
            refusal: Judgement.Refusal(
                row: .valueNotAllowed, status: 500, error: .invalidArgument,
                advice: Advice(
                    rule: "health.nonce", severity: .error,
                    message: "a nonce has 8 to 32 bytes in hexadecimal digits",
                    hint: "write 16 to 64 digits, such as AAAAAAAAAFFFFFFF", reference: Self.reference)))
    }

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        switch node.key(0) {
        case "verifyhealth":
            let verification = HealthVerification(root: node.uri.prefix(node.uri.structuralCount + 1))
            guard verification.status(in: tree) != .requested else { return Self.running("VerifyHealth") }
            verification.start(in: &tree)
            return Execution(
                status: 202, effects: [.startJob(Job(kind: .healthVerification, uri: node.uri, data: ""))])
        case "triggerattestation":
            guard let data, data.contains(where: { !$0.isWhitespace }) else {
                return .refused(
                    500, .invalidArgument,
                    Advice(
                        rule: "health.request", severity: .error,
                        message: "TriggerAttestation has no request as Data",
                        hint: "send the JSON that names the attestation service", reference: Self.reference))
            }
            let attestation = Attestation(root: node.uri.prefix(node.uri.structuralCount + 1))
            guard !attestation.isRunning(in: tree) else { return Self.running("TriggerAttestation") }
            attestation.start(in: &tree)
            // The request holds a token, so the job does without it.
            return Execution(status: 202, effects: [.startJob(Job(kind: .attestation, uri: node.uri, data: ""))])
        default: return nil
        }
    }

    /// A request that runs is not sent a second time (our choice, as for installs).
    private static func running(_ node: String) -> Execution {
        Execution(
            status: 202,
            advice: [
                Advice(
                    rule: "health.running", severity: .warning,
                    message: "a request of \(node) is running already; the Exec starts nothing",
                    hint: "wait for Alert 1226", reference: reference)
            ])
    }
}
