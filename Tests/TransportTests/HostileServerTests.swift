import Foundation
import HTTPExchange
import NIOSSL
import Testing
import Transport

/// Each server here would keep a careless client for ever, or fill its memory. Each is a real socket, and what the client
/// took of time and memory is measured.
///
/// The bound of memory is wide, for other tests of the same process count too; what it has to tell from is a client that
/// collects gigabytes.
@Suite("Hostile servers", .serialized)
struct HostileServerTests {
    private static let memoryBound = 400

    /// Short times, so that the tests are quick; bytes as they are by default.
    private static var limits: TransportLimits {
        var limits = TransportLimits()
        limits.connect = .milliseconds(600)
        limits.handshake = .milliseconds(600)
        limits.idle = .milliseconds(500)
        limits.exchange = .milliseconds(1500)
        return limits
    }

    /// Where bytes are the bound, time must not be: a busy machine sends slowly.
    private static var patient: TransportLimits {
        var limits = TransportLimits()
        limits.exchange = .seconds(120)
        return limits
    }

    /// - Parameter within: seconds; the limit that ends it, and what a busy machine adds.
    private func expect(
        _ code: ExchangeFault.Code, in phase: ExchangePhase, from script: [Puppet.Step], within: Double = 30,
        scheme: HTTPURL.Scheme = .http, tls: NIOSSLContext? = nil, trusting roots: TrustRoots = .none,
        headers: HTTPHeaders = [:], body: [UInt8]? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        var configuration = HTTPSTransport.Configuration(trustRoots: roots)
        configuration.limits = code == .timeout ? Self.limits : Self.patient
        try await Harness.run([script], scheme: scheme, tls: tls, configuration) { harness in
            let (fault, cost) = try await Cost.of {
                try await harness.fault(headers, body: body, sourceLocation: sourceLocation)
            }
            #expect(fault.code == code, "\(fault)", sourceLocation: sourceLocation)
            #expect(fault.phase == phase, "\(fault)", sourceLocation: sourceLocation)
            #expect(cost.time < .seconds(within), "\(cost)", sourceLocation: sourceLocation)
            #expect(cost.peakGrowth < Self.memoryBound, "\(cost)", sourceLocation: sourceLocation)
            // The connection does not outlive its exchange.
            for _ in 1...500 where harness.puppet.seen.ended < harness.puppet.seen.connections {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(harness.puppet.seen.ended == harness.puppet.seen.connections, sourceLocation: sourceLocation)
        }
    }

    private static let kilobyte = String(repeating: "x", count: 1024)
    private static let head = "HTTP/1.1 200 OK\r\n"

    // MARK: Without end

    @Test("An endless body is cut off at the limit", arguments: ["", "Transfer-Encoding: chunked\r\n"])
    func endlessBody(framing: String) async throws {
        let piece = framing.isEmpty ? Self.kilobyte : "400\r\n\(Self.kilobyte)\r\n"
        let script: [Puppet.Step] = [.readRequest, .write(Self.head + framing + "\r\n"), .writeWithoutEnd(piece)]
        try await expect(.responseTooLarge, in: .receiving, from: script)
    }

    @Test("An endless body over TLS is cut off at the limit, without waiting for a farewell")
    func endlessBodyOverTLS() async throws {
        let authority = try TestAuthority()
        try await expect(
            .responseTooLarge, in: .receiving,
            from: [.readRequest, .write(Self.head + "\r\n"), .writeWithoutEnd(Self.kilobyte)], scheme: .https,
            tls: try authority.issue().server(), trusting: try authority.trustRoots)
    }

    @Test("A length above the limit is refused before the body comes")
    func announcedBody() async throws {
        let script: [Puppet.Step] = [
            .readRequest, .write(Self.head + "Content-Length: 10485761\r\n\r\n"), .silence,
        ]
        try await expect(.responseTooLarge, in: .receiving, from: script, within: 10)
    }

    @Test("A promise of much takes no memory")
    func promisedBody() async throws {
        let script: [Puppet.Step] = [.readRequest, .write(Self.head + "Content-Length: 10485760\r\n\r\n"), .silence]
        try await expect(.timeout, in: .receiving, from: script)
    }

    @Test(
        "Endless headers are cut off at the limit, be it of bytes or of fields",
        arguments: ["X-Field: \(kilobyte)\r\n", "a: b\r\n", "X: ", kilobyte])
    func endlessHeaders(piece: String) async throws {
        let script: [Puppet.Step] = [.readRequest, .write(Self.head), .writeWithoutEnd(piece)]
        if piece == "X: " || piece == Self.kilobyte {
            // One field without end: after its name it is a value of any length.
            let script: [Puppet.Step] = [.readRequest, .write(Self.head + "X: "), .writeWithoutEnd(piece)]
            return try await expect(.responseTooLarge, in: .receiving, from: script)
        }
        try await expect(.responseTooLarge, in: .receiving, from: script)
    }

    @Test("An endless reason phrase ends, too")
    func endlessReason() async throws {
        var configuration = HTTPSTransport.Configuration(trustRoots: .none)
        configuration.limits = Self.patient
        configuration.limits.bodyBytes = 64 * 1024
        let script: [Puppet.Step] = [.readRequest, .write("HTTP/1.1 200 "), .writeWithoutEnd(Self.kilobyte)]
        try await Harness.run([script], configuration) { harness in
            let fault = try await harness.fault()
            #expect(fault.code == .responseTooLarge)
        }
    }

    @Test("Endless trailers are cut off at the limit")
    func endlessTrailers() async throws {
        let script: [Puppet.Step] = [
            .readRequest, .write(Self.head + "Transfer-Encoding: chunked\r\n\r\n0\r\n"),
            .writeWithoutEnd("X-Field: \(Self.kilobyte)\r\n"),
        ]
        try await expect(.responseTooLarge, in: .receiving, from: script)
    }

    @Test("Endless interim answers are malformed")
    func endlessInterim() async throws {
        let script: [Puppet.Step] = [.readRequest, .writeWithoutEnd("HTTP/1.1 100 Continue\r\n\r\n")]
        try await expect(.malformedResponse, in: .receiving, from: script)
    }

    @Test("A gzip bomb (1 MiB that becomes 1 GiB) is cut off, in little memory")
    func bomb() async throws {
        let bomb = Bomb.gzip(1024 * 1024)
        let header = Self.head + "Content-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n"
        try await expect(
            .responseTooLarge, in: .receiving, from: [.readRequest, .write(header), .writeBytes(bomb), .silence],
            headers: ["Accept-Encoding": "gzip"])
    }

    @Test("The bomb of these tests is one: 20 bytes of it become 20 kB")
    func bombIsOne() async throws {
        let bomb = Bomb.gzip(20)
        let header = Self.head + "Content-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n"
        var configuration = HTTPSTransport.Configuration(trustRoots: .none)
        configuration.limits.ratioFreeBytes = 0
        configuration.limits.decompressionRatio = 100
        try await Harness.run([[.readRequest, .write(header), .writeBytes(bomb), .silence]], configuration) { harness in
            let fault = try await harness.fault(["Accept-Encoding": "gzip"])
            #expect(fault.code == .responseTooLarge)
        }
    }

    // MARK: Slow

    @Test("A server that never answers: timeout while waiting")
    func silence() async throws {
        try await expect(.timeout, in: .waiting, from: [.readRequest, .silence], within: 4)
    }

    @Test("A server that accepts and reads nothing of a large request: timeout")
    func notReading() async throws {
        try await expect(
            .timeout, in: .waiting, from: [.silence], within: 4, body: [UInt8](repeating: 0x20, count: 9_000_000))
    }

    @Test("A drip of one byte in 100 ms is no sign of death, and ends with the whole exchange")
    func drip() async throws {
        let script: [Puppet.Step] = [
            .readRequest, .write(Self.head + "Content-Length: 10000\r\n\r\n"),
            .drip(String(repeating: "x", count: 10_000), every: .milliseconds(100)),
        ]
        try await expect(.timeout, in: .receiving, from: script, within: 5)
    }

    @Test("A drip of header bytes ends with the whole exchange")
    func dripOfHeader() async throws {
        let script: [Puppet.Step] = [
            .readRequest, .drip(Self.head + String(repeating: "X: y\r\n", count: 100), every: .milliseconds(100)),
        ]
        try await expect(.timeout, in: .receiving, from: script, within: 5)
    }

    @Test("A TLS server that never says hello: timeout of the handshake")
    func silentHandshake() async throws {
        try await expect(.timeout, in: .handshake, from: [.silence], within: 4, scheme: .https)
    }

    @Test("A drip of TLS bytes: timeout of the handshake")
    func dripOfHandshake() async throws {
        // The beginning of a handshake record of 16000 bytes.
        let script: [Puppet.Step] = [
            .drip("\u{16}\u{03}\u{03}\u{3E}" + String(repeating: "\u{2}", count: 500), every: .milliseconds(100))
        ]
        try await expect(.timeout, in: .handshake, from: script, within: 4, scheme: .https)
    }

    // MARK: Closed early

    @Test("Closed before, in and after each part of the exchange: connectionLost with the phase")
    func closedEarly() async throws {
        try await expect(.connectionLost, in: .handshake, from: [.close], within: 10, scheme: .https)
        try await expect(.connectionLost, in: .waiting, from: [.readRequest, .close], within: 10)
        try await expect(.connectionLost, in: .waiting, from: [.readRequest, .reset], within: 10)
        for cut in ["H", "HTTP/1.1 200", Self.head, Self.head + "Content-Length: 5\r\n", Self.head + "X: "] {
            try await expect(.connectionLost, in: .receiving, from: [.readRequest, .write(cut), .close], within: 10)
        }
        for body in ["Content-Length: 5\r\n\r\n", "Content-Length: 5\r\n\r\nhell"] {
            try await expect(
                .connectionLost, in: .receiving, from: [.readRequest, .write(Self.head + body), .close], within: 10)
        }
        for body in ["", "5", "5\r\nhel", "5\r\nhello\r\n", "5\r\nhello\r\n0\r\n"] {
            let response = Self.head + "Transfer-Encoding: chunked\r\n\r\n" + body
            try await expect(
                .connectionLost, in: .receiving, from: [.readRequest, .write(response), .close], within: 10)
        }
    }

    @Test("A connection that is reset as soon as it is open: connectionLost, whichever phase sees it")
    func resetAtOnce() async throws {
        try await Harness.run([[.reset]], scheme: .https) { harness in
            for _ in 1...20 {
                let fault = try await harness.fault()
                #expect(fault.code == .connectionLost, "\(fault)")
                #expect([.connecting, .handshake].contains(fault.phase), "\(fault)")
            }
        }
    }

    @Test("Truncation at every byte: no prefix of a response is taken for a response")
    func everyPrefix() async throws {
        let whole = Self.head + "X: y\r\nContent-Length: 5\r\n\r\nhello"
        let scripts: [[Puppet.Step]] = (0..<whole.utf8.count).map { length in
            [.readRequest, .writeBytes(Array(whole.utf8.prefix(length))), .close]
        }
        try await Harness.run(scripts + [[.readRequest, .write(whole), .close]]) { harness in
            for length in 0..<whole.utf8.count {
                let fault = try await harness.fault()
                #expect(fault.code == .connectionLost, "\(length): \(fault)")
                #expect(fault.phase == (length == 0 ? .waiting : .receiving))
            }
            #expect(try await harness.get().response.status == 200)
        }
    }

    @Test("A compressed body that is cut off or damaged: contentEncoding", arguments: [5, 30, 70, nil])
    func damagedCompression(length: Int?) async throws {
        let text =
            "H4sIAAAAAAACA7MJrsxL9vVRqMjNySu2VQ+O9HP29bGCUIZ6Rup2iQUFOanFOgoFqYlFxQqJeSkKBTmlucXWCjgkbPQhJtoBAL0leDxaAAAA"
        var bytes = Array(try #require(Data(base64Encoded: text)))
        if let length { bytes = Array(bytes.prefix(length)) } else { bytes[40] ^= 0xFF }
        let header = Self.head + "Content-Encoding: gzip\r\nContent-Length: \(bytes.count)\r\n\r\n"
        try await expect(
            .contentEncoding, in: .receiving, from: [.readRequest, .write(header), .writeBytes(bytes), .silence],
            headers: ["Accept-Encoding": "gzip"])
    }

    // MARK: No HTTP

    @Test(
        "What two readers could read in two ways is malformed",
        arguments: [
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
            "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
            "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
            "Content-Length: 5, 5\r\n\r\nhello", "Content-Length: -5\r\n\r\nhello", "Content-Length: +5\r\n\r\nhello",
            "Content-Length: 0x5\r\n\r\nhello", "Content-Length: \r\n\r\nhello", "Content-Length: five\r\n\r\nhello",
            "Content-Length: 99999999999999999999999\r\n\r\nhello", "Transfer-Encoding: gzip\r\n\r\nhello",
            "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "Transfer-Encoding: identity\r\n\r\nhello",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nhello",
            "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nhello", "A Space: x\r\n\r\n", ": x\r\n\r\n",
            "No colon\r\n\r\n", "Content-Length : 5\r\n\r\nhello",
        ])
    func ambiguous(response: String) async throws {
        try await expect(
            .malformedResponse, in: .receiving, from: [.readRequest, .write(Self.head + response), .silence], within: 10
        )
    }

    @Test(
        "Garbage is malformed",
        arguments: [
            "\u{0}\u{1}\u{2}", "SSH-2.0-OpenSSH_9.2\r\n", "<html>\r\n\r\n", "HTTP/2 200 OK\r\n\r\n",
            "HTTP/0.9 200 OK\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n", "HTTP/1.1 2 OK\r\n\r\n", "HTTP/1.1 20000 OK\r\n\r\n",
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        ])
    func garbage(response: String) async throws {
        try await expect(
            .malformedResponse, in: .receiving, from: [.readRequest, .write(response), .silence], within: 10)
    }

    @Test("A response to no request is not taken for the response to the next one")
    func unsolicited() async throws {
        let ok = Self.head + "Content-Length: 5\r\n\r\n"
        try await Harness.run([
            [.readRequest, .write(ok + "first" + ok + "wrong"), .silence],
            [.readRequest, .write(ok + "right"), .silence],
        ]) { harness in
            let response = try await harness.get().response
            #expect(response.body == Array("first".utf8))
            #expect(try await harness.get().response.body == Array("right".utf8))
        }
    }
}
