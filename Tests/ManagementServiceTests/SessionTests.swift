import DMSession
import SyncML
import Testing

@testable import ManagementService

@Suite("Sessions: enrollment.md 14")
struct SessionTests {
    private func enrolled(_ change: (inout ServerSettings) -> Void = { _ in }) async throws -> TestDevice {
        var settings = TestServer.settings
        change(&settings)
        var device = TestDevice(try await TestServer(settings))
        try await device.enroll()
        return device
    }

    private func enqueue(_ device: TestDevice, _ json: String) async throws {
        let response = try await device.server.admin("/devices/\(device.id)/commands", post: "{\"commands\":[\(json)]}")
        #expect(response.status == 200)
    }

    @Test("SES-01, SES-02: a session without credentials is challenged, and the right digest is accepted")
    func challenge() async throws {
        var device = try await enrolled()
        try await enqueue(device, #"{"verb":"get","uri":"./DevDetail/SwV"}"#)
        device.session = 1
        let first = try await device.send(device.package1(), firstCmdID: 2)
        let status = try #require(first.headerStatus)
        #expect(status.data?.content == "407")
        #expect(status.chal?.meta.type == "syncml:auth-md5")
        #expect(status.chal?.meta.format == "b64")
        #expect(status.chal?.meta.nextNonce?.isEmpty == false)
        #expect(first.sent.isEmpty)
        let second = try await device.send(device.package1(), cred: device.cred())
        #expect(second.headerStatus?.data?.content == "200")
        #expect(second.sent.map(\.name) == ["Get"])
    }

    @Test("SES-02: the nonce of the provisioning document serves for the first digest")
    func provisionedNonce() async throws {
        var device = try await enrolled()
        device.session = 1
        #expect(try await device.send(device.package1(), cred: device.cred()).headerStatus?.data?.content == "200")
    }

    @Test("SES-03: a digest that was used is refused, whatever session it comes in")
    func staleNonce() async throws {
        var device = try await enrolled()
        device.session = 1
        let used = device.cred()
        #expect(try await device.send(device.package1(), cred: used).headerStatus?.data?.content == "200")
        try await enqueue(device, #"{"verb":"get","uri":"./DevDetail/SwV"}"#)
        for _ in 0..<2 {
            device.session += 1
            device.message = 0
            let answer = try await device.send(device.package1(), cred: used)
            #expect(answer.headerStatus?.data?.content == "401")
            #expect(answer.sent.isEmpty)
        }
        #expect(try await device.send(device.package1(), cred: device.cred()).headerStatus?.data?.content == "200")
    }

    @Test("SES-01: with the default each message of a session is proved anew")
    func everyMessage() async throws {
        var device = try await enrolled()
        try await enqueue(device, #"{"verb":"get","uri":"./DevDetail/SwV"}"#)
        _ = try await device.open()
        let intruder = try await device.send([])
        #expect(intruder.headerStatus?.data?.content == "407")
        #expect(intruder.sent.isEmpty)
    }

    @Test("enrollment.md 14.5: 212 serves for the whole session, where the settings say so")
    func wholeSession() async throws {
        var device = try await enrolled { $0.session.extent = .session }
        try await enqueue(device, #"{"verb":"get","uri":"./DevDetail/SwV"}"#)
        let opened = try await device.open()
        #expect(opened.headerStatus?.data?.content == "212")
        let answered = try await device.send([])
        #expect(answered.headerStatus?.data?.content == "200")
    }

    @Test("enrollment.md 14.5: basic credentials, where the settings say so")
    func basic() async throws {
        var device = try await enrolled { $0.session.way = .basic }
        #expect(
            device.application?.characteristics("APPAUTH").map { $0.parm("AAUTHTYPE")?.value } == ["DIGEST", "BASIC"])
        device.session = 1
        let first = try await device.send(device.package1(), firstCmdID: 2)
        #expect(first.headerStatus?.chal?.meta.type == "syncml:auth-basic")
        let data = Digest.basic(
            name: try #require(device.accountParm("APPSRV", "AAUTHNAME")),
            secret: try #require(device.accountParm("APPSRV", "AAUTHSECRET")))
        let cred = Cred(meta: Meta(format: "b64", type: "syncml:auth-basic"), data: ItemData(data))
        #expect(try await device.send(device.package1(), cred: cred).headerStatus?.data?.content == "200")
    }

    @Test("enrollment.md 14.5: a server that proves itself does so with its own nonce")
    func mutual() async throws {
        var device = try await enrolled { $0.session.isMutual = true }
        let nonce = try #require(device.accountParm("CLIENT", "AAUTHDATA"))
        device.session = 1
        let answer = try await device.send(device.package1(), cred: device.cred())
        let right = Digest.md5(
            name: "ExampleMDM", secret: try #require(device.accountParm("CLIENT", "AAUTHSECRET")),
            nonce: Nonce(text: nonce).octets)
        #expect(answer.header?.cred?.data?.content == right)
        #expect(answer.header?.source?.locName == "ExampleMDM")
    }

    @Test("enrollment.md 14.3: the certificate of the enrolment stands for credentials, and only its device's")
    func certificate() async throws {
        var device = try await enrolled()
        var other = TestDevice(device.server, id: "00000000000000000000000000000002", key: 1)
        try await other.enroll()
        device.peer = Peer(thumbprint: device.certificate?.thumbprint)
        #expect(try await device.open().headerStatus?.data?.content == "200")
        other.peer = device.peer
        other.session = 1
        #expect(try await other.send(other.package1(), firstCmdID: 2).headerStatus?.data?.content == "407")
        // Behind a certificate or not is a question of each message.
        device.peer = .anonymous
        #expect(try await device.send([]).headerStatus?.data?.content == "407")
    }

    @Test("SES-04, SES-05, SES-06: statuses, MsgIDs and CmdIDs of a whole session")
    func frame() async throws {
        var device = try await enrolled()
        try await enqueue(device, #"{"verb":"get","uri":"./DevDetail/SwV"},{"verb":"delete","uri":"./x"}"#)
        device.session = 1
        var answers = [try await device.send(device.package1(), firstCmdID: 2)]
        answers.append(try await device.send(device.package1(), cred: device.cred()))
        answers.append(try await device.reply(to: answers[1]))
        #expect(answers.map { $0.header?.msgID } == ["1", "2", "3"])
        for (index, answer) in answers.enumerated() {
            #expect(answer.header?.sessionID == "1")
            let ids = answer.commands.flatMap(\.withChildren).map { $0.cmdID ?? "" }
            #expect(ids == (1...ids.count).map(String.init))
            let references = answer.commands.compactMap { command -> String? in
                guard case .status(let status) = command else { return nil }
                #expect(status.msgRef == String(index + 1))
                return "\(status.cmdRef) \(status.cmd)"
            }
            switch index {
            case 0: #expect(references == ["0 SyncHdr", "2 Alert", "3 Alert", "4 Replace"])
            case 1: #expect(references == ["0 SyncHdr", "1 Alert", "2 Alert", "3 Replace"])
            default: #expect(references == ["0 SyncHdr"])
            }
        }
        #expect(answers[2].sent.isEmpty, "the session ends")
    }

    @Test(
        "SES-07: other parameters and headers are passed over",
        arguments: ["", "?mode=Machine&Platform=WoA", "?mode=Maintenance&Platform=WoA&x=%00&&&="])
    func query(_ query: String) async throws {
        var device = try await enrolled()
        device.session = 1
        let answer = try await device.send(device.package1(), cred: device.cred(), query: query)
        #expect(answer.headerStatus?.data?.content == "200")
    }

    @Test("SES-08: commands for ./User wait for a session with a user", arguments: ["none", "others"])
    func userCommands(_ login: String) async throws {
        var device = try await enrolled()
        try await enqueue(
            device,
            #"{"verb":"get","uri":"./User/Vendor/MSFT/x"},{"verb":"atomic","commands":[{"verb":"add","uri":"./User/x"}]},"#
                + #"{"verb":"get","uri":"./DevDetail/SwV"}"#)
        let without = try await device.open(login: login)
        #expect(without.sent.compactMap(\.firstTarget) == ["./DevDetail/SwV"])
        _ = try await device.reply(to: without)
        let with = try await device.open(login: "user")
        #expect(with.sent.map(\.name) == ["Get", "Atomic"])
    }

    @Test("SES-09: alerts of unknown types get 200, and the session goes on")
    func unknownAlerts() async throws {
        var device = try await enrolled()
        try await enqueue(device, #"{"verb":"get","uri":"./DevDetail/SwV"}"#)
        let alerts = ["1224", "1226", "1299"].map { code in
            Alert(
                cmdID: nil, data: ItemData(code),
                items: [Item(meta: Meta(type: "com.example/of/tomorrow"), data: ItemData("x"))])
        }
        let answer = try await device.open(extra: alerts)
        let codes = answer.commands.compactMap { command -> String? in
            if case .status(let status) = command { status.data?.content } else { nil }
        }
        #expect(codes.allSatisfy { $0 == "200" })
        #expect(codes.count == 7)
        #expect(answer.sent.map(\.name) == ["Get"])
    }

    @Test("SES-11: the goodbye is answered 200, and no later session is served")
    func unenroll() async throws {
        var device = try await enrolled()
        try await enqueue(device, #"{"verb":"get","uri":"./DevDetail/SwV"}"#)
        let goodbye = Alert(
            cmdID: nil, data: ItemData("1226"),
            items: [
                Item(
                    meta: Meta(format: "int", type: "com.microsoft:mdm.unenrollment.userrequest", mark: "critical"),
                    data: ItemData("1"))
            ])
        let answer = try await device.open(extra: [goodbye])
        #expect(answer.headerStatus?.data?.content == "200")
        #expect(answer.sent.isEmpty)
        device.peer = Peer(thumbprint: device.certificate?.thumbprint)
        let later = try await device.open()
        #expect(later.headerStatus?.data?.content == "401")
        #expect(later.sent.isEmpty)
    }

    @Test("SES-01: a device that never enrolled hears what one hears that left")
    func stranger() async throws {
        var device = TestDevice(try await TestServer())
        device.session = 7
        device.message = 3
        let answer = try await device.send(device.package1(), firstCmdID: 2)
        #expect(answer.header?.sessionID == "7")
        #expect(answer.header?.msgID == "4")
        #expect(answer.headerStatus?.data?.content == "407")
        #expect(answer.headerStatus?.chal?.meta.nextNonce?.isEmpty == false)
        #expect(answer.sent.isEmpty)
    }

    @Test("DM-MSG-13: WBXML is answered in WBXML")
    func wbxml() async throws {
        var device = try await enrolled()
        device.usesWBXML = true
        try await enqueue(device, #"{"verb":"get","uri":"./DevDetail/SwV"}"#)
        let opened = try await device.open()
        #expect(opened.sent.map(\.name) == ["Get"])
        #expect(try await device.reply(to: opened).sent.isEmpty)
    }

    @Test("DM-HTTP-01: a message of another media type is 415, and one that is none is 400")
    func mediaTypes() async throws {
        let server = try await TestServer()
        for type in ["application/soap+xml", "text/xml", "", "application/vnd.syncml+xml"] {
            #expect(try await server.post("/dm", Array("<SyncML/>".utf8), type: type).status == 415)
        }
        for body in ["", "<SyncML/>", "<SyncBody/>", "hello", "<SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr/></SyncML>"] {
            let response = try await server.post("/dm", Array(body.utf8), type: "application/vnd.syncml.dm+xml")
            #expect(response.status == 400)
        }
        #expect(try await server.get("/dm").status == 405)
    }

    @Test("A session ends after so many messages, whatever the queue holds")
    func endless() async throws {
        var device = try await enrolled { $0.limits.messagesPerSession = 4 }
        let hundred = (0..<100).map { "{\"verb\":\"get\",\"uri\":\"./x/\($0)\"}" }.joined(separator: ",")
        for _ in 0..<5 { try await enqueue(device, hundred) }
        var answer = try await device.open()
        var count = 0
        while !answer.sent.isEmpty {
            answer = try await device.reply(to: answer)
            count += 1
            try #require(count < 10)
        }
        #expect(count == 2)
    }

    @Test("Two devices talk at one time, and neither hears the other's commands")
    func two() async throws {
        let server = try await TestServer()
        var devices = [TestDevice(server), TestDevice(server, id: "00000000000000000000000000000002", key: 1)]
        for index in devices.indices { try await devices[index].enroll() }
        for (index, device) in devices.enumerated() {
            try await enqueue(device, "{\"verb\":\"get\",\"uri\":\"./x/\(index)\"}")
        }
        let (first, second) = (devices[0], devices[1])
        async let left = Self.target(first)
        async let right = Self.target(second)
        #expect(try await left == "./x/0")
        #expect(try await right == "./x/1")
    }

    private static func target(_ device: TestDevice) async throws -> String? {
        var device = device
        let opened = try await device.open()
        _ = try await device.reply(to: opened)
        return opened.sent.first?.firstTarget
    }
}
