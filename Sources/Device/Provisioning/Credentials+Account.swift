import CSP
import DMSession
import DMTree
import ProtocolProfile

/// What a session proves itself with is kept in the DM account of its server (windows-csp.md 4.11).
extension Credentials {
    /// The credentials of a server's account; none when the device has no account for it.
    ///
    /// - Parameters:
    ///   - negotiated: the type of the last session that was authenticated inside SyncML.
    public init(serverID: String, negotiated: AuthenticationType?, in tree: DeviceTree) {
        self = .none
        guard let account = DMAccount.find(serverID: serverID, in: tree) else { return }
        for entry in account.entries(in: tree) {
            switch entry.level {
            case .client: client.append(Credential(entry, name: entry.name ?? ""))
            case .server:
                // The name of a server is its id (enrollment.md 14.5).
                if server == nil { server = Credential(entry, name: entry.name ?? serverID) }
            }
        }
        opening = Self.opening(preference: account.preference(in: tree), negotiated, client, tree.profile)
    }

    /// The type with which package 1 proves the client unasked. A preference of the account wins, then the last type
    /// (windows-csp.md 4.11, AAuthPref). Before any session Windows waits to be asked (enrollment.md 14.5, observed); in
    /// the standard's dialect a client that has credentials sends them.
    private static func opening(
        preference: String?, _ negotiated: AuthenticationType?, _ client: [Credential], _ profile: ProtocolProfile
    ) -> AuthenticationType? {
        switch preference?.uppercased() {
        case "BASIC": return .basic
        case "DIGEST": return .md5
        default: break
        }
        if let negotiated { return negotiated }
        switch profile.name {
        case .windows: return nil
        case .oma: return [AuthenticationType.md5, .basic].first { type in client.contains { $0.serves(type) } }
        }
    }

    /// Puts nonces that changed back into the account.
    ///
    /// - Parameter old: what the session began with.
    public func keep(instead old: Credentials, serverID: String, in tree: inout DeviceTree) {
        guard let account = DMAccount.find(serverID: serverID, in: tree) else { return }
        func keep(_ credential: Credential, _ old: Credential?, _ level: AppAuth.Level) {
            guard let old, old.nonce != credential.nonce, let type = credential.kind.accountType else { return }
            account.keep(nonce: credential.nonce.text, level: level, type: type, in: &tree)
        }
        for (credential, old) in zip(client, old.client) { keep(credential, old, .client) }
        if let server { keep(server, old.server, .server) }
    }
}

extension Credential {
    /// - Parameter name: who proves himself; of a server its id.
    public init(_ entry: AppAuth, name: String) {
        let kind: Kind =
            switch entry.type {
            case .basic: .basic
            case .digest: .digest
            }
        self.init(kind: kind, name: name, secret: entry.secret, nonce: Nonce(text: entry.data ?? ""))
    }
}

extension Credential.Kind {
    /// nil for what an account of Windows cannot hold.
    fileprivate var accountType: AppAuth.AuthenticationType? {
        switch self {
        case .basic: .basic
        case .digest: .digest
        case .hmac: nil
        }
    }
}
