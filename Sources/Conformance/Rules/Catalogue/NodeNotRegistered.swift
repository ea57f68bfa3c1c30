import SyncML

extension Rule {
    static let nodeNotRegistered = Rule.reviewed(
        "node.not-registered", .error,
        "Windows 11 does not have the CSP any more (Get 404, else 405). A warning in commands without a message, which name no Windows.",
        reference: "windows-csp.md 5.9 row 9")
}
