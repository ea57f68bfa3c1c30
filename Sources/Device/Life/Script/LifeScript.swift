import DMTree
import ESP

/// What the world does to a device in one life: how long installers take and how they end, what the user does. A value;
/// a life with the same script against the same server gives the same events.
public struct LifeScript: Sendable {
    /// Something the user does at the page.
    public struct UserAction: Hashable, Sendable {
        public enum Moment: Hashable, Sendable {
            /// At an instant of the life.
            case at(DeviceTime)
            /// So many seconds after each error screen comes up, as often as `times` says.
            case onError(afterSeconds: Int64, times: Int)
        }

        public var moment: Moment
        public var button: PageButton

        public init(moment: Moment, button: PageButton) {
            self.moment = moment
            self.button = button
        }
    }

    public var device: FreshDevice
    public var page: StatusPage.Configuration
    public var agent: SidecarAgent.Configuration
    /// In policy order.
    public var apps: [Win32App]
    /// The product code, with braces, of the MSI that brings the agent; nil when the agent comes by itself.
    public var agentProductCode: String?
    /// When an agent that comes by itself starts; nil: never.
    public var agentStarts: DeviceTime?
    /// By product code with braces, in lower case. A package that is not listed takes the default times and succeeds.
    public var packages: [String: Package]
    /// By package family name in lower case. An app that is not listed takes the default time and succeeds.
    public var modernApps: [String: ModernApp]
    /// By id in lower case. An installation that is not listed takes the default time and succeeds.
    public var offices: [String: Office]
    /// By unique id of the SCEP instance. One that is not listed takes the default time and succeeds.
    public var certificates: [String: Certificate]
    /// By unique id of the PFXCertInstall instance. One that is not listed takes the default time and succeeds.
    public var pfxCertificates: [String: PFX]
    /// By name. A profile that is not listed is there as soon as the server has sent it.
    public var wifiFaults: [String: NetworkFault]
    public var vpnFaults: [String: NetworkFault]
    /// From the sign-in screen to the sign-in; nil: nobody signs in.
    public var signInSeconds: Int64?
    public var userSID: String
    /// What the client sends as AADUserToken once the user is signed in. The default is an unsigned token that names
    /// the user, and no secret.
    public var userToken: String
    public var userActions: [UserAction]
    /// Seconds between the sessions of a sync loop (U-10).
    public var syncSeconds: Int64
    /// When the server pushes, which starts a session.
    public var pushes: [DeviceTime]
    /// How long the machine is down in a restart; nil: restarts that are asked for do not happen.
    public var restartSeconds: Int64?
    /// When the life is cut off.
    public var horizon: DeviceTime
    /// U-07: Windows makes the user's FirstSyncStatus for an Autopilot enrolment.
    public var makesUserProvider: Bool

    public init(device: FreshDevice) {
        self.device = device
        page = StatusPage.Configuration()
        page.providerID = device.providerID
        page.choices = Choices(build: device.release.build)
        page.hasDiagnosticsPage = device.release.isWindows11
        agent = SidecarAgent.Configuration()
        agent.providerID = device.providerID
        agent.choices = page.choices
        apps = []
        packages = [:]
        modernApps = [:]
        offices = [:]
        certificates = [:]
        pfxCertificates = [:]
        wifiFaults = [:]
        vpnFaults = [:]
        signInSeconds = 5
        userSID = "S-1-12-1-1000000001-1000000002-1000000003-1000000004"
        userToken = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJ1cG4iOiJhZGFAZXhhbXBsZS50ZXN0In0."
        userActions = []
        syncSeconds = 60
        pushes = []
        restartSeconds = 45
        horizon = .seconds(48 * 3600)
        makesUserProvider = true
    }
}
