import CSP
import DDF
import DMTree
import Notation
import ProtocolProfile

/// A device as it stands when enrolment is done and before the server said anything (design.md section 6, enrollment.md
/// 17.3).
public struct FreshDevice: Hashable, Sendable {
    /// Who is signed in, as LoginStatus reports it (windows-csp.md 5.4).
    public enum Login: String, Hashable, Sendable, CaseIterable {
        /// The enrolled user.
        case user
        /// Somebody without an MDM account; in OOBE the default user.
        case others
        case none
    }

    /// Where the device is in its life.
    public enum Phase: String, Hashable, Sendable, CaseIterable {
        case oobe, desktop
    }

    public var release: WindowsRelease
    /// The DMClient provider that enrolment made.
    public var providerID: String
    public var login: Login
    public var phase: Phase
    public var profile: DeviceProfile
    /// The dialect of OMA-DM that the client speaks.
    public var protocolProfile = ProtocolProfile.windows
    /// What enrolment provisions for proofs inside SyncML: CLCRED and SRVCRED of enrollment.md 17.3. No real secrets.
    public var clientCredential = AppAuth(
        level: .client, type: .digest, name: "dev-7F3A", secret: "Sr7-secret-01", data: "EDJUdpi63P4BI0VniavN7w==")
    public var serverCredential = AppAuth(
        level: .server, type: .digest, name: nil, secret: "cl-secret-77", data: "Y2xpZW50LW5vbmNlLTAwMQ==")

    /// Entra-joined, Windows 11 25H2 Enterprise, enrolled with `MS DM Server`, user signed in on the desktop.
    public init(
        release: WindowsRelease = .standard, providerID: String = "MS DM Server", login: Login? = nil,
        phase: Phase = .desktop, profile: DeviceProfile? = nil
    ) {
        self.release = release
        self.providerID = providerID
        self.phase = phase
        self.login = login ?? (phase == .oobe ? .others : .user)
        self.profile = profile ?? DeviceProfile(release: release)
    }

    /// A user context exists only on the desktop with the enrolled user signed in.
    public var hasUserContext: Bool { phase == .desktop && login == .user }

    /// The server address that enrolment provisioned.
    public static let serverAddress = "https://mdm.example.test/dm"

    /// The tree with what enrolment and Windows itself made.
    ///
    /// - Parameters:
    ///   - isEnrolled: false for the device before its enrolment: without DM account and DMClient provider.
    ///   - adapting: puts another provider in the place of one, for a device whose facts come from elsewhere.
    public func makeTree(
        store: RootStore = .shipped, firstSync: FirstSyncRules = FirstSyncRules(), isEnrolled: Bool = true,
        adapting: (any Provider) -> any Provider = { $0 }
    ) -> DeviceTree {
        let windows = WindowsSchema(release: release, store: store)
        let schema: any NodeSchema =
            switch protocolProfile.name {
            case .windows: windows
            case .oma: StandardSchema(windows)
            }
        var profile = profile
        // Windows takes and sends large objects and does not say so (OBS-008); the standard has it said (DM-LOB-02).
        if protocolProfile.name == .oma { profile.announcesLargeObjects = true }
        var tree = DeviceTree(
            schema: schema, providers: Providers.all(firstSync: firstSync, facts: profile).map(adapting),
            hasUserContext: hasUserContext, providerID: providerID)
        tree.profile = protocolProfile
        // The bootstrap of the standard: without it nobody may replace what the device has (docs/decisions/0007).
        if protocolProfile.name == .oma { tree.trust(providerID) }
        profile.provision(&tree)
        if hasUserContext { profile.provisionUser(LifeScript.User.standard.sid, in: &tree) }
        if isEnrolled { provisionAccount(&tree) }
        tree.setLocally("./Device/Vendor/MSFT/DMClient/HWDevID", value: profile.hardwareID)
        if phase == .oobe {
            tree.setLocally(
                "./Device/Vendor/MSFT/EnrollmentStatusTracking/Setup/HasProvisioningCompleted", value: "false")
        }
        return tree
    }

    /// The w7 APPLICATION of enrollment.md 17.3, with the names of this device.
    private var application: W7Application {
        W7Application(
            providerID: providerID, name: "Example MDM", addresses: [.init(Self.serverAddress)],
            role: W7Application.enterprise,
            client: clientCredential, server: serverCredential,
            connectionRetries: 6, initialBackOffTime: 30_000, maxBackOffTime: 120_000,
            isBackCompatRetryDisabled: true, defaultEncoding: .xml,
            certificateSearch: "Subject=CN%3D\(profile.deviceID)&Stores=My%5CSystem")
    }

    /// DMClient as the provisioning document of enrollment.md 17.3 leaves it: no EntDMID, no Push, FirstSyncStatus at
    /// its initial values.
    private func provisionAccount(_ tree: inout DeviceTree) {
        let account = "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(providerID))"
        let values = [
            ("UPN", "ada@example.test"), ("EntDeviceName", "ada-laptop"),
            ("EnrollmentType", "Device"),
            ("AADDeviceID", profile.entraDeviceID), ("HWDevID", profile.hardwareID),
            ("Poll/NumberOfFirstRetries", "5"), ("Poll/IntervalForFirstSetOfRetries", "15"),
            ("Poll/NumberOfSecondRetries", "10"), ("Poll/IntervalForSecondSetOfRetries", "60"),
            ("Poll/NumberOfRemainingScheduledRetries", "0"), ("Poll/IntervalForRemainingScheduledRetries", "1440"),
            ("Poll/PollOnLogin", "true"),
        ]
        for (leaf, value) in values { tree.setLocally("\(account)/\(leaf)", value: value) }
        application.apply(to: &tree)
        if profile.isSecuredCore { tree.setLocally("\(account)/ConfigLock/SecureCore", value: "true") }
        tree.setLocally("\(account)/FirstSyncStatus", value: nil)
    }
}
