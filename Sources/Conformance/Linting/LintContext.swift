import CSP
import ProtocolProfile

/// What the linter measures against: which Windows, which dialect.
public struct LintContext: Sendable {
    /// The nodes that exist on the chosen release and edition.
    public var schema: WindowsSchema
    public var profile: ProtocolProfile

    public init(schema: WindowsSchema = WindowsSchema(), profile: ProtocolProfile = .windows) {
        self.schema = schema
        self.profile = profile
    }
}
