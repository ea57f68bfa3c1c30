import ESP

/// What an administrator assigned to a device and its user: the embedded server makes SyncML of it, as Intune does
/// (esp-behaviour.md 2.4, 5).
public struct Assignments: Hashable, Sendable {
    /// A per-machine or per-user MSI that the server installs through EnterpriseDesktopAppManagement.
    public struct Package: Hashable, Sendable {
        /// The app's id, which a blocking list names.
        public var id: String
        public var name: String
        /// With braces.
        public var productCode: String
        public var version: String
        public var url: String
        /// For whom it is installed: per machine below `./Device`, or per user below `./User`.
        public var scope: PhaseScope
        /// To whom it is assigned.
        public var target: PhaseScope
        /// Whose it is, by UPN; nil: every user's.
        public var users: Set<String>?
        public var enforcement = Enforcement()

        /// - Parameter target: nil for the target that goes with the scope.
        public init(
            id: String, name: String, productCode: String, version: String = "1.0.0", url: String,
            scope: PhaseScope = .device, target: PhaseScope? = nil, users: Set<String>? = nil
        ) {
            self.id = id
            self.name = name
            self.productCode = productCode
            self.version = version
            self.url = url
            self.scope = scope
            self.target = target ?? scope
            self.users = users
        }
    }

    /// One policy or other setting.
    public struct Setting: Hashable, Sendable {
        public var uri: String
        public var format: String
        public var data: String
        /// The phase in which the server sends it.
        public var scope: PhaseScope
        /// Whether the page waits for it; nil: when ESP-201 names it.
        public var isTracked: Bool?
        /// Whose it is, by UPN; nil: every user's.
        public var users: Set<String>?

        public init(
            uri: String, format: String, data: String, scope: PhaseScope, isTracked: Bool? = nil,
            users: Set<String>? = nil
        ) {
            self.uri = uri
            self.format = format
            self.data = data
            self.scope = scope
            self.isTracked = isTracked
            self.users = users
        }
    }

    /// A Wi-Fi profile.
    public struct WiFi: Hashable, Sendable {
        public var ssid: String
        public var scope: PhaseScope
        /// Whose it is, by UPN; nil: every user's.
        public var users: Set<String>?

        public init(ssid: String, scope: PhaseScope = .device, users: Set<String>? = nil) {
            self.ssid = ssid
            self.scope = scope
            self.users = users
        }
    }

    /// A SCEP certificate profile.
    public struct Certificate: Hashable, Sendable {
        /// Intune writes `_` where the policy's GUID has `-` (esp-behaviour.md 3.2).
        public var id: String
        public var subject: String
        public var server: String
        public var scope: PhaseScope
        /// Whose it is, by UPN; nil: every user's.
        public var users: Set<String>?
        /// How often the client asks again while the authority has not decided, and after how many minutes.
        public var retryCount = 3
        public var retryDelay = 1

        public init(
            id: String, subject: String, server: String, scope: PhaseScope = .device, users: Set<String>? = nil
        ) {
            self.id = id
            self.subject = subject
            self.server = server
            self.scope = scope
            self.users = users
        }
    }

    public var providerID: String
    public var profile: EnrollmentStatusPageProfile
    /// The provider of Win32 apps that the server registers; nil when it registers none.
    public var agentProvider: String?
    /// The MSI that brings the agent.
    public var agentPackage: Package?
    public var packages: [Package] = []
    public var settings: [Setting] = []
    public var wifi: [WiFi] = []
    public var certificates: [Certificate] = []
    public var modernApps: [ModernApp] = []
    public var offices: [OfficeInstall] = []
    public var pfxCertificates: [PFX] = []
    public var vpn: [VPN] = []
    /// The device id that the server chooses; its LocURI is the dummy policy of the page (ESP-201).
    public var entDMID = "9b7c0d3e-5a41-4c1f-8c55-2f6b7f1f0a10"
    /// For profiles that are shown on Autopilot devices only (U-01).
    public var isAutopilotDevice = true
    /// When the device's lists are complete; nil: never.
    public var listsAt: DeviceTime?
    /// Seconds from the user's first session to the user's complete lists; nil: never.
    public var userListsAfterSeconds: Int64? = 0
    /// When ServerHasFinishedProvisioning comes in device scope.
    public var deviceRelease = Release.withLists
    /// The same in user scope, in seconds from the user's first session.
    public var userRelease = Release.withLists

    /// What becomes of the profile after enrolment, in order of time.
    public var profileChanges: [ProfileChange] = []
    /// Whether the profile won by an assignment to users (ESP-315).
    public var profileIsUserTargeted = false
    /// The blocking list of the tenant's default profile; empty means all.
    public var defaultBlockingList: [String] = []

    public var mode = DeploymentMode.userDriven
    public var join = DirectoryJoin.entra
    /// The user who was assigned to the device before enrolment, by UPN (ESP-702).
    public var preAssignedUser: String?
    /// Users without an Intune licence, by UPN (ESP-307).
    public var unlicensedUsers: Set<String> = []
    /// Whether the server adds the user's half of DMClient, for a Windows that does not make it by itself (U-07).
    public var addsUserTree = false
    /// Co-management settings that name Configuration Manager as authority of the page (7.5).
    public var configMgr: ConfigMgr?
    /// When the blob of an offline domain join is ready; nil: never.
    public var blobAt: DeviceTime? = .zero

    public var choices = Choices()
    public var quirks = Quirks()

    public init(providerID: String, profile: EnrollmentStatusPageProfile) {
        self.providerID = providerID
        self.profile = profile
    }
}
