import DMTree
import ESP

/// What is due next of a job that a command started.
struct JobStep: Hashable, Sendable, Codable {
    enum Stage: Hashable, Sendable, Codable {
        case msiDownloadEnds
        case msiInstallEnds
        case msiRetryDue
        case modernProgress(percent: Int)
        case modernEnds
        case appUpdateScanEnds
        case officeDownloadEnds
        case officeEnds
        case scepAnswered
        case pfxImported
        case imageArrives
        case renewalEnds
        case restartDue
        case scheduledRestart(due: DeviceTime)
        case wipeStarts
        case autopilotResetPrepared
        case autopilotResetRestarts
        case autopilotResetEnds
        case healthVerified
        case attested
        case documentProcessed
        case linkedEnrolmentEnds
        case recoveryEnds
        case windowsUpdateScanEnds
        case updateDownloaded
        case updateInstalled
        case updateRolledBack
        case archiveGathered

        /// Whether it takes as much longer as the machine is down. A time by the clock does not.
        var isWork: Bool { if case .scheduledRestart = self { false } else { true } }
    }

    /// The node that the job belongs to.
    var node: TreeURI
    var stage: Stage
}
