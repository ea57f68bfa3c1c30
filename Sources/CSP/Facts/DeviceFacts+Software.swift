extension DeviceFacts {
    /// A Win32 program as Win32AppInventory lists it (windows-csp.md 4.15).
    public struct InstalledProgram: Hashable, Sendable {
        /// How it was installed, and so where its facts come from.
        public enum Origin: Hashable, Sendable {
            /// It has a key of its own below Uninstall.
            case uninstallKey(String)
            /// By Windows Installer. Codes are GUIDs with braces; the package code may be unknown.
            case msi(productCode: String, packageCode: String?)
        }

        public var name: String
        public var publisher: String
        public var version: String
        /// A language tag or LCID, as the installer wrote it; empty where it wrote none.
        public var language: String
        public var origin: Origin

        public init(name: String, publisher: String, version: String, language: String = "", origin: Origin) {
            self.name = name
            self.publisher = publisher
            self.version = version
            self.language = language
            self.origin = origin
        }

        /// What RegKey says: "for MSI the product code, for ARP the registry subkey". The instance has the same name,
        /// which is our choice: the description leaves it open.
        public var key: String {
            switch origin {
            case .uninstallKey(let key): key
            case .msi(let productCode, _): productCode
            }
        }

        /// What a fresh desktop has.
        static let standard = [
            InstalledProgram(
                name: "Microsoft Edge", publisher: "Microsoft Corporation", version: "140.0.3485.54",
                origin: .uninstallKey("Microsoft Edge"))
        ]
    }

    /// A package of the modern app inventory (windows-csp.md 4.2).
    public struct InstalledPackage: Hashable, Sendable {
        /// The three halves of the inventory.
        public enum Origin: String, Hashable, Sendable, CaseIterable {
            case appStore = "AppStore"
            case nonStore
            case system = "System"
        }

        /// The main package of an app, a bundle of packages, a framework, or resources. The names are those of
        /// PackageTypeFilter.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case main, bundle, framework, resource
        }

        /// The values of PackageStatus.
        public enum Status: String, Hashable, Sendable, CaseIterable {
            case ok, licenseIssue, modified, tampered, disabled

            public var code: Int {
                switch self {
                case .ok: 0
                case .licenseIssue: 1
                case .modified: 2
                case .tampered: 4
                case .disabled: 8
                }
            }
        }

        public var package: ModernPackage
        public var origin: Origin
        public var kind: Kind
        /// The distinguished name of whoever signed it.
        public var publisher: String
        /// As Windows writes it, such as `2026-01-02T09:00:00Z`.
        public var installDate: String
        public var status = Status.ok
        public var requiresReinstall = false
        /// Every user who signs in gets it.
        public var isProvisioned = true
        public var isStub = false

        public init(
            package: ModernPackage, origin: Origin, kind: Kind? = nil, publisher: String,
            installDate: String = "2026-01-02T09:00:00Z"
        ) {
            self.package = package
            self.origin = origin
            self.kind = kind ?? Self.kind(of: package)
            self.publisher = publisher
            self.installDate = installDate
        }

        /// What the resource id tells: `~` is a bundle, nothing the app itself, everything else resources.
        public static func kind(of package: ModernPackage) -> Kind {
            switch package.resourceID {
            case "": .main
            case "~": .bundle
            default: .resource
            }
        }

        private static let microsoft =
            "CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US"

        /// A few packages of a fresh desktop, one of each kind that the default query lists.
        static let standard: [InstalledPackage] = [
            ("Microsoft.WindowsCalculator_11.2502.2.0_x64__8wekyb3d8bbwe", Origin.appStore, Kind.main),
            ("Microsoft.WindowsCalculator_2025.2502.2.0_neutral_~_8wekyb3d8bbwe", .appStore, .bundle),
            ("Microsoft.VCLibs.140.00_14.0.33519.0_x64__8wekyb3d8bbwe", .appStore, .framework),
            ("Microsoft.Windows.ShellExperienceHost_10.0.26100.1_neutral_neutral_cw5n1h2txyewy", .system, .main),
        ].compactMap { name, origin, kind in
            ModernPackage(fullName: name).map {
                InstalledPackage(package: $0, origin: origin, kind: kind, publisher: microsoft)
            }
        }
    }
}
