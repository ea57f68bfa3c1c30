import Notation

/// What stands at an address of the server.
enum Endpoint: Hashable, Sendable {
    case discovery
    case policy
    case enrollment
    case login
    case management
    case admin([String])
    case nothing

    /// Case is not looked at, as IIS does not; the query is not part of it (SES-07).
    init(path: String) {
        switch path.lowercased() {
        case ServiceAddresses.discoveryPath.lowercased(): self = .discovery
        case ServiceAddresses.policyPath.lowercased(): self = .policy
        case ServiceAddresses.enrollmentPath.lowercased(): self = .enrollment
        case ServiceAddresses.loginPath.lowercased(): self = .login
        case ServiceAddresses.managementPath.lowercased(): self = .management
        default:
            let segments = path.split(separator: "/", omittingEmptySubsequences: true)
            guard segments.first == "admin", segments.count <= 8 else {
                self = .nothing
                return
            }
            self = .admin(segments.dropFirst().map { Self.decoded($0) })
        }
    }

    /// For the log: says nothing of the device or its secrets.
    var name: String {
        switch self {
        case .discovery: "discovery"
        case .policy: "policy"
        case .enrollment: "enrollment"
        case .login: "login"
        case .management: "management"
        case .admin: "admin"
        case .nothing: "nothing"
        }
    }

    /// The longest body that is read.
    func bodyLimit(_ limits: ServiceLimits) -> Int {
        switch self {
        case .discovery, .policy, .enrollment: limits.enrollmentBytes
        case .login: limits.formBytes
        case .management: limits.messageBytes
        case .admin: limits.adminBytes
        case .nothing: 0
        }
    }

    /// Whether what goes over it is written to the captures.
    var isCaptured: Bool {
        switch self {
        case .discovery, .policy, .enrollment, .management: true
        case .login, .admin, .nothing: false
        }
    }
}

extension Endpoint {
    private static func decoded(_ segment: Substring) -> String { PercentCoding.decode(segment) ?? String(segment) }
}
