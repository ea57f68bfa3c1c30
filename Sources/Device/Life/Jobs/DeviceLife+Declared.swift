import CSP
import DMTree
import ESP

/// Declared configuration: documents, the linked enrolment that brings them, and certificate recovery (windows-csp.md
/// 3.1, 4.14).
extension DeviceLife {
    /// The session is over, and the stack takes up what it brought.
    mutating func startDocument(_ job: Job) {
        guard let result = DeclaredResult(document: job.uri) else { return }
        if result.document(in: tree) != nil {
            result.takeUp(in: &tree)
        } else {
            result.setDeletion(.deleteInProgress, in: &tree)
        }
        noteDocument(result)
        schedule(.documentProcessed, of: job.uri, afterSeconds: document(result).seconds)
    }

    mutating func documentProcessed(_ node: TreeURI) {
        guard let result = DeclaredResult(document: node) else { return }
        if result.document(in: tree) != nil {
            result.finish(document(result).outcome, settings: &enforcement.declared, in: &tree)
            planReapplication()
        } else {
            result.setDeletion(.deleted, in: &tree)
        }
        noteDocument(result)
    }

    private func document(_ result: DeclaredResult) -> LifeScript.Document {
        script.jobs.documents[result.bareID] ?? LifeScript.Document()
    }

    private mutating func noteDocument(_ result: DeclaredResult) {
        note(
            .job(
                .declaredDocument, uri: result.documentNode.canonical,
                status: String(result.state(in: tree).rawValue)))
    }

    mutating func startLinkedEnrolment(_ job: Job) {
        noteLinked(job.uri)
        schedule(.linkedEnrolmentEnds, of: job.uri, afterSeconds: script.jobs.linkedEnrolment.seconds)
    }

    mutating func linkedEnrolmentEnded(_ node: TreeURI) {
        let linked = LinkedEnrollment(node: node)
        let outcome = script.jobs.linkedEnrolment
        switch linked.status(in: tree) {
        case .enrolInProgress:
            if let error = outcome.error {
                linked.set(.enrolFailed, error: error, in: &tree)
            } else {
                linked.set(.enrolSucceeded, in: &tree)
            }
        case .unenrolInProgress:
            if let error = outcome.unenrolError {
                linked.set(.unenrolFailed, error: error, in: &tree)
            } else {
                linked.set(.unenrolSucceeded, in: &tree)
                rollBackDocuments()
            }
        case .undefined, .enrolNotStarted, .enrolFailed, .enrolSucceeded, .unenrolNotStarted, .unenrolFailed,
            .unenrolSucceeded:
            return
        }
        noteLinked(node)
    }

    /// The end of the linked enrolment takes its documents and what they have set with it, without an alert.
    private mutating func rollBackDocuments() {
        tree.removeLocally("./Device/Vendor/MSFT/DeclaredConfiguration/Host")
        enforcement.declared = DeclaredSettings()
        agenda.cancelAll { item in
            guard case .job(let step) = item else { return false }
            return DeclaredResult(document: step.node) != nil && step.node.keys.contains("declaredconfiguration")
        }
    }

    private mutating func noteLinked(_ node: TreeURI) {
        let status = LinkedEnrollment(node: node).status(in: tree)
        note(.job(.linkedEnrolment, uri: node.canonical, status: String(status.rawValue)))
    }

    mutating func startRecovery(_ job: Job) {
        noteJob(job, "1")
        schedule(.recoveryEnds, of: job.uri, afterSeconds: script.jobs.recovery.seconds)
    }

    mutating func recoveryEnded(_ node: TreeURI) {
        let recovery = CertificateRecovery(node: node)
        guard recovery.status(in: tree) == .running else { return }
        recovery.set(script.jobs.recovery.status, in: &tree)
        note(
            .job(.certificateRecovery, uri: node.canonical, status: String(script.jobs.recovery.status.rawValue)))
    }
}
