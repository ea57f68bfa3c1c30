extension Rule {
    static let versionOfDTD = Rule(
        "header.version-dtd", .error, "VerDTD is not 1.2.", requirements: ["DM-HDR-01"],
        reference: "oma-dm.md 7, DM-HDR-01",
        check: .message { linted in
            guard let header = linted.message.header, !header.verDTD.isEmpty, header.verDTD != "1.2" else { return [] }
            return [
                Breach(
                    at: header.origin, "VerDTD is \"\(header.verDTD)\", where DM 1.2 has \"1.2\"",
                    hint: "a client answers 505 to the SyncHdr and ends the session")
            ]
        })
}
