/// Settings that make Windows do more than store a value while the page is up (esp-behaviour.md 1.6, 7.6).
public enum SensitivePolicy: Hashable, Sendable, CaseIterable {
    /// Restarts the machine once, at the end of device setup (ESP-325).
    case rebootCatalogue
    /// Application Control by AppLocker: restarts the machine at once (ESP-308).
    case appLocker
    /// Password rules: end the automatic sign-in (ESP-309, ESP-310).
    case deviceLock
    /// Local administrator passwords: wait for the user's flow (ESP-322).
    case localAdministratorPassword

    /// What a node is.
    ///
    /// - Parameter keys: its names from the root, in lower case, scope first: `device`, `vendor`, `msft`, and so on.
    public init?(keys: [String]) {
        let names = Array(keys.dropFirst(3))
        if RebootCatalogue.contains(keys) {
            self = .rebootCatalogue
        } else if names.first == "applocker", names.count > 1 {
            self = .appLocker
        } else if names.starts(with: ["policy", "config", "devicelock"]), names.count > 3 {
            self = .deviceLock
        } else if names.starts(with: ["laps", "policies"]), names.count > 2 {
            self = .localAdministratorPassword
        } else {
            return nil
        }
    }
}
