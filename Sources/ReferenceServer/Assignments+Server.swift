import ESP

extension Assignments {
    /// When ServerHasFinishedProvisioning is set to true in a scope. Intune sends it behind the lists.
    public enum Release: Hashable, Sendable {
        case withLists
        /// In the first session at or after this moment, whether the lists are out or not: what comes behind it is
        /// refused (ESP-404).
        case after(seconds: Int64)
        /// The page shows Identifying until its limit (ESP-534).
        case never
    }

    /// What an administrator does to the profile after enrolment (ESP-106).
    public struct ProfileChange: Hashable, Sendable {
        public var time: DeviceTime
        /// The profile as edited; nil when it was deleted, disabled or unassigned (ESP-302).
        public var profile: EnrollmentStatusPageProfile?

        public init(time: DeviceTime, profile: EnrollmentStatusPageProfile?) {
            self.time = time
            self.profile = profile
        }
    }

    /// The provider that stands for the Configuration Manager client (esp-behaviour.md 7.5).
    public struct ConfigMgr: Hashable, Sendable {
        public var provider = "ConfigMgr"
        /// 30 in the field, whatever the article says.
        public var timeoutMinutes = 30

        public init() {}
    }

    /// What decides in which phase something is tracked.
    public var deployment: TrackingRule.Deployment {
        TrackingRule.Deployment(
            mode: mode, join: join, userIsPreAssigned: preAssignedUser != nil, pfxTracking: choices.pfxTracking)
    }

    /// The profile in force; nil: none any more.
    public func profile(at time: DeviceTime) -> EnrollmentStatusPageProfile? {
        guard let change = profileChanges.last(where: { $0.time <= time }) else { return profile }
        return change.profile
    }

    /// The filter of the apps that a phase waits for (ESP-120).
    ///
    /// ESP-315: in the device phase the list of a user-targeted profile is ignored, because the user is unknown there;
    /// the default profile's counts. Without a profile all apps block.
    public func blockingList(_ scope: PhaseScope, at time: DeviceTime = .zero) -> BlockingList {
        if scope == .device, profileIsUserTargeted, quirks.isOn(.esp315) { return BlockingList(defaultBlockingList) }
        return BlockingList(profile(at: time)?.selectedMobileAppIds ?? [])
    }

    /// Whether the server has anything for the user's half: not for a device without a user, and Autopilot device
    /// preparation is for the device only (7.2, 7.7).
    var servesUsers: Bool {
        switch mode {
        case .userDriven, .preProvisioning: true
        case .selfDeploying, .devicePreparation: false
        }
    }

    /// Whether the device has an Enrollment Status Page at all (7.7).
    var hasPage: Bool { mode != .devicePreparation }

    /// Whether the user has an Intune licence as far as the page notices (ESP-307).
    func isLicensed(_ user: String) -> Bool {
        !quirks.isOn(.esp307) || !unlicensedUsers.contains { $0.lowercased() == user }
    }
}
