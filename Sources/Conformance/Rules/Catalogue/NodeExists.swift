import SyncML

extension Rule {
    static let nodeExists = Rule.reviewed(
        "node.exists", .error,
        "Add of a node that was added, set or made before (418). Told when the message itself added it before.",
        reference: "windows-csp.md 5.9 row 11")
}
