import CSP
import DDF
import ESP

extension ProfileSubject.Device {
    /// What the assignments and filters of ESP profiles see of a device.
    public init(_ profile: DeviceProfile, release: WindowsRelease) {
        self.init(build: release.build, revision: release.revision)
        model = profile.model
        manufacturer = profile.manufacturer
        osVersion = profile.softwareVersion
        operatingSystemSKU = release.edition.editionID
    }
}
