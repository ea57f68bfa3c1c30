import CSP
import DMTree
import ESP

/// Requests to the attestation services (windows-csp.md 4.15).
extension DeviceLife {
    mutating func startHealthVerification(_ job: Job) {
        noteJob(job, "1")
        let seconds =
            HealthVerification(root: job.uri.parent).needsService(in: tree) ? script.jobs.healthVerification.seconds : 0
        schedule(.healthVerified, of: job.uri, afterSeconds: seconds)
    }

    mutating func healthVerified(_ node: TreeURI) {
        let verification = HealthVerification(root: node.parent)
        guard verification.status(in: tree) == .requested else { return }
        let outcome = script.jobs.healthVerification
        let alert: Effect
        if !verification.needsService(in: tree) {
            alert = verification.succeed(newCertificate: nil, correlationID: nil, in: &tree)
        } else if outcome.error != nil {
            alert = verification.fail(in: &tree)
        } else {
            alert = verification.succeed(
                newCertificate: outcome.report ?? "<HealthCertificateRequest note=\"made by Espalier, not by a TPM\"/>",
                correlationID: correlationID, in: &tree)
        }
        note(
            .job(
                .healthVerification, uri: node.canonical,
                status: String(verification.status(in: tree).rawValue)))
        carryOut([alert])
    }

    mutating func startAttestation(_ job: Job) {
        noteJob(job, "1")
        schedule(.attested, of: job.uri, afterSeconds: script.jobs.attestation.seconds)
    }

    mutating func attested(_ node: TreeURI) {
        let attestation = Attestation(root: node.parent)
        guard attestation.isRunning(in: tree) else { return }
        let outcome = script.jobs.attestation
        let alert: Effect
        if let error = outcome.error {
            alert = attestation.fail(error, message: outcome.errorMessage, in: &tree)
        } else {
            alert = attestation.succeed(
                report: outcome.report ?? "made by Espalier, not by an attestation service",
                correlationIDs: correlationID, in: &tree)
        }
        note(
            .job(
                .attestation, uri: node.canonical, status: outcome.error.map { "failed \($0)" } ?? "0"))
        carryOut([alert])
    }

    /// A life has no randomness: the id counts the sessions so far.
    private var correlationID: String {
        let digits = String(sessionNumber, radix: 16, uppercase: true)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }
}

extension TreeURI {
    /// The address of the parent; the root is its own.
    var parent: TreeURI { prefix(max(0, segments.count - 1)) }
}
