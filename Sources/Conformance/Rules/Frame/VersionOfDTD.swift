extension Rule {
    static let versionOfDTD = Rule(
        "header.version-dtd", .error, "VerDTD is not 1.2. Windows takes 1.1 too, which is a warning.",
        requirements: ["DM-HDR-01"], reference: "oma-dm.md 7, DM-HDR-01; 8, A35",
        check: .message { linted in
            guard let header = linted.message.header, !header.verDTD.isEmpty, header.verDTD != "1.2" else { return [] }
            let isTaken = header.verDTD == "1.1" && linted.takesOldVersions
            return [
                Breach(
                    at: header.origin, "VerDTD is \"\(header.verDTD)\", where DM 1.2 has \"1.2\"",
                    hint: isTaken ? "write 1.2" : "a client answers 505 to the SyncHdr and ends the session",
                    severity: isTaken ? .warning : nil)
            ]
        })
}

extension LintedMessage {
    /// DM 1.1 is taken by Windows (oma-dm.md 8, A35), and by a server that has to understand older devices.
    var takesOldVersions: Bool { sender == .client || context.profile.ambiguities.oldNamespace == .accepted }
}
