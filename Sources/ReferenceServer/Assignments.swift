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
        public var scope: PhaseScope
        public var enforcement = Enforcement()

        public init(
            id: String, name: String, productCode: String, version: String = "1.0.0", url: String,
            scope: PhaseScope = .device
        ) {
            self.id = id
            self.name = name
            self.productCode = productCode
            self.version = version
            self.url = url
            self.scope = scope
        }
    }

    /// One policy or other setting.
    public struct Setting: Hashable, Sendable {
        public var uri: String
        public var format: String
        public var data: String
        /// The phase in which the server sends it.
        public var scope: PhaseScope
        /// Whether the page waits for it: real policies only where ESP-201 names them.
        public var isTracked: Bool

        public init(uri: String, format: String, data: String, scope: PhaseScope, isTracked: Bool = false) {
            self.uri = uri
            self.format = format
            self.data = data
            self.scope = scope
            self.isTracked = isTracked
        }
    }

    /// A Wi-Fi profile.
    public struct WiFi: Hashable, Sendable {
        public var ssid: String
        public var scope: PhaseScope

        public init(ssid: String, scope: PhaseScope = .device) {
            self.ssid = ssid
            self.scope = scope
        }
    }

    /// A SCEP certificate profile.
    public struct Certificate: Hashable, Sendable {
        /// Intune writes `_` where the policy's GUID has `-` (esp-behaviour.md 3.2).
        public var id: String
        public var subject: String
        public var server: String
        public var scope: PhaseScope
        /// How often the client asks again while the authority has not decided, and after how many minutes.
        public var retryCount = 3
        public var retryDelay = 1

        public init(id: String, subject: String, server: String, scope: PhaseScope = .device) {
            self.id = id
            self.subject = subject
            self.server = server
            self.scope = scope
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
    public var choices = Choices()

    public init(providerID: String, profile: EnrollmentStatusPageProfile) {
        self.providerID = providerID
        self.profile = profile
    }
}
