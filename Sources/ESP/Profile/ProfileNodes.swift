/// One value that a server writes below `FirstSyncStatus` to carry a profile setting to the device.
public struct ProfileNode: Hashable, Sendable {
    /// The formats that these nodes have, as `Meta/Format` spells them.
    public enum Format: String, Hashable, Sendable {
        case bool
        case int
        case chr
    }

    /// The name of the node below `FirstSyncStatus`.
    public let name: String
    public let format: Format
    public let value: String
}

extension EnrollmentStatusPageProfile {
    /// The nodes of `./Device/…/FirstSyncStatus` that carry the profile, in the order in which a server writes them.
    ///
    /// A profile that hides the page (ESP-001 No) sends only the two Skip nodes: the settings below it are locked then.
    /// - Parameters:
    ///   - isAutopilotDevice: for `trackInstallProgressForAutopilotOnly` (U-01).
    ///   - firstUserIsDone: whether a user's IsSyncDone is true already (U-01, ESP-005); the server sends the nodes
    ///     anew then.
    ///   - choices: U-01 and U-02.
    public func firstSyncStatusNodes(
        isAutopilotDevice: Bool = true, firstUserIsDone: Bool = false, choices: Choices = Choices()
    ) -> [ProfileNode] {
        let isShown = showInstallationProgress && (isAutopilotDevice || !trackInstallProgressForAutopilotOnly)
        let isOver =
            disableUserStatusTrackingAfterFirstUser && firstUserIsDone && choices.laterUsers == .skipAfterFirstUser
        let isShownToUser = isShown && !isOver
        var nodes = [
            ProfileNode(name: "SkipDeviceStatusPage", format: .bool, value: isShown ? "false" : "true"),
            ProfileNode(name: "SkipUserStatusPage", format: .bool, value: isShownToUser ? "false" : "true"),
        ]
        guard isShown else { return nodes }
        nodes += [
            ProfileNode(name: "TimeOutUntilSyncFailure", format: .int, value: String(installProgressTimeoutInMinutes)),
            ProfileNode(
                name: "BlockInStatusPage", format: .int, value: String(blockInStatusPage(choices: choices).rawValue)),
            ProfileNode(
                name: "AllowCollectLogsButton", format: .bool,
                value: allowLogCollectionOnInstallFailure ? "true" : "false"),
        ]
        if let text = customErrorMessage, !text.isEmpty {
            nodes.append(ProfileNode(name: "CustomErrorText", format: .chr, value: text))
        }
        return nodes
    }
}
