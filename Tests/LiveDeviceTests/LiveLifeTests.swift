import Device
import DeviceFile
import HTTPExchange
import Identity
import ManagementService
import Testing

@testable import LiveDevice

/// A device that lives with a server and in a file.
@Suite(.serialized)
struct LiveLifeTests {
    private func triggers(_ events: [DeviceEvent]) -> [SessionTrigger] {
        events.compactMap { event in
            if case .sessionStarted(_, let trigger) = event.kind { trigger } else { nil }
        }
    }

    @Test("enrollment.md 8.4, 14.1: the first session follows the enrolment, and the file holds what it left")
    func firstSession() async throws {
        let fixture = try await LiveFixture()
        try await fixture.enrol()
        let before = try fixture.content()
        #expect(before.enrolment?.provider == "ExampleMDM")
        #expect(before.life != nil)
        #expect(before.keys.count == 1)
        #expect(before.certificates.filter { $0.store == .my }.map(\.location) == [.user])
        let played = try await fixture.play(.now)
        #expect(played.ending == .rested)
        #expect(triggers(played.events) == [.enrollment])
        let after = try fixture.content()
        #expect(after.life != before.life)
        let opened = try DeviceFile.open(fixture.path, for: .reading)
        defer { opened.close() }
        #expect(try opened.sessions(last: 10).map(\.trigger) == ["enrolment", "enrollment"])
        #expect(try opened.sessions(last: 1).first?.outcome == .completed)
    }

    @Test("enrollment.md 15: over processes that come and go the device polls by its schedule, once for what it missed")
    func polls() async throws {
        let fixture = try await LiveFixture()
        try await fixture.enrol()
        let first = try await fixture.play(.wait(milliseconds: 46 * 60_000))
        #expect(triggers(first.events) == [.enrollment, .schedule, .schedule, .schedule])
        _ = fixture.clock.wait(milliseconds: 3 * 86_400_000)
        let later = try await fixture.play(.now)
        #expect(triggers(later.events) == [.schedule])
    }

    @Test(
        "enrollment.md 10.1: in its window the device renews: another key and certificate, the old ones gone, sessions go on"
    )
    func renewal() async throws {
        let fixture = try await LiveFixture { settings in
            settings.enrollment.validitySeconds = 60 * 86_400
            settings.enrollment.renewPeriodDays = 42
        }
        try await fixture.enrol()
        let old = try fixture.content()
        let played = try await fixture.play(.wait(milliseconds: 19 * 86_400_000))
        #expect(played.ending == .rested)
        let new = try fixture.content()
        let mine = new.certificates.filter { $0.store == .my }
        #expect(mine.count == 1)
        #expect(mine[0].thumbprint != old.certificates.first { $0.store == .my }?.thumbprint)
        #expect(new.keys.map(\.id) == [mine[0].thumbprint])
        #expect(new.keys[0].pkcs8 != old.keys[0].pkcs8)
        #expect(new.certificates.filter { $0.store == .root } == old.certificates.filter { $0.store == .root })
        #expect(played.life.tree.value("./Device/Vendor/MSFT/CertificateStore/My/WSTEP/Renew/Status") == "2")
        let after = try await fixture.play(.now, first: { $0.requestSession() })
        #expect(triggers(after.events) == [.user])
        #expect(after.life.breaks.isEmpty)
    }

    @Test("FLEET-50611: a renewal that fails is told as state 3, and management goes on")
    func refusedRenewal() async throws {
        let fixture = try await LiveFixture { settings in
            settings.enrollment.validitySeconds = 60 * 86_400
            settings.enrollment.renewPeriodDays = 42
        }
        try await fixture.enrol()
        let refusing = fixture.transports { request, response throws(ExchangeFault) in
            request.url.path.hasSuffix("Enrollment.svc") ? HTTPResponse(500) : response
        }
        let played = try await fixture.play(.wait(milliseconds: 19 * 86_400_000), transports: refusing)
        #expect(played.life.tree.value("./Device/Vendor/MSFT/CertificateStore/My/WSTEP/Renew/Status") == "3")
        #expect(try fixture.content().enrolment?.state == .renewalFailed)
        #expect(triggers(played.events).last == .schedule)
    }

    @Test("enrollment.md 13: the device leaves, whatever the server answers, and keeps the identity of its hardware")
    func goodbye() async throws {
        for isReached in [true, false] {
            let fixture = try await LiveFixture()
            try await fixture.enrol()
            _ = try await fixture.play(.now)
            let device = try fixture.content().device
            let silent = fixture.transports { _, response throws(ExchangeFault) in
                guard isReached else {
                    throw ExchangeFault(.connectionRefused, in: .connecting, message: "nobody listens")
                }
                return response
            }
            let left = try await fixture.play(.now, transports: silent, first: { _ = $0.disconnect() })
            #expect(left.ending == .left)
            let content = try fixture.content()
            #expect(content.enrolment == nil)
            #expect(content.keys.isEmpty && content.certificates.isEmpty)
            #expect(content.device.deviceID == device.deviceID && content.device.hardwareID == device.hardwareID)
            #expect(!(content.life?.nodes.contains { $0.uri.contains("DMAcc/") } ?? true))
        }
    }

    @Test(
        "A hostile answer breaks the session with a reason, and the device is as it was",
        arguments: [
            "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><SyncML>&b;</SyncML>", "<SyncML", "\u{0}\u{1}",
            String(repeating: "<a>", count: 5000), "<html><body>proxy</body></html>",
        ])
    func hostile(answer: String) async throws {
        let fixture = try await LiveFixture()
        try await fixture.enrol()
        _ = try await fixture.play(.now)
        let before = try fixture.content()
        let broken = fixture.transports { request, response throws(ExchangeFault) in
            guard request.url.path == "/dm" else { return response }
            return HTTPResponse(
                200, headers: ["Content-Type": "application/vnd.syncml.dm+xml"], body: Array(answer.utf8))
        }
        let played = try await fixture.play(.now, transports: broken, first: { $0.requestSession() })
        #expect(played.life.breaks.count == 1)
        #expect(try fixture.content().life?.nodes.map(\.uri) == before.life?.nodes.map(\.uri))
        let after = try await fixture.play(.now, first: { $0.requestSession() })
        #expect(after.life.breaks.count == 1, "the next session is whole")
    }

    @Test("A server that never ends a session is left after a bounded number of messages")
    func endless() async throws {
        let fixture = try await LiveFixture()
        try await fixture.enrol()
        _ = try await fixture.play(.now)
        let endless = fixture.transports { request, response throws(ExchangeFault) in
            guard request.url.path == "/dm", response.status == 200 else { return response }
            let text = String(decoding: response.body, as: UTF8.self)
                .replacing(
                    "<Final/>",
                    with:
                        "<Get><CmdID>9</CmdID><Item><Target><LocURI>./DevDetail/SwV</LocURI></Target></Item></Get><Final/>"
                )
            return HTTPResponse(200, headers: response.headers, body: Array(text.utf8))
        }
        let played = try await fixture.play(.now, transports: endless, first: { $0.requestSession() })
        #expect(played.life.breaks.last?.reason.contains("500 messages") == true)
    }
}
