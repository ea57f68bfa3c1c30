/// Answers of FirstSyncStatus that the reference leaves open (esp-behaviour.md 9).
public struct FirstSyncRules: Hashable, Sendable {
    /// U-08: the status of a write to a node that ServerHasFinishedProvisioning has frozen.
    public var frozenStatus: Int
    /// U-03: the smallest TimeOutUntilSyncFailure in minutes. The description allows 1 to 1440; older documentation
    /// begins at 60.
    public var shortestTimeout: Int

    /// The reference's choices by default.
    public init(frozenStatus: Int = 405, shortestTimeout: Int = 1) {
        self.frozenStatus = frozenStatus
        self.shortestTimeout = shortestTimeout
    }
}
