import ESP
import SyncML
import Testing

@testable import Device

/// A server that answers with prepared bytes, message by message; with nothing when they have run out.
private struct PuppetServer: ManagementServer {
    var answers: [[UInt8]?]
    var received: [[UInt8]] = []

    mutating func answer(_ message: [UInt8], now: DeviceTime) -> [UInt8]? {
        received.append(message)
        return answers.isEmpty ? nil : answers.removeFirst()
    }
}

/// A life step by step, against a server that sends what a test wants it to.
struct DeviceLifeTests {
    private static let account = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"

    /// A whole message of the server, as raw text.
    private static func message(_ body: String, session: Int = 1, message: Int = 1) -> [UInt8] {
        Array(
            """
            <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>\(session)</SessionID>\
            <MsgID>\(message)</MsgID><Target><LocURI>d</LocURI></Target><Source><LocURI>s</LocURI></Source></SyncHdr><SyncBody>\
            <Status><CmdID>1</CmdID><MsgRef>\(message)</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>\(body)<Final/>\
            </SyncBody></SyncML>
            """.utf8)
    }

    private static func replace(_ uri: String, _ format: String, _ data: String, _ id: Int) -> String {
        "<Replace><CmdID>\(id)</CmdID><Item><Target><LocURI>\(uri)</LocURI></Target><Meta><Format xmlns=\"syncml:metinf\">\(format)"
            + "</Format></Meta><Data>\(data)</Data></Item></Replace>"
    }

    private static let showPage = replace(account + "/FirstSyncStatus/SkipDeviceStatusPage", "bool", "false", 2)

    private func life(_ answers: [[UInt8]?], _ change: (inout LifeScript) -> Void = { _ in }) -> DeviceLife<
        PuppetServer
    > {
        var script = LifeScript(device: FreshDevice(phase: .oobe))
        script.horizon = .seconds(600)
        change(&script)
        var life = DeviceLife(script, server: PuppetServer(answers: answers))
        life.keepsMessages = true
        return life
    }

    private func play(_ life: inout DeviceLife<PuppetServer>) -> [DeviceEvent] {
        var events: [DeviceEvent] = []
        while life.step() { events += life.takeEvents() }
        return events + life.takeEvents()
    }

    @Test("Nothing happens before the first step; then the first session runs at 00:00")
    func firstStep() {
        var life = life([Self.message("")])
        #expect(life.takeEvents().isEmpty)
        #expect(life.nextTime == .zero)
        let hasStepped = life.step()
        #expect(hasStepped)
        guard case .sessionStarted(1, .enrollment)? = life.takeEvents().first?.kind else {
            Issue.record("the first event is the start of the first session")
            return
        }
        #expect(life.server.received.count == 1)
    }

    @Test("S0: the page comes up after the first session, when the server shows it; otherwise it is skipped")
    func entry() {
        var shown = life([Self.message(Self.showPage), Self.message("", message: 2)])
        _ = shown.step()
        #expect(shown.page.state == .deviceSetup)
        var hidden = life([Self.message("")])
        _ = hidden.step()
        #expect(hidden.page.state == .between)
        #expect(
            hidden.tree.value("./Device/Vendor/MSFT/EnrollmentStatusTracking/Setup/HasProvisioningCompleted") == "true")
    }

    @Test(
        "A first session that breaks brings no page; it is tried again after the cadence",
        arguments: [nil, "<html>", " ", "<SyncML"])
    func brokenFirstSession(answer: String?) {
        var life = life([answer.map { Array($0.utf8) }, Self.message("", session: 2)])
        _ = life.step()
        #expect(life.page.state == .idle)
        #expect(life.breaks.count == 1)
        #expect(life.nextTime == .seconds(60))
        _ = life.step()
        #expect(life.page.state == .between)
    }

    @Test("A server that is dead: ten attempts, then the life is over and hangs")
    func dead() {
        var life = life([])
        _ = play(&life)
        #expect(life.server.received.count == 10)
        #expect(life.outcome == .hung)
        #expect(life.nextTime == nil)
    }

    @Test("A session without end is cut off after 500 messages")
    func endless() {
        let get = "<Get><CmdID>2</CmdID><Item><Target><LocURI>./DevInfo/DevId</LocURI></Target></Item></Get>"
        var life = life((1...600).map { Self.message(get, message: $0) })
        _ = life.step()
        #expect(life.server.received.count == 500)
        #expect(life.breaks.first?.reason.contains("500 messages") == true)
    }

    @Test("An alert that the server never heard of is told again in the next session")
    func undeliveredAlert() throws {
        let product = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BAA%7D/DownloadInstall"
        let job =
            "&lt;MsiInstallJob id=\"{1}\"&gt;&lt;Product Version=\"1\"&gt;&lt;Download&gt;&lt;ContentURLList&gt;&lt;ContentURL&gt;"
            + "https://x.test/a&lt;/ContentURL&gt;&lt;/ContentURLList&gt;&lt;/Download&gt;&lt;Enforcement&gt;&lt;CommandLine&gt;/q"
            + "&lt;/CommandLine&gt;&lt;TimeOut&gt;1&lt;/TimeOut&gt;&lt;RetryCount&gt;1&lt;/RetryCount&gt;&lt;RetryInterval&gt;1"
            + "&lt;/RetryInterval&gt;&lt;/Enforcement&gt;&lt;/Product&gt;&lt;/MsiInstallJob&gt;"
        let install =
            "<Add><CmdID>2</CmdID><Item><Target><LocURI>\(product)</LocURI></Target></Item></Add><Exec><CmdID>3</CmdID><Item><Target>"
            + "<LocURI>\(product)</LocURI></Target><Meta><Format xmlns=\"syncml:metinf\">xml</Format></Meta><Data>\(job)</Data></Item></Exec>"
        var life = life([Self.message(install), Self.message("", message: 2), nil, Self.message("", session: 3)]) {
            $0.pushes = [.seconds(100)]
            $0.users[0].signIn = .never
        }
        _ = play(&life)
        let alert = "com.microsoft.mdm.win32csp_install"
        let told = life.messages.filter {
            $0.direction == .client && String(decoding: $0.bytes, as: UTF8.self).contains(alert)
        }
        #expect(told.map(\.session) == [2, 3])
        #expect(told.map(\.time) == [.seconds(25), .seconds(100)])
        #expect(life.installations.map(\.id) == ["{aa}"])
        #expect(life.installations.map(\.status) == [70])
    }

    @Test("A refused command is kept with its time")
    func refusals() {
        let write = Self.replace(Self.account + "/FirstSyncStatus/HasNoSuchNode", "chr", "x", 2)
        var life = life([Self.message(write), Self.message("", message: 2)])
        _ = life.step()
        #expect(life.refusals.map(\.place.time) == [.zero])
        #expect(life.refusals.first.map { $0.status >= 400 && $0.place.message == 1 } == true)
    }

    @Test("A press on a button that is not offered does nothing")
    func buttonNotOffered() {
        var life = life([Self.message("")]) { $0.userActions = [.init(moment: .at(.seconds(3)), button: .reset)] }
        let events = play(&life)
        #expect(events.contains { $0.kind == .buttonNotOffered(.reset) })
        #expect(life.outcome == .succeeded)
    }

    @Test(
        "windows-csp.md 3.8: Unenroll of this server ends it; of another it changes nothing",
        arguments: ["MS%20DM%20Server", "Other"])
    func unenroll(provider: String) {
        let exec =
            "<Exec><CmdID>2</CmdID><Item><Target><LocURI>./Vendor/MSFT/DMClient/Unenroll</LocURI></Target><Data>"
            + "\(provider.replacing("%20", with: " "))</Data></Item></Exec>"
        var life = life([Self.message(exec), Self.message("", session: 2)]) { $0.users[0].signIn = .never }
        let events = play(&life)
        let isOurs = provider != "Other"
        #expect((life.enrolment == .ended(at: .zero)) == isOurs)
        #expect(events.contains { $0.kind == .unenrolled } == isOurs)
        #expect((life.tree.value(Self.account + "/UPN") == nil) == isOurs)
    }

    @Test("The horizon cuts a life off")
    func horizon() {
        var life = life([Self.message(Self.showPage), Self.message("", message: 2)]) { $0.horizon = .seconds(90) }
        _ = play(&life)
        #expect(life.now <= .seconds(90))
        #expect(life.nextTime == nil)
        #expect(life.outcome == .hung)
    }

    @Test("The same script and the same server give the same events and messages")
    func deterministic() {
        let answers = [Self.message(Self.showPage), Self.message("", message: 2)]
        var (first, second) = (life(answers), life(answers))
        let events = (play(&first), play(&second))
        #expect(events.0 == events.1)
        #expect(first.messages == second.messages)
    }
}
