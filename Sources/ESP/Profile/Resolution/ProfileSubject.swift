/// For whom a profile is looked up: a device, its user, and the way through OOBE.
public struct ProfileSubject: Hashable, Sendable, Codable {
    /// What assignments and filters look at.
    public struct Device: Hashable, Sendable, Codable {
        /// The groups that the device is in.
        public var groups: [String] = []
        public var model: String?
        public var manufacturer: String?
        /// `10.0.build.revision`.
        public var osVersion: String
        /// The edition by the name that filters have for it, such as `Enterprise` or `Professional`.
        public var operatingSystemSKU: String?
        public var ownership = Ownership.corporate
        /// The Autopilot profile by which the device enrols.
        public var enrollmentProfileName: String?
        public var build: Int
        /// nil: with every update.
        public var revision: Int?

        public init(build: Int, revision: Int? = nil) {
            self.build = build
            self.revision = revision
            osVersion = "10.0.\(build)" + (revision.map { ".\($0)" } ?? "")
        }

        /// The value that a filter compares with; nil: absent.
        func value(of property: FilterProperty) -> String? {
            switch property {
            case .model: model
            case .manufacturer: manufacturer
            case .osVersion: osVersion
            case .operatingSystemSKU: operatingSystemSKU
            case .deviceOwnership: ownership.rawValue
            case .enrollmentProfileName: enrollmentProfileName
            }
        }
    }

    /// Whose device it is, as filters call it. A device of Autopilot is corporate.
    public enum Ownership: String, Hashable, Sendable, Codable, CaseIterable {
        case corporate = "Corporate"
        case personal = "Personal"
        case unknown = "Unknown"
    }

    public var device: Device
    /// The groups that the user is in; nil: no user is known.
    public var userGroups: [String]?
    public var mode: DeploymentMode

    public init(device: Device, userGroups: [String]? = [], mode: DeploymentMode = .userDriven) {
        self.device = device
        self.userGroups = userGroups
        self.mode = mode
    }
}

extension DeploymentMode {
    /// ESP-103: whether a profile may come to the device by way of its user.
    public var looksAtUser: Bool {
        switch self {
        case .userDriven, .devicePreparation: true
        case .preProvisioning, .selfDeploying: false
        }
    }
}
