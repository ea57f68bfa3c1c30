/// What the Intune Management Extension records of an app's enforcement (esp-behaviour.md 3.4).
public enum EnforcementState: Int, Hashable, Sendable, Codable, CaseIterable {
    case succeeded = 1000
    /// The install command was received.
    case received = 1003
    case inProgress = 2000
    case waitingForDependencies = 2007
    /// Installed, and unusable until the machine has restarted.
    case waitingForRestart = 2008
    /// Downloaded and not yet installed.
    case downloaded = 2009
    case requirementsNotMet = 3000
    case unknownOutcome = 4000
    /// See the error code.
    case failed = 5000
    case downloadFailed = 5003
    case failedRetryingNow = 5999
    case notAttempted = 6000
    case dependencyFailed = 6001
    case pendingHardRestart = 6002
    case dependencyRequirementsNotMet = 6003
    case dependencyNotAutoInstalled = 6004
    case dependencyNotAutoInstalledByPolicy = 6005
}
