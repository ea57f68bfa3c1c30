extension Check {
    private static func row(
        _ id: String, _ level: Level, _ title: String, isIntrusive: Bool = false, _ observation: Observation
    ) -> Check {
        Check(id, level, .messages, title, reference: "oma-dm.md 7", isIntrusive: isIntrusive, observation)
    }

    /// The rows of oma-dm.md 7 for servers (S) and for both sides (B) that lint sees, and those that a probe of ours sees.
    static let messages: [Check] = linted + probed

    private static let probed: [Check] = [
        row("DM-HDR-03", .error, "an unknown VerDTD is answered 505", isIntrusive: true, .probe(Probes.unknownDTD)),
        row(
            "DM-HDR-04", .error, "an unknown VerProto is answered 513", isIntrusive: true,
            .probe(Probes.unknownProtocol)),
        row("DM-SESS-26", .error, "a session that breaks off does not spoil the next", .probe(Probes.brokenOff)),
        row(
            "DM-STAT-15", .error, "unknown status codes are classed by their first digit", isIntrusive: true,
            .probe(Probes.unknownStatusCodes)),
        row("DM-AUTH-15", .error, "credentials differ from device to device", .probe(Probes.differentSecrets)),
        row(
            "DM-AUTH-17", .error, "after wrong credentials the server challenges once more, with a fresh nonce",
            isIntrusive: true, .probe(Probes.wrongDigest)),
        row(
            "DM-HTTP-01", .error, "a POST with another Content-Type is refused", isIntrusive: true,
            .probe(Probes.wrongContentType)),
        row("DM-HTTP-03", .error, "a chunked request is understood", isIntrusive: true, .probe(Probes.chunkedRequest)),
        row("DM-HTTP-04", .error, "management runs over TLS", .probe(Probes.secureAddress)),
        row("DM-WIN-10", .error, "a Status with msft:originalerror is accepted", .probe(Probes.originalError)),
    ]

    private static let linted: [Check] = [
        row("DM-MSG-01", .error, "Message is well-formed XML (or decodable WBXML) with root SyncML", .lint(.message)),
        row("DM-MSG-02", .error, "Root namespace is SYNCML:SYNCML1.2", .lint(.message)),
        row("DM-MSG-03", .error, "SyncML has exactly SyncHdr then SyncBody", .lint(.message)),
        row("DM-MSG-04", .error, "Every element's children appear in DTD order", .lint(.message)),
        row("DM-MSG-05", .error, "SyncBody holds at least one command", .lint(.message)),
        row("DM-MSG-06", .error, "Final, if present, is the last child of SyncBody and empty", .lint(.message)),
        row("DM-MSG-07", .error, "Meta children are in namespace syncml:metinf", .lint(.message)),
        row("DM-MSG-08", .error, "Data mark-up is escaped or CDATA", .lint(.command)),
        row("DM-MSG-10", .error, "Item describing a node with Format other than null has Data", .lint(.command)),
        row("DM-MSG-11", .error, "Type and Format stated when not the defaults (chr, text/plain)", .lint(.command)),
        row(
            "DM-MSG-12", .error,
            "not: send elements unused in DM (Archive, Lang, NoResp, NoResults, NumberOfChanges, SftDel, Map, Put, Search, Sync)",
            .lint(.message)),
        row("DM-MSG-13", .error, "Content type is one of the two DM MIME types", .lint(.message)),
        row("DM-MSG-15", .error, "WBXML is emitted as 1.1, 1.2 or 1.3", .lint(.wbxml)),
        row("DM-MSG-16", .error, "Binary over XML uses Meta Format b64", .lint(.command)),
        row("DM-MSG-17", .error, "Text is UTF-8 (or as declared) and characters are legal XML", .lint(.message)),
        row("DM-MSG-18", .error, "Add of an interior node carries Format node", .lint(.command)),
        row("DM-HDR-01", .error, "VerDTD is 1.2", .lint(.message)),
        row("DM-HDR-02", .error, "VerProto is DM/1.2", .lint(.message)),
        row("DM-HDR-05", .error, "SessionID present in every message and constant for the session", .lint(.message)),
        row("DM-HDR-06", .error, "MsgID present and unique per sender in the session", .lint(.message)),
        row("DM-HDR-07", .error, "Server MsgID starts at 1 and increases by 1 (Windows)", .lint(.message)),
        row("DM-HDR-09", .error, "Target = device id, Source = server address in server messages", .lint(.message)),
        row("DM-HDR-10", .error, "RespURI of a received header is used for later messages", .lint(.respURI)),
        row("DM-HDR-14", .error, "not: cred inside a command", .lint(.message)),
        row("DM-HDR-15", .error, "LocName carries the user id when md5/MAC is used", .lint(.serverCredentials)),
        row("DM-SESS-06", .error, "Server answers every client package", .lint(.session)),
        row("DM-SESS-07", .error, "Package 2 has Status for SyncHdr and for each client Alert", .lint(.session)),
        row("DM-SESS-08", .error, "Server answers the DevInfo Replace", .lint(.session)),
        row("DM-SESS-12", .error, "Final on the last message of each package", .lint(.session)),
        row("DM-SESS-13", .error, "not: final on a non-last message", .lint(.largeObject)),
        row("DM-SESS-14", .error, "Final in every message when possible", .lint(.session)),
        row("DM-SESS-16", .error, "not: new commands while statuses are outstanding", .lint(.nextMessage)),
        row(
            "DM-SESS-17", .error, "Next-message response has Status(SyncHdr)+Alert 1222/1223, nothing else, no Final",
            .lint(.nextMessage)),
        row("DM-SESS-18", .error, "Receiver of a non-final message can ask for more with 1222", .lint(.nextMessage)),
        row("DM-SESS-19", .error, "A command fits in one message", .lint(.atomic)),
        row("DM-SESS-21", .error, "Same SessionID on the retry after a challenge", .lint(.challenge)),
        row("DM-SESS-23", .error, "Abort uses Alert 1223 with Final", .lint(.abort)),
        row(
            "DM-SESS-24", .warning, "Server answers 1223 with Status for SyncHdr and Alert, no commands", .lint(.abort)),
        row("DM-SESS-27", .error, "Peer's MaxMsgSize is respected", .lint(.maxMsgSize)),
        row("DM-SESS-28", .error, "Server receives MaxMsgSize and splits accordingly", .lint(.maxMsgSize)),
        row("DM-SESS-29", .error, "not: session continues after 1223", .lint(.abort)),
        row("DM-SESS-30", .error, "Session can end with a package holding only statuses and Final", .lint(.session)),
        row(
            "DM-STAT-01", .error, "Status for SyncHdr is first, CmdRef 0, Cmd SyncHdr, MsgRef of the request",
            .lint(.session)),
        row("DM-STAT-02", .error, "Exactly one Status per command (or per Item when results differ)", .lint(.session)),
        row("DM-STAT-03", .error, "Status order equals command order", .lint(.session)),
        row("DM-STAT-04", .error, "CmdID unique per message, non-zero, present on every command", .lint(.session)),
        row(
            "DM-STAT-06", .error,
            "TargetRef/SourceRef present when the Item had Target/Source (Windows profile: only in the per-Item form, 8-A27)",
            .lint(.session)),
        row("DM-STAT-07", .error, "not: status answered by a Status", .lint(.session)),
        row("DM-STAT-08", .error, "not: status for Results with outcome 200", .lint(.results)),
        row("DM-STAT-10", .error, "Data of Status is a code defined in REPPRO 10", .lint(.session)),
        row("DM-STAT-11", .error, "MsgRef/CmdRef of spilled statuses point to the original message", .lint(.session)),
        row("DM-STAT-14", .error, "Server answers client Alerts 1222/1224/1226 with Status", .lint(.clientAlert)),
        row("DM-RES-12", .error, "Server accepts several Results and several Items per Results", .lint(.results)),
        row(
            "DM-CMD-18", .error, "Server sends Add, Delete, Get, Replace, Sequence, Atomic correctly formed",
            .lint(.command)),
        row("DM-CMD-19", .error, "Item Target LocURI is a full device URI", .lint(.command)),
        row("DM-ATOM-11", .error, "not: server nests Atomic or puts Get/Exec in Atomic", .lint(.atomic)),
        row(
            "DM-ATOM-12", .error, "not: server does Add then Replace on one node in one Atomic (Windows)",
            .lint(.atomic)),
        row("DM-LOB-05", .error, "Reassembled size checked; mismatch → 424, nothing committed", .lint(.largeObject)),
        row("DM-LOB-06", .error, "Interrupted object → Alert 1225 with source/target", .lint(.largeObject)),
        row("DM-LOB-08", .error, "not: moreData on a single-message object or on the last chunk", .lint(.largeObject)),
        row("DM-LOB-09", .error, "Chunks contiguous, nothing in between", .lint(.largeObject)),
        row("DM-LOB-10", .error, "Size in the first chunk only", .lint(.largeObject)),
        row("DM-LOB-11", .error, "Peer's MaxObjSize respected until changed", .lint(.largeObject)),
        row("DM-LOB-13", .error, "Server understands chunked Results", .lint(.chunkedResults)),
        row("DM-LOB-14", .warning, "Meta and Item repeated on later chunks", .lint(.largeObject)),
        row("DM-ALRT-01", .error, "1226 answered 200/202 or 401/407/412/415/500", .lint(.genericAlert)),
        row("DM-ALRT-03", .error, "1224 answered 200 if processed, 406 if not", .lint(.clientAlert)),
        row("DM-ALRT-14", .error, "not: server sends 1224/1226/1200/1201", .lint(.message)),
        row("DM-ALRT-15", .error, "not: alert codes outside 1100–1104, 1200–1201, 1222–1226", .lint(.message)),
        row("DM-AUTH-04", .error, "Nonce hashed as decoded octets", .lint(.challenge)),
        row("DM-AUTH-05", .error, "401/407 carries Chal", .lint(.challenge)),
        row("DM-AUTH-06", .error, "NextNonce Format b64 stated in Chal", .lint(.challenge)),
        row("DM-AUTH-07", .error, "Cred Format b64 stated for md5", .lint(.serverCredentials)),
        row(
            "DM-AUTH-11", .error, "Auth failure response contains only Status, one per received command",
            .lint(.challenge)),
        row("DM-AUTH-18", .warning, "New nonce per session, unpredictable, 128 bits", .lint(.challenge)),
        row("DM-AUTH-20", .error, "Unknown auth type challenged → session ends", .lint(.challenge)),
        row("DM-MAC-01", .error, "x-syncml-hmac syntax: username and mac present, algorithm optional", .lint(.mac)),
        row("DM-MAC-03", .error, "With MAC no Cred element", .lint(.mac)),
        row(
            "DM-MAC-04", .error, "MAC on every message until session end; status 200, NextNonce each time", .lint(.mac)),
        row("DM-MAC-05", .error, "Missing/failed header = authentication failure", .lint(.mac)),
        row("DM-TREE-03", .error, "not: uRI ends with /, contains ../, or ./ inside", .lint(.command)),
        row("DM-WBX-01", .error, "Public id 0x1201 or the string form recognised", .lint(.wbxml)),
        row("DM-WBX-02", .error, "Token tables 5.2–5.4", .lint(.wbxml)),
        row("DM-WBX-05", .error, "Binary data with Format bin is opaque", .lint(.wbxml)),
        row("DM-HTTP-02", .error, "SyncML-level errors are in Status with HTTP 200", .lint(.message)),
        row("DM-WIN-01", .warning, "Server tolerates CmdIDs that do not start at 1", .lint(.message)),
        row("DM-WIN-02", .error, "Server handles 1224 LoginStatus, synctype, DevicePrepSync", .lint(.clientAlert)),
        row("DM-WIN-03", .error, "not: server sends ./User nodes in a device session", .lint(.absentUser)),
        row(
            "DM-WIN-04", .warning, "not: server uses CDATA (published Microsoft samples do, and work)", .lint(.command)),
        row("DM-WIN-05", .error, "not: locURI starts with /", .lint(.command)),
        row("DM-WIN-13", .error, "Root xmlns attribute present", .lint(.message)),
    ]
}
