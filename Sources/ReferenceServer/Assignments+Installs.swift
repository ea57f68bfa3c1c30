import ESP

extension Assignments {
    /// What Windows Installer is told beside the package: the Enforcement of a MsiInstallJob (windows-csp.md 4.1).
    public struct Enforcement: Hashable, Sendable {
        /// Minutes until the installer counts as failed.
        public var timeout = 60
        /// Retries of download and installation together.
        public var retryCount = 0
        /// Minutes between retries.
        public var retryInterval = 5

        public init() {}
    }

    /// A Store or UWP app that the server installs through EnterpriseModernAppManagement (windows-csp.md 4.2).
    public struct ModernApp: Hashable, Sendable {
        /// Where the package comes from.
        public enum Origin: Hashable, Sendable {
            /// The server, by its address: a package of the organization's own, or one of the Store for offline use.
            case hosted(url: String)
            /// The Store.
            case store(productID: String)
        }

        /// The app's id, which a blocking list names.
        public var id: String
        public var name: String
        public var packageFamilyName: String
        public var packageFullName: String
        /// The half of the inventory that shows it: `AppStore` or `nonStore`.
        public var source: String
        public var origin: Origin
        /// How many apps it counts as on the page.
        public var count: Int
        /// For whom it is installed.
        public var scope: PhaseScope
        /// To whom it is assigned.
        public var target: PhaseScope
        /// Whose it is, by UPN; nil: every user's.
        public var users: Set<String>?

        /// - Parameter target: nil for the target that goes with the scope.
        public init(
            id: String, name: String, packageFamilyName: String, packageFullName: String, source: String,
            origin: Origin, count: Int = 1, scope: PhaseScope = .device, target: PhaseScope? = nil,
            users: Set<String>? = nil
        ) {
            self.id = id
            self.name = name
            self.packageFamilyName = packageFamilyName
            self.packageFullName = packageFullName
            self.source = source
            self.origin = origin
            self.count = count
            self.scope = scope
            self.target = target ?? scope
            self.users = users
        }
    }

    /// Microsoft 365 Apps through the Office CSP, which is the device's (windows-csp.md 4.4).
    public struct OfficeInstall: Hashable, Sendable {
        /// The id of the installation, which is also what a blocking list names.
        public var id: String
        public var name: String

        public init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// A PFX certificate (windows-csp.md 4.3).
    public struct PFX: Hashable, Sendable {
        public var id: String
        public var scope: PhaseScope
        /// Whether the page waits for it; nil: as U-21 has it.
        public var isTracked: Bool?
        /// Whose it is, by UPN; nil: every user's.
        public var users: Set<String>?

        public init(
            id: String, scope: PhaseScope = .device, isTracked: Bool? = nil, users: Set<String>? = nil
        ) {
            self.id = id
            self.scope = scope
            self.isTracked = isTracked
            self.users = users
        }
    }

    /// A VPN profile (windows-csp.md 4.13).
    public struct VPN: Hashable, Sendable {
        public var name: String
        public var scope: PhaseScope
        /// Whose it is, by UPN; nil: every user's.
        public var users: Set<String>?

        public init(name: String, scope: PhaseScope = .device, users: Set<String>? = nil) {
            self.name = name
            self.scope = scope
            self.users = users
        }
    }
}
