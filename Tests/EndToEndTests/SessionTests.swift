import TestSupport
import Testing

/// Several files in one session, the fresh device, and the choice of the provider (design.md section 6).
@Suite struct SessionTests {
    private let camera = ServerMessage.camera

    @Test("files are applied in one session: state is kept, the replies are MsgID 2, 3 and 4")
    func oneSession() throws {
        let folder = try TemporaryFolder()
        try folder.write(ServerMessage.whole(ServerMessage.add("1", camera, "0")), to: "1.xml")
        try folder.write(ServerMessage.whole(ServerMessage.get("1", camera), msgID: 2), to: "2.xml")
        try folder.write(ServerMessage.whole(ServerMessage.add("1", camera, "1"), msgID: 3), to: "3.xml")
        let run = try Tool.run(["apply", "1.xml", "2.xml", "3.xml", "--format", "json"], in: folder.url)
        let messages = try run.report().messages
        #expect(messages.map(\.file) == ["1.xml", "2.xml", "3.xml"])
        #expect(messages.map(\.statuses) == [[200], [200], [418]])
        #expect(messages[1].results?.first?.data == "0")
        for (index, message) in messages.enumerated() {
            #expect(message.reply?.contains("<MsgID>\(index + 2)</MsgID>") == true)
            #expect(message.reply?.contains("<MsgRef>\(index + 1)</MsgRef>") == true)
            #expect(message.diagnostics?.isEmpty == true || index == 2)
        }
    }

    @Test("each run begins with a fresh device")
    func fresh() throws {
        let text = ServerMessage.whole(ServerMessage.add("1", camera, "0"))
        #expect(try apply(text).message.statuses == [200])
        #expect(try apply(text).message.statuses == [200])
    }

    @Test("a MsgID that does not follow is a finding, and the message is applied")
    func wrongMsgID() throws {
        let applied = try apply(ServerMessage.whole(ServerMessage.replace("1", camera, "0"), msgID: 7))
        #expect(applied.message.statuses == [200])
        #expect(applied.message.diagnostics?.contains { $0.message.contains("MsgID") } == true)
    }

    @Test("a SessionID that changes is a finding")
    func wrongSessionID() throws {
        let folder = try TemporaryFolder()
        let first = ServerMessage.whole(ServerMessage.replace("1", camera, "0"))
        let second = ServerMessage.whole(ServerMessage.replace("1", camera, "0"), msgID: 2)
        try folder.write(first, to: "1.xml")
        try folder.write(
            second.replacing("<SessionID>1<", with: "<SessionID>99<"), to: "2.xml")
        let messages = try Tool.run(["apply", "1.xml", "2.xml", "--format", "json"], in: folder.url).report().messages
        #expect(messages.map(\.statuses) == [[200], [200]])
        #expect(messages.last?.diagnostics?.contains { $0.message.contains("SessionID") } == true)
    }

    @Test("- is standard input, also among files")
    func standardInput() throws {
        let folder = try TemporaryFolder()
        try folder.write(ServerMessage.whole(ServerMessage.replace("1", camera, "0")), to: "1.xml")
        let second = ServerMessage.whole(ServerMessage.get("1", camera), msgID: 2)
        let run = try Tool.run(["apply", "1.xml", "-", "--format", "json"], input: Array(second.utf8), in: folder.url)
        let messages = try run.report().messages
        #expect(messages.map(\.file) == ["1.xml", "-"])
        #expect(messages.last?.results?.first?.data == "0")
    }

    @Test("bare commands are numbered; in a whole message they get 400")
    func numbering() throws {
        let command =
            "<Replace><Item><Target><LocURI>\(camera)</LocURI></Target><Data>0</Data></Item></Replace>"
        #expect(try apply(command + command).message.commands?.map(\.commandID) == ["1", "2"])
        #expect(try apply(command + command).message.statuses == [200, 200])
        #expect(try apply(ServerMessage.whole(command)).message.statuses == [400])
        #expect(try apply("<SyncBody>\(command)</SyncBody>").message.statuses == [400])
    }

    /// What comes after the end of the session is not applied; that is not a success.
    @Test("a file after the end of the session is not applied, and that is an error")
    func afterTheEnd() throws {
        let folder = try TemporaryFolder()
        try folder.write(ServerMessage.whole(""), to: "1.xml")
        try folder.write(ServerMessage.whole(ServerMessage.replace("1", camera, "0"), msgID: 2), to: "2.xml")
        let run = try Tool.run(["apply", "1.xml", "2.xml", "--format", "json"], in: folder.url)
        let message = try #require(try run.report().messages.last)
        #expect(message.statuses == [] && message.reply == nil)
        #expect(message.diagnostics?.contains { $0.severity == "error" } == true)
        #expect(run.exitStatus == 1)
    }

    // MARK: the provider

    private func entDeviceName(_ provider: String) -> String {
        ServerMessage.get("1", "./Device/Vendor/MSFT/DMClient/Provider/\(provider)/EntDeviceName")
    }

    @Test("a single provider in the input is the one the device is enrolled with, and a note says so")
    func detection() throws {
        let applied = try apply(ServerMessage.whole(entDeviceName("Orchard%20MDM")))
        #expect(applied.message.statuses == [200])
        let note = try #require(applied.message.diagnostics?.first)
        #expect(note.severity == "note")
        #expect(note.message.contains("Orchard MDM"))
        #expect(applied.run.exitStatus == 0)
    }

    @Test("two providers: none is taken, MS DM Server stays")
    func twoProviders() throws {
        let second = entDeviceName("B").replacing(">1<", with: ">2<")
        let third = entDeviceName("MS%20DM%20Server").replacing(">1<", with: ">3<")
        let applied = try apply(ServerMessage.whole(entDeviceName("A") + second + third))
        #expect(applied.message.statuses == [404, 404, 200])
        #expect(applied.message.diagnostics?.contains { $0.severity == "note" } == false)
    }

    @Test("--provider wins over the input")
    func namedProvider() throws {
        let text = ServerMessage.whole(entDeviceName("Orchard"))
        #expect(try apply(text, ["--provider", "Other"]).message.statuses == [404])
        #expect(try apply(text, ["--provider", "Orchard"]).message.statuses == [200])
    }

    // MARK: the device

    @Test("./Vendor and ./Device are one cell, and each reply has the server's spelling")
    func spelling() throws {
        let short = "./Vendor/MSFT/Policy/Config/Camera/AllowCamera"
        let applied = try apply(
            ServerMessage.whole(
                ServerMessage.replace("1", short, "0") + ServerMessage.get("2", camera) + ServerMessage.get("3", short))
        )
        #expect(applied.message.results?.map(\.source) == [camera, short])
        #expect(applied.message.results?.map(\.data) == ["0", "0"])
        let reply = try #require(applied.message.reply)
        #expect(reply.contains("<Source><LocURI>\(camera)</LocURI></Source>"))
        #expect(reply.contains("<Source><LocURI>\(short)</LocURI></Source>"))
    }

    /// ESP-401b, windows-csp.md 5.9 row 7.
    @Test(
        "user scope exists only on the desktop with the user signed in",
        arguments: [
            (["--phase", "desktop", "--login", "user"], 200), (["--phase", "desktop", "--login", "others"], 405),
            (["--phase", "desktop", "--login", "none"], 405), (["--phase", "oobe"], 405),
            (["--phase", "oobe", "--login", "user"], 405), ([], 200),
        ])
    func userContext(_ options: [String], _ status: Int) throws {
        let uri = "./User/Vendor/MSFT/DMClient/Provider/Orchard"
        let applied = try apply(ServerMessage.whole(ServerMessage.add("1", uri, "", format: "node")), options)
        #expect(applied.message.statuses == [status])
    }

    /// design.md section 6: true on the desktop, false in OOBE.
    @Test("HasProvisioningCompleted tells the phase", arguments: [("desktop", "true"), ("oobe", "false")])
    func hasProvisioningCompleted(_ phase: String, _ value: String) throws {
        let uri = "./Device/Vendor/MSFT/EnrollmentStatusTracking/Setup/HasProvisioningCompleted"
        let applied = try apply(ServerMessage.whole(ServerMessage.get("1", uri)), ["--phase", phase])
        #expect(applied.message.results?.map(\.data) == [value])
    }

    /// windows-csp.md 5.9 row 9, and OBS-010 for the shape of SwV.
    @Test("--windows and --edition change what exists")
    func release() throws {
        let chat = "./Device/Vendor/MSFT/Policy/Config/Experience/ConfigureChatIcon"
        let text = ServerMessage.whole(
            ServerMessage.replace("1", chat, "3") + ServerMessage.get("2", "./DevDetail/SwV"))
        let new = try apply(text)
        #expect(new.message.statuses == [200, 200])
        #expect(new.message.results?.last?.data?.hasPrefix("10.0.26200") == true)
        let old = try apply(text, ["--windows", "10-22h2"])
        #expect(old.message.statuses == [405, 200])
        #expect(old.message.results?.last?.data?.hasPrefix("10.0.19045") == true)
        let sync = "./Device/Vendor/MSFT/Policy/Config/Experience/DoNotSyncBrowserSettings"
        let policy = ServerMessage.whole(ServerMessage.replace("1", sync, "2"))
        #expect(try apply(policy, ["--windows", "10-21h2", "--edition", "pro"]).message.statuses == [405])
        #expect(try apply(policy, ["--windows", "10-21h2", "--edition", "enterprise"]).message.statuses == [200])
    }
}
