extension Rule {
    static let versionOfProtocol = Rule(
        "header.version-protocol", .error, "VerProto is not DM/1.2. Windows takes DM/1.1 too, which is a warning.",
        requirements: ["DM-HDR-02"], reference: "oma-dm.md 7, DM-HDR-02; 8, A35",
        check: .message { linted in
            guard let header = linted.message.header, !header.verProto.isEmpty, header.verProto != "DM/1.2" else {
                return []
            }
            let isTaken = header.verProto == "DM/1.1" && linted.takesOldVersions
            return [
                Breach(
                    at: header.origin, "VerProto is \"\(header.verProto)\", where DM 1.2 has \"DM/1.2\"",
                    hint: isTaken ? "write DM/1.2" : "a client answers 513 to the SyncHdr and ends the session",
                    severity: isTaken ? .warning : nil)
            ]
        })
}
