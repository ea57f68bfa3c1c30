import DDF

/// The facts of one device that no server sets: who made it, what is in it, which Windows it runs and what is installed.
///
/// Nothing here is hard-wired in a CSP: the providers of DevInfo, DevDetail, DeviceStatus and the inventories read it
/// (windows-csp.md 4.2, 4.7 to 4.9, 4.15). A fact that is nil, or empty where a text is optional, is one that the device
/// does not have; its node answers as the reference says, mostly 404.
public struct DeviceFacts: Hashable, Sendable {
    // MARK: Identity

    /// `./DevInfo/DevId`, also Source of every message.
    public var deviceID: String
    /// Empty where the firmware names none; DevInfo then says `Unknown`.
    public var manufacturer: String
    /// As `manufacturer`.
    public var model: String
    public var serialNumber: String
    /// The SKU that the firmware names.
    public var systemSKU: String?
    /// The name that the device starts with.
    public var deviceName: String
    /// Hardware-derived id, hexadecimal.
    public var hardwareID: String
    /// Entra device id.
    public var entraDeviceID: String
    /// The hardware report for Autopilot, base64. nil: none. It is made by tools of Microsoft, so none is invented.
    public var hardwareHash: String?
    /// Fully qualified domain name; empty for a device that is in no domain.
    public var domainName: String

    // MARK: Hardware

    public var biosVersion: String
    public var smbiosVersion: String
    public var processor: Processor
    /// MB.
    public var totalStorage: Int
    /// MB.
    public var freeStorage: Int
    /// MB.
    public var totalRAM: Int
    /// Of the screen, such as `1920x1080`; nil for a device without one.
    public var resolution: String?
    public var networkAdapters: [NetworkAdapter]
    public var cellular: Cellular?
    public var battery: Battery?

    // MARK: Windows

    /// `10.0.build.revision`.
    public var softwareVersion: String
    /// What `DevDetail/Ext/Microsoft/OSPlatform` says.
    public var platform: String
    /// What `DeviceStatus/OS/Edition` says.
    public var editionName: String
    public var isInSMode: Bool
    /// RFC 1766, such as `en-US`.
    public var language: String
    /// What `DevDetail/LrgObj` says. Windows sends large objects and says false all the same (OBS-008).
    public var announcesLargeObjects: Bool

    // MARK: Security

    public var security: Security

    // MARK: Software

    /// What Settings lists as installed apps, but for packages: MSI products and programs with an uninstall key.
    public var programs: [InstalledProgram]
    /// Store, UWP and system packages.
    public var packages: [InstalledPackage]

    /// Whether the device is a secured-core PC, the only kind that has a config lock (windows-csp.md 5.7).
    public var isSecuredCore: Bool {
        get { security.isSecuredCore }
        set { security.isSecuredCore = newValue }
    }

    /// A virtual desktop of an invented make on the given Windows.
    public init(release: WindowsRelease) {
        deviceID = "5A0C71E94D3B4F6E9B1D20A7C8E3F415"
        manufacturer = "Contoso Hardware"
        model = "EMU-1"
        serialNumber = "EMU-0001-0001"
        systemSKU = "EMU-1-2026"
        deviceName = "DESKTOP-EMU0001"
        hardwareID = "9F2B64C1D0E35A7786B1F04C2D9E8A3157C6B0D4E1F2A3948576C0B1D2E3F405"
        entraDeviceID = "3f7c1a52-8e64-4b0d-9c21-5d8e7a6b4c30"
        hardwareHash = nil
        domainName = ""
        biosVersion = "EMU BIOS 1.0"
        smbiosVersion = "EMU BIOS 1.0"
        processor = .x64
        totalStorage = 260_000
        freeStorage = 198_000
        totalRAM = 8_192
        resolution = "1920x1080"
        networkAdapters = [.wired, .wireless]
        cellular = nil
        battery = nil
        softwareVersion = "10.0.\(release.build).\(release.revision ?? Self.revision(of: release.build))"
        platform = Self.productName(of: release.edition)
        editionName = release.edition.editionID
        isInSMode = false
        language = "en-US"
        announcesLargeObjects = false
        security = Security()
        programs = InstalledProgram.standard
        packages = InstalledPackage.standard
    }

    /// The revision that a named release shows. 9278 was observed on 26200 (OBS-010); the others are the first of their
    /// release.
    private static func revision(of build: Int) -> Int { build == 26200 ? 9278 : 1 }

    /// ProductName of the registry, which OSPlatform gives on a desktop. Windows 11 still says 10 there, but for SE,
    /// which came later.
    private static func productName(of edition: WindowsEdition) -> String {
        switch edition {
        case .enterprise: "Windows 10 Enterprise"
        case .pro: "Windows 10 Pro"
        case .home: "Windows 10 Home"
        case .education: "Windows 10 Education"
        case .se: "Windows 11 SE"
        case .iot: "Windows 10 IoT Enterprise"
        }
    }
}

extension WindowsEdition {
    /// The edition as Windows itself writes it (EditionID), and as assignment filters name it.
    public var editionID: String {
        switch self {
        case .enterprise: "Enterprise"
        case .pro: "Professional"
        case .home: "Core"
        case .education: "Education"
        case .se: "CloudEdition"
        case .iot: "IoTEnterprise"
        }
    }
}

extension DeviceFacts {
    /// What Windows was built for.
    public enum Processor: String, Hashable, Sendable, CaseIterable {
        case x86, x64, arm, arm64

        /// `PROCESSOR_ARCHITECTURE_*` (windows-csp.md 7, 20).
        public var architecture: Int {
            switch self {
            case .x86: 0
            case .arm: 5
            case .x64: 9
            case .arm64: 12
            }
        }

        /// `dwProcessorType` of SYSTEM_INFO: 586 and 8664 where the structure has a number, 0 for ARM, where it has none.
        public var type: Int {
            switch self {
            case .x86: 586
            case .x64: 8664
            case .arm, .arm64: 0
            }
        }
    }

    public struct Battery: Hashable, Sendable {
        /// `Battery/Status`, whose values no document lists.
        public var status: Int
        /// nil on mains power, and where nobody knows.
        public var remainingSeconds: Int?

        public init(status: Int = 0, remainingSeconds: Int? = nil) {
            self.status = status
            self.remainingSeconds = remainingSeconds
        }
    }
}
