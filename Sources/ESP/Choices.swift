/// The answers to the reference's open questions (esp-behaviour.md 9), each a switch with the reference's "Choose" as
/// its default.
///
/// `set` takes an id and an option by their names, such as `U-11` and `absent`; `ID.options` lists them.
public struct Choices: Hashable, Sendable, Codable {
    /// U-01: what a server sends for a profile that shows the account page to the first user only (ESP-005).
    public enum LaterUsers: String, Hashable, Sendable, Codable, CaseIterable {
        /// SkipUserStatusPage true, once the first user's IsSyncDone is true.
        case skipAfterFirstUser
        /// Nothing: every user gets the page.
        case showAlways
    }

    /// U-02: BlockInStatusPage of a profile that blocks and allows nothing on error.
    public enum TryAgainBit: String, Hashable, Sendable, Codable, CaseIterable {
        /// Try again stays, because 0 would mean "not blocking".
        case keepWhenAlone
        /// 0, as the three settings say.
        case asGiven
    }

    /// U-03: a write of TimeOutUntilSyncFailure outside of 1 to 1440.
    public enum TimeoutRange: String, Hashable, Sendable, Codable, CaseIterable {
        /// 1 to 1440 is stored, anything else refused (windows-csp.md 5.9 row 19).
        case from1
        /// 60 to 1440, as older documentation has it.
        case from60
    }

    /// U-04: ESP-010 of a profile that does not say.
    public enum TechnicianApps: String, Hashable, Sendable, Codable, CaseIterable {
        /// Only the blocking apps are attempted in the technician flow.
        case blockingOnly
        /// All required apps are, and failures of those that do not block are ignored.
        case all
    }

    /// U-05: ESP-011 of a profile that does not say.
    public enum QualityUpdates: String, Hashable, Sendable, Codable, CaseIterable {
        case off
        case on
    }

    /// U-06: whether T1m ends an Apps line that a provider holds in Identifying.
    public enum HeldAppsLine: String, Hashable, Sendable, Codable, CaseIterable {
        /// Quirk ESP-324 decides: on, T1m passes the line by.
        case byQuirk
        /// T1m ends it, whatever the quirk says.
        case timesOut
    }

    /// U-07: for whom Windows makes the user's half of DMClient by itself.
    public enum UserTree: String, Hashable, Sendable, Codable, CaseIterable {
        /// For an Autopilot enrolment; not for a plain join in OOBE.
        case forAutopilot
        case always
        case never
    }

    /// U-08: the status of a write to a node that ServerHasFinishedProvisioning has frozen.
    public enum FrozenWrite: String, Hashable, Sendable, Codable, CaseIterable {
        case commandNotAllowed = "405"
        case commandFailed = "500"

        /// The SyncML status.
        public var status: Int {
            switch self {
            case .commandNotAllowed: 405
            case .commandFailed: 500
            }
        }
    }

    /// U-09: the data of BootstrapSync in sessions of the account phase.
    public enum AccountBootstrapSync: String, Hashable, Sendable, Codable, CaseIterable {
        case user
        case device
        /// The alert is not sent.
        case absent
    }

    /// U-10: when the sync loops of the page start sessions.
    public enum SyncCadence: String, Hashable, Sendable, Codable, CaseIterable {
        /// At the cadence, and right after a tracked item changed.
        case cadenceAndChange
        /// At the cadence only.
        case cadence
    }

    /// U-11: where an agent tells the page to read an app's progress.
    public enum TrackingURIContent: String, Hashable, Sendable, Codable, CaseIterable {
        /// TrackingUri holds the LocURI of the app's own InstallationState.
        case ownInstallationState
        /// The agent writes no TrackingUri.
        case absent
    }

    /// U-12: the registry's name for the list of certificates.
    public enum CertificateListName: String, Hashable, Sendable, Codable, CaseIterable {
        case expectedSCEPCerts = "ExpectedSCEPCerts"
        case expectedCertificateProfiles = "ExpectedCertificateProfiles"
    }

    /// U-13: where the registry shows the agent's apps of a user.
    public enum UserDiagnostics: String, Hashable, Sendable, Codable, CaseIterable {
        /// The states below `Diagnostics\Sidecar`, and an empty `Diagnostics\{SID}\Sidecar`.
        case both
        case device
        case user
    }

    /// U-14: what an app that does not apply to the device counts as.
    public enum NotApplicable: String, Hashable, Sendable, Codable, CaseIterable {
        case completed
        case error
    }

    /// U-15: the form of the category JSON.
    public enum CategoryJSON: String, Hashable, Sendable, Codable, CaseIterable {
        /// Prefixed names, each with an object.
        case prefixed
        /// Names without prefix, flat strings, and `categorySucceeded` once the category is final.
        case legacyFlat
    }

    /// U-16: whether the MSI of the agent counts as an app of the page.
    public enum AgentMSI: String, Hashable, Sendable, Codable, CaseIterable {
        case counted
        case leftOut
    }

    /// U-17: which lines fail before their timeout.
    public enum EarlyFailure: String, Hashable, Sendable, Codable, CaseIterable {
        /// Apps only; the others end by timeout, or by a code that the scenario gives.
        case appsOnly
        /// A certificate that failed ends its line, too.
        case allLines
    }

    /// U-18: what a reboot in account setup does to the timers.
    public enum AccountReboot: String, Hashable, Sendable, Codable, CaseIterable {
        case restartTimers
        case keepTimers
    }

    /// U-19: where T1m counts from.
    public enum TimeoutAnchor: String, Hashable, Sendable, Codable, CaseIterable {
        /// The start of each phase, over reboots.
        case phase
        /// The last time the page came up: a reboot starts it anew.
        case pageLoad
        /// The start of device preparation, for both phases together.
        case life
    }

    /// U-20: when 0x81036502 is shown.
    public enum GenericAppFailure: String, Hashable, Sendable, Codable, CaseIterable {
        /// Only when the scenario gives it.
        case scriptedOnly
        /// For an app that failed without a code, too.
        case whenNoCode
    }

    /// U-21: whether the server puts PFX certificates into ExpectedPFXCerts.
    public enum PFXTracking: String, Hashable, Sendable, Codable, CaseIterable {
        case clientOnly
        case serverSends
    }

    /// U-22: whether a failure alone sets IsSyncDone.
    public enum SyncDone: String, Hashable, Sendable, Codable, CaseIterable {
        /// Only success, and leaving the page, do.
        case onSuccessOrLeave
        case onFailureToo
    }

    /// What a page does when the server forces its end by WasDeviceSuccessfullyProvisioned and IsSyncDone (ESP-406).
    public enum ForcedEnd: String, Hashable, Sendable, Codable, CaseIterable {
        /// The page goes to its end state, as the CSP's documentation says.
        case documented = "ESP-406-strict"
        /// The nodes answer 200 and the page goes on working (OBS-017).
        case observed26200 = "ESP-406-26200"
    }

    /// ESP-513 and 4.4: what a line shows that T1m ended.
    public enum UnfinishedText: String, Hashable, Sendable, Codable, CaseIterable {
        /// "Error".
        case error
        /// 0x800705b4.
        case code
    }

    public var laterUsers = LaterUsers.skipAfterFirstUser
    public var tryAgainBit = TryAgainBit.keepWhenAlone
    public var timeoutRange = TimeoutRange.from1
    public var technicianApps = TechnicianApps.blockingOnly
    public var qualityUpdates = QualityUpdates.off
    public var heldAppsLine = HeldAppsLine.byQuirk
    public var userTree = UserTree.forAutopilot
    public var frozenWrite = FrozenWrite.commandNotAllowed
    public var accountBootstrapSync = AccountBootstrapSync.user
    public var syncCadence = SyncCadence.cadenceAndChange
    public var trackingURI = TrackingURIContent.ownInstallationState
    public var certificateListName = CertificateListName.expectedSCEPCerts
    public var userDiagnostics = UserDiagnostics.both
    public var notApplicable = NotApplicable.completed
    public var categoryJSON = CategoryJSON.prefixed
    public var agentMSI = AgentMSI.counted
    public var earlyFailure = EarlyFailure.appsOnly
    public var accountReboot = AccountReboot.restartTimers
    public var timeoutAnchor = TimeoutAnchor.phase
    public var genericAppFailure = GenericAppFailure.scriptedOnly
    public var pfxTracking = PFXTracking.clientOnly
    public var syncDone = SyncDone.onSuccessOrLeave
    /// ESP-406 on the account page: what build 26200 was seen to do there, and the documentation on any other build.
    public var forcedEndOfAccountPage: ForcedEnd
    /// ESP-406 on the device page.
    public var forcedEndOfDevicePage = ForcedEnd.documented
    public var unfinishedText = UnfinishedText.error

    /// The reference's choices for a device of this Windows build.
    public init(build: Int = 26200) {
        forcedEndOfAccountPage = build == 26200 ? .observed26200 : .documented
    }
}
