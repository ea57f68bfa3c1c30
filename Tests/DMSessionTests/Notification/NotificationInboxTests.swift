import DMSession
import ProtocolProfile
import Testing

/// What a client does with a notification (oma-dm.md 2.13).
@Suite struct NotificationInboxTests {
    private static let nonce = Nonce(text: "Y2xpZW50LW5vbmNlLTAwMQ==")

    private static func account(resynchronises: Bool = false) -> NotificationInbox.Account {
        NotificationInbox.Account(
            serverID: "ExampleMDM",
            credentials: Credentials(
                client: [
                    Credential(
                        kind: .digest, name: "device01", secret: "Pa$$w0rd!",
                        nonce: Nonce(text: "EDJUdpi63P4BI0VniavN7w=="))
                ],
                server: Credential(kind: .digest, name: "ExampleMDM", secret: "cl-secret-77", nonce: nonce)),
            resynchronises: resynchronises)
    }

    private static func octets(
        _ sessionID: UInt16 = 0x00A5, server: String = "ExampleMDM", secret: String = "cl-secret-77",
        nonce: Nonce = nonce
    ) throws -> [UInt8] {
        try #require(
            Notification(userInteraction: .background, sessionID: sessionID, serverID: server)
                .signed(secret: secret, nonce: nonce))
    }

    @Test("DM-NOTI-01, DM-HDR-11: a right notification starts a session with its SessionID")
    func starts() throws {
        var inbox = NotificationInbox()
        let (start, diagnostics) = inbox.receive(try Self.octets(), accounts: [Self.account()])
        #expect(start?.sessionID == "A5" && start?.serverID == "ExampleMDM" && diagnostics.isEmpty)
        #expect(start?.userInteraction == .background)
        #expect(start?.credentials == Self.account().credentials, "nothing of the account changes")
    }

    @Test("DM-NOTI-06: the same trigger twice starts one session")
    func twice() throws {
        var inbox = NotificationInbox()
        #expect(inbox.receive(try Self.octets(), accounts: [Self.account()]).start != nil)
        let (start, diagnostics) = inbox.receive(try Self.octets(), accounts: [Self.account()])
        #expect(start == nil && diagnostics.map(\.rule) == ["notification.repeated"])
        #expect(diagnostics.map(\.severity) == [.note])
        #expect(inbox.receive(try Self.octets(0x00A6), accounts: [Self.account()]).start?.sessionID == "A6")
    }

    @Test("A wrong notification is not remembered: the right one behind it starts its session")
    func wrongThenRight() throws {
        var inbox = NotificationInbox()
        let (start, diagnostics) = inbox.receive(try Self.octets(secret: "guess"), accounts: [Self.account()])
        #expect(start == nil && diagnostics.map(\.rule) == ["notification.digest"])
        #expect(inbox.receive(try Self.octets(), accounts: [Self.account()]).start != nil)
    }

    @Test("Notifications that start nothing, with the rule that says why")
    func refused() throws {
        func rules(_ octets: [UInt8], _ accounts: [NotificationInbox.Account] = [Self.account()]) -> [String] {
            var inbox = NotificationInbox()
            let (start, diagnostics) = inbox.receive(octets, accounts: accounts)
            #expect(start == nil)
            return diagnostics.map(\.rule)
        }
        #expect(rules([]) == ["notification.malformed"])
        #expect(rules(try Self.octets(server: "examplemdm")) == ["notification.server-unknown"])
        #expect(rules(try Self.octets(), []) == ["notification.server-unknown"])
        #expect(rules(try Self.octets(nonce: Nonce(octets: [1, 2]))) == ["notification.digest"])
        let undecoded = Nonce(octets: Self.nonce.undecoded)
        #expect(rules(try Self.octets(nonce: undecoded)) == ["notification.nonce-undecoded"])
        // UseNonceResync is off.
        #expect(rules(try Self.octets(nonce: Nonce(octets: [0, 0, 0, 0]))) == ["notification.digest"])
    }

    @Test(
        "DM-NOTI-05: with UseNonceResync the special nonce counts, in three spellings, for both sides of the session",
        arguments: [[0, 0, 0, 0], Array("0x00000000".utf8), Array("00000000".utf8)] as [[UInt8]])
    func resynchronised(octets: [UInt8]) throws {
        var inbox = NotificationInbox()
        let (start, diagnostics) = inbox.receive(
            try Self.octets(nonce: Nonce(octets: octets)), accounts: [Self.account(resynchronises: true)])
        #expect(diagnostics.map(\.rule) == ["notification.resynchronised"])
        let credentials = try #require(start?.credentials)
        #expect(credentials.server?.nonce.octets == octets)
        #expect(credentials.client.map(\.nonce.octets) == [octets])
        #expect(credentials.opening == .md5, "the client proves itself at once")
    }

    @Test(
        "A10: a choice of one spelling refuses the others",
        arguments: [
            (.fourZeroOctets, [0, 0, 0, 0]), (.tenCharacters, Array("0x00000000".utf8)),
            (.eightCharacters, Array("00000000".utf8)),
        ] as [(Ambiguities.SpecialNonce, [UInt8])])
    func spellings(choice: Ambiguities.SpecialNonce, right: [UInt8]) throws {
        var ambiguities = Ambiguities(.windows)
        ambiguities.specialNonce = choice
        for octets in [[0, 0, 0, 0], Array("0x00000000".utf8), Array("00000000".utf8)] as [[UInt8]] {
            var inbox = NotificationInbox()
            let start = inbox.receive(
                try Self.octets(nonce: Nonce(octets: octets)), accounts: [Self.account(resynchronises: true)],
                ambiguities: ambiguities
            ).start
            #expect((start != nil) == (octets == right))
        }
    }

    @Test("DM-NOTI-05: the Cred that follows a resynchronisation, for both spellings of N4")
    func credentials() throws {
        for (octets, digest) in [
            ([0, 0, 0, 0], "XgqxyGmViXywdnHBGAx5dg=="), (Array("0x00000000".utf8), "Usa7HI6ZJYs6X5/42PU8Mw=="),
        ] as [([UInt8], String)] {
            var inbox = NotificationInbox()
            let start = inbox.receive(
                try Self.octets(nonce: Nonce(octets: octets)), accounts: [Self.account(resynchronises: true)]
            ).start
            let session = ClientAuthentication(try #require(start).credentials)
            guard case .cred(let cred) = session.proof else {
                Issue.record("no Cred")
                continue
            }
            #expect(cred.data?.content == digest)
        }
    }

    @Test("Old SessionIDs are forgotten; the inbox does not grow without end")
    func forgets() throws {
        var inbox = NotificationInbox()
        for id in 1...70 as ClosedRange<UInt16> {
            #expect(inbox.receive(try Self.octets(id), accounts: [Self.account()]).start != nil)
        }
        #expect(inbox.receive(try Self.octets(70), accounts: [Self.account()]).start == nil)
        #expect(inbox.receive(try Self.octets(1), accounts: [Self.account()]).start != nil)
    }
}
