import DMSession
import DMTree
import ProtocolProfile
import SyncML
import Testing

/// Authentication as it travels (oma-dm.md 2.11, enrollment.md 14.5 and 17.4).
@Suite struct AuthenticatedSessionTests {
    private static let client = Credential(
        kind: .digest, name: "dev-7F3A", secret: "Sr7-secret-01", nonce: Nonce(text: "EDJUdpi63P4BI0VniavN7w=="))
    private static let server = Credential(
        kind: .digest, name: "ExampleMDM", secret: "cl-secret-77", nonce: Nonce(text: "Y2xpZW50LW5vbmNlLTAwMQ=="))
    private static let fresh = "bmV4dC1ub25jZS0wMDAyIQ=="
    private static let node = "\(Conversation.policy)/DeviceLock/MinDevicePasswordLength"

    /// A session with its server's side in text.
    private struct Talk {
        var session: DMSession
        var tree: DeviceTree
        /// What the server's MsgID is next.
        var msgID = 1
        let sessionID: String

        init(
            _ credentials: Credentials = Credentials(client: [client], server: server),
            demand: ServerAuthentication.Demand = .ifOffered, sessionID: String = "1",
            _ change: (inout DeviceTree) -> Void = { _ in }
        ) {
            let conversation = Conversation(opened: false)
            tree = conversation.tree
            change(&tree)
            self.sessionID = sessionID
            var parameters = conversation.session.parameters
            parameters.sessionID = sessionID
            parameters.credentials = credentials
            parameters.serverDemand = demand
            parameters.nonces = NonceSource(seed: Array(sessionID.utf8))
            session = DMSession(parameters)
        }

        mutating func open() -> Message { session.open(tree: tree) }

        mutating func send(
            _ body: String, header: String = "", locName: String? = nil, signature: BodySignature? = nil,
            isFinal: Bool = true
        ) throws -> Turn {
            let text = text(body, header: header, locName: locName, isFinal: isFinal)
            msgID += 1
            return session.receive(
                try Message(parsing: Array(text.utf8)), signature: signature, tree: &tree)
        }

        func text(_ body: String, header: String = "", locName: String? = nil, isFinal: Bool = true) -> String {
            """
            <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>\
            <SessionID>\(sessionID)</SessionID><MsgID>\(msgID)</MsgID><Target><LocURI>device</LocURI></Target>\
            <Source><LocURI>https://mdm.example.test/dm</LocURI>\(locName.map { "<LocName>\($0)</LocName>" } ?? "")\
            </Source>\(header)</SyncHdr><SyncBody>\(body)\(isFinal ? "<Final/>" : "")</SyncBody></SyncML>
            """
        }

        /// The server's md5 Cred for a nonce.
        mutating func sendProved(_ body: String, nonce: Nonce, secret: String = "cl-secret-77") throws -> Turn {
            let digest = Digest.md5(name: "ExampleMDM", secret: secret, nonce: nonce.octets)
            return try send(body, header: cred(digest), locName: "ExampleMDM")
        }
    }

    private static func meta(_ type: String, _ nonce: String? = nil) -> String {
        "<Meta><Format xmlns=\"syncml:metinf\">b64</Format><Type xmlns=\"syncml:metinf\">\(type)</Type>"
            + (nonce.map { "<NextNonce xmlns=\"syncml:metinf\">\($0)</NextNonce>" } ?? "") + "</Meta>"
    }

    private static func cred(_ data: String, _ type: String = "syncml:auth-md5") -> String {
        "<Cred>\(meta(type))<Data>\(data)</Data></Cred>"
    }

    private static func header(
        _ code: String, msgRef: Int = 1, nonce: String? = nil, type: String = "syncml:auth-md5", chal: Bool = true
    ) -> String {
        "<Status><CmdID>1</CmdID><MsgRef>\(msgRef)</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd>"
            + (chal ? "<Chal>\(meta(type, nonce))</Chal>" : "") + "<Data>\(code)</Data></Status>"
    }

    private static let get = command("Get", "5", "./DevInfo/DevId")

    private func headerStatus(_ turn: Turn) throws -> Status {
        guard case .status(let status)? = try #require(turn.reply).commands.first else {
            Issue.record("no Status for the SyncHdr")
            return Status(cmdID: nil, msgRef: "", cmdRef: "", cmd: "", data: nil)
        }
        #expect(status.cmd == "SyncHdr" && status.cmdRef == "0" && status.cmdID == "1")
        return status
    }

    // MARK: The client

    @Test(
        "DM-SESS-21, DM-SESS-22: after a challenge package 1 is repeated, with the same SessionID, the digest of 17.4 and LocName",
        arguments: ["407", "401", " 401 "])
    func challenge(code: String) throws {
        var talk = Talk()
        let first = talk.open()
        #expect(first.header?.cred == nil && first.header?.source?.locName == nil, "observed on 26200")
        let turn = try talk.send(Self.header(code, nonce: "EDJUdpi63P4BI0VniavN7w=="))
        let reply = try #require(turn.reply)
        #expect(turn.end == nil && turn.diagnostics.isEmpty && turn.outcomes.isEmpty)
        #expect(reply.header?.sessionID == "1" && reply.header?.msgID == "2" && reply.isFinal)
        #expect(reply.header?.cred?.data?.content == "9xbCHtkPQSDnmCoocp+pMw==")
        #expect(reply.header?.cred?.meta == Meta(format: "b64", type: "syncml:auth-md5"))
        #expect(reply.header?.source == Location("5A0C71E94D3B4F6E9B1D20A7C8E3F415", locName: "dev-7F3A"))
        // The Status for the server's SyncHdr, then the commands of package 1 as they were.
        #expect(Array(reply.commands.dropFirst()) == first.commands)
        let status = try headerStatus(turn)
        #expect(status.msgRef == "1" && status.data?.content == "200" && status.chal == nil)
    }

    @Test("DM-HDR-15: Source/LocName is the user's name with md5; a basic Cred has none")
    func locName() throws {
        var talk = Talk(Credentials(client: [Self.client], opening: .md5))
        #expect(talk.open().header?.source?.locName == "dev-7F3A")
        talk = Talk(
            Credentials(client: [Credential(kind: .basic, name: "dev-7F3A", secret: "x")], opening: .basic))
        let message = talk.open()
        #expect(message.header?.source?.locName == nil)
        #expect(message.header?.cred?.meta?.type == "syncml:auth-basic")
    }

    @Test("DM-AUTH-08: after 212 the commands run and no message has a Cred")
    func forSession() throws {
        var talk = Talk()
        _ = talk.open()
        _ = try talk.send(Self.header("407", nonce: Self.fresh))
        let turn = try talk.send(Self.header("212", msgRef: 2, chal: false) + Self.get)
        let reply = try #require(turn.reply)
        #expect(reply.header?.cred == nil && reply.header?.source?.locName == nil && reply.header?.msgID == "3")
        #expect(turn.statuses == ["5 Get 200"] && turn.results.count == 1)
    }

    @Test("DM-AUTH-09: after 200 every message has a Cred made with the nonce of the last Chal")
    func forMessage() throws {
        var talk = Talk()
        _ = talk.open()
        _ = try talk.send(Self.header("407", nonce: Self.fresh))
        for (msgRef, nonce) in [(2, "AAECAwQFBgcICQoLDA0ODw=="), (3, "Tm9uY2U="), (4, "/wAKOg==")] {
            let turn = try talk.send(Self.header("200", msgRef: msgRef, nonce: nonce) + Self.get)
            let digest = Digest.md5(
                name: "dev-7F3A", secret: "Sr7-secret-01", nonce: Nonce(text: nonce).octets)
            #expect(turn.reply?.header?.cred?.data?.content == digest)
            #expect(turn.reply?.header?.source?.locName == "dev-7F3A" && turn.statuses == ["5 Get 200"])
        }
    }

    @Test("DM-AUTH-10: two sessions: the nonce that came with 212 opens the second one")
    func nextSession() throws {
        var talk = Talk()
        _ = talk.open()
        _ = try talk.send(Self.header("407", nonce: "Tm9uY2U="))
        let turn = try talk.send(Self.header("212", msgRef: 2, nonce: Self.fresh))
        #expect(turn.end == .completed && turn.reply == nil)
        var next = Talk(talk.session.credentials, sessionID: "2")
        let message = next.open()
        #expect(message.header?.cred?.data?.content == "qpyuELUB8RlTjT8ORp4x9Q==")
        #expect(message.header?.sessionID == "2" && message.header?.msgID == "1")
    }

    @Test("DM-AUTH-12, DM-HDR-10: the retry goes to the RespURI")
    func respURI() throws {
        var talk = Talk()
        _ = talk.open()
        let turn = try talk.send(
            Self.header("407", nonce: Self.fresh), header: "<RespURI>https://other.example.test/dm?s=1</RespURI>")
        #expect(turn.address == "https://other.example.test/dm?s=1")
        #expect(turn.reply?.header?.target?.locURI == "https://other.example.test/dm?s=1")
        #expect(turn.reply?.header?.cred != nil)
    }

    @Test("DM-AUTH-17: a stale nonce is challenged once more, a second refusal ends the session without a message")
    func stale() throws {
        var talk = Talk(Credentials(client: [Self.client], opening: .md5))
        #expect(talk.open().header?.cred?.data?.content == "9xbCHtkPQSDnmCoocp+pMw==")
        let again = try talk.send(Self.header("401", nonce: Self.fresh))
        #expect(again.reply?.header?.cred?.data?.content == "qpyuELUB8RlTjT8ORp4x9Q==")
        let last = try talk.send(Self.header("401", msgRef: 2, nonce: "Tm9uY2U="))
        #expect(last.reply == nil && last.end == .clientNotAuthenticated(.refusedTwice))
        #expect(last.rules == ["authentication.refused"])
        #expect(talk.session.credentials.client == [Self.client], "the nonce of a peer nobody knows is not kept")
    }

    @Test(
        "DM-AUTH-05, DM-AUTH-13, DM-AUTH-20: a challenge that cannot be answered ends the session",
        arguments: [
            (header("401", chal: false), .noChallenge),
            (header("407", nonce: fresh, type: "syncml:auth-x509"), .unknownType("syncml:auth-x509")),
            (header("407", type: "syncml:auth-basic"), .noCredential(.basic)),
        ] as [(String, ClientAuthentication.Failure)])
    func unanswerable(body: String, failure: ClientAuthentication.Failure) throws {
        var talk = Talk()
        _ = talk.open()
        let before = talk.tree.storedLeaves.map(\.value)
        let turn = try talk.send(body + command("Replace", "2", Self.node, "8", format: "int"))
        #expect(turn.reply == nil && turn.end == .clientNotAuthenticated(failure) && turn.outcomes.isEmpty)
        #expect(turn.diagnostics.count == 1 && turn.diagnostics.first?.severity == .error)
        #expect(talk.tree.storedLeaves.map(\.value) == before)
        #expect(try talk.send(Self.get).rules == ["session.over"])
    }

    @Test("DM-AUTH-13: another type after the first ends the session")
    func typeChanged() throws {
        let basic = Credential(kind: .basic, name: "dev-7F3A", secret: "Sr7-secret-01")
        var talk = Talk(Credentials(client: [Self.client, basic]))
        _ = talk.open()
        _ = try talk.send(Self.header("407", nonce: Self.fresh))
        let turn = try talk.send(Self.header("401", msgRef: 2, type: "syncml:auth-basic"))
        #expect(turn.end == .clientNotAuthenticated(.typeChanged(from: .md5, to: .basic)))
    }

    @Test("Commands beside a challenge are not executed, and said")
    func besideChallenge() throws {
        var talk = Talk()
        _ = talk.open()
        let before = talk.tree.storedLeaves.map(\.value)
        let turn = try talk.send(
            Self.header("407", nonce: Self.fresh) + command("Replace", "2", Self.node, "8", format: "int"))
        #expect(turn.rules == ["authentication.commands-beside-challenge"] && turn.outcomes.isEmpty)
        #expect(turn.reply?.header?.cred != nil && talk.tree.storedLeaves.map(\.value) == before)
    }

    // MARK: The server

    @Test("The server's digest of 17.4 is answered 212 with a nonce that serves the next session")
    func serverAccepted() throws {
        var talk = Talk()
        _ = talk.open()
        let turn = try talk.sendProved(Self.header("200", chal: false) + Self.get, nonce: Self.server.nonce)
        let status = try headerStatus(turn)
        #expect(status.data?.content == "212" && status.chal?.meta.type == "syncml:auth-md5")
        #expect(status.chal?.meta.format == "b64" && turn.statuses == ["5 Get 200"] && turn.diagnostics.isEmpty)
        let nonce = try #require(status.chal?.meta.nextNonce)
        #expect(talk.session.credentials.server?.nonce == Nonce(text: nonce))
        let later = try talk.send(Self.header("200", msgRef: 2, chal: false) + Self.get)
        #expect(try headerStatus(later).data?.content == "200", "no more credentials are needed")

        var next = Talk(talk.session.credentials, sessionID: "2")
        _ = next.open()
        let again = try next.sendProved(Self.header("200", chal: false) + Self.get, nonce: Nonce(text: nonce))
        #expect(try headerStatus(again).data?.content == "212")
    }

    @Test("DM-SESS-09: a Status with a nonce that would stand alone is not sent, and the old nonce goes on to count")
    func loneChallenge() throws {
        var talk = Talk()
        _ = talk.open()
        let turn = try talk.sendProved(Self.header("200", chal: false), nonce: Self.server.nonce)
        #expect(turn.reply == nil && turn.end == .completed)
        #expect(talk.session.credentials.server?.nonce == Self.server.nonce)
    }

    @Test(
        "DM-AUTH-11: a server with wrong credentials gets Statuses only, 401 for each command, and a Chal; nothing is executed"
    )
    func serverRefused() throws {
        var talk = Talk()
        _ = talk.open()
        let before = talk.tree.storedLeaves.map(\.value)
        let body =
            Self.header("200", chal: false) + Self.get + command("Replace", "6", Self.node, "8", format: "int")
            + container("Atomic", "7", command("Add", "8", Self.node, "8"), container("Sequence", "9", Self.get))
            + "<Alert><CmdID>11</CmdID><Data>1100</Data></Alert>"
        let turn = try talk.sendProved(body, nonce: Self.server.nonce, secret: "guess")
        let status = try headerStatus(turn)
        #expect(status.data?.content == "401" && status.chal?.meta.nextNonce != nil)
        #expect(
            turn.statuses == [
                "5 Get 401", "6 Replace 401", "7 Atomic 401", "8 Add 401", "9 Sequence 401", "5 Get 401",
                "11 Alert 401",
            ])
        #expect(turn.results.isEmpty && turn.effects.isEmpty && turn.reply?.isFinal == true)
        #expect(turn.reply?.commands.allSatisfy { if case .status = $0 { true } else { false } } == true)
        #expect(talk.tree.storedLeaves.map(\.value) == before)
        #expect(turn.rules == ["authentication.server-refused"])

        // With the fresh nonce the same commands run.
        let nonce = Nonce(text: status.chal?.meta.nextNonce ?? "")
        let right = try talk.sendProved(Self.header("200", msgRef: 2, chal: false) + Self.get, nonce: nonce)
        #expect(try headerStatus(right).data?.content == "212" && right.statuses == ["5 Get 200"])
    }

    @Test("DM-AUTH-11: a package that is not final is refused without asking for more")
    func refusedNotFinal() throws {
        var talk = Talk(Credentials(client: [Self.client], server: Self.server), demand: .always)
        _ = talk.open()
        let turn = try talk.send(Self.get, isFinal: false)
        #expect(try headerStatus(turn).data?.content == "407" && turn.statuses == ["5 Get 407"])
        #expect(turn.reply?.commands.count == 2 && turn.reply?.isFinal == true)
    }

    @Test("A26: by choice the children of a container have no Status of their own")
    func refusedChildren() throws {
        var talk = Talk(Credentials(server: Self.server), demand: .always) {
            $0.profile.ambiguities.refusedChildren = .silent
        }
        _ = talk.open()
        let turn = try talk.send(container("Atomic", "7", Self.get, container("Sequence", "9", Self.get)))
        #expect(turn.statuses == ["7 Atomic 407"])
    }

    @Test(
        "DM-AUTH-01: a server that has to prove itself is challenged before anything runs, and both sides prove themselves"
    )
    func mutual() throws {
        var talk = Talk(Credentials(client: [Self.client], server: Self.server), demand: .always)
        _ = talk.open()
        // Both challenges cross: ours rides on the repeated package 1.
        let turn = try talk.send(Self.header("407", nonce: Self.fresh))
        let status = try headerStatus(turn)
        #expect(status.data?.content == "407" && turn.reply?.header?.cred != nil)
        let nonce = Nonce(text: status.chal?.meta.nextNonce ?? "")
        let last = try talk.sendProved(Self.header("212", msgRef: 2, chal: false) + Self.get, nonce: nonce)
        #expect(try headerStatus(last).data?.content == "212" && last.statuses == ["5 Get 200"])
        #expect(last.reply?.header?.cred == nil)
    }

    @Test("DM-AUTH-14: a server without credentials that sends Statuses only is not challenged")
    func notChallenged() throws {
        var talk = Talk(Credentials(client: [Self.client], server: Self.server), demand: .always)
        _ = talk.open()
        let turn = try talk.send(Self.header("200", chal: false))
        #expect(turn.reply == nil && turn.end == .completed)
    }

    @Test("A server that fails three times is left with Alert 1223")
    func givenUp() throws {
        var talk = Talk()
        _ = talk.open()
        for _ in 0..<2 {
            let turn = try talk.sendProved(Self.get, nonce: Self.server.nonce, secret: "guess")
            #expect(turn.end == nil && turn.statuses == ["5 Get 401"])
        }
        let turn = try talk.sendProved(Self.get, nonce: Self.server.nonce, secret: "guess")
        #expect(turn.end == .serverNotAuthenticated && turn.statuses.isEmpty)
        #expect(turn.rules == ["authentication.server-refused", "authentication.server-given-up"])
        guard case .alert(let alert)? = turn.reply?.commands.last else {
            Issue.record("no Alert 1223")
            return
        }
        #expect(alert.data?.content == "1223" && turn.reply?.isFinal == true)
    }

    // MARK: MAC

    @Test(
        "DM-MAC-02, DM-MAC-03, DM-MAC-04: both sides sign every message over its bytes; Statuses are 200 with a nonce")
    func mac() throws {
        var talk = Talk()
        _ = talk.open()
        #expect(talk.session.signer == nil)
        var clientNonce = Nonce(text: Self.fresh)
        var serverNonce = Self.server.nonce
        var turn = try talk.send(Self.header("407", nonce: clientNonce.text, type: "syncml:auth-MAC"))
        for round in 2...4 {
            // Ours.
            let bytes = try #require(try turn.replyBytes())
            #expect(turn.reply?.header?.cred == nil && turn.reply?.header?.source?.locName == "dev-7F3A")
            let header = try MACHeader(parsing: try #require(talk.session.signer).header(for: bytes))
            let expected = Digest.mac(
                name: "dev-7F3A", secret: "Sr7-secret-01", nonce: clientNonce.octets, body: bytes)
            #expect(header.username == "dev-7F3A" && Nonce(text: header.mac).octets == expected)
            // The server's.
            clientNonce = Nonce(octets: [UInt8(round), 1, 2, 3])
            let body = Self.header("200", msgRef: round, nonce: clientNonce.text, type: "syncml:auth-MAC") + Self.get
            let sent = Array(talk.text(body, locName: "ExampleMDM").utf8)
            let mac = Digest.mac(name: "ExampleMDM", secret: "cl-secret-77", nonce: serverNonce.octets, body: sent)
            let value = MACHeader(username: "ExampleMDM", mac: Nonce(octets: mac).text).value
            turn = try talk.send(
                body, locName: "ExampleMDM", signature: BodySignature(header: value, body: sent))
            let status = try headerStatus(turn)
            #expect(status.data?.content == "200" && status.chal?.meta.type == "syncml:auth-MAC")
            serverNonce = Nonce(text: status.chal?.meta.nextNonce ?? "")
            #expect(turn.statuses == ["5 Get 200"] && turn.diagnostics.isEmpty)
        }
        #expect(talk.session.credentials.server?.nonce == serverNonce)
        #expect(talk.session.credentials.client.map(\.nonce) == [clientNonce])
    }

    @Test("DM-MAC-05: a message without the header, or with a wrong one, is answered 401 and not executed")
    func macMissing() throws {
        var talk = Talk()
        _ = talk.open()
        let body = Self.header("200", chal: false) + Self.get
        let sent = Array(talk.text(body, locName: "ExampleMDM").utf8)
        let mac = Digest.mac(
            name: "ExampleMDM", secret: "cl-secret-77", nonce: Self.server.nonce.octets, body: sent + [0x0A])
        let value = MACHeader(username: "ExampleMDM", mac: Nonce(octets: mac).text).value
        let wrong = try talk.send(body, locName: "ExampleMDM", signature: BodySignature(header: value, body: sent))
        #expect(try headerStatus(wrong).data?.content == "401" && wrong.statuses == ["5 Get 401"])
        let missing = try talk.send(body, signature: BodySignature(header: nil, body: sent))
        #expect(try headerStatus(missing).data?.content == "401" && missing.statuses == ["5 Get 401"])
        #expect(missing.rules == ["authentication.mac-missing"])
    }

    // MARK: Notifications

    @Test(
        "DM-HDR-11, DM-SESS-04, DM-NOTI-05: a notification's session has its SessionID, Alert 1200, and the special nonce on both sides"
    )
    func notification() throws {
        var inbox = NotificationInbox()
        let octets = try #require(
            Notification(sessionID: 0x00A5, serverID: "ExampleMDM")
                .signed(secret: "cl-secret-77", nonce: Nonce(octets: [0, 0, 0, 0])))
        let start = try #require(
            inbox.receive(
                octets,
                accounts: [
                    .init(
                        serverID: "ExampleMDM", credentials: Credentials(client: [Self.client], server: Self.server),
                        resynchronises: true)
                ]
            ).start)
        var conversation = Conversation(opened: false)
        var parameters = conversation.session.parameters
        parameters.sessionID = start.sessionID
        parameters.initiation = .server
        parameters.credentials = start.credentials
        conversation.session = DMSession(parameters)
        let message = conversation.session.open(tree: conversation.tree)
        #expect(message.header?.sessionID == "A5")
        guard case .alert(let alert)? = message.commands.first else {
            Issue.record("no alert")
            return
        }
        #expect(alert.data?.content == "1200")
        let zero = Digest.md5(name: "dev-7F3A", secret: "Sr7-secret-01", nonce: [0, 0, 0, 0])
        #expect(message.header?.cred?.data?.content == zero)
        let digest = Digest.md5(name: "ExampleMDM", secret: "cl-secret-77", nonce: [0, 0, 0, 0])
        let turn = try conversation.send(
            Self.header("212", nonce: Self.fresh) + Self.get, sessionID: "A5", headerMeta: Self.cred(digest))
        // Both sides have given each other a new nonce.
        #expect(try headerStatus(turn).data?.content == "212" && turn.statuses == ["5 Get 200"])
        #expect(conversation.session.credentials.client.map(\.nonce.text) == [Self.fresh])
        #expect(conversation.session.credentials.server?.nonce.octets.count == 16)
    }
}
