/// How a device proves who its user is (enrollment.md 4.1, 4.2).
public enum AuthPolicy: String, Hashable, Sendable, CaseIterable {
    case onPremise = "OnPremise"
    case federated = "Federated"
    case certificate = "Certificate"
}
