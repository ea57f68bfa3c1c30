import DDF
import ESP

extension ProfileSubject.Device {
    /// What the assignments and filters of ESP profiles see of a device.
    public init(_ profile: DeviceProfile, release: WindowsRelease) {
        self.init(build: release.build, revision: release.revision)
        model = profile.model
        manufacturer = profile.manufacturer
        osVersion = profile.softwareVersion
        operatingSystemSKU = release.edition.filterName
    }
}

extension WindowsEdition {
    /// The edition as the property `operatingSystemSKU` of assignment filters names it.
    public var filterName: String {
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
