import DDF

/// The facts of one device that no server sets: who made it, what is in it, which Windows it runs.
///
/// Nothing here is hard-wired in a CSP; a provider reads what provisioning wrote into the tree.
public struct DeviceProfile: Hashable, Sendable {
    /// `./DevInfo/DevId`, also Source of every message.
    public var deviceID: String
    public var manufacturer: String
    public var model: String
    /// RFC 1766, such as `en-US`.
    public var language: String
    public var deviceName: String
    public var serialNumber: String
    /// Hardware-derived id, hexadecimal.
    public var hardwareID: String
    /// Entra device id.
    public var entraDeviceID: String
    public var biosVersion: String
    /// As `PROCESSOR_ARCHITECTURE_*`: 9 is x64, 12 ARM64.
    public var processorArchitecture: Int
    /// MB.
    public var totalStorage: Int
    /// MB.
    public var freeStorage: Int
    /// MB.
    public var totalRAM: Int
    /// Without separators.
    public var wlanMACAddress: String
    /// A secured-core PC, which Config lock wants (windows-csp.md 5.7).
    public var isSecuredCore: Bool
    /// `10.0.build.revision`.
    public var softwareVersion: String

    /// A virtual desktop of an invented make on the given Windows.
    public init(release: WindowsRelease) {
        deviceID = "5A0C71E94D3B4F6E9B1D20A7C8E3F415"
        manufacturer = "Contoso Hardware"
        model = "EMU-1"
        language = "en-US"
        deviceName = "DESKTOP-EMU0001"
        serialNumber = "EMU-0001-0001"
        hardwareID = "9F2B64C1D0E35A7786B1F04C2D9E8A3157C6B0D4E1F2A3948576C0B1D2E3F405"
        entraDeviceID = "3f7c1a52-8e64-4b0d-9c21-5d8e7a6b4c30"
        biosVersion = "EMU BIOS 1.0"
        processorArchitecture = 9
        totalStorage = 260_000
        freeStorage = 198_000
        totalRAM = 8_192
        wlanMACAddress = "02005E100001"
        isSecuredCore = false
        softwareVersion = "10.0.\(release.build).\(release.revision ?? Self.revision(of: release.build))"
    }

    /// The revision that a named release shows. 9278 was observed on 26200 (OBS-010); the others are the first of their
    /// release.
    private static func revision(of build: Int) -> Int { build == 26200 ? 9278 : 1 }
}
