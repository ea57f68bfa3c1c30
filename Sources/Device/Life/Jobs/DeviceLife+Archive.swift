import CSP
import DMTree
import ESP
import Notation

/// Archives of diagnostic data (windows-csp.md 4.15).
extension DeviceLife {
    mutating func startArchive(_ job: Job) {
        noteJob(job, "gathering")
        schedule(.archiveGathered, of: job.uri, afterSeconds: script.jobs.archive.seconds)
    }

    mutating func archiveGathered(_ node: TreeURI) {
        let archive = script.jobs.archive
        DiagnosticArchive(node: node).finish(
            archive.error ?? HRESULT(0),
            errors: archive.directiveErrors, in: &tree)
        note(.job(.diagnosticArchive, uri: node.canonical, status: archive.error.map { "failed \($0)" } ?? "done"))
    }
}
