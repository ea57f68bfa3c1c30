/// To whom a profile is given (esp-behaviour.md 1.3).
public struct ProfileAssignment: Hashable, Sendable, Codable {
    /// The targets that Graph has for ESP profiles.
    public enum Target: Hashable, Sendable, Codable {
        /// `groupAssignmentTarget`: whether it is a group of devices or of users shows by who is in it.
        case group(String)
        /// `exclusionGroupAssignmentTarget`.
        case exclusionGroup(String)
        /// `allDevicesAssignmentTarget`.
        case allDevices
        /// `allLicensedUsersAssignmentTarget`.
        case allUsers
    }

    /// A filter that narrows the target (ESP-104).
    public struct Filter: Hashable, Sendable, Codable {
        public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
            /// Only devices that match.
            case include
            /// Only devices that do not.
            case exclude
        }

        public var id: String
        public var mode: Mode

        public init(id: String, mode: Mode) {
            self.id = id
            self.mode = mode
        }
    }

    public var target: Target
    public var filter: Filter?

    public init(_ target: Target, filter: Filter? = nil) {
        self.target = target
        self.filter = filter
    }

    /// The group that the target names; nil for everybody.
    public var groupID: String? {
        switch target {
        case .group(let id), .exclusionGroup(let id): id
        case .allDevices, .allUsers: nil
        }
    }

    /// False for an exclusion.
    public var includes: Bool {
        switch target {
        case .group, .allDevices, .allUsers: true
        case .exclusionGroup: false
        }
    }
}
