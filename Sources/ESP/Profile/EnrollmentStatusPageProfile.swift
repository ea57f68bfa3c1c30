/// An Enrollment Status Page profile as an administrator sets it (ESP-001 to ESP-011, Graph schema in esp-behaviour.md
/// 1.1).
public struct EnrollmentStatusPageProfile: Hashable, Sendable {
    public var id: String?
    public var displayName: String?
    /// The lowest number wins (ESP-102).
    public var priority: Int?
    /// Whether this is the profile that every tenant has and that ships hidden.
    public var isDefault = false

    /// ESP-001: the page is shown. Everything below needs it.
    public var showInstallationProgress = true
    /// ESP-002: minutes until an installation that takes longer is an error, 1 to 1440.
    public var installProgressTimeoutInMinutes = 60
    /// ESP-003: the text of the error screen; nil or empty shows the built-in one.
    public var customErrorMessage: String?
    /// ESP-004: logs may be collected from the error screen.
    public var allowLogCollectionOnInstallFailure = false
    /// ESP-005 (U-01): only the first user of the device gets the account page.
    public var disableUserStatusTrackingAfterFirstUser = false
    /// U-01: the page is shown on Autopilot devices only.
    public var trackInstallProgressForAutopilotOnly = false
    /// ESP-006: the device cannot be used before all apps and profiles are installed.
    ///
    /// The Graph resource has no property of its own for this switch; `ProfileReader` tells how it is found.
    public var blocksDeviceUse = true
    /// The inverse of Try again on the error screen (U-02).
    public var blockDeviceSetupRetryByUser = false
    /// ESP-007: Reset on the error screen.
    public var allowDeviceResetOnInstallFailure = false
    /// ESP-008: Continue anyway on the error screen.
    public var allowDeviceUseOnInstallFailure = false
    /// ESP-009: the ids of the blocking apps, at most `Self.maximumSelectedApps`; empty means all.
    public var selectedMobileAppIds: [String] = []
    /// ESP-010: pre-provisioning also installs the apps that do not block, and ignores their failures. Not played yet.
    public var allowNonBlockingAppInstallation = false
    /// ESP-011: quality updates at the end of OOBE. Not played yet.
    public var installQualityUpdates = false

    /// A blocking profile that shows the page for 60 minutes, with Try again only.
    public init() {}

    /// ESP-002.
    public static let timeoutRange = 1...1440
    /// ESP-003, in characters.
    public static let maximumErrorMessageLength = 10_000
    /// ESP-121.
    public static let maximumSelectedApps = 100
}

extension EnrollmentStatusPageProfile {
    /// The value of `BlockInStatusPage` (esp-behaviour.md 1.2, U-02): 0 when device use is not blocked.
    public func blockInStatusPage(choices: Choices = Choices()) -> BlockInStatusPage {
        guard blocksDeviceUse else { return [] }
        var bits: BlockInStatusPage = []
        if allowDeviceResetOnInstallFailure { bits.insert(.reset) }
        if !blockDeviceSetupRetryByUser { bits.insert(.tryAgain) }
        if allowDeviceUseOnInstallFailure { bits.insert(.continueAnyway) }
        return bits.isEmpty && choices.tryAgainBit == .keepWhenAlone ? .tryAgain : bits
    }
}
