import CSP
import ProtocolProfile

/// What the linter measures against: which Windows, which dialect.
public struct LintContext: Sendable {
    /// The nodes that exist on the chosen release and edition.
    public var schema: WindowsSchema
    public var profile: ProtocolProfile
    /// Who is signed in where messages stand alone; in a capture the client says it.
    public var login: LoginStatus

    public init(
        schema: WindowsSchema = WindowsSchema(), profile: ProtocolProfile = .windows, login: LoginStatus = .user
    ) {
        self.schema = schema
        self.profile = profile
        self.login = login
    }
}
