extension ResolutionFinding: CustomStringConvertible {
    /// The finding in one sentence.
    public var description: String {
        switch code {
        case .needsDeviceProfile(let mode, let names):
            "\(mode.words) needs a profile that is assigned to the device; assigned to users are \(names.quoted), "
                + "so the default profile is left"
        case .filterUnknown(let id):
            "an assignment names the filter \(id), which was not given, so the assignment is left out"
        case .filterUnusable(let name, let obstacle):
            "an assignment is left out, because of its filter \"\(name)\": \(obstacle)"
        case .filterOnExclusion: "an exclusion has a filter; exclusions take none, so the whole group is excluded"
        case .exclusionOnOtherSide:
            "an excluded group holds the device, and the profile comes by way of the user, or the other way round: "
                + "such an exclusion does nothing"
        case .defaultNotGiven: "no default profile was given; the one that ships, which is hidden, stands in"
        case .pageIsNotUsed: "device preparation has a page of its own and shows no Enrollment Status Page"
        }
    }
}

extension AssignmentFilter.Obstacle: CustomStringConvertible {
    public var description: String {
        switch self {
        case .platform(let platform): "it is for the platform \(platform)"
        case .property(let name): "ESP profiles cannot be filtered by \(name)"
        case .tooOld(let property):
            "device.\(property.rawValue) needs Windows 11 22H2 or 23H2 with KB5035942, or a later release"
        }
    }
}

extension ProfileResolution.Verdict: CustomStringConvertible {
    /// What became of the profile, after its name.
    public var description: String {
        switch self {
        case .chosen(.device): "chosen: the strongest profile that is assigned to the device"
        case .chosen(.user): "chosen: none is assigned to the device, and this is the strongest assigned to the user"
        case .chosen(.fallback): "chosen: no other profile reaches the device or its user"
        case .outranked(let winner, .device, .user):
            "assigned to the user; \"\(winner)\" is assigned to the device, which goes before"
        case .outranked(let winner, _, .fallback): "the default; \"\(winner)\" goes before it"
        case .outranked(let winner, _, let own):
            "assigned to the \(own.rawValue); \"\(winner)\" is, too, and has the better priority"
        case .excluded: "excluded"
        case .userDoesNotCount(let mode): "assigned to the user, who does not count in \(mode.words)"
        case .notAssigned: "not assigned"
        }
    }
}

extension ProfileResolution.Outcome: CustomStringConvertible {
    /// What the assignment does, after its target.
    public var description: String {
        switch self {
        case .reaches(let sides): "reaches \(sides.words)"
        case .excludes(let sides): "excludes \(sides.words)"
        case .notInGroup: "the device is not in it, nor the user"
        case .noUser: "there is no user"
        case .filteredOut(let name): "the filter \"\(name)\" leaves the device out"
        case .filterUnknown(let id): "left out: the filter \(id) was not given"
        case .filterUnusable(let name, let obstacle): "left out: the filter \"\(name)\" cannot be used; \(obstacle)"
        }
    }

    /// The case by name, for machines.
    public var name: String {
        switch self {
        case .reaches: "reaches"
        case .excludes: "excludes"
        case .notInGroup: "notInGroup"
        case .noUser: "noUser"
        case .filteredOut: "filteredOut"
        case .filterUnknown: "filterUnknown"
        case .filterUnusable: "filterUnusable"
        }
    }
}

extension ProfileResolution.Verdict {
    /// The case by name, for machines.
    public var name: String {
        switch self {
        case .chosen: "chosen"
        case .outranked: "outranked"
        case .excluded: "excluded"
        case .userDoesNotCount: "userDoesNotCount"
        case .notAssigned: "notAssigned"
        }
    }
}

extension ProfileAssignment: CustomStringConvertible {
    /// The target, and the filter by its id.
    public var description: String {
        let place =
            switch target {
            case .group(let id): "group \(id)"
            case .exclusionGroup(let id): "without group \(id)"
            case .allDevices: "all devices"
            case .allUsers: "all users"
            }
        return place + (filter.map { ", filter \($0.id) (\($0.mode.rawValue))" } ?? "")
    }
}

extension ProfileAssignment.Target {
    /// The case by name, for machines.
    public var name: String {
        switch self {
        case .group: "group"
        case .exclusionGroup: "exclusionGroup"
        case .allDevices: "allDevices"
        case .allUsers: "allUsers"
        }
    }
}

extension DeploymentMode {
    /// The mode in the middle of a sentence.
    fileprivate var words: String {
        switch self {
        case .userDriven: "the user-driven mode"
        case .preProvisioning: "pre-provisioning"
        case .selfDeploying: "the self-deploying mode"
        case .devicePreparation: "device preparation"
        }
    }
}

extension [ProfileResolution.Side] {
    fileprivate var words: String { map { "the \($0.rawValue)" }.joined(separator: " and ") }
}

extension [String] {
    fileprivate var quoted: String { map { "\"\($0)\"" }.joined(separator: ", ") }
}
