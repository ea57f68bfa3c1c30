import Notation

/// A Win32 app that the Intune Management Extension installs, with its scripted behaviour.
public struct Win32App: Hashable, Sendable, Codable {
    /// What an installer's exit code means to the agent. A code outside the app's map is a failure (ESP-517).
    public enum ReturnCode: Hashable, Sendable, Codable {
        case success
        /// The app needs a restart some time (RebootRequired 2).
        case softReboot
        /// The machine restarts before anything else is installed (RebootRequired 3).
        case hardReboot
        /// Declared as "try again": the app stays at state 2 (ESP-536).
        case retry
    }

    /// What kind of installer it runs: only one that is an MSI takes Windows Installer's mutex (ESP-314).
    public enum Installer: String, Hashable, Sendable, Codable, CaseIterable {
        case exe, msi
    }

    /// Whose rights the installer has (esp-behaviour.md 5).
    public enum InstallContext: String, Hashable, Sendable, Codable, CaseIterable {
        case system, user
    }

    /// One run of the installer.
    public struct Attempt: Hashable, Sendable, Codable {
        /// From state 2 to the end of the run, download included.
        public var seconds: Int64
        public var exitCode: Int32
        /// What the detection after the run says; after a restart, what it says then.
        public var isDetected: Bool
        /// The installer restarts the machine at its end, without having said so (ESP-301).
        public var restartsMachine: Bool
        /// Why the content could not be downloaded; nil when it could.
        public var downloadError: HRESULT?

        public init(
            seconds: Int64, exitCode: Int32 = 0, isDetected: Bool = true, restartsMachine: Bool = false,
            downloadError: HRESULT? = nil
        ) {
            self.seconds = seconds
            self.exitCode = exitCode
            self.isDetected = isDetected
            self.restartsMachine = restartsMachine
            self.downloadError = downloadError
        }
    }

    /// The app's GUID.
    public var id: String
    public var name: String
    /// The revision in the name of the tracking node.
    public var version: Int
    /// What the app is assigned to: the device, or its user.
    public var scope: PhaseScope
    /// The SIDs of the users it is assigned to; nil for every user. Means nothing for a device's app.
    public var users: Set<String>?
    /// Whether the page waits for it: required, of a kind that can be tracked, and not filtered out by `BlockingList`.
    public var isTracked: Bool
    /// The ids of apps that are installed before this one.
    public var dependencies: [String]
    /// Whether the agent installs them by itself; otherwise they have to be there already.
    public var installsDependencies: Bool
    /// The runs in their order; the last repeats.
    public var attempts: [Attempt]
    public var returnCodes: [Int32: ReturnCode]
    /// Whether the device meets the app's requirements; otherwise the app does not apply (U-14).
    public var meetsRequirements: Bool
    /// Whether detection finds the app before any run.
    public var isInstalled: Bool

    public var installer: Installer
    public var context: InstallContext

    /// What ESP-536 names, for an app that declares nothing else.
    public static let defaultReturnCodes: [Int32: ReturnCode] = [0: .success, 3010: .softReboot, 1641: .hardReboot]

    public init(
        id: String, name: String, version: Int = 1, scope: PhaseScope = .device, isTracked: Bool = true,
        dependencies: [String] = [], attempts: [Attempt], returnCodes: [Int32: ReturnCode] = defaultReturnCodes,
        meetsRequirements: Bool = true, isInstalled: Bool = false, installer: Installer = .exe,
        context: InstallContext = .system, users: Set<String>? = nil, installsDependencies: Bool = true
    ) {
        self.id = id
        self.name = name
        self.version = version
        self.scope = scope
        self.isTracked = isTracked
        self.dependencies = dependencies
        self.attempts = attempts
        self.returnCodes = returnCodes
        self.meetsRequirements = meetsRequirements
        self.isInstalled = isInstalled
        self.installer = installer
        self.context = context
        self.users = users
        self.installsDependencies = installsDependencies
    }

    /// The name of the app's tracking node.
    public var trackingName: String { "Win32App_\(id)_\(version)" }
}

/// The values of `InstallationState` below `Setup/Apps/Tracking` (ESP-413).
public enum TrackedAppState: Int, Hashable, Sendable, Codable {
    case notInstalled = 1
    case inProgress = 2
    case completed = 3
    case error = 4
}
