/// The half of the tree that a phase of the page works on (windows-csp.md 1.1 and 3.3.5).
public enum PhaseScope: String, Hashable, Sendable, Codable, CaseIterable {
    /// `./Device/Vendor/MSFT`: device preparation and device setup.
    case device
    /// `./User/Vendor/MSFT` of the user who signed in: account setup.
    case user

    /// The root of the scope's CSPs, without a slash at the end.
    public var root: String {
        switch self {
        case .device: "./Device/Vendor/MSFT"
        case .user: "./User/Vendor/MSFT"
        }
    }
}
