/// One entry of an account's AppAuth (windows-csp.md 4.11, 4.10). Its description leaves out the secret and the nonce
/// (design.md section 7).
public struct AppAuth: Hashable, Sendable {
    /// Who proves himself. A w7 APPLICATION calls CLCRED `APPSRV` and SRVCRED `CLIENT`.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        /// The client to the server.
        case client = "CLCRED"
        /// The server to the client.
        case server = "SRVCRED"

        /// As a node has it: the values of an enumeration are taken in any case.
        init?(text: String) { self.init(rawValue: text.uppercased()) }
    }

    public enum AuthenticationType: String, Hashable, Sendable, CaseIterable {
        case basic = "BASIC"
        case digest = "DIGEST"

        /// As a node has it: the values of an enumeration are taken in any case.
        init?(text: String) { self.init(rawValue: text.uppercased()) }
    }

    public var level: Level
    public var type: AuthenticationType
    /// nil when it was never written; a server's name is then its id.
    public var name: String?
    public var secret: String
    /// The nonce in Base64; nil when it was never written.
    public var data: String?

    public init(level: Level, type: AuthenticationType, name: String?, secret: String, data: String?) {
        self.level = level
        self.type = type
        self.name = name
        self.secret = secret
        self.data = data
    }
}

extension AppAuth: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(level.rawValue) \(type.rawValue) \(name ?? "")" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["level": level, "type": type, "name": name as Any]) }
}
