import CSP
import DMSession
import DMTree
import ESP
import Foundation
import SyncML
import Testing

@testable import Device

/// A server that wants md5 credentials and gives the nonce of the next session with 212.
private struct ChallengingServer: ManagementServer {
    /// What the client's next digest has to be made with.
    var nonce = Nonce(text: "c2VydmVyLW5vbmNlLTAwMA==")
    /// What the server proves itself with; nil for one that does not.
    var own: Credential?
    /// Sent in the first session, when it is authenticated.
    var commands: [Command] = []
    var secret = "Sr7-secret-01"
    /// What came, message by message: session, whether there was a Cred, and what the server said to it.
    var log: [String] = []
    private var msgID = 0
    private var count = 0

    init(own: Credential? = nil, commands: [Command] = []) {
        self.own = own
        self.commands = commands
    }

    mutating func answer(_ bytes: [UInt8], now: DeviceTime) -> [UInt8]? {
        guard let message = try? Message(parsing: bytes), let header = message.header else { return nil }
        if header.msgID == "1" { msgID = 0 }
        msgID += 1
        for case .status(let status) in message.commands where status.cmdRef == "0" {
            if let text = status.chal?.meta.nextNonce { own?.nonce = Nonce(text: text) }
        }
        let isProved =
            header.cred?.data?.content
            == Digest.md5(name: "dev-7F3A", secret: secret, nonce: nonce.octets)
        let isLater = header.cred == nil && header.msgID != "1"
        let code = isProved ? "212" : isLater ? "200" : header.cred == nil ? "407" : "401"
        log.append("\(header.sessionID)/\(header.msgID) \(header.cred == nil ? "none" : "md5") \(code)")
        var chal: Chal?
        if !isLater {
            count += 1
            nonce = Nonce(octets: Array("nonce \(count)".utf8))
            chal = Challenge(type: .md5, nonce: nonce).chal
        }
        var answer: [Command] = [
            .status(
                Status(
                    cmdID: "1", msgRef: header.msgID, cmdRef: "0", cmd: "SyncHdr", chal: chal, data: ItemData(code)))
        ]
        if isProved {
            answer += commands.enumerated().map { $0.element.withCmdID(String($0.offset + 2)) }
            commands = []
        }
        var cred: Cred?
        if let own, isProved {
            let digest = Digest.md5(name: own.name, secret: own.secret, nonce: own.nonce.octets)
            cred = Cred(meta: Meta(format: "b64", type: "syncml:auth-md5"), data: ItemData(digest))
        }
        return try? Message(
            header: SyncHdr(
                sessionID: header.sessionID, msgID: String(msgID), target: header.source.map { Location($0.locURI) },
                source: header.target.map { Location($0.locURI, locName: own?.name) }, cred: cred),
            commands: answer, isFinal: true
        ).serialized()
    }
}

/// A life with a server that authenticates inside SyncML (enrollment.md 14.5): what is kept between sessions.
@Suite struct AuthenticationTests {
    private static let showPage = Command.replace(
        ItemCommand(
            cmdID: nil,
            items: [
                Item(
                    target: Location(
                        "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/SkipDeviceStatusPage"),
                    meta: Meta(format: "bool"), data: ItemData("false"))
            ]))

    private static func life(_ server: ChallengingServer) -> DeviceLife<ChallengingServer> {
        var script = LifeScript(device: FreshDevice(phase: .oobe))
        script.horizon = .seconds(600)
        return DeviceLife(script, server: server)
    }

    private static func account(in tree: DeviceTree) throws -> DMAccount {
        try #require(DMAccount.find(serverID: "MS DM Server", in: tree))
    }

    @Test("The fresh device has the account of enrollment.md 17.3")
    func fresh() throws {
        let tree = FreshDevice().makeTree()
        let account = try Self.account(in: tree)
        #expect(account.uri.segments.last == DMAccount.name(providerID: "MS DM Server"))
        #expect(account.address(in: tree) == FreshDevice.serverAddress)
        #expect(
            account.entries(in: tree) == [
                AppAuth(
                    level: .client, type: .digest, name: "dev-7F3A", secret: "Sr7-secret-01",
                    data: "EDJUdpi63P4BI0VniavN7w=="),
                AppAuth(
                    level: .server, type: .digest, name: nil, secret: "cl-secret-77", data: "Y2xpZW50LW5vbmNlLTAwMQ=="),
            ])
        let credentials = Credentials(serverID: "MS DM Server", negotiated: nil, in: tree)
        #expect(credentials.server?.name == "MS DM Server", "a server's name is its id")
        #expect(credentials.opening == nil, "Windows waits to be asked")
        #expect(Credentials(serverID: "Nobody", negotiated: .md5, in: tree) == .none)
    }

    @Test(
        "DM-AUTH-10: the first session is challenged, every later one opens with the digest of the nonce it was given")
    func sessions() throws {
        var life = Self.life(ChallengingServer(commands: [Self.showPage]))
        while life.step() {}
        let log = life.server.log
        #expect(log.starts(with: ["1/1 none 407", "1/2 md5 212", "1/3 none 200"]))
        let openings = log.dropFirst(3).filter { $0.contains("/1 ") }
        #expect(openings.count >= 2 && openings.allSatisfy { $0.hasSuffix("/1 md5 212") })
        #expect(!log.dropFirst(1).contains { $0.contains("40") }, "nothing is refused any more")
        let kept = try Self.account(in: life.tree).entries(in: life.tree).first { $0.level == .client }?.data
        #expect(kept == life.server.nonce.text)
        #expect(life.page.state != .idle)
    }

    @Test("A life that was saved goes on with the credentials that it came to")
    func saved() throws {
        var life = Self.life(ChallengingServer(commands: [Self.showPage]))
        _ = life.step()
        let saved = try JSONDecoder().decode(
            DeviceLife<ChallengingServer>.Saved.self, from: JSONEncoder().encode(life.saved))
        var copy = Self.life(life.server)
        copy.restore(saved)
        while copy.step() {}
        while life.step() {}
        #expect(copy.server.log == life.server.log && life.server.log.contains("2/1 md5 212"))
    }

    @Test("A server that proves itself, too: its nonce is renewed in every session and kept in the account")
    func mutual() throws {
        let own = Credential(
            kind: .digest, name: "MS DM Server", secret: "cl-secret-77",
            nonce: Nonce(text: "Y2xpZW50LW5vbmNlLTAwMQ=="))
        var life = Self.life(ChallengingServer(own: own, commands: [Self.showPage]))
        while life.step() {}
        #expect(!life.diagnostics.contains { $0.rule.hasPrefix("authentication.") })
        #expect(life.server.own?.nonce != own.nonce)
        let kept = try Self.account(in: life.tree).entries(in: life.tree).first { $0.level == .server }?.data
        #expect(kept == life.server.own?.nonce.text)
    }

    @Test("A server that does not take the credentials: the session is no whole one, and says why")
    func refused() {
        var server = ChallengingServer(commands: [Self.showPage])
        server.secret = "another"
        var life = Self.life(server)
        _ = life.step()
        let ends = life.takeEvents().compactMap { event in
            if case .sessionEnded(_, let end) = event.kind { end } else { nil as SessionEnd? }
        }
        #expect(ends == [.clientNotAuthenticated(.refusedTwice)])
        #expect(life.diagnostics.map(\.rule) == ["authentication.refused-once", "authentication.refused"])
        #expect(life.page.state == .idle, "the first session is tried again")
    }

    @Test("apply: a challenge is answered with package 1 and the digest of the account")
    func applied() throws {
        let device = FreshDevice()
        var applier = Applier(device, tree: device.makeTree())
        let challenge = Message(
            header: SyncHdr(sessionID: "1", msgID: "1", target: Location("d"), source: Location("s")),
            commands: [
                .status(
                    Status(
                        cmdID: "1", msgRef: "1", cmdRef: "0", cmd: "SyncHdr",
                        chal: Challenge(type: .md5, nonce: Nonce(text: "EDJUdpi63P4BI0VniavN7w==")).chal,
                        data: ItemData("407")))
            ], isFinal: true)
        let reply = try #require(applier.apply(challenge).turn.reply)
        #expect(reply.header?.cred?.data?.content == "9xbCHtkPQSDnmCoocp+pMw==")
        #expect(reply.commands.map(\.name) == ["Status", "Alert", "Replace"])
    }

    @Test("4.11 AAuthPref: a preference wins, then the last type; the standard's dialect sends what it has")
    func opening() throws {
        var tree = FreshDevice().makeTree()
        func opening(_ negotiated: AuthenticationType? = nil) -> AuthenticationType? {
            Credentials(serverID: "MS DM Server", negotiated: negotiated, in: tree).opening
        }
        #expect(opening() == nil && opening(.md5) == .md5)
        let preference = try Self.account(in: tree).uri.canonical + "/AAuthPref"
        tree.setLocally(preference, value: "BASIC")
        #expect(opening() == .basic && opening(.md5) == .basic)
        tree.setLocally(preference, value: "")
        #expect(opening() == nil)
        tree.profile = .oma
        #expect(opening() == .md5)
    }

    @Test("InitiateSession of the own account: a session of the server's wish follows at once")
    func initiateSession() throws {
        let account = "./SyncML/DMAcc/\(DMAccount.name(providerID: "MS DM Server"))"
        let add = Command.add(
            ItemCommand(
                cmdID: nil,
                items: [
                    Item(
                        target: Location("\(account)/Ext/Microsoft/InitiateSession"), meta: Meta(format: "null"))
                ]))
        var life = Self.life(ChallengingServer(commands: [add]))
        var triggers: [SessionTrigger] = []
        while life.step() {
            for case .sessionStarted(_, let trigger) in life.takeEvents().map(\.kind) { triggers.append(trigger) }
            if triggers.count >= 2 { break }
        }
        #expect(triggers == [.enrollment, .push] && life.now == .zero)
    }

    @Test("InitiateSession of another server's account is not played, and said")
    func foreignSession() throws {
        let server = Command.add(
            ItemCommand(
                cmdID: nil, items: [Item(target: Location("./SyncML/DMAcc/x/ServerID"), data: ItemData("Other"))]))
        let start = Command.add(
            ItemCommand(
                cmdID: nil,
                items: [
                    Item(
                        target: Location("./SyncML/DMAcc/x/Ext/Microsoft/InitiateSession"),
                        meta: Meta(format: "null"))
                ]))
        var life = Self.life(ChallengingServer(commands: [server, start]))
        _ = life.step()
        #expect(life.takeEvents().contains { if case .effectNotEmulated = $0.kind { true } else { false } })
    }
}
