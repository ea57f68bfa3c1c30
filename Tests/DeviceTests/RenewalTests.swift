import CSP
import DMTree
import ESP
import Foundation
import Notation
import Testing

@testable import Device

/// The device renews the certificate of its enrolment by itself (windows-csp.md 3.9; enrollment.md 10.1, 10.2).
@Suite struct RenewalTests {
    /// A server that ends every session at once, or sends the commands of a session first.
    private struct Server: ManagementServer {
        var sessions: [String]
        private var session = 0

        init(_ sessions: [String]) { self.sessions = sessions }

        mutating func answer(_ bytes: [UInt8], now: DeviceTime) -> [UInt8]? {
            let isFirst = String(decoding: bytes, as: UTF8.self).contains("<MsgID>1</MsgID>")
            if isFirst { session += 1 }
            let body = isFirst && session <= sessions.count ? sessions[session - 1] : ""
            let number = isFirst ? 1 : 2
            return Array(
                """
                <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>\
                <SessionID>\(session)</SessionID><MsgID>\(number)</MsgID><Target><LocURI>d</LocURI></Target>\
                <Source><LocURI>s</LocURI></Source></SyncHdr><SyncBody><Status><CmdID>1</CmdID><MsgRef>\(number)</MsgRef>\
                <CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>\(body)<Final/></SyncBody></SyncML>
                """.utf8)
        }
    }

    private static let day: Int64 = 86_400
    private static let renew = "./Device/Vendor/MSFT/CertificateStore/MY/WSTEP/Renew"
    private static let account = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"
    private static let failure = HRESULT(0x8018_0016)

    /// The Atomic with which a server plans renewals.
    private static func plan(period: Int? = nil, retry: Int? = nil) -> String {
        let values = [("RenewPeriod", period), ("RetryInterval", retry)].compactMap { name, value in
            value.map { (name, $0) }
        }
        let commands = values.enumerated().map { index, item in
            "<Replace><CmdID>\(index + 3)</CmdID><Item><Target><LocURI>\(renew)/\(item.0)</LocURI></Target><Meta>"
                + "<Format xmlns=\"syncml:metinf\">int</Format></Meta><Data>\(item.1)</Data></Item></Replace>"
        }
        return "<Atomic><CmdID>2</CmdID>\(commands.joined())</Atomic>"
    }

    private static func exec(_ leaf: String) -> String {
        "<Exec><CmdID>2</CmdID><Item><Target><LocURI>\(renew)/\(leaf)</LocURI></Target></Item></Exec>"
    }

    private func life(
        expires days: Int64?, sessions: [String] = [], pushes: [Int64] = [], horizon: Int64 = 400,
        _ change: (inout LifeScript) -> Void = { _ in }
    ) -> DeviceLife<Server> {
        var script = LifeScript(device: FreshDevice(phase: .desktop))
        script.page.enrollment = .workAccount
        script.horizon = .seconds(horizon * Self.day)
        script.pushes = pushes.map { .seconds($0 * Self.day) }
        script.renewal.expiresAfterSeconds = days.map { $0 * Self.day }
        change(&script)
        return DeviceLife(script, server: Server(sessions))
    }

    /// The days on which the status of the renewal changed, and to what, until the life is over.
    private func play(_ life: inout DeviceLife<Server>) -> [String] {
        while life.step() {}
        return life.takeEvents().compactMap { event in
            let day = event.time.milliseconds / 1000 / Self.day
            switch event.kind {
            case .certificate(_, let status): return "\(day): \(status)"
            case .certificateExpired: return "\(day): expired"
            default: return nil
            }
        }
    }

    @Test(
        "10.1: the first attempt comes RenewPeriod days before the end, 42 unless the server says otherwise",
        arguments: [(nil, 58), (60, 40), (1, 99), (99, 1)] as [(Int?, Int)])
    func window(period: Int?, day: Int) {
        var life = life(expires: 100, sessions: period.map { [Self.plan(period: $0, retry: min($0, 7))] } ?? [])
        #expect(play(&life) == ["\(day): 1", "\(day): 2"])
        #expect(life.tree.value(Self.renew + "/Status") == "2")
        #expect(life.tree.value(Self.renew + "/ErrorCode") == nil)
    }

    @Test("10.1: success changes the thumbprint, LastRenewalAttemptTime and DMClient's CertRenewTimeStamp")
    func nodes() {
        let thumbprint = "0123456789ABCDEF0123456789ABCDEF01234567"
        var life = life(expires: 50) { $0.renewal.thumbprint = thumbprint }
        #expect(play(&life) == ["8: 1", "8: 2"])
        #expect(life.tree.value("./Device/Vendor/MSFT/CertificateStore/MY/WSTEP/CertThumprint") == thumbprint)
        #expect(life.tree.value(Self.renew + "/LastRenewalAttemptTime") == "2026-01-13T00:00:00Z")
        #expect(life.tree.value(Self.account + "/CertRenewTimeStamp") == "20260113T000020Z")
    }

    @Test(
        "10.1: a failure is tried again every RetryInterval days, 7 unless the server says otherwise",
        arguments: [(nil, [8, 15, 22]), (4, [8, 12, 16])] as [(Int?, [Int])])
    func retries(interval: Int?, days: [Int]) {
        var life = life(
            expires: 50, sessions: interval.map { [Self.plan(period: 42, retry: $0)] } ?? []
        ) {
            $0.renewal.error = Self.failure
            $0.renewal.failures = 2
        }
        #expect(
            play(&life)
                == zip(days, ["3", "3", "2"]).flatMap { ["\($0): 1", "\($0): \($1)"] })
    }

    @Test("10.1, 10.2: attempts stop at the end of the certificate, and Status and ErrorCode keep the last failure")
    func expiry() {
        var life = life(expires: 50) { $0.renewal.error = Self.failure }
        let attempts = [8, 15, 22, 29, 36, 43].flatMap { ["\($0): 1", "\($0): 3"] }
        #expect(play(&life) == attempts + ["50: expired"])
        #expect(life.tree.value(Self.renew + "/Status") == "3")
        #expect(life.tree.value(Self.renew + "/ErrorCode") == "-2145910762")
        #expect(life.nextTime == nil)
    }

    @Test("10.2: a window that is open already, as by a RenewPeriod longer than the certificate, is due at once")
    func openWindow() {
        var life = life(expires: 30)
        #expect(play(&life) == ["0: 1", "0: 2"])
        var longer = self.life(expires: 100, sessions: [Self.plan(period: 365, retry: 7)])
        #expect(play(&longer) == ["0: 1", "0: 2"])
    }

    @Test("10.1: a RenewPeriod that comes later moves the window; one that opens it is followed at once")
    func laterPeriod() {
        var life = life(expires: 100, sessions: ["", Self.plan(period: 80, retry: 5)], pushes: [10])
        #expect(play(&life) == ["20: 1", "20: 2"])
        var open = self.life(expires: 100, sessions: ["", Self.plan(period: 95, retry: 5)], pushes: [10])
        #expect(play(&open) == ["10: 1", "10: 2"])
    }

    @Test("10.1: ROBOSupport does not turn it off: false is refused with 405, and the device renews")
    func robo() {
        let robo =
            "<Add><CmdID>2</CmdID><Item><Target><LocURI>\(Self.renew)/ROBOSupport</LocURI></Target><Meta>"
            + "<Format xmlns=\"syncml:metinf\">bool</Format></Meta><Data>false</Data></Item></Add>"
        var life = life(expires: 50, sessions: [robo])
        #expect(play(&life) == ["8: 1", "8: 2"])
        #expect(life.refusals.map(\.status) == [405])
    }

    @Test("A certificate that RenewNow has renewed is not renewed again in the window of the old one")
    func renewNow() {
        var life = life(expires: 50, sessions: ["", Self.exec("RenewNow")], pushes: [3], horizon: 120)
        #expect(play(&life) == ["3: 1", "3: 2"])
    }

    @Test("A RenewNow that runs is not disturbed; the device looks again after the interval")
    func running() {
        var life = life(expires: 50, sessions: ["", Self.exec("RenewNow")], pushes: [7]) {
            $0.renewal = LifeScript.Renewal(
                seconds: 2 * Self.day, error: Self.failure, failures: 1, expiresAfterSeconds: 50 * Self.day)
        }
        #expect(play(&life) == ["7: 1", "9: 3", "15: 1", "17: 2"])
    }

    @Test("Each new certificate lasts its validity and is renewed in its own window")
    func again() {
        var life = life(expires: 50, pushes: [300], horizon: 400) { $0.renewal.validitySeconds = 100 * Self.day }
        // Day 8, then 58 days after each renewal; the push of day 300 keeps the life going.
        #expect(play(&life).filter { $0.hasSuffix(" 1") } == ["8: 1", "66: 1", "124: 1", "182: 1", "240: 1", "298: 1"])
    }

    @Test("Nobody waits for a certificate of which the script says nothing: it lasts a year")
    func unsaid() {
        var life = life(expires: nil)
        #expect(play(&life) == [])
        var long = self.life(expires: nil, pushes: [330])
        #expect(play(&long) == ["323: 1", "323: 2"])
    }

    @Test("A device that is off when its certificate is due renews when it is on again, and too late not at all")
    func off() {
        func played(on day: Int64) -> [String] {
            var life = life(expires: 50) {
                $0.machineActions = [
                    .init(time: .seconds(2 * Self.day), kind: .powerOff),
                    .init(time: .seconds(day * Self.day), kind: .powerOn),
                ]
            }
            return play(&life)
        }
        #expect(played(on: 20) == ["20: 1", "20: 2"])
        #expect(played(on: 60) == ["60: expired"])
    }

    @Test(
        "3.9: a renewal without EntDMID goes on with a warning, once; with it there is none", arguments: [true, false])
    func deviceID(isSet: Bool) {
        let value =
            "<Replace><CmdID>2</CmdID><Item><Target><LocURI>\(Self.account)/EntDMID</LocURI></Target>"
            + "<Data>d-1</Data></Item></Replace>"
        var life = life(expires: 50, sessions: isSet ? [value] : []) {
            $0.renewal.error = Self.failure
            $0.renewal.failures = 1
        }
        #expect(play(&life) == ["8: 1", "8: 3", "15: 1", "15: 2"])
        #expect(life.diagnostics.map(\.rule).filter { $0.hasPrefix("renew.") } == (isSet ? [] : ["renew.no-device-id"]))
    }

    @Test("A device that has left management renews nothing")
    func left() {
        var life = life(expires: 50) {
            $0.machineActions = [.init(time: .seconds(2 * Self.day), kind: .disconnect)]
        }
        #expect(play(&life) == [])
    }

    @Test("A life that is saved before, between and after attempts goes on as the one that was not")
    func saving() throws {
        func script(_ script: inout LifeScript) {
            script.renewal.error = Self.failure
            script.renewal.failures = 2
        }
        for day in [1, 8, 10, 16, 30] as [Int64] {
            var first = life(expires: 50, script)
            while let time = first.nextTime, time <= .seconds(day * Self.day), first.step() {}
            let saved = try JSONDecoder().decode(
                DeviceLife<Server>.Saved.self, from: JSONEncoder().encode(first.saved))
            var second = life(expires: 50, script)
            second.restore(saved)
            _ = first.takeEvents()
            #expect(play(&second) == play(&first))
            #expect(second.tree.value(Self.renew + "/Status") == "2")
        }
    }
}
