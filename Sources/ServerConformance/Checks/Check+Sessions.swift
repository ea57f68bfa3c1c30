extension Check {
    private static func row(
        _ id: String, _ level: Level, _ title: String, in group: Group = .sessions, isIntrusive: Bool = false,
        _ observation: Observation
    ) -> Check {
        Check(id, level, group, title, reference: "enrollment.md 16", isIntrusive: isIntrusive, observation)
    }

    /// SES rows of enrollment.md 16.
    static let sessions: [Check] = [
        row(
            "SES-01", .error, "without credentials and certificate a session is challenged or refused",
            .probe(Probes.anonymousSession)),
        row(
            "SES-02", .error, "a challenge has Type, Format and NextNonce, and the right answer is accepted",
            .lintAndProbe(.challenge, Probes.challenge)),
        row(
            "SES-03", .error, "a digest with a stale nonce is refused", isIntrusive: true,
            .probe(Probes.replayedDigest)),
        row("SES-04", .error, "a Status for the SyncHdr and each command, and for nothing else", .lint(.session)),
        row(
            "SES-05", .error, "the server's MsgIDs are 1, 2 and so on, with the SessionID of the client",
            .lint(.session)),
        row("SES-06", .error, "CmdIDs are unique within a message and not 0", .lint(.message)),
        row("SES-07", .warning, "more query parameters and headers are tolerated", .probe(Probes.extraParameters)),
        row(
            "SES-08", .warning, "without the user at the device no ./User commands come",
            .lintAndProbe(.absentUser, Probes.absentUser)),
        row(
            "SES-09", .warning, "unknown alerts are answered 200, and the session goes on",
            .probe(Probes.unknownAlerts)),
        row("SES-10", .error, "Atomic holds no Get and no Atomic", .lint(.atomic)),
        row(
            "SES-11", .warning, "the goodbye is answered 200, and the device's later sessions are refused",
            .probe(Probes.unenrolment)),
    ]

    /// REN rows of enrollment.md 16.
    static let renewal: [Check] = [
        row(
            "REN-01", .error, "a renewal with PKCS#7 and client TLS brings a new certificate", in: .renewal,
            .lintAndProbe(.renewal, Probes.renewal)),
        row(
            "REN-02", .warning, "a renewal is refused with NotEligibleToRenew", in: .renewal,
            .lintAndProbe(.renewalRefusal, Probes.refusedRenewal)),
    ]
}
