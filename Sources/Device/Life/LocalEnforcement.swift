import CSP
import DMTree
import ESP

/// What keeps settings in place between sessions: Config refresh and Config lock (windows-csp.md 5.7), and
/// documents of declared configuration (4.14).
public struct LocalEnforcement: Sendable, Codable {
    /// Who puts a value back.
    public enum Means: String, Hashable, Sendable, Codable {
        case configRefresh, configLock, declaredConfiguration
    }

    /// What Config lock says of its settings.
    public enum LockState: String, Hashable, Sendable, Codable {
        case off, locked
        /// For a time.
        case unlocked
    }

    /// A value that a program changed and nobody put back.
    struct Drifted: Hashable, Sendable, Codable {
        var drift: LocalDrift
        /// The user whose node it is; nil for the device's.
        var sid: String?
    }

    /// In the order in which they drifted.
    var drifted: [Drifted] = []
    /// What the server wanted of Config refresh after the last session; nil before the first.
    var refresh: ConfigRefresh?
    /// When a pause of Config refresh ends.
    var pausedUntil: DeviceTime?
    var lock = LockState.off
    /// What documents of declared configuration have set.
    var declared = DeclaredSettings()
}
