import Capture
import Conformance
import Foundation
import HTTPExchange
import SyncML
import Testing

@testable import ManagementService

@Suite("The administrator's API: docs/serve.md")
struct AdminTests {
    private func json(_ response: HTTPResponse) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any])
    }

    private func enrolled(_ change: (inout ServerSettings) -> Void = { _ in }) async throws -> TestDevice {
        var settings = TestServer.settings
        change(&settings)
        var device = TestDevice(try await TestServer(settings))
        try await device.enroll()
        return device
    }

    private func commands(_ device: TestDevice) async throws -> [[String: Any]] {
        let body = try json(try await device.server.admin("/devices/\(device.id)/commands"))
        return try #require(body["commands"] as? [[String: Any]])
    }

    private func enqueue(_ device: TestDevice, _ body: String) async throws -> HTTPResponse {
        try await device.server.admin("/devices/\(device.id)/commands", post: body)
    }

    // MARK: Who may ask

    @Test(
        "Nobody gets in without the token",
        arguments: [
            "", "Bearer", "Bearer ", "Bearer admin-toke", "Bearer admin-token2", "admin-token", "Basic admin-token",
        ])
    func token(_ value: String) async throws {
        let server = try await TestServer()
        for path in ["", "/health", "/devices", "/captures", "/nothing"] {
            let response = try await server.get("/admin\(path)", headers: ["Authorization": value])
            #expect(response.status == 401)
            #expect(response.headers["WWW-Authenticate"] == "Bearer")
        }
        #expect(try await server.get("/admin/health").status == 401)
    }

    @Test("Health, devices and one device are told, and no secret is")
    func devices() async throws {
        var device = try await enrolled()
        #expect(try json(try await device.server.admin("/health"))["devices"] as? Int == 1)
        _ = try await device.open()
        let list = try json(try await device.server.admin("/devices"))
        let rows = try #require(list["devices"] as? [[String: Any]])
        #expect(rows.map { $0["id"] as? String } == [device.id])
        #expect(rows[0]["user"] as? String == "ada@example.test")
        #expect(rows[0]["state"] as? String == "enrolled")
        let response = try await device.server.admin("/devices/\(device.id)")
        let text = String(decoding: response.body, as: UTF8.self)
        let nodes = try #require(try json(response)["nodes"] as? [[String: Any]])
        #expect(
            nodes.contains { $0["uri"] as? String == "./DevInfo/Man" && $0["value"] as? String == "Contoso Hardware" })
        for level in ["CLIENT", "APPSRV"] {
            for name in ["AAUTHSECRET", "AAUTHDATA"] {
                #expect(!text.contains(try #require(device.accountParm(level, name))))
            }
        }
    }

    // MARK: The queue

    @Test("A command goes out, and its status and results come back")
    func command() async throws {
        var device = try await enrolled()
        let queued = try json(
            try await enqueue(
                device,
                #"{"commands":[{"verb":"get","uri":"./DevDetail/SwV"},{"verb":"replace","uri":"./x","format":"int","data":"5"}]}"#
            ))
        #expect((queued["ids"] as? [Int])?.count == 2)
        #expect(try await commands(device).map { $0["state"] as? String } == ["pending", "pending"])
        let opened = try await device.open()
        #expect(opened.sent.map(\.name) == ["Get", "Replace"])
        #expect(try await commands(device).map { $0["state"] as? String } == ["sent", "sent"])
        #expect(try await device.reply(to: opened).sent.isEmpty)
        let rows = try await commands(device)
        #expect(rows.map { $0["state"] as? String } == ["answered", "answered"])
        #expect(rows.map { $0["status"] as? Int } == [200, 200])
        let answers = try #require(rows[0]["answers"] as? [[String: Any]])
        let results = try #require(answers[0]["results"] as? [[String: Any]])
        #expect(results.map { $0["data"] as? String } == ["10.0.26100.4061"])
        #expect(results.map { $0["source"] as? String } == ["./DevDetail/SwV"])
        let next = try await device.open()
        #expect(next.sent.isEmpty, "a command goes out once")
    }

    @Test("An Atomic has an answer for itself and for each of its parts")
    func atomic() async throws {
        var device = try await enrolled()
        _ = try await enqueue(
            device,
            #"{"commands":[{"verb":"atomic","commands":[{"verb":"add","uri":"./a","format":"node"},{"verb":"replace","uri":"./a/b","data":"1"}]}]}"#
        )
        let opened = try await device.open()
        _ = try await device.reply(to: opened)
        let answers = try #require(try await commands(device)[0]["answers"] as? [[String: Any]])
        #expect(answers.map { $0["command"] as? String } == ["Atomic", "Add", "Replace"])
        #expect(answers.map { $0["target"] as? String } == [nil, "./a", "./a/b"])
    }

    @Test("Commands as SyncML, in JSON and alone", arguments: [true, false])
    func fragment(_ isInJSON: Bool) async throws {
        var device = try await enrolled()
        let text =
            "<Exec><CmdID>9</CmdID><Item><Target><LocURI>./r</LocURI></Target></Item></Exec><Delete><Item><Target><LocURI>./d</LocURI></Target></Item></Delete>"
        let response =
            isInJSON
            ? try await enqueue(device, "{\"commands\":[{\"syncml\":\"\(text)\"}]}")
            : try await device.server.admin("/devices/\(device.id)/commands", post: text, type: "application/xml")
        #expect(response.status == 200)
        #expect(try await device.open().sent.map(\.name) == ["Exec", "Delete"])
    }

    @Test("A command that a session lost goes out again, and at last counts as unanswered")
    func lost() async throws {
        var device = try await enrolled { $0.limits.attemptsPerCommand = 2 }
        _ = try await enqueue(device, #"{"commands":[{"verb":"get","uri":"./x"}]}"#)
        #expect(try await device.open().sent.count == 1)
        #expect(try await device.open().sent.count == 1)
        #expect(try await commands(device)[0]["attempts"] as? Int == 1)
        // Known by its certificate, the device gets its commands with the first message.
        device.peer = Peer(thumbprint: device.certificate?.thumbprint)
        #expect(try await device.open().sent.isEmpty)
        #expect(try await commands(device)[0]["state"] as? String == "unanswered")
    }

    @Test("A command that the device leaves out of its answer counts as lost")
    func leftOut() async throws {
        var device = try await enrolled { $0.limits.attemptsPerCommand = 1 }
        _ = try await enqueue(device, #"{"commands":[{"verb":"get","uri":"./x"}]}"#)
        #expect(try await device.open().sent.count == 1)
        let status = Status(cmdID: nil, msgRef: "2", cmdRef: "0", cmd: "SyncHdr", data: ItemData("200"))
        #expect(try await device.send([.status(status)], cred: device.cred()).sent.isEmpty)
        #expect(try await commands(device)[0]["state"] as? String == "unanswered")
    }

    @Test("A command that waits can be taken back")
    func cancel() async throws {
        var device = try await enrolled()
        let queued = try json(try await enqueue(device, #"{"commands":[{"verb":"get","uri":"./x"}]}"#))
        let id = try #require((queued["ids"] as? [Int])?.first)
        #expect(try await device.server.admin("/devices/\(device.id)/commands/\(id)/cancel", post: "").status == 200)
        #expect(try await device.server.admin("/devices/\(device.id)/commands/\(id)/cancel", post: "").status == 409)
        #expect(try await device.open().sent.isEmpty)
    }

    @Test(
        "SES-10: what no server may send, and what is no command, is refused with the reason",
        arguments: [
            (#"{"commands":[{"verb":"atomic","commands":[{"verb":"get","uri":"./x"}]}]}"#, "an Atomic holds a Get"),
            (
                #"{"commands":[{"verb":"atomic","commands":[{"verb":"atomic","commands":[]}]}]}"#,
                "an Atomic holds an Atomic"
            ),
            (#"{"commands":[{"verb":"fly","uri":"./x"}]}"#, "is no verb"),
            (#"{"commands":[{"verb":"get"}]}"#, "has no address"),
            (#"{"commands":[{"verb":"get","uri":"./x","urj":"y"}]}"#, "\\\"urj\\\" is no key"),
            (#"{"commands":[{"syncml":"<Get><"}]}"#, "cannot be read"),
            (#"{"commands":[{"syncml":"<Status/>"}]}"#, "is no command that is queued"),
            (#"{"commands":[]}"#, "0 commands"), (#"{"command":[]}"#, "is no key of the request"),
            (#"{"commands":7}"#, "another type"), (#"[]"#, "another type"), (#"{"#, "no valid JSON"),
            ("", "no valid JSON"),
        ])
    func refused(_ body: String, _ reason: String) async throws {
        let device = try await enrolled()
        let response = try await enqueue(device, body)
        #expect(response.status == 400)
        #expect(String(decoding: response.body, as: UTF8.self).contains(reason))
    }

    @Test("Commands that stand too deep in one another are refused")
    func deep() async throws {
        let device = try await enrolled()
        let body =
            String(repeating: #"{"verb":"sequence","commands":["#, count: 60) + #"{"verb":"get","uri":"./x"}"#
            + String(repeating: "]}", count: 60)
        #expect(try await enqueue(device, "{\"commands\":[\(body)]}").status == 400)
    }

    // MARK: Devices

    @Test("ENR-29: a revoked device is served no more, by certificate or digest, until it enrols again")
    func revoke() async throws {
        var device = try await enrolled()
        #expect(try await device.server.admin("/devices/\(device.id)/revoke", post: "").status == 200)
        #expect(try await device.open().headerStatus?.data?.content == "401")
        device.peer = Peer(thumbprint: device.certificate?.thumbprint)
        #expect(try await device.open().headerStatus?.data?.content == "401")
        #expect(try await enqueue(device, #"{"commands":[{"verb":"get","uri":"./x"}]}"#).status == 409)
        device.peer = .anonymous
        try await device.enroll()
        #expect(try await device.open().headerStatus?.data?.content == "200")
    }

    @Test("A profile is assigned, and the device hears of it in its next session")
    func profile() async throws {
        let settings = try SettingsReader.read(
            """
            provider: ExampleMDM
            users: [{name: ada@example.test, password: pa55}]
            profiles:
              - name: standard
                scenario:
                  profile: {displayName: Standard, showInstallationProgress: true}
              - name: sends
                scenario:
                  server:
                    plan: false
                    sends: [{at: 0, commands: [{get: ./DevDetail/SwV}]}]
            """)
        var device = TestDevice(try await TestServer(settings))
        try await device.enroll()
        #expect(try await device.open().sent.isEmpty)
        let path = "/devices/\(device.id)/profile"
        #expect(try await device.server.admin(path, post: #"{"profile":"sends"}"#).status == 200)
        #expect(try await device.open().sent.compactMap(\.firstTarget) == ["./DevDetail/SwV"])
        #expect(try await device.server.admin(path, post: #"{"profile":"standard"}"#).status == 200)
        let targets = try await device.open().sent.compactMap(\.firstTarget)
        #expect(targets.contains { $0.hasPrefix("./Device/Vendor/MSFT/DMClient/Provider/ExampleMDM/FirstSyncStatus/") })
        let page = "/Vendor/MSFT/DMClient/Provider/ExampleMDM/FirstSyncStatus/ServerHasFinishedProvisioning"
        #expect(targets.filter { $0.hasSuffix(page) } == ["./Device\(page)", "./User\(page)"])
        #expect(try await device.server.admin(path, post: #"{"profile":"none such"}"#).status == 404)
        #expect(try await device.server.admin(path, post: "{}").status == 400)
        #expect(try await device.server.admin(path, post: #"{"profile":null}"#).status == 200)
    }

    @Test("enrollment.md 14.4: with somebody else at the screen the page of the device is served, and no user's")
    func profileOfOthers() async throws {
        let settings = try SettingsReader.read(
            """
            provider: ExampleMDM
            users: [{name: ada@example.test, password: pa55}]
            profiles:
              - name: standard
                scenario:
                  profile: {displayName: Standard, showInstallationProgress: true}
            profile: standard
            """)
        var device = TestDevice(try await TestServer(settings))
        try await device.enroll()
        let targets = try await device.open(login: "others").sent.compactMap(\.firstTarget)
        #expect(targets.contains { $0.hasPrefix("./Device/Vendor/MSFT/DMClient/") })
        #expect(!targets.contains { $0.hasPrefix("./User/") })
    }

    @Test(
        "What is not there is 404",
        arguments: ["", "/x", "/devices/none", "/devices/none/commands", "/devices/a/b/c/d/e/f/g/h/i"])
    func unknown(_ path: String) async throws {
        #expect(try await TestServer().admin(path).status == 404)
    }

    // MARK: Captures

    @Test("Captures are JSON Lines that lint has no error for, and hold no secret unless asked")
    func captures() async throws {
        var device = try await enrolled()
        _ = try await enqueue(device, #"{"commands":[{"verb":"get","uri":"./DevDetail/SwV"}]}"#)
        let opened = try await device.open()
        _ = try await device.reply(to: opened)
        let plain = try await device.server.admin("/captures?redacted=false")
        let secret = try #require(device.accountParm("APPSRV", "AAUTHSECRET"))
        #expect(String(decoding: plain.body, as: UTF8.self).contains("pa55"))
        let redacted = try await device.server.admin("/captures?device=\(device.id)")
        #expect(redacted.headers.mediaType == "application/jsonl")
        let text = String(decoding: redacted.body, as: UTF8.self)
        #expect(!text.contains("pa55"))
        #expect(!text.contains(secret))
        let capture = Capture.read(files: [("server.jsonl", plain.body)])
        #expect(capture.records.count == 8)
        #expect(capture.faults.isEmpty)
        var lint = CaptureLint(Linter(), name: "server.jsonl")
        var findings = capture.records.flatMap { lint.add($0) }
        findings += lint.finish()
        #expect(findings.filter { $0.severity == .error }.map { "\($0.rule): \($0.message)" } == [])
        #expect(try await device.server.admin("/captures?redacted=perhaps").status == 400)
    }

    @Test("So many records of captures are kept, and the oldest go")
    func captureLimit() async throws {
        var device = try await enrolled { $0.limits.captureRecords = 4 }
        _ = try await device.open()
        let body = try await device.server.admin("/captures").body
        #expect(Capture.read(files: [("server.jsonl", body)]).records.count == 4)
    }
}
