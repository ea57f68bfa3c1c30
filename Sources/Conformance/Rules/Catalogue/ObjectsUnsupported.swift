import SyncML

extension Rule {
    static let objectsUnsupported = Rule.reviewed(
        "tnds.unsupported", .error,
        "A TNDS object in profile `windows` (415).",
        reference: "oma-dm.md 3.6; windows-csp.md 5.9 row 17")
}
