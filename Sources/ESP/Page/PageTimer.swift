/// The timers of the page (esp-behaviour.md 4.4). T1, the page's backup guard, never ends before T1m and is left out;
/// T3 and T4 belong to self-deploying mode and to the hybrid join, which are not played yet.
public enum PageTimer: Hashable, Sendable {
    /// T1m: the phase timer.
    case phase(PhaseScope)
    /// T2: what a provider of device preparation may take.
    case provider(String)
    /// T5: the delay before a page that succeeded is left.
    case exitDelay
    /// T6: what the machine may take to restart.
    case rebootWait

    /// The name in the reference.
    public var name: String {
        switch self {
        case .phase: "T1m"
        case .provider: "T2"
        case .exitDelay: "T5"
        case .rebootWait: "T6"
        }
    }

    /// T1m when TimeOutUntilSyncFailure cannot be read, in minutes.
    static let defaultPhaseMinutes = 60
    /// T2 when the provider has no Timeout, in minutes (ESP-411).
    static let defaultProviderMinutes = 15
    /// T5.
    static let exitDelaySeconds: Int64 = 5
    /// T6.
    static let rebootWaitSeconds: Int64 = 60
}

/// The background runs of sync sessions (esp-behaviour.md 2.3). The device owns their cadence (U-10).
public enum SyncLoop: String, Hashable, Sendable, CaseIterable {
    /// Runs until all providers of device preparation are finished.
    case providers
    /// Runs until the device's IsSyncDone is set.
    case deviceSetup
    /// Runs until the user's IsSyncDone is set.
    case accountSetup
}
