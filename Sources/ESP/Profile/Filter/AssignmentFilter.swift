/// An assignment filter of the tenant, as Graph's `deviceAndAppManagementAssignmentFilter` has it (ESP-104).
public struct AssignmentFilter: Hashable, Sendable, Codable {
    public let id: String
    public let displayName: String
    /// Whether it is one for Windows devices; nil platform: not said, taken as Windows.
    public let platform: String?
    public let rule: FilterRule

    public init(id: String, displayName: String, platform: String? = nil, rule: FilterRule) {
        self.id = id
        self.displayName = displayName
        self.platform = platform
        self.rule = rule
    }

    /// What keeps an administrator from selecting the filter for an ESP profile.
    public enum Obstacle: Hashable, Sendable, Codable {
        /// The filter is for another platform than Windows.
        case platform(String)
        /// The rule uses a property that ESP assignments do not offer.
        case property(String)
        /// The rule uses a property that this Windows does not report in time.
        case tooOld(FilterProperty)
    }

    /// ESP-104: why the filter does not work for a device of this Windows; nil when it does.
    public func obstacle(build: Int, revision: Int?) -> Obstacle? {
        if let platform, platform.lowercased() != "windows10andlater" { return .platform(platform) }
        for comparison in rule.comparisons {
            switch comparison.subject {
            case .other(let name): return .property(name)
            case .property(let property):
                if !property.isKnown(toBuild: build, revision: revision) { return .tooOld(property) }
            }
        }
        return nil
    }
}
