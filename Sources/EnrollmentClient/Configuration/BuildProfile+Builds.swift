import Enrollment

extension BuildProfile {
    /// How a build enrols: 19043 and 26200 as they were captured, the others by the table of versions and the "since" of each
    /// item (enrollment.md 4.3, 7.1).
    ///
    /// - Parameters:
    ///   - build: the third number of the version, such as 26200.
    ///   - revision: the fourth; nil stands for all back-ports.
    public init(build: Int, revision: Int? = nil) {
        self.init(
            build: build, requestVersion: Self.highestVersion(build, revision), contextItems: Self.items(build),
            versionRule: Self.rule(build, revision),
            // Only what was seen is played: nothing says which other builds do it.
            reportsOobeAlways: build == 19043)
    }

    /// Updates that brought a version, newest first (4.3). The revisions are those of the updates that the table names.
    private static let versions: [(version: String, builds: ClosedRange<Int>, revision: Int)] = [
        ("9.0", 26200...Int.max, 0),
        ("7.0", 26100...26199, 3624), ("7.0", 22631...22631, 5126),
        ("6.0", 26100...26199, 0), ("6.0", 22621...22631, 2792), ("6.0", 22000...22000, 2652),
        ("5.0", 22001...26199, 0), ("5.0", 22000...22000, 1165), ("5.0", 19041...21999, 2546),
        ("4.0", 15063...22000, 0),
    ]

    private static func highestVersion(_ build: Int, _ revision: Int?) -> String {
        versions.first { $0.builds.contains(build) && $0.revision <= revision ?? .max }?.version ?? "3.0"
    }

    /// The first build of the Windows versions in 7.1.
    private enum Since {
        static let v1703 = 15063
        static let v1709 = 16299
        static let v1803 = 17134
        static let v1809 = 17763
        static let v1903 = 18362
    }

    /// The captured order; items that no capture has follow NotInOobe in the order of the catalogue.
    private static let order: [(name: ContextItem.Name, since: Int)] = [
        (.uxInitiated, Since.v1709), (.hardwareDeviceID, Since.v1703), (.locale, Since.v1703),
        (.targetedUserLoggedIn, 0), (.osEdition, 0), (.deviceName, 0), (.mac, 0), (.imei, 0), (.deviceID, 0),
        (.enrollmentType, 0), (.deviceType, 0), (.osVersion, 0), (.applicationVersion, 0),
        (.notInOobe, Since.v1903), (.enrollmentData, 0), (.domainName, Since.v1709),
        (.externalManagementAgentHint, Since.v1709), (.bootstrapDomainJoin, Since.v1709), (.bulkAADJ, 0),
        (.zeroTouchProvisioning, 0), (.offlineAutopilotEnrollmentCorrelator, Since.v1809),
        (.plugAndForget, Since.v1803), (.whiteGlove, Since.v1903), (.whiteGloveHybridJoin, Since.v1903),
        (.emmDeviceID, 0), (.manufacturer, 26200), (.deviceModel, 26200), (.serialNumber, 26200),
        (.requestVersion, 0), (.attestationStatus, 0), (.attestationStatusHResult, 0),
        (.azureAttestationCorrelationVector, 0),
    ]

    /// What proves the key comes first, as on 26200. Versions decide whether it is sent at all.
    private static func items(_ build: Int) -> [ContextItem.Name] {
        [.aikPub, .aikAttestationClaim, .azureAttestationBlob] + order.filter { $0.since <= build }.map(\.name)
    }

    private static func rule(_ build: Int, _ revision: Int?) -> VersionRule {
        guard highestVersion(build, revision).first.map({ $0 >= "5" }) == true else { return .none }
        // 4.3 mimics what 26200 was seen to do from 26100 on.
        guard build >= 26100 else { return .advertised }
        let unattested = VersionRule.Row(requestVersion: "9.0", sendsAIK: false, status: .noAlgorithms)
        return .observed(
            rows: [
                "3.0": unattested, "9.0": unattested,
                "5.0": VersionRule.Row(requestVersion: "5.0", sendsAIK: true, status: nil),
            ], other: unattested)
    }
}

extension BuildProfile.VersionRule.Status {
    /// What 26200 told without a usable TPM; the number before the message is not recorded, and ours is 1.
    public static let noAlgorithms = BuildProfile.VersionRule.Status(
        text: "Status=1;AttestationErrorMsg=no AIK algorithms provided", hresult: "0x80070057")
}
