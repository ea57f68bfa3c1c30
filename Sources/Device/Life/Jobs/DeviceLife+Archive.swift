import CSP
import DMTree
import ESP

/// Archives of diagnostic data (windows-csp.md 4.15).
extension DeviceLife {
    mutating func startArchive(_ job: Job) {
        noteJob(job, "gathering")
        schedule(.archiveGathered, of: job.uri, afterSeconds: script.jobs.archive.seconds)
    }

    mutating func archiveGathered(_ node: TreeURI) {
        let archive = script.jobs.archive
        DiagnosticArchive(node: node).finish(
            HRESULT(rawValue: archive.error?.rawValue ?? 0),
            errors: archive.directiveErrors.mapValues { HRESULT(rawValue: $0.rawValue) }, in: &tree)
        note(.job(.diagnosticArchive, uri: node.canonical, status: archive.error.map { "failed \($0)" } ?? "done"))
    }
}
