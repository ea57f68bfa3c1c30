/// One entry of AppAuth: who proves himself, and with what (oma-dm.md 3.7, windows-csp.md 4.11).
///
/// Its description hides the secret and the nonce, so that neither reaches a log (design.md section 7).
public struct Credential: Hashable, Sendable, Codable {
    /// AAuthType, as far as it is played.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case basic = "BASIC"
        case digest = "DIGEST"
        case hmac = "HMAC"
    }

    public var kind: Kind
    /// AAuthName; for the server's credential its id.
    public var name: String
    /// AAuthSecret.
    public var secret: String
    /// AAuthData: the nonce for the next digest.
    public var nonce: Nonce

    public init(kind: Kind, name: String, secret: String, nonce: Nonce = .empty) {
        self.kind = kind
        self.name = name
        self.secret = secret
        self.nonce = nonce
    }

    /// Whether this entry serves for a type. Windows has no entry of its own for MAC and uses the DIGEST one
    /// (oma-dm.md 6.4: "HMAC integrity, MD5 server authentication: supported"). A DIGEST entry is never sent in the clear,
    /// even if a server asks for it: our choice.
    public func serves(_ type: AuthenticationType) -> Bool {
        switch (kind, type) {
        case (.basic, .basic), (.digest, .md5), (.digest, .mac), (.hmac, .mac): true
        case (.basic, .md5), (.basic, .mac), (.digest, .basic), (.hmac, .basic), (.hmac, .md5): false
        }
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(kind.rawValue) credential of \(name)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["kind": kind, "name": name]) }
}

/// What a client keeps of an account from session to session: passed into a session and taken out of it again, because
/// nonces change.
public struct Credentials: Hashable, Sendable, Codable {
    /// CLCRED: the client proves itself to the server.
    public var client: [Credential]
    /// SRVCRED: the server proves itself to the client; nil when it cannot.
    public var server: Credential?
    /// The type with which package 1 proves the client without being asked; nil: it waits for a challenge, which is what
    /// Windows 11 does in the first session (enrollment.md 14.5).
    public var opening: AuthenticationType?

    public init(client: [Credential] = [], server: Credential? = nil, opening: AuthenticationType? = nil) {
        self.client = client
        self.server = server
        self.opening = opening
    }

    /// An account whose peers know each other by TLS certificates alone.
    public static let none = Credentials()

    /// The first entry of CLCRED that serves for a type.
    public func client(for type: AuthenticationType) -> Credential? { client.first { $0.serves(type) } }
}
