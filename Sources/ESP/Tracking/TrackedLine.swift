/// The four counter lines that device setup and account setup show (esp-behaviour.md 1.5).
public enum TrackedLine: String, Hashable, Sendable, Codable, CaseIterable {
    case securityPolicies
    case certificates
    case networkConnections
    case apps

    /// The lists that feed the line (ESP-514, ESP-515). Apps also counts the Tracking nodes of the agents.
    public var lists: [ExpectedList] {
        switch self {
        case .securityPolicies: [.policies]
        case .certificates: [.scepCerts, .pfxCerts]
        case .networkConnections: [.networkProfiles]
        case .apps: [.msiAppPackages, .modernAppPackages]
        }
    }

    /// The word after the counter (ESP-511).
    public var verb: LineText.Verb {
        switch self {
        case .securityPolicies, .certificates: .applied
        case .networkConnections: .added
        case .apps: .installed
        }
    }

    /// The registry value of `FirstSync` that holds how long the line took (esp-behaviour.md 3.1).
    public var durationName: String {
        switch self {
        case .securityPolicies: "PolicyDuration"
        case .certificates: "CertificatesDuration"
        case .networkConnections: "NetworkingDuration"
        case .apps: "ApplicationsDuration"
        }
    }
}
