import Foundation
import HTTPExchange
import Testing
import Transport

@Suite("Exchanges over a socket")
struct ExchangeTests {
    private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"

    @Test(
        "DM-HTTP-01, enrollment.md 4: a POST keeps its Content-Type and has Host first, the caller's fields in order, Content-Length, no chunks"
    )
    func request() async throws {
        try await Harness.run([[.readRequest, .write(Self.ok), .silence]]) { harness in
            let headers: HTTPHeaders = [
                "User-Agent": "MSFT OMA DM Client/1.2.0.1", "Content-Type": "application/vnd.syncml.dm+xml",
                "client-request-id": "0",
            ]
            let request = HTTPRequest(.post, harness.url, headers: headers, body: Array("<SyncML/>".utf8))
            let result = try await harness.transport.exchange(request)
            #expect(
                harness.puppet.seen.requests == [
                    "POST /dm?mode=Machine HTTP/1.1\r\nHost: 127.0.0.1:\(harness.puppet.port)\r\n"
                        + "User-Agent: MSFT OMA DM Client/1.2.0.1\r\nContent-Type: application/vnd.syncml.dm+xml\r\n"
                        + "client-request-id: 0\r\nContent-Length: 9\r\n\r\n<SyncML/>"
                ])
            #expect(result.response.status == 200)
            #expect(result.response.body == Array("hello".utf8))
            #expect(result.response.framing == .contentLength)
            #expect(!result.response.bodyWasCompressed)
        }
    }

    @Test("A POST without a body says so, and the caller's own framing fields do not go out")
    func emptyBody() async throws {
        try await Harness.run([[.readRequest, .write(Self.ok), .silence]]) { harness in
            let headers: HTTPHeaders = ["Content-Length": "77", "Transfer-Encoding": "chunked", "Connection": "close"]
            _ = try await harness.transport.exchange(HTTPRequest(.post, harness.url, headers: headers))
            let request = try #require(harness.puppet.seen.requests.first)
            #expect(request.hasSuffix("\r\nContent-Length: 0\r\n\r\n"))
            #expect(!request.contains("77") && !request.contains("chunked") && !request.contains("close"))
        }
    }

    @Test("enrollment.md 3: a GET has no body and no Content-Length")
    func get() async throws {
        try await Harness.run([[.readRequest, .write(Self.ok), .silence]]) { harness in
            _ = try await harness.get(["User-Agent": "ENROLLClient"])
            #expect(
                harness.puppet.seen.requests == [
                    "GET /dm?mode=Machine HTTP/1.1\r\nHost: 127.0.0.1:\(harness.puppet.port)\r\n"
                        + "User-Agent: ENROLLClient\r\n\r\n"
                ])
        }
    }

    @Test(
        "RFC 9110 5.5: a header that would break the request up is not sent",
        arguments: ["a\r\nX: y", "a\nb", "a\u{0}b", "\u{7F}"])
    func headerInjection(value: String) async throws {
        try await Harness.run([[.silence]]) { harness in
            let fault = try await harness.fault(["MDM-GenericAlert": value])
            #expect(fault.code == .cancelled)
            #expect(fault.message.contains("MDM-GenericAlert") && !fault.message.contains(value))
            #expect(harness.puppet.seen.connections == 0)
        }
    }

    @Test("DM-HTTP-03: a chunked response is understood, with extensions and trailers, and told from one with a length")
    func chunked() async throws {
        let response =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;note=x\r\nhel\r\n2\r\nlo\r\n0\r\nX-After: 1\r\n\r\n"
        try await Harness.run([[.readRequest, .write(response), .silence]]) { harness in
            let response = try await harness.get().response
            #expect(response.body == Array("hello".utf8))
            #expect(response.framing == .chunked)
        }
    }

    @Test("A body that ends with the connection is whole, and said to be of that kind")
    func untilClose() async throws {
        try await Harness.run([[.readRequest, .write("HTTP/1.1 200 OK\r\n\r\nhello"), .close]]) { harness in
            let response = try await harness.get().response
            #expect(response.body == Array("hello".utf8))
            #expect(response.framing == .close)
        }
    }

    @Test("RFC 9110 15.2: interim answers before the response are passed over")
    func interim() async throws {
        let response = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + Self.ok
        try await Harness.run([[.readRequest, .write(response), .silence]]) { harness in
            let response = try await harness.get().response
            #expect(response.status == 200)
            #expect(response.headers["Link"] == nil)
        }
    }

    @Test(
        "A status is the caller's: redirects and refusals come back as they are",
        arguments: [204, 301, 302, 401, 429, 500])
    func statuses(status: Int) async throws {
        let response =
            "HTTP/1.1 \(status) X\r\nLocation: https://elsewhere.example/\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n"
        try await Harness.run([[.readRequest, .write(response), .silence]]) { harness in
            let response = try await harness.get().response
            #expect(response.status == status)
            #expect(response.headers["location"] == "https://elsewhere.example/")
            #expect(response.headers["retry-after"] == "7")
            #expect(harness.puppet.seen.connections == 1)
        }
    }

    @Test("A response that comes byte by byte is the same one")
    func bytewise() async throws {
        try await Harness.run([[.readRequest, .drip(Self.ok, every: .microseconds(200)), .silence]]) { harness in
            let response = try await harness.get().response
            #expect(response.body == Array("hello".utf8))
        }
    }

    @Test("A server that refuses a large request before it has read it is heard")
    func earlyAnswer() async throws {
        let response = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n"
        try await Harness.run([[.readAnything, .write(response), .silence]]) { harness in
            let request = HTTPRequest(.post, harness.url, body: [UInt8](repeating: 0x20, count: 9_000_000))
            let result = try await harness.transport.exchange(request)
            #expect(result.response.status == 413)
        }
    }

    // MARK: Connections

    @Test("A connection is used again for the next request, which then has no time of resolving and connecting")
    func reuse() async throws {
        try await Harness.run([[.readRequest, .write(Self.ok), .readRequest, .write(Self.ok), .silence]]) { harness in
            let first = try await harness.get()
            let second = try await harness.get()
            #expect(harness.puppet.seen.connections == 1)
            #expect(harness.puppet.seen.requests.count == 2)
            #expect(!first.timing.reusedConnection && second.timing.reusedConnection)
            #expect(first.timing.nanoseconds[.connecting] ?? 0 > 0)
            for phase in [ExchangePhase.sending, .waiting, .receiving] {
                #expect(second.timing.nanoseconds[phase] ?? -1 >= 0)
            }
            #expect(second.timing.nanoseconds[.handshake] == nil)
        }
    }

    @Test(
        "A connection is not used again when the server says so, or could have more to say",
        arguments: [
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more",
        ])
    func noReuse(response: String) async throws {
        try await Harness.run([[.readRequest, .write(response), .silence]]) { harness in
            let response = try await harness.get().response
            #expect(response.body == Array("hello".utf8))
            #expect(try await harness.get().response.body == Array("hello".utf8))
            #expect(harness.puppet.seen.connections == 2)
        }
    }

    @Test("A connection that the server closed while it was unused is replaced, once, unnoticed")
    func retry() async throws {
        // The first connection ends when it sees the second request; so no byte of a response has come.
        let first: [Puppet.Step] = [.readRequest, .write(Self.ok), .readRequest, .cut]
        try await Harness.run([first, [.readRequest, .write(Self.ok), .silence]]) { harness in
            _ = try await harness.get()
            let second = try await harness.get()
            #expect(second.response.status == 200)
            #expect(!second.timing.reusedConnection)
            #expect(harness.puppet.seen.connections == 2)
        }
    }

    @Test("A new connection that is closed without a response is a fault, without another attempt")
    func noRetryOfNewConnection() async throws {
        try await Harness.run([[.readRequest, .close]]) { harness in
            let fault = try await harness.fault()
            #expect(fault.code == .connectionLost)
            #expect(fault.phase == .waiting)
            #expect(fault.isOfConnection)
            #expect(harness.puppet.seen.connections == 1)
        }
    }

    @Test("A connection used again that ends in the middle of a response is no reason to send twice")
    func noRetryAfterFirstByte() async throws {
        let script: [Puppet.Step] = [.readRequest, .write(Self.ok), .readRequest, .write("HTTP/1.1 2"), .close]
        try await Harness.run([script]) { harness in
            _ = try await harness.get()
            let fault = try await harness.fault()
            #expect(fault.code == .connectionLost)
            #expect(fault.phase == .receiving)
            #expect(harness.puppet.seen.connections == 1)
        }
    }

    @Test("Two exchanges at once have a connection each")
    func concurrent() async throws {
        try await Harness.run([[.readRequest, .write(Self.ok), .silence]]) { harness in
            async let first = harness.get().response.status
            async let second = harness.get().response.status
            let statuses = try await [first, second]
            #expect(statuses == [200, 200])
        }
    }

    @Test("A name with several addresses is tried at each of them")
    func addresses() async throws {
        try await Harness.run([[.readRequest, .write(Self.ok), .silence]], host: "localhost") { harness in
            let result = try await harness.get()
            #expect(result.response.status == 200)
            #expect(result.timing.nanoseconds[.resolving] ?? 0 > 0)
            #expect(harness.puppet.seen.requests.first?.contains("Host: localhost:\(harness.puppet.port)\r\n") == true)
        }
    }

    // MARK: Compression

    private static let text =
        "<SyncML xmlns='SYNCML:SYNCML1.2'>apples, pears and plums; apples, pears and plums</SyncML>"

    @Test(
        "enrollment.md 14.3: a compressed body is read where the request offered it, and the response tells so",
        arguments: [
            (
                "gzip",
                "H4sIAAAAAAACA7MJrsxL9vVRqMjNySu2VQ+O9HP29bGCUIZ6Rup2iQUFOanFOgoFqYlFxQqJeSkKBTmlucXWCjgkbPQhJtoBAL0leDxaAAAA"
            ),
            (
                "x-gzip",
                "H4sIAAAAAAACA7MJrsxL9vVRqMjNySu2VQ+O9HP29bGCUIZ6Rup2iQUFOanFOgoFqYlFxQqJeSkKBTmlucXWCjgkbPQhJtoBAL0leDxaAAAA"
            ),
            ("deflate", "eNqzCa7MS/b1UajIzckrtlUPjvRz9vWxglCGekbqdokFBTmpxToKBamJRcUKiXkpCgU5pbnF1go4JGz0ISbaAQBKPh5f"),
        ])
    func compressed(coding: String, body: String) async throws {
        let bytes = Array(try #require(Data(base64Encoded: body)))
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: \(coding)\r\nContent-Length: \(bytes.count)\r\n\r\n"
        let script: [Puppet.Step] = [.readRequest, .write(head), .writeBytes(bytes)]
        try await Harness.run([script + script + [.silence]]) { harness in
            for _ in 1...2 {
                let response = try await harness.get(["Accept-Encoding": "gzip, deflate"]).response
                #expect(String(decoding: response.body, as: UTF8.self) == Self.text)
                #expect(response.bodyWasCompressed)
                #expect(response.headers["Content-Encoding"] == coding)
            }
            let request = try #require(harness.puppet.seen.requests.first)
            #expect(request.components(separatedBy: "Accept-Encoding").count == 2)
        }
    }

    @Test("Nothing is offered that the caller does not offer")
    func noOffer() async throws {
        try await Harness.run([[.readRequest, .write(Self.ok), .silence]]) { harness in
            _ = try await harness.get()
            #expect(harness.puppet.seen.requests.first?.contains("Encoding") == false)
        }
    }

    @Test(
        "A Content-Encoding that was not offered is a fault",
        arguments: [("gzip", nil), ("gzip", "identity"), ("gzip", "gzip;q=0"), ("br", "gzip"), ("gzip, gzip", "gzip")])
    func notOffered(coding: String, offer: String?) async throws {
        let response = "HTTP/1.1 200 OK\r\nContent-Encoding: \(coding)\r\nContent-Length: 1\r\n\r\nx"
        try await Harness.run([[.readRequest, .write(response), .silence]]) { harness in
            let headers = HTTPHeaders(offer.map { [.init("Accept-Encoding", $0)] } ?? [])
            let fault = try await harness.fault(headers)
            #expect(fault.code == .contentEncoding)
            #expect(fault.message.contains(coding))
        }
    }

    @Test("An empty body may carry a Content-Encoding")
    func emptyCompressed() async throws {
        let response = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n"
        try await Harness.run([[.readRequest, .write(response), .silence]]) { harness in
            let response = try await harness.get(["Accept-Encoding": "gzip"]).response
            #expect(response.body.isEmpty)
        }
    }
}
