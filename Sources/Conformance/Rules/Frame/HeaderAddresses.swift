extension Rule {
    static let headerAddresses = Rule(
        "header.addresses", .warning,
        "Source and Target of the SyncHdr are the wrong way round: a server writes its own address into Source.",
        requirements: ["DM-HDR-09"], reference: "oma-dm.md 7, DM-HDR-09",
        check: .message { linted in
            guard linted.sender == .server, let header = linted.message.header, let target = header.target,
                target.isWebAddress, !(header.source?.isWebAddress ?? false)
            else { return [] }
            return [
                Breach(
                    at: header.origin, target: target.locURI,
                    "Target is the address \"\(target.locURI)\", and a server's message goes to a device",
                    hint: "write the device id into Target and the server's address into Source")
            ]
        })
}
