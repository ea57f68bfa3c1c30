import SyncML

extension Rule {
    static let accessPermanent = Rule.reviewed(
        "access.permanent", .error,
        "Delete of a permanent node (405).",
        reference: "windows-csp.md 5.9 row 15")
}
