/// A PowerShell script that the Intune Management Extension runs. The page never tracks scripts (ESP-312, 5).
public struct AgentScript: Hashable, Sendable, Codable {
    /// The kinds that Intune has.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A platform script: runs once, during the page, too.
        case platform
        /// A remediation: not before minutes after the page.
        case remediation
    }

    public var name: String
    public var kind: Kind
    /// What it is assigned to.
    public var scope: PhaseScope
    /// Whose rights it has. A user's script needs that user.
    public var context: Win32App.InstallContext
    public var seconds: Int64
    public var exitCode: Int32

    public init(
        name: String, kind: Kind = .platform, scope: PhaseScope = .device,
        context: Win32App.InstallContext = .system, seconds: Int64 = 5, exitCode: Int32 = 0
    ) {
        self.name = name
        self.kind = kind
        self.scope = scope
        self.context = context
        self.seconds = seconds
        self.exitCode = exitCode
    }
}
