import DMSession
import ESP
import SyncML
import Testing

@testable import ReferenceServer

/// The embedded server and credentials, message by message (oma-dm.md 2.11).
@Suite struct ChallengeTests {
    private static let account = ReferenceServer.Account(
        client: Credential(kind: .digest, name: "device", secret: "p@ss", nonce: Nonce(text: "Tm9uY2U=")),
        server: Credential(kind: .digest, name: "mdm", secret: "own", nonce: Nonce(text: "AAAAAA==")))

    private static func server(_ authentication: ReferenceServer.Authentication) -> ReferenceServer {
        let get = Command.get(ItemCommand(cmdID: nil, items: [Item(target: Location("./DevInfo/Man"))]))
        var server = ReferenceServer(assignments: nil, scripted: [.init(time: .zero, commands: [get])])
        server.account = account
        server.authentication = authentication
        return server
    }

    private static func packageOne(_ msgID: String = "1", cred: Cred? = nil) throws -> [UInt8] {
        try Message(
            header: SyncHdr(
                sessionID: "7", msgID: msgID, target: Location("https://mdm.test"), source: Location("D"), cred: cred),
            commands: [
                .alert(Alert(cmdID: "2", data: ItemData("1201"))),
                .replace(
                    ItemCommand(
                        cmdID: "3", items: [Item(source: Location("./DevInfo/DevId"), data: ItemData("D"))])),
            ], isFinal: true
        ).serialized()
    }

    private static func md5(_ nonce: Nonce, secret: String = "p@ss") -> Cred {
        Cred(
            meta: Meta(format: "b64", type: "syncml:auth-md5"),
            data: ItemData(Digest.md5(name: "device", secret: secret, nonce: nonce.octets)))
    }

    private func statuses(_ message: Message) -> [String] {
        message.commands.map { command in
            if case .status(let status) = command {
                "\(status.cmdRef) \(status.data?.content ?? "")"
            } else {
                command.name
            }
        }
    }

    private func parsed(_ answer: [UInt8]?) throws -> Message { try Message(parsing: #require(answer)) }

    private func nonce(_ message: Message) -> Nonce? {
        guard case .status(let status)? = message.commands.first else { return nil }
        return status.chal?.meta.nextNonce.map { Nonce(text: $0) }
    }

    @Test("A client without credentials gets 407 with Chal for the header and each command, and no command")
    func challenged() throws {
        var server = Self.server(.init(.md5))
        let first = server.answer(try Self.packageOne(), now: .zero)
        let challenge = try parsed(first)
        #expect(statuses(challenge) == ["0 407", "2 407", "3 407"])
        let given = try #require(nonce(challenge))
        let second = server.answer(try Self.packageOne("2", cred: Self.md5(given)), now: .zero)
        let accepted = try parsed(second)
        #expect(statuses(accepted) == ["0 212", "2 200", "3 200", "Get"])
        #expect(nonce(accepted) != given)
        #expect(accepted.header?.msgID == "2")
    }

    @Test("Wrong credentials get 401 with a fresh nonce each time; the nonce of the account counts at first")
    func refused() throws {
        var server = Self.server(.init(.md5))
        var seen: Set<Nonce> = []
        for msgID in 1...3 {
            let answer = server.answer(
                try Self.packageOne(String(msgID), cred: Self.md5(Self.account.client.nonce, secret: "x")), now: .zero)
            let message = try parsed(answer)
            #expect(statuses(message) == ["0 401", "2 401", "3 401"])
            seen.insert(try #require(nonce(message)))
        }
        #expect(seen.count == 3)
        var other = Self.server(.init(.md5))
        let answer = other.answer(try Self.packageOne(cred: Self.md5(Self.account.client.nonce)), now: .zero)
        #expect(statuses(try parsed(answer)).first == "0 212")
    }

    @Test("DM-MAC-02: the mac covers every byte: one that is changed is 401, and so is a header that is malformed")
    func mac() throws {
        let body = try Self.packageOne()
        let signer = BodySigner(
            credential: Self.account.client, nonce: Self.account.client.nonce.octets, macText: .octets)
        let header = signer.header(for: body)
        func code(_ body: [UInt8], _ signature: String?) throws -> String? {
            var server = Self.server(.init(.mac, isMutual: true))
            let reply = server.reply(to: body, signature: signature, address: nil, now: .zero)
            #expect(reply?.signature?.contains("username=\"mdm\"") == true)
            return statuses(try parsed(reply?.body)).first
        }
        #expect(try code(body, header) == "0 200")
        #expect(try code(body, nil) == "0 407")
        #expect(try code(body, "username=device") == "0 401")
        #expect(try code(body + [0x0A], header) == "0 401")
    }

    @Test("What the client refused with 401, because the server proved itself wrongly, is sent again")
    func serverRefused() throws {
        var server = Self.server(.init(.md5, isMutual: true))
        _ = server.answer(try Self.packageOne(cred: Self.md5(Self.account.client.nonce)), now: .zero)
        let refusal = try Message(
            header: SyncHdr(
                sessionID: "7", msgID: "2", target: Location("https://mdm.test"), source: Location("D")),
            commands: [
                .status(
                    Status(
                        cmdID: "1", msgRef: "1", cmdRef: "0", cmd: "SyncHdr",
                        chal: Challenge(type: .md5, nonce: Nonce(text: "QUJD")).chal, data: ItemData("401"))),
                .status(Status(cmdID: "2", msgRef: "1", cmdRef: "4", cmd: "Get", data: ItemData("401"))),
            ], isFinal: true
        ).serialized()
        let answer = server.answer(refusal, now: .zero)
        let again = try parsed(answer)
        #expect(again.commands.contains { $0.name == "Get" })
        #expect(
            again.header?.cred?.data?.content
                == Digest.md5(name: "mdm", secret: "own", nonce: Array("ABC".utf8)))
        #expect(server.answers.isEmpty)
    }

    @Test("Progress that is saved goes on with its nonces, byte for byte")
    func saved() throws {
        var server = Self.server(.init(.md5, extent: .message, isMutual: true))
        let first = server.answer(try Self.packageOne(), now: .zero)
        var copy = Self.server(.init(.md5, extent: .message, isMutual: true))
        copy.progress = server.progress
        let challenge = try parsed(first)
        let given = try #require(nonce(challenge))
        let message = try Self.packageOne("2", cred: Self.md5(given))
        #expect(server.answer(message, now: .zero) == copy.answer(message, now: .zero))
        #expect(server.progress == copy.progress)
    }

    @Test("A RespURI comes with the first answer; messages to the old address do not arrive any more")
    func moved() throws {
        var server = Self.server(.init(.md5))
        server.redirects = [.init(time: .seconds(5), address: "https://b.test/dm")]
        func reply(_ msgID: String, _ address: String, _ seconds: Int64) throws -> Message? {
            let body = server.reply(
                to: try Self.packageOne(msgID), signature: nil, address: address, now: .seconds(seconds))?.body
            return try body.map { try Message(parsing: $0) }
        }
        #expect(try reply("1", "https://mdm.test", 0)?.header?.respURI == nil)
        #expect(try reply("1", "https://mdm.test", 5)?.header?.respURI == "https://b.test/dm")
        #expect(try reply("2", "https://mdm.test", 5) == nil)
        #expect(try reply("2", "https://b.test/dm", 5) != nil)
        #expect(try reply("1", "https://mdm.test", 6)?.header?.respURI == "https://b.test/dm")
    }
}
