import Testing

@testable import LifePageServer

/// The page over real sockets: what is given out, and what is refused.
@Suite("The page over HTTP", .timeLimit(.minutes(2)))
struct PageServerTests {
    private let log = TimelineLog(life: "abc", head: Array("{}".utf8))

    @Test("The document comes with its policy, and is not kept, framed, guessed at or told about")
    func document() async throws {
        try await OpenPage.showing(log) { page in
            let answer = try await page.client.get("/?token=\(page.token)")
            #expect(answer.status == 200)
            #expect(answer.body == "<!doctype html><title>page</title>")
            #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
            #expect(answer.headers["content-security-policy"] == OpenPage.document.contentSecurityPolicy)
            #expect(answer.headers["cache-control"] == "no-store")
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            #expect(answer.headers["referrer-policy"] == "no-referrer")
            #expect(answer.headers["x-frame-options"] == "DENY")
            #expect(answer.headers["access-control-allow-origin"] == nil)
        }
    }

    @Test("A wrong token or none shows nothing, wherever it stands")
    func token() async throws {
        try await OpenPage.showing(log) { page in
            let wrong = String(page.token.reversed()) + "x"
            for target in ["/", "/?token=", "/?token=\(wrong)", "/?token=\(page.token)x", "/?tokens=\(page.token)"] {
                let answer = try await page.client.get(target)
                #expect(answer.status == 403)
                #expect(answer.headers["content-type"] == "text/plain; charset=utf-8")
                #expect(answer.body.contains("token"))
                #expect(!answer.body.contains(page.token))
            }
            for path in ["/devices", "/devices/1/events", "/devices/1/messages/0"] {
                let answer = try await page.client.get("\(path)?token=\(wrong)")
                #expect(answer.status == 403)
                #expect(answer.body.hasPrefix("{\"error\":"))
                let status = try await page.client.get(path, ["Authorization: Bearer \(wrong)"]).status
                #expect(status == 403)
            }
            let status = try await page.client.get("/devices", ["Authorization: Bearer \(page.token)"]).status
            #expect(status == 200)
            let inAddress = try await page.client.post(
                "/devices/1/actions?token=\(page.token)", "{\"action\":\"play\"}", ["Content-Type: application/json"])
            #expect(inAddress.status == 403, "a command takes its token in a header only")
        }
    }

    @Test("Unknown addresses, devices and messages are 404, and other methods 405 with Allow")
    func addresses() async throws {
        try await OpenPage.showing(log) { page in
            for target in ["/x?token=\(page.token)", "/favicon.ico", "/devices/1?token=\(page.token)"] {
                let status = try await page.client.get(target).status
                #expect(status == 404)
            }
            for path in ["/devices/2/events", "/devices/2/messages/0", "/devices/1/messages/0"] {
                let answer = try await page.client.get("\(path)?token=\(page.token)")
                #expect(answer.status == 404)
                #expect(answer.body.hasPrefix("{\"error\":"))
            }
            let devices = try await page.client.get("/devices?token=\(page.token)")
            #expect(devices.body == "{\"devices\":[{\"id\":\"1\",\"title\":\"A life\"}]}")
            for (method, target, allowed) in [
                ("POST", "/", "GET"), ("DELETE", "/devices", "GET"), ("HEAD", "/", "GET"),
                ("GET", "/devices/1/actions", "POST"), ("OPTIONS", "/devices/1/actions", "POST"),
            ] {
                let answer = try await page.client.exchange(
                    "\(method) \(target)?token=\(page.token) HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 0")
                #expect(answer.status == 405, "\(method) \(target)")
                #expect(answer.headers["allow"] == allowed)
            }
            log.append(step: Array("{}".utf8), messages: [0: Array("<b>&</b>".utf8)])
            let message = try await page.client.get("/devices/1/messages/0?token=\(page.token)")
            #expect(message.body == "<b>&</b>")
            #expect(message.headers["content-type"] == "text/plain; charset=utf-8")
        }
    }

    @Test("Another host name is refused, so that no page can lead its own name here")
    func host() async throws {
        try await OpenPage.showing(log) { page in
            for host in ["evil.example", "evil.example:\(page.client.port)", "127.0.0.1.evil.example", "[::2]"] {
                let answer = try await page.client.exchange("GET /?token=\(page.token) HTTP/1.1\nHost: \(host)")
                #expect(answer.status == 421)
                #expect(!answer.body.contains("evil"))
            }
            let status = try await page.client.exchange("GET /?token=\(page.token) HTTP/1.1\nHost: localhost").status
            #expect(status == 200)
        }
    }

    @Test("A request of another page is refused although it has the token")
    func origin() async throws {
        try await OpenPage.playing(try Lives.bundled(), speed: .times(1)) { page in
            func status(_ origin: String) async throws -> Int {
                try await page.client.post(
                    "/devices/1/actions", "{\"action\":\"pause\"}",
                    ["Authorization: Bearer \(page.token)", "Content-Type: application/json", "Origin: \(origin)"]
                ).status
            }
            for origin in [
                "http://evil.example", "null", "https://127.0.0.1:\(page.client.port)",
                "http://127.0.0.1:\(page.client.port + 1)",
            ] {
                let refused = try await status(origin)
                #expect(refused == 403, "\(origin)")
            }
            let taken = try await status("http://127.0.0.1:\(page.client.port)")
            #expect(taken == 200)
        }
    }

    @Test("Commands that are too long, no JSON or unknown are refused, and the life goes on")
    func commands() async throws {
        try await OpenPage.playing(try Lives.bundled(), speed: .times(1)) { page in
            let long = "{\"action\":\"play\",\"x\":\"" + String(repeating: "x", count: 5_000) + "\"}"
            let tooLong = try await page.act(long)
            #expect(tooLong.status == 413)
            let lying = try await page.client.exchange(
                "POST /devices/1/actions HTTP/1.1\nHost: 127.0.0.1\nAuthorization: Bearer \(page.token)\n"
                    + "Content-Type: application/json\nContent-Length: 99999999")
            #expect(lying.status == 413)
            let form = try await page.client.post(
                "/devices/1/actions", "action=play",
                ["Authorization: Bearer \(page.token)", "Content-Type: application/x-www-form-urlencoded"])
            #expect(form.status == 415)
            for body in ["", "{", "{\"action\":\"fly\"}", "{\"action\":\"speed\",\"speed\":-1}"] {
                let answer = try await page.act(body)
                #expect(answer.status == 400)
                #expect(answer.body.contains("\"hint\""))
            }
            let withBody = try await page.client.exchange(
                "GET /?token=\(page.token) HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 3", body: "abc")
            #expect(withBody.status == 413)
            let taken = try await page.act("{\"action\":\"pause\"}")
            #expect(taken.status == 200)
        }
    }

    @Test("What is no HTTP, and headers without end, are refused or cut off")
    func abuse() async throws {
        try await OpenPage.showing(log) { page in
            let long = String(repeating: "x", count: 100_000)
            for text in [
                "GET / HTTP/1.1\nHost: 127.0.0.1\nX: \(long)", "\u{16}\u{3}\u{1}\u{0}", "GET /\(long) HTTP/1.1",
            ] {
                let answer = try? await page.client.exchange(text)
                #expect(answer?.status != 200)
            }
            let many = (0..<200).map { "X\($0): 1" }.joined(separator: "\n")
            let answer = try? await page.client.exchange("GET / HTTP/1.1\nHost: 127.0.0.1\n\(many)")
            #expect(answer?.status != 200)
            let status = try await page.client.get("/?token=\(page.token)").status
            #expect(status == 200)
        }
    }

    @Test("A device that can only be watched refuses commands with 405")
    func watchedOnly() async throws {
        try await OpenPage.showing(log) { page in
            let answer = try await page.act("{\"action\":\"play\"}")
            #expect(answer.status == 405)
            #expect(answer.body.contains("only be watched"))
        }
    }

    @Test("A port in use is told with what to do, and so is an address of another machine")
    func portInUse() async throws {
        try await OpenPage.showing(log) { page in
            let fault = await #expect(throws: PageServerFault.self) {
                try await page.server.run(port: page.client.port) { _ in Issue.record("two servers at one port") }
            }
            #expect(fault?.code == .portInUse)
            #expect(fault?.message == "port \(page.client.port) of 127.0.0.1 is in use")
            var generator = SystemRandomNumberGenerator()
            let elsewhere = PageServer(
                OpenPage.document, lives: page.server.lives, token: PageToken(using: &generator), host: "192.0.2.1")
            let other = await #expect(throws: PageServerFault.self) { try await elsewhere.run(port: 0) { _ in } }
            #expect(other?.code == .address)
            #expect(!elsewhere.isLoopback)
        }
    }

    @Test("The loopback address of IPv6 serves as well")
    func loopback6() async throws {
        try await OpenPage.showing(log, host: "::1") { page in
            #expect(page.server.address(port: 1).hasPrefix("http://[::1]:1/?token="))
            #expect(page.server.isLoopback)
            let status = try await page.client.get("/?token=\(page.token)").status
            #expect(status == 200)
        }
    }

    @Test("A silent connection is closed after its time")
    func silence() async throws {
        var limits = PageLimits()
        limits.idle = .milliseconds(300)
        try await OpenPage.showing(log, limits: limits) { page in
            let start = ContinuousClock.now
            try await page.client.withChannel { inbound, _ in for try await _ in inbound {} }
            #expect(ContinuousClock.now - start < .seconds(20))
        }
    }
}
