import Notation

extension Choices {
    /// The open questions by their ids. Three are not of section 9: `ESP-406` and `ESP-406-device` are the switch that
    /// ESP-406 names, for the account page and for the device page, and `ESP-513` is the text that 4.4 leaves open.
    public enum ID: String, Hashable, Sendable, QuestionID {
        case u01 = "U-01"
        case u02 = "U-02"
        case u03 = "U-03"
        case u04 = "U-04"
        case u05 = "U-05"
        case u06 = "U-06"
        case u07 = "U-07"
        case u08 = "U-08"
        case u09 = "U-09"
        case u10 = "U-10"
        case u11 = "U-11"
        case u12 = "U-12"
        case u13 = "U-13"
        case u14 = "U-14"
        case u15 = "U-15"
        case u16 = "U-16"
        case u17 = "U-17"
        case u18 = "U-18"
        case u19 = "U-19"
        case u20 = "U-20"
        case u21 = "U-21"
        case u22 = "U-22"
        case forcedEnd = "ESP-406"
        case forcedEndOfDevicePage = "ESP-406-device"
        case unfinishedText = "ESP-513"

        /// The options by name. The reference's choice stands first, except for ESP-406, where it depends on the build.
        public var options: [String] {
            switch self {
            case .u01: LaterUsers.names
            case .u02: TryAgainBit.names
            case .u03: TimeoutRange.names
            case .u04: TechnicianApps.names
            case .u05: QualityUpdates.names
            case .u06: HeldAppsLine.names
            case .u07: UserTree.names
            case .u08: FrozenWrite.names
            case .u09: AccountBootstrapSync.names
            case .u10: SyncCadence.names
            case .u11: TrackingURIContent.names
            case .u12: CertificateListName.names
            case .u13: UserDiagnostics.names
            case .u14: NotApplicable.names
            case .u15: CategoryJSON.names
            case .u16: AgentMSI.names
            case .u17: EarlyFailure.names
            case .u18: AccountReboot.names
            case .u19: TimeoutAnchor.names
            case .u20: GenericAppFailure.names
            case .u21: PFXTracking.names
            case .u22: SyncDone.names
            case .forcedEnd, .forcedEndOfDevicePage: ForcedEnd.names
            case .unfinishedText: UnfinishedText.names
            }
        }
    }

    /// Answers a question by its id, for example `U-11`, with one of its options by name.
    public mutating func set(_ name: String, to option: String) throws(OptionRefusal) {
        let id = try ID(named: name)
        switch id {
        case .u01: laterUsers = try id.option(option)
        case .u02: tryAgainBit = try id.option(option)
        case .u03: timeoutRange = try id.option(option)
        case .u04: technicianApps = try id.option(option)
        case .u05: qualityUpdates = try id.option(option)
        case .u06: heldAppsLine = try id.option(option)
        case .u07: userTree = try id.option(option)
        case .u08: frozenWrite = try id.option(option)
        case .u09: accountBootstrapSync = try id.option(option)
        case .u10: syncCadence = try id.option(option)
        case .u11: trackingURI = try id.option(option)
        case .u12: certificateListName = try id.option(option)
        case .u13: userDiagnostics = try id.option(option)
        case .u14: notApplicable = try id.option(option)
        case .u15: categoryJSON = try id.option(option)
        case .u16: agentMSI = try id.option(option)
        case .u17: earlyFailure = try id.option(option)
        case .u18: accountReboot = try id.option(option)
        case .u19: timeoutAnchor = try id.option(option)
        case .u20: genericAppFailure = try id.option(option)
        case .u21: pfxTracking = try id.option(option)
        case .u22: syncDone = try id.option(option)
        case .forcedEnd: forcedEndOfAccountPage = try id.option(option)
        case .forcedEndOfDevicePage: forcedEndOfDevicePage = try id.option(option)
        case .unfinishedText: unfinishedText = try id.option(option)
        }
    }
}
