import HTTPExchange
import NIOCore
import NIOHTTP1
import Testing

@testable import Transport

/// The machine of one connection, step by step and without a socket: orders that a network brings about rarely.
@Suite("The machine of an exchange")
struct ExchangeMachineTests {
    private static let url = HTTPURL(scheme: .https, host: "mdm.example.test", path: "/dm")
    private static let request = HTTPRequest(.post, url, headers: ["Accept-Encoding": "gzip"], body: [1])

    private func at(_ milliseconds: UInt64) -> NIODeadline { .uptimeNanoseconds(milliseconds * 1_000_000) }

    private func machine(_ change: (inout TransportLimits) -> Void = { _ in }) -> ExchangeMachine {
        var limits = TransportLimits()
        change(&limits)
        return ExchangeMachine(limits: limits)
    }

    private func head(_ status: Int = 200, _ fields: [(String, String)] = [("Content-Length", "2")]) -> HTTPResponseHead
    {
        HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: .init(fields))
    }

    private func view(_ text: String) -> ByteBufferView { ByteBuffer(string: text).readableBytesView }

    @Test("Each phase takes from its own beginning to the next one's")
    func timing() {
        var machine = machine()
        #expect(machine.start(Self.request, at: at(100)) == nil)
        #expect(machine.phase == .sending)
        machine.requestSent(at: at(103))
        #expect(machine.phase == .waiting)
        #expect(machine.bytesReceived(40, at: at(110)).isProceed)
        #expect(machine.phase == .receiving)
        guard case .forward(coding: nil) = machine.headReceived(head()) else {
            Issue.record("another step was due")
            return
        }
        #expect(machine.bodyReceived(2).isProceed)
        #expect(machine.decoded(view("ok")).isProceed)
        guard case .finish(let result, keepsConnection: true) = machine.responseEnded(at: at(130)) else {
            Issue.record("not finished")
            return
        }
        #expect(result.response.body == Array("ok".utf8))
        #expect(
            result.timing.nanoseconds == [.sending: 3_000_000, .waiting: 7_000_000, .receiving: 20_000_000])
        #expect(machine.phase == nil)
        #expect(machine.start(Self.request, at: at(140)) == nil, "the next exchange may begin")
    }

    @Test("A response before the request is out: nothing is waited for, and the connection is kept only if it gets out")
    func earlyResponse() {
        for getsOut in [true, false] {
            var machine = machine()
            _ = machine.start(Self.request, at: at(0))
            _ = machine.bytesReceived(40, at: at(5))
            _ = machine.headReceived(head(200, [("Content-Length", "0")]))
            if getsOut { machine.requestSent(at: at(6)) }
            guard case .finish(let result, let keepsConnection) = machine.responseEnded(at: at(7)) else {
                Issue.record("not finished")
                return
            }
            #expect(keepsConnection == getsOut)
            #expect(result.timing.nanoseconds[.waiting] == 0)
        }
    }

    @Test("While an exchange is under way there is no other; on a connection that ended, its fault is told")
    func start() {
        var machine = machine()
        #expect(machine.start(Self.request, at: at(0)) == nil)
        #expect(machine.start(Self.request, at: at(0))?.code == .connectionLost)
        var ended = self.machine()
        let alert = ExchangeFault.tlsFailed(.handshake, TLSFailure(reason: "TLSV1_ALERT_CERTIFICATE_REQUIRED"))
        #expect(ended.ended(by: alert).isProceed)
        #expect(ended.start(Self.request, at: at(0)) == alert)
    }

    @Test("What ends an exchange is told with the phase in which it was")
    func ends() {
        var machine = machine()
        _ = machine.start(Self.request, at: at(0))
        #expect(machine.ended(by: nil).fault == .connectionLost(.sending))
        machine = self.machine()
        _ = machine.start(Self.request, at: at(0))
        machine.requestSent(at: at(1))
        #expect(machine.ended(by: nil).fault == .connectionLost(.waiting))
        machine = self.machine()
        _ = machine.start(Self.request, at: at(0))
        _ = machine.bytesReceived(1, at: at(1))
        #expect(machine.ended(by: nil).fault == .connectionLost(.receiving))
    }

    @Test("After its end every late event is ignored")
    func late() {
        var machine = machine()
        _ = machine.start(Self.request, at: at(0))
        #expect(machine.ended(by: .cancelled(.sending)).fault?.code == .cancelled)
        machine.requestSent(at: at(1))
        #expect(machine.bytesReceived(1, at: at(1)).isProceed)
        guard case .skip = machine.headReceived(head()) else {
            Issue.record("another step was due")
            return
        }
        #expect(machine.bodyReceived(1).isProceed)
        #expect(machine.decoded(view("x")).isProceed)
        #expect(machine.responseEnded(at: at(2)).isProceed)
        #expect(machine.ended(by: nil).isProceed)
        #expect(machine.phase == nil)
    }

    @Test("Each limit of bytes holds to the byte")
    func limits() {
        var machine = machine {
            $0.bodyBytes = 3
            $0.decompressedBytes = 4
            $0.ratioFreeBytes = 2
            $0.decompressionRatio = 2
        }
        _ = machine.start(Self.request, at: at(0))
        _ = machine.bytesReceived(40, at: at(0))
        guard case .forward(coding: .gzip) = machine.headReceived(head(200, [("Content-Encoding", "gzip")])) else {
            Issue.record("another step was due")
            return
        }
        #expect(machine.bodyReceived(1).isProceed)
        #expect(machine.decoded(view("ab")).isProceed, "up to ratioFreeBytes")
        var ratio = machine
        #expect(ratio.decoded(view("cd")).fault?.code == .responseTooLarge, "more than twice the one byte")
        #expect(machine.bodyReceived(2).isProceed, "3 of 3")
        var body = machine
        #expect(body.bodyReceived(1).fault?.code == .responseTooLarge)
        #expect(machine.decoded(view("cd")).isProceed, "4 of 4")
        #expect(machine.decoded(view("e")).fault?.code == .responseTooLarge)
    }

    @Test("The connection is kept when both sides may know where the response ends")
    func keeping() throws {
        let offered: Set<ContentCoding> = []
        let limits = TransportLimits()
        for (fields, keeps) in [
            ([("Content-Length", "0")], true), ([("Transfer-Encoding", "Chunked")], true), ([], false),
            ([("Content-Length", "0"), ("Connection", "close")], false),
        ] {
            let parsed = try ResponseHead(head(200, fields), offered: offered, limits: limits)
            #expect(parsed.keepsConnection == keeps, "\(fields)")
        }
        for status in [204, 304] {
            let parsed = try ResponseHead(head(status, []), offered: offered, limits: limits)
            #expect(parsed.keepsConnection && parsed.bodyLength == 0)
        }
    }
}

@Suite("The words of TLS")
struct TLSFailureTests {
    @Test("An alert of the server is told in words, with a hint for those that servers under development send")
    func alerts() {
        let failure = TLSFailure(reason: "TLSV1_ALERT_CERTIFICATE_REQUIRED")
        #expect(failure.alert == "certificate required")
        #expect(failure.message.contains("\"certificate required\""))
        #expect(failure.hint.contains("client certificate"))
        #expect(TLSFailure(reason: "TLSV1_ALERT_UNKNOWN_CA").hint.contains("authority"))
        let own = TLSFailure(reason: "WRONG_VERSION_NUMBER")
        #expect(own.alert == nil)
        #expect(own.message == "TLS failed: WRONG_VERSION_NUMBER.")
        #expect(own.hint.contains("plain HTTP"))
    }

    @Test("What a peer chose to send comes into a text without characters that a terminal would act upon")
    func printable() {
        let fault = ExchangeFault.encodingNotOffered("\u{1B}[31mred\u{7}\u{202E}")
        #expect(!fault.message.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        #expect(fault.message.contains("red"))
        #expect(ExchangeFault.encodingNotOffered(String(repeating: "x", count: 10_000)).message.count < 400)
    }
}

extension ExchangeMachine.Action {
    fileprivate var isProceed: Bool {
        if case .proceed = self { true } else { false }
    }

    fileprivate var fault: ExchangeFault? {
        if case .fail(let fault) = self { fault } else { nil }
    }
}
