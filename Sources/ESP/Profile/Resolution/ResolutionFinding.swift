/// Something about a resolution that is worth a word.
public struct ResolutionFinding: Hashable, Sendable, Codable {
    /// The kinds of finding.
    public enum Code: Hashable, Sendable, Codable {
        /// ESP-107, ESP-103: only the default is left, because the others are for users, who do not count.
        case needsDeviceProfile(DeploymentMode, userTargeted: [String])
        /// An assignment names a filter that was not given.
        case filterUnknown(id: String)
        /// ESP-104.
        case filterUnusable(name: String, AssignmentFilter.Obstacle)
        /// A filter on an exclusion, which Intune does not offer. The exclusion counts, the filter does not.
        case filterOnExclusion
        /// An exclusion of devices does not take users out, and the other way round.
        case exclusionOnOtherSide
        /// No default profile was given; the one that ships stands in.
        case defaultNotGiven
        /// 7.7: device preparation has a page of its own.
        case pageIsNotUsed
    }

    public let code: Code
    /// The name of the profile, where the finding is about one.
    public let profile: String?

    public var severity: ProfileFinding.Severity {
        switch code {
        case .filterUnknown: .error
        case .needsDeviceProfile, .filterUnusable, .filterOnExclusion, .exclusionOnOtherSide, .pageIsNotUsed: .warning
        case .defaultNotGiven: .note
        }
    }

    /// The stable id (docs/rules.md).
    public var rule: String {
        switch code {
        case .needsDeviceProfile: "profile.needs-device-profile"
        case .filterUnknown: "profile.filter-unknown"
        case .filterUnusable: "profile.filter-unusable"
        case .filterOnExclusion: "profile.filter-on-exclusion"
        case .exclusionOnOtherSide: "profile.exclusion-on-other-side"
        case .defaultNotGiven: "profile.default-not-given"
        case .pageIsNotUsed: "profile.page-not-used"
        }
    }

    /// The id in esp-behaviour.md.
    public var reference: String {
        switch code {
        case .needsDeviceProfile(.preProvisioning, _): "ESP-107"
        case .needsDeviceProfile: "ESP-103"
        case .filterUnknown, .filterUnusable: "ESP-104"
        case .filterOnExclusion, .exclusionOnOtherSide: "esp-behaviour.md 1.3"
        case .defaultNotGiven: "ESP-101"
        case .pageIsNotUsed: "esp-behaviour.md 7.7"
        }
    }
}
