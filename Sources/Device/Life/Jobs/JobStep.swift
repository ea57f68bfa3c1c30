import DMTree

/// What is due next of a job that a command started.
struct JobStep: Hashable, Sendable, Codable {
    enum Stage: Hashable, Sendable, Codable {
        case msiDownloadEnds
        case msiInstallEnds
        case msiRetryDue
        case modernProgress(percent: Int)
        case modernEnds
        case officeDownloadEnds
        case officeEnds
        case scepAnswered
        case pfxImported
        case imageArrives
        case renewalEnds
    }

    /// The node that the job belongs to.
    var node: TreeURI
    var stage: Stage
}
