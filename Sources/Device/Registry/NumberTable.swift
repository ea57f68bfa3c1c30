/// The words by which readers of the registry print the numbers that they find (esp-behaviour.md 3.4).
public enum NumberTable: String, Hashable, Sendable, CaseIterable {
    /// InstallationState of a tracked app.
    case trackedApp
    /// InstallationState of a policy provider. Its 2 is not an app's 2.
    case provider
    /// An entry of an Expected list.
    case expectedEntry
    /// Status of an MSI or Office package.
    case package
    /// The offline domain join, property 0 of its events.
    case domainJoin
    /// EnforcementState of a Win32 app.
    case enforcement
    case compliance
    case desiredState
    case intent

    /// The word for a number; nil for one that the table does not have.
    public func word(_ number: Int) -> String? { words[number] }

    /// The whole table.
    public var words: [Int: String] {
        switch self {
        case .trackedApp: Self.trackedAppWords
        case .provider: Self.providerWords
        case .expectedEntry: Self.expectedEntryWords
        case .package: Self.packageWords
        case .domainJoin: Self.domainJoinWords
        case .enforcement: Self.enforcementWords
        case .compliance: Self.complianceWords
        case .desiredState: Self.desiredStateWords
        case .intent: Self.intentWords
        }
    }

    private static let trackedAppWords = [
        1: "not installed", 2: "downloading or installing", 3: "installed", 4: "failed",
    ]
    private static let providerWords = [1: "NotInstalled", 2: "NotRequired", 3: "Completed", 4: "Error"]
    private static let expectedEntryWords = [0: "not processed", 1: "processed"]
    private static let packageWords = [
        0: "none", 10: "initialized", 20: "download in progress", 25: "pending download retry", 30: "download failed",
        40: "download completed", 48: "pending user session", 50: "enforcement in progress",
        55: "pending enforcement retry", 60: "enforcement failed", 70: "success",
    ]
    private static let domainJoinWords = [0: "not configured", 1: "waiting for blob", 2: "processed", 3: "timed out"]
    private static let enforcementWords = [
        1000: "succeeded", 1003: "install command received", 2000: "in progress", 2007: "waiting for dependencies",
        2008: "installed, restart needed", 2009: "downloaded, not yet installed", 3000: "requirements not met",
        4000: "unknown outcome", 5000: "failed", 5003: "content download failed", 5999: "failed, immediate retry",
        6000: "not attempted", 6001: "not attempted: dependency failed",
        6002: "not attempted: pending hard restart", 6003: "not attempted: requirements of a dependency not met",
        6004: "not attempted: dependency not installed automatically",
        6005: "not attempted: dependency not installed automatically",
    ]
    private static let complianceWords = [0: "unknown", 1: "compliant", 2: "not compliant", 3: "conflict", 4: "error"]
    private static let desiredStateWords = [0: "none", 1: "absent", 2: "present", 3: "unknown", 4: "available"]
    private static let intentWords = [1: "available", 3: "required", 4: "uninstall"]
}
