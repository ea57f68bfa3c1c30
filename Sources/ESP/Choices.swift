/// The answers to the reference's open questions (esp-behaviour.md 9) that this target acts on.
///
/// Each default is the reference's "Choose". Questions without a member here are not acted on yet.
public struct Choices: Hashable, Sendable {
    /// What a page does when the server forces its end by WasDeviceSuccessfullyProvisioned and IsSyncDone (ESP-406).
    public enum ForcedEnd: Hashable, Sendable {
        /// The page goes to its end state, as the CSP's documentation says.
        case documented
        /// The nodes answer 200 and the page goes on working (OBS-017).
        case observed26200
    }

    /// Where an agent tells the page to read an app's progress (U-11).
    public enum TrackingURIContent: Hashable, Sendable {
        /// TrackingUri holds the LocURI of the app's own InstallationState.
        case ownInstallationState
        /// The agent writes no TrackingUri.
        case absent
    }

    /// U-02: a blocking profile whose bits would all be 0 keeps Try again, because 0 would mean "not blocking".
    public var keepsTryAgainWhenNothingElseRemains = true
    /// U-11.
    public var trackingURI = TrackingURIContent.ownInstallationState
    /// U-14: an app that does not apply here counts as completed. Otherwise it is an error.
    public var notApplicableCountsAsCompleted = true
    /// U-16: the agent's own MSI counts as an app. When false, `agentProductCode` names the MSI to leave out.
    public var countsAgentMSI = true
    /// The product code of the agent's MSI, with braces; needed only when `countsAgentMSI` is false.
    public var agentProductCode: String?
    /// U-18: after a reboot in account setup the page goes on for that user and its timeout starts again.
    public var restartsTimeoutAfterAccountReboot = true
    /// U-22: whether a failure alone sets IsSyncDone. By default only success and leaving the page do.
    public var setsIsSyncDoneOnFailure = false
    /// ESP-406 on the device page.
    public var forcedEndOfDevicePage = ForcedEnd.documented
    /// ESP-406 on the account page: what build 26200 was seen to do there, and the documentation on any other build.
    public var forcedEndOfAccountPage: ForcedEnd
    /// 4.4 lets an unfinished line at the timeout show "Error" or the code; ESP-513 says "Error".
    public var unfinishedLinesShowTimeoutCode = false

    /// The reference's choices for a device of this Windows build.
    public init(build: Int = 26200) {
        forcedEndOfAccountPage = build == 26200 ? .observed26200 : .documented
    }
}
