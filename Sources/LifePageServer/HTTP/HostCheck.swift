/// Which names this server answers to.
///
/// A page of a stranger may lead its own name to this machine (DNS rebinding) and would then count as our page to the
/// browser; so only addresses and the name that the user gave are answered. The port is not compared: it may be forwarded.
struct HostCheck: Hashable, Sendable {
    /// The address or name that the server listens at.
    private let host: String

    init(host: String) { self.host = host.lowercased() }

    /// Whether the server listens for this machine only.
    static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased()
        return host == "localhost" || host == "::1" || (isIPv4(host) && host.hasPrefix("127."))
    }

    /// - Parameter authority: the Host header.
    func allows(authority: String) -> Bool {
        guard let name = Self.name(of: authority.lowercased()) else { return false }
        if Self.isLoopback(name) || name == host { return true }
        // Whoever listens for others is reached by the addresses of this machine, which nobody can rebind.
        return !Self.isLoopback(host) && (Self.isIPv4(name) || name.contains(":"))
    }

    /// The host without port and brackets; nil for what is none.
    private static func name(of authority: String) -> String? {
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            let name = authority[authority.index(after: authority.startIndex)..<end]
            let rest = authority[authority.index(after: end)...]
            guard name.contains(":"), name.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }), isPort(rest) else {
                return nil
            }
            return String(name)
        }
        let name = authority.prefix { $0 != ":" }
        guard !name.isEmpty, isPort(authority[name.endIndex...]) else { return nil }
        return String(name)
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.isEmpty || (text.first == ":" && UInt16(text.dropFirst()) != nil)
    }

    private static func isIPv4(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
