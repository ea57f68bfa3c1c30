/// The device profiles that ship inside the tool.
public enum ReadyDeviceProfile: String, Hashable, Sendable, CaseIterable {
    /// A virtual desktop: the device that is played when nothing is said.
    case desktop
    /// x64, with TPM, battery, Wi-Fi; a secured-core PC.
    case laptop
    /// ARM64 with cellular.
    case tablet
    /// A fixed device without battery, screen lock or user; IoT.
    case kiosk

    /// The YAML text.
    public var text: String {
        switch self {
        case .desktop: String(decoding: PackageResources.desktop_yaml, as: UTF8.self)
        case .laptop: String(decoding: PackageResources.laptop_yaml, as: UTF8.self)
        case .tablet: String(decoding: PackageResources.tablet_yaml, as: UTF8.self)
        case .kiosk: String(decoding: PackageResources.kiosk_yaml, as: UTF8.self)
        }
    }

    /// The ready profile of a name, whatever the case of its letters.
    public init?(name: String) { self.init(rawValue: name.lowercased()) }
}
