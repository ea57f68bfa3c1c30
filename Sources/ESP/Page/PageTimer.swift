/// The timers of the page (esp-behaviour.md 4.4). T1, the page's backup guard, never ends before T1m and is left out,
/// as the reference allows.
public enum PageTimer: Hashable, Sendable, Codable {
    /// T1m: the phase timer.
    case phase(PhaseScope)
    /// T2: what a provider of device preparation may take.
    case provider(String)
    /// T3: what attestation by the TPM may take.
    case attestation
    /// T4: what the registration of a hybrid device may take.
    case registration
    /// The registration task is started again.
    case registrationKick
    /// T5: the delay before a page that succeeded is left.
    case exitDelay
    /// T6: what the machine may take to restart.
    case rebootWait

    /// The name in the reference.
    public var name: String {
        switch self {
        case .phase: "T1m"
        case .provider: "T2"
        case .attestation: "T3"
        case .registration, .registrationKick: "T4"
        case .exitDelay: "T5"
        case .rebootWait: "T6"
        }
    }

    /// T1m when TimeOutUntilSyncFailure cannot be read, in minutes.
    static let defaultPhaseMinutes = 60
    /// T2 when the provider has no Timeout, in minutes (ESP-411).
    static let defaultProviderMinutes = 15
    /// T3, in minutes.
    static let attestationMinutes: Int64 = 7
    /// T4, in minutes.
    static let registrationMinutes: Int64 = 40
    /// Minutes between two starts of the registration task.
    static let registrationKickMinutes: Int64 = 4
    /// T5.
    static let exitDelaySeconds: Int64 = 5
    /// T6.
    static let rebootWaitSeconds: Int64 = 60
}

/// The background runs of sync sessions (esp-behaviour.md 2.3). The device owns their cadence (U-10).
public enum SyncLoop: String, Hashable, Sendable, Codable, CaseIterable {
    /// Runs until all providers of device preparation are finished.
    case providers
    /// Runs until the device's IsSyncDone is set.
    case deviceSetup
    /// Runs until the user's IsSyncDone is set.
    case accountSetup
}
