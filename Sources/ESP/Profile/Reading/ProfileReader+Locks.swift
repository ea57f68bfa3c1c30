extension ProfileReader {
    /// Reports the settings that others lock (esp-behaviour.md 1.2, "Unlocked by"), where the file sets them at all.
    mutating func reportLocks(of profile: EnrollmentStatusPageProfile) {
        var locked: [(name: String, lock: ProfileFinding.Lock)] = []
        func lock(_ name: String, _ isSet: Bool, by lock: ProfileFinding.Lock) {
            if isSet { locked.append((name, lock)) }
        }
        let hasApps = !profile.selectedMobileAppIds.isEmpty
        let installsNonBlocking = profile.allowNonBlockingAppInstallation == true
        if !profile.showInstallationProgress {
            let isOtherTimeout =
                profile.installProgressTimeoutInMinutes != EnrollmentStatusPageProfile.defaultTimeout
            lock("installProgressTimeoutInMinutes", isOtherTimeout, by: .pageIsHidden)
            lock("customErrorMessage", profile.customErrorMessage?.isEmpty == false, by: .pageIsHidden)
            lock("allowLogCollectionOnInstallFailure", profile.allowLogCollectionOnInstallFailure, by: .pageIsHidden)
            lock(
                "disableUserStatusTrackingAfterFirstUser", profile.disableUserStatusTrackingAfterFirstUser,
                by: .pageIsHidden)
            lock(
                "trackInstallProgressForAutopilotOnly", profile.trackInstallProgressForAutopilotOnly, by: .pageIsHidden)
            lock("allowDeviceResetOnInstallFailure", profile.allowDeviceResetOnInstallFailure, by: .pageIsHidden)
            lock("allowDeviceUseOnInstallFailure", profile.allowDeviceUseOnInstallFailure, by: .pageIsHidden)
            lock("selectedMobileAppIds", hasApps, by: .pageIsHidden)
            lock("allowNonBlockingAppInstallation", installsNonBlocking, by: .pageIsHidden)
            lock("installQualityUpdates", profile.installQualityUpdates == true, by: .pageIsHidden)
        } else if !profile.blocksDeviceUse {
            let reset = profile.allowDeviceResetOnInstallFailure
            lock("allowDeviceResetOnInstallFailure", reset, by: .deviceUseIsNotBlocked)
            lock(
                "allowDeviceUseOnInstallFailure", profile.allowDeviceUseOnInstallFailure, by: .deviceUseIsNotBlocked)
            lock("selectedMobileAppIds", hasApps, by: .deviceUseIsNotBlocked)
            lock("allowNonBlockingAppInstallation", installsNonBlocking, by: .deviceUseIsNotBlocked)
        } else if !hasApps {
            lock("allowNonBlockingAppInstallation", installsNonBlocking, by: .allAppsBlock)
        }
        for (name, lock) in locked { settings.report(.locked(by: lock), name) }
        if profile.isDefault, !profile.assignments.isEmpty { frame.report(.defaultIsAssigned, "assignments") }
        // The older shape has no priority.
        if !isNested, !profile.isDefault, profile.priority == nil, !profile.assignments.isEmpty {
            frame.report(.priorityNotSet, "priority")
        }
    }
}
