/// Which ESP profile a device gets, by which step, and why it gets none of the others (esp-behaviour.md 1.3).
public struct ProfileResolution: Hashable, Sendable, Codable {
    /// The steps of ESP-101.
    public enum Step: String, Hashable, Sendable, Codable {
        /// 1: the strongest profile that is assigned to the device.
        case device
        /// 2: the strongest one that is assigned to the user.
        case user
        /// 3: the profile of everybody.
        case fallback = "default"
    }

    /// By which way an assignment reaches a device.
    public enum Side: String, Hashable, Sendable, Codable, CaseIterable {
        case device, user
    }

    /// What one assignment does for this device and user.
    public enum Outcome: Hashable, Sendable, Codable {
        case reaches([Side])
        case excludes([Side])
        /// Neither the device nor the user is in the group.
        case notInGroup
        /// It is for users, and there is none.
        case noUser
        /// Its filter leaves this device out.
        case filteredOut(name: String)
        /// Its filter was not given, so nobody can say.
        case filterUnknown(id: String)
        /// Its filter is none that an ESP profile can have on this device (ESP-104).
        case filterUnusable(name: String, AssignmentFilter.Obstacle)
    }

    /// An assignment with what it does.
    public struct Judgement: Hashable, Sendable, Codable {
        public let assignment: ProfileAssignment
        public let outcome: Outcome
    }

    /// What became of a profile.
    public enum Verdict: Hashable, Sendable, Codable {
        case chosen(Step)
        /// It reaches the device, and another profile is stronger: of a better priority, or of an earlier step.
        case outranked(by: String, winner: Step, own: Step)
        /// It would reach the device, but for an exclusion.
        case excluded
        /// It reaches the user, and the user does not count (ESP-103).
        case userDoesNotCount(DeploymentMode)
        /// No assignment reaches the device or its user.
        case notAssigned
    }

    /// A profile with what became of it.
    public struct Candidate: Hashable, Sendable, Codable {
        public let profile: EnrollmentStatusPageProfile
        public let verdict: Verdict
        /// In the order of the profile.
        public let assignments: [Judgement]
    }

    /// The profile that the device gets.
    public let profile: EnrollmentStatusPageProfile
    public let step: Step
    /// The assignment that reached the device; nil for the default.
    public let assignment: ProfileAssignment?
    /// The default profile, chosen or not.
    public let fallback: EnrollmentStatusPageProfile
    /// Every profile, the strongest first, the default last.
    public let candidates: [Candidate]
    /// What is worth a word.
    public let findings: [ResolutionFinding]
}

extension ProfileResolution {
    /// Whether the profile came by way of the user, who is unknown in the device phase.
    public var isUserTargeted: Bool { step == .user }

    /// The blocking list that counts in a phase. The list of a user-targeted profile is ignored in the device phase, and
    /// that of the default profile is used (ESP-315).
    public func blockingList(inDevicePhase isDevicePhase: Bool, quirk315IsOn: Bool) -> BlockingList {
        isDevicePhase && isUserTargeted && quirk315IsOn
            ? BlockingList(fallback.selectedMobileAppIds) : profile.blockingList
    }
}
