/// An Enrollment Status Page profile as an administrator sets it (ESP-001 to ESP-011, Graph schema in esp-behaviour.md
/// 1.1).
public struct EnrollmentStatusPageProfile: Hashable, Sendable, Codable {
    public var id: String?
    public var displayName: String?
    public var description: String?
    public var version: Int?
    public var createdDateTime: String?
    public var lastModifiedDateTime: String?
    /// Who may see the profile in the portal. Devices do not notice (ESP-105).
    public var roleScopeTagIds: [String] = []
    /// The lowest number wins (ESP-102).
    public var priority: Int?
    /// Whether this is the profile that every tenant has and that ships hidden.
    public var isDefault = false
    /// Whom the profile reaches; the default profile needs none.
    public var assignments: [ProfileAssignment] = []

    /// ESP-001: the page is shown. Everything below needs it.
    public var showInstallationProgress = true
    /// ESP-002: minutes until an installation that takes longer is an error, 1 to 1440.
    public var installProgressTimeoutInMinutes = Self.defaultTimeout
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
    /// ESP-010: pre-provisioning also installs the apps that do not block, and ignores their failures; nil: not said
    /// (U-04).
    public var allowNonBlockingAppInstallation: Bool?
    /// ESP-011: quality updates at the end of OOBE; nil: not said (U-05).
    public var installQualityUpdates: Bool?

    /// A blocking profile that shows the page for 60 minutes, with Try again only.
    public init() {}

    /// What Graph calls the profile that every tenant has. It ships hidden and without blocking.
    public static let shippedDefault: EnrollmentStatusPageProfile = {
        var profile = EnrollmentStatusPageProfile()
        profile.displayName = "All users and all devices"
        profile.priority = 0
        profile.isDefault = true
        profile.showInstallationProgress = false
        profile.blocksDeviceUse = false
        profile.blockDeviceSetupRetryByUser = true
        return profile
    }()

    /// What people call the profile.
    public var name: String { displayName ?? id ?? "profile without a name" }

    /// ESP-002.
    public static let timeoutRange = 1...1440
    /// ESP-002.
    public static let defaultTimeout = 60
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

    /// ESP-009: the apps that block. All of them where device use is not blocked, because the list is locked then.
    public var blockingList: BlockingList { BlockingList(isListLocked ? [] : selectedMobileAppIds) }

    /// ESP-010, U-04: whether the technician flow also installs the apps that do not block. Needs a list of those that do.
    public func installsNonBlockingApps(choices: Choices = Choices()) -> Bool {
        guard !isListLocked, !selectedMobileAppIds.isEmpty else { return false }
        return allowNonBlockingAppInstallation ?? (choices.technicianApps == .all)
    }

    /// ESP-011, U-05: whether quality updates are installed at the end of OOBE. Needs the page.
    public func installsQualityUpdates(choices: Choices = Choices()) -> Bool {
        showInstallationProgress && (installQualityUpdates ?? (choices.qualityUpdates == .on))
    }

    private var isListLocked: Bool { !showInstallationProgress || !blocksDeviceUse }
}
