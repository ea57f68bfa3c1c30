import SyncML

extension Rule {
    static let parentAfterChild = Rule.reviewed(
        "catalogue.parent-after-child", .warning,
        "Add of a named node behind a write below it: a Replace there is refused (404), an Add makes the node, so that this one answers 418.",
        reference: "windows-csp.md 5.9 rows 11, 13 and 14")

    static let execBeforeData = Rule.reviewed(
        "catalogue.exec-before-data", .warning, "An Exec before the values that it starts with.",
        reference: "windows-csp.md 4.1, 4.3, 5.9 row 10; OBS-021")

    static let occurrence = Rule.reviewed(
        "catalogue.occurrence", .note, "Two instances of a node that its description has once.",
        reference: "windows-csp.md 6.2")
}
