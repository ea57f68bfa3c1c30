import DMSession
import DMTree
import ESP
import Notation

/// What the world does to a device in one life: how long installers take and how they end, what the user does. A value;
/// a life with the same script against the same server gives the same events.
public struct LifeScript: Sendable {
    /// Somebody who signs in.
    public struct User: Hashable, Sendable {
        /// When the user signs in.
        public enum SignIn: Hashable, Sendable {
            /// So many seconds after the sign-in screen has come up.
            case afterScreen(seconds: Int64)
            /// At an instant; later when a page is up that has to be left first.
            case at(DeviceTime)
            case never
        }

        public var sid: String
        /// The user principal name, which the token carries.
        public var upn: String
        /// What the client sends as AADUserToken once the user is signed in; nil for a user whom Entra does not know. That of a
        /// scenario is unsigned, and no secret.
        public var token: String?
        public var signIn: SignIn

        public init(sid: String, upn: String, token: String?, signIn: SignIn) {
            self.sid = sid
            self.upn = upn
            self.token = token
            self.signIn = signIn
        }

        /// The user of a scenario that names none.
        public static let standard = User(
            sid: "S-1-12-1-1000000001-1000000002-1000000003-1000000004", upn: "ada@example.test",
            token: "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJ1cG4iOiJhZGFAZXhhbXBsZS50ZXN0In0.",
            signIn: .afterScreen(seconds: 5))
    }

    /// How a step of device preparation goes that the device carries out (esp-behaviour.md 1.4, 7.1).
    public struct PreparationStep: Hashable, Sendable {
        public var seconds: Int64
        /// nil for success.
        public var error: HRESULT?

        public init(seconds: Int64, error: HRESULT? = nil) {
            self.seconds = seconds
            self.error = error
        }
    }

    /// When Entra knows a hybrid device (7.3).
    public enum Registration: Hashable, Sendable {
        /// So many seconds after the account page came up.
        case succeeds(afterSeconds: Int64)
        case fails(afterSeconds: Int64, HRESULT)
        case never
    }

    /// What quality updates at the end of OOBE take (7.6).
    public struct QualityUpdates: Hashable, Sendable {
        /// Looking for them.
        public var scanSeconds: Int64
        /// Installing them; nil: there are none.
        public var installSeconds: Int64?
        public var restarts: Bool

        public init(scanSeconds: Int64 = 60, installSeconds: Int64? = 300, restarts: Bool = true) {
            self.scanSeconds = scanSeconds
            self.installSeconds = installSeconds
            self.restarts = restarts
        }
    }

    /// Something that is done to the machine at an instant.
    public struct MachineAction: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case restart, powerOff, powerOn
            /// Disconnect in Settings, which only an enrolment by work account has (windows-csp.md 5.5).
            case disconnect
        }

        public var time: DeviceTime
        public var kind: Kind

        public init(time: DeviceTime, kind: Kind) {
            self.time = time
            self.kind = kind
        }
    }

    /// A program on the device changes a value that the server has set.
    public struct Drift: Hashable, Sendable {
        public var time: DeviceTime
        /// A policy by its address in `Policy/Config`, or a node of another CSP.
        public var uri: TreeURI
        public var value: String

        public init(time: DeviceTime, uri: TreeURI, value: String) {
            self.time = time
            self.uri = uri
            self.value = value
        }
    }

    /// A program on the device changes a value that a document of declared configuration has set.
    public struct SettingDrift: Hashable, Sendable {
        public var time: DeviceTime
        /// The document's id without braces, in lower case.
        public var document: String
        /// The name of a Value of the document.
        public var setting: String
        public var value: String

        public init(time: DeviceTime, document: String, setting: String, value: String) {
            self.time = time
            self.document = document
            self.setting = setting
            self.value = value
        }
    }

    /// Something the user does at the page.
    public struct UserAction: Hashable, Sendable {
        public enum Moment: Hashable, Sendable {
            /// At an instant of the life.
            case at(DeviceTime)
            /// So many seconds after each error screen comes up, as often as `times` says.
            case onError(afterSeconds: Int64, times: Int)
            /// So many seconds after the button begins to be offered, as often as `times` says.
            case onOffer(afterSeconds: Int64, times: Int)
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
    public var renewal: Renewal
    /// By name. A profile that is not listed is there as soon as the server has sent it.
    public var wifiFaults: [String: NetworkFault]
    public var vpnFaults: [String: NetworkFault]
    public var jobs = Jobs()
    public var scripts: [AgentScript]
    /// Configuration Manager's client; nil where there is none.
    public var configMgr: ConfigMgrAgent.Configuration?
    /// When ccmsetup starts; nil: never.
    public var configMgrStarts: DeviceTime?
    /// In the order of their sign-ins. On a desktop enrolment the first is signed in from the start.
    public var users: [User]
    public var userActions: [UserAction]
    public var machineActions: [MachineAction]
    public var drifts: [Drift]
    public var settingDrifts: [SettingDrift] = []
    /// What the user answers to the server's questions, over all sessions; nil for a device without a user interface,
    /// where they are 406 (oma-dm.md 2.5). Windows never asks.
    public var userAnswers: UserScript?
    /// In order of time.
    public var interruptions: [Interruption] = []
    /// When the server sends a notification (oma-dm.md 2.13).
    public var notifications: [DeviceTime] = []
    /// From a drift to its end by Config lock, which acts "within seconds" (windows-csp.md 5.7; how many is our choice).
    public var configLockSeconds: Int64
    /// By device ticket: attestation, join, enrolment.
    public var preparation: [SubcategoryKind: PreparationStep]
    /// The server has a record of this device from an earlier run (ESP-320).
    public var hasServerRecord: Bool
    public var registration: Registration
    public var qualityUpdates: QualityUpdates
    /// From Reseal to the moment the user turns the device on; nil: never.
    public var turnOnSeconds: Int64?
    /// Seconds between the sessions of a sync loop (U-10).
    public var syncSeconds: Int64
    /// When the server pushes, which starts a session.
    public var pushes: [DeviceTime]
    /// How long the machine is down in a restart; nil: restarts that are asked for do not happen.
    public var restartSeconds: Int64?
    /// When the life is cut off.
    public var horizon: DeviceTime
    /// Whether the device is registered with Autopilot.
    public var isAutopilotDevice: Bool
    /// When the life begins by the calendar.
    public var localTime = LocalTime()
    /// Whether the device polls by its schedule and at logins, as long as it is enrolled (enrollment.md 15). Off for a life
    /// in virtual time, which is about the page.
    public var polls = false
    /// What nonces follow from beside the device and the session; random for a device with a real server.
    public var nonceSeed: [UInt8] = []

    public init(device: FreshDevice) {
        self.device = device
        page = StatusPage.Configuration()
        page.providerID = device.providerID
        page.choices = Choices(build: device.release.build)
        page.build = device.release.build
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
        renewal = Renewal()
        wifiFaults = [:]
        vpnFaults = [:]
        scripts = []
        users = [.standard]
        userActions = []
        machineActions = []
        drifts = []
        configLockSeconds = 5
        preparation = [
            .tpmAttestation: PreparationStep(seconds: 30), .aadj: PreparationStep(seconds: 20),
            .mdmEnrollment: PreparationStep(seconds: 15),
        ]
        hasServerRecord = false
        registration = .succeeds(afterSeconds: 300)
        qualityUpdates = QualityUpdates()
        turnOnSeconds = 3600
        syncSeconds = 60
        pushes = []
        restartSeconds = 45
        horizon = .seconds(48 * 3600)
        isAutopilotDevice = true
    }

    /// U-07: whether Windows makes the user's half of DMClient by itself.
    public var makesUserProvider: Bool {
        switch page.choices.userTree {
        case .forAutopilot: isAutopilotDevice
        case .always: true
        case .never: false
        }
    }
}
