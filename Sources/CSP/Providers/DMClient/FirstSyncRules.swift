/// What Microsoft's documentation leaves open of FirstSyncStatus (esp-behaviour.md 9).
public struct FirstSyncRules: Hashable, Sendable {
    /// U-08: the status of a write to a node that ServerHasFinishedProvisioning has frozen.
    public var frozenStatus: Int
    /// U-03: the least TimeOutUntilSyncFailure, in minutes. The description's own limits hold beside it.
    public var leastTimeout: Int

    public init(frozenStatus: Int = 405, leastTimeout: Int = 1) {
        self.frozenStatus = frozenStatus
        self.leastTimeout = leastTimeout
    }
}
