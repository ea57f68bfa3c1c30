import CSP
import DMSession
import DMTree
import ESP
import Notation
import SyncML
import Testing

@testable import Device

/// A server that answers every message with a Status for its header and nothing else, and remembers who asked.
private struct Listener: ManagementServer {
    var frames: [SessionFrame] = []
    var codings: [MessageCoding] = []
    /// Bodies that take the place of the next answers.
    var answers: [[UInt8]] = []
    var renewal: RenewalResult?

    mutating func answer(_ message: [UInt8], now: DeviceTime) -> [UInt8]? { nil }

    mutating func respond(to request: ManagementRequest, now: DeviceTime) -> ManagementResponse? {
        frames.append(request.frame)
        codings.append(request.coding)
        if !answers.isEmpty { return ManagementResponse(body: answers.removeFirst()) }
        guard let header = (try? Message(parsing: request.body))?.header else { return nil }
        let text = """
            <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>\
            <SessionID>\(header.sessionID)</SessionID><MsgID>\(frames.count)</MsgID>\
            <Target><LocURI>x</LocURI></Target><Source><LocURI>y</LocURI></Source></SyncHdr><SyncBody><Status><CmdID>1</CmdID>\
            <MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status><Final/></SyncBody></SyncML>
            """
        return ManagementResponse(body: Array(text.utf8))
    }

    mutating func renewCertificate(tree: DeviceTree, now: DeviceTime) -> RenewalResult? { renewal }
}

/// A device that stays with its server after enrolment (enrollment.md 10, 13 to 15).
struct PollingLifeTests {
    private let provider = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"

    private func life(_ server: Listener = Listener(), _ change: (inout LifeScript) -> Void = { _ in })
        -> DeviceLife<Listener>
    {
        var script = LifeScript(device: FreshDevice())
        script.page.enrollment = .workAccount
        script.polls = true
        script.horizon = .seconds(400 * 86_400)
        script.agentStarts = nil
        change(&script)
        return DeviceLife(script, server: server)
    }

    private func sessions(_ life: inout DeviceLife<Listener>, steps: Int) -> [(minute: Int64, trigger: SessionTrigger)]
    {
        var found: [(minute: Int64, trigger: SessionTrigger)] = []
        for _ in 0..<steps where life.step() {
            for case .sessionStarted(_, let trigger) in life.takeEvents().map(\.kind) {
                found.append((life.now.milliseconds / 60_000, trigger))
            }
        }
        return found
    }

    @Test("enrollment.md 15: after the first session the device polls by its schedule, counted from the enrolment")
    func polls() {
        var life = life()
        let found = sessions(&life, steps: 40).filter { $0.trigger == .schedule || $0.trigger == .enrollment }
        #expect(found.prefix(8).map(\.minute) == [0, 15, 30, 45, 60, 75, 135, 195])
        #expect(found.dropFirst().allSatisfy { $0.trigger == .schedule })
        #expect(life.server.frames.first?.origin == .postEnrollment)
        #expect(life.server.frames.dropFirst().contains { $0.origin == .serverSchedule })
    }

    @Test("Time that went by while nobody played the life brings one poll, not all that were missed")
    func catchUp() {
        var life = life()
        _ = sessions(&life, steps: 3)
        life.catchUp(to: .seconds(10 * 86_400))
        let found = sessions(&life, steps: 3).filter { $0.trigger == .schedule }
        #expect(found.filter { $0.minute == 10 * 1440 }.count == 1)
    }

    @Test("A session that the user asks for carries his origin, and a device that left management has none any more")
    func user() {
        var life = life()
        _ = sessions(&life, steps: 3)
        life.requestSession()
        #expect(sessions(&life, steps: 1).map(\.trigger) == [.user])
        let isLeaving = life.disconnect()
        #expect(isLeaving)
        #expect(sessions(&life, steps: 1).map(\.trigger) == [.unenrollment])
        #expect(life.server.frames.last?.genericAlerts == ["com.microsoft:mdm.unenrollment.userrequest"])
        var next = life.nextTime
        #expect(next == nil)
        life.requestSession()
        next = life.nextTime
        #expect(next == nil)
    }

    @Test("enrollment.md 13: a device that is joined to Entra cannot be disconnected by its user")
    func joined() {
        var life = life { $0.page.enrollment = .groupPolicy }
        _ = sessions(&life, steps: 3)
        let isLeaving = life.disconnect()
        #expect(!isLeaving)
        #expect(life.enrolment == .active)
    }

    @Test("enrollment.md 14.6: an empty answer with 200 ends the session well")
    func emptyAnswer() {
        var server = Listener()
        server.answers = [[]]
        var life = life(server)
        _ = life.step()
        let ends = life.takeEvents().compactMap { event -> SessionEnd? in
            if case .sessionEnded(_, let end) = event.kind { end } else { nil }
        }
        #expect(ends == [.completed])
        #expect(life.breaks.isEmpty)
    }

    @Test("enrollment.md 8.2: DEFAULTENCODING of the account decides how messages travel")
    func encoding() throws {
        var life = life()
        _ = life.step()
        #expect(life.server.codings.allSatisfy { $0 == .xml })
        let account = try #require(DMAccount.find(serverID: life.tree.providerID, in: life.tree))
        life.tree.setLocally(
            "\(account.uri.canonical)/Ext/Microsoft/DefaultEncoding", value: "application/vnd.syncml.dm+wbxml")
        life.requestSession()
        while life.server.codings.last == .xml, life.step() {}
        #expect(life.server.codings.last == .wbxml(.v12))
    }

    @Test("enrollment.md 10.1: a renewal with a real server ends as the server says")
    func renewal() {
        for (result, status) in [
            (
                RenewalResult.succeeded(thumbprint: String(repeating: "AB", count: 20), ends: .seconds(500 * 86_400)),
                "2"
            ),
            (.failed(HRESULT(0x8018_0016)), "3"),
        ] {
            var server = Listener()
            server.renewal = result
            var life = life(server) { $0.renewal.expiresAfterSeconds = 50 * 86_400 }
            let node = "./Device/Vendor/MSFT/CertificateStore/My/WSTEP/Renew"
            while life.tree.value("\(node)/Status").map({ $0 != status }) ?? true, life.step() {}
            #expect(life.tree.value("\(node)/Status") == status)
            if status == "2" {
                let thumbprint = life.tree.value("./Device/Vendor/MSFT/CertificateStore/My/WSTEP/CertThumprint")
                #expect(thumbprint == String(repeating: "AB", count: 20))
            } else {
                #expect(life.tree.value("\(node)/ErrorCode") == String(Int32(bitPattern: 0x8018_0016)))
            }
        }
    }
}
