extension Choices {
    /// The open questions by their ids. Three are not of section 9: `ESP-406` and `ESP-406-device` are the switch that
    /// ESP-406 names, for the account page and for the device page, and `ESP-513` is the text that 4.4 leaves open.
    public enum ID: String, Hashable, Sendable, CaseIterable {
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

    /// A choice was refused.
    public enum Refusal: Error, Hashable, Sendable {
        /// No open question has this id.
        case unknown(String)
        /// The question has no such option.
        case noOption(String, of: ID)
    }

    /// Answers a question by its id, for example `U-11`, with one of its options by name.
    public mutating func set(_ name: String, to option: String) throws(Refusal) {
        guard let id = ID(rawValue: name) else { throw .unknown(name) }
        switch id {
        case .u01: laterUsers = try Self.named(option, of: id)
        case .u02: tryAgainBit = try Self.named(option, of: id)
        case .u03: timeoutRange = try Self.named(option, of: id)
        case .u04: technicianApps = try Self.named(option, of: id)
        case .u05: qualityUpdates = try Self.named(option, of: id)
        case .u06: heldAppsLine = try Self.named(option, of: id)
        case .u07: userTree = try Self.named(option, of: id)
        case .u08: frozenWrite = try Self.named(option, of: id)
        case .u09: accountBootstrapSync = try Self.named(option, of: id)
        case .u10: syncCadence = try Self.named(option, of: id)
        case .u11: trackingURI = try Self.named(option, of: id)
        case .u12: certificateListName = try Self.named(option, of: id)
        case .u13: userDiagnostics = try Self.named(option, of: id)
        case .u14: notApplicable = try Self.named(option, of: id)
        case .u15: categoryJSON = try Self.named(option, of: id)
        case .u16: agentMSI = try Self.named(option, of: id)
        case .u17: earlyFailure = try Self.named(option, of: id)
        case .u18: accountReboot = try Self.named(option, of: id)
        case .u19: timeoutAnchor = try Self.named(option, of: id)
        case .u20: genericAppFailure = try Self.named(option, of: id)
        case .u21: pfxTracking = try Self.named(option, of: id)
        case .u22: syncDone = try Self.named(option, of: id)
        case .forcedEnd: forcedEndOfAccountPage = try Self.named(option, of: id)
        case .forcedEndOfDevicePage: forcedEndOfDevicePage = try Self.named(option, of: id)
        case .unfinishedText: unfinishedText = try Self.named(option, of: id)
        }
    }

    private static func named<Option: RawRepresentable>(_ name: String, of id: ID) throws(Refusal) -> Option
    where Option.RawValue == String {
        guard let option = Option(rawValue: name) else { throw .noOption(name, of: id) }
        return option
    }
}

extension CaseIterable where Self: RawRepresentable<String> {
    fileprivate static var names: [String] { allCases.map(\.rawValue) }
}
