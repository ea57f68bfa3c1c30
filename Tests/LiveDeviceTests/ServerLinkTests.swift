import Device
import HTTPExchange
import Testing

@testable import LiveDevice

/// One message on its way to a server on the network: enrollment.md 8.2, 14.3, 15.
struct ServerLinkTests {
    private let clock = TestClock()

    private func link(
        _ server: ScriptedServer, honours: Bool = true, signer: @escaping ServerLink.Signer = { _ in nil }
    )
        -> ServerLink
    {
        ServerLink(
            transport: server.transport, clock: clock, vector: CorrelationVector(base: "kQ3xv0a9Tk6pWb1s"),
            honoursRetryAfter: honours, signer: signer)
    }

    /// A link waits, so it is never called on a thread of the cooperative pool (docs/decisions/0011).
    private func respond(_ link: ServerLink, _ request: ManagementRequest) async -> ManagementResponse? {
        await onOwnThread { link.respond(to: request) }
    }

    private func request(
        addresses: [String] = ["https://a.test/dm"], to address: String? = nil, signs: Bool = false
    ) -> ManagementRequest {
        ManagementRequest(
            body: Array("<SyncML/>".utf8), address: address ?? addresses[0],
            frame: SessionFrame(
                signsMessages: signs, addresses: addresses,
                retries: .init(attempts: 2, initialBackOff: 1000, maxBackOff: 1500)))
    }

    @Test("enrollment.md 14.2, 14.3: a message is a POST with mode and Platform and the headers of its session")
    func post() async throws {
        let server = ScriptedServer([ScriptedServer.message("<a/>"), ScriptedServer.message("<b/>")])
        let link = link(server)
        #expect(await respond(link, request())?.body == Array("<a/>".utf8))
        #expect(await respond(link, request())?.body == Array("<b/>".utf8))
        let sent = server.requests
        #expect(sent[0].method == .post)
        #expect(sent[0].url.description == "https://a.test/dm?mode=Maintenance&Platform=WoA")
        #expect(sent.map { $0.headers["MS-CV"] } == ["kQ3xv0a9Tk6pWb1s.0.0.0", "kQ3xv0a9Tk6pWb1s.0.0.1"])
        #expect(link.takeExchanges().count == 2)
        #expect(link.takeExchanges().isEmpty)
    }

    @Test(
        "enrollment.md 8.2, 15: errors of the connection are tried again with a back-off that doubles up to its limit")
    func retries() async {
        let server = ScriptedServer([.fault(.connectionRefused), .fault(.timeout), ScriptedServer.message()])
        #expect(await respond(link(server), request()) != nil)
        #expect(clock.waits == [1000, 1500])
    }

    @Test("Another fault is final: a certificate that is not trusted does not become so by trying again")
    func untrusted() async {
        let server = ScriptedServer([.fault(.certificateUntrusted), ScriptedServer.message()])
        let link = link(server)
        #expect(await respond(link, request()) == nil)
        #expect(link.silence?.isEmpty == false)
        #expect(server.requests.count == 1)
        #expect(clock.waits.isEmpty)
    }

    @Test("enrollment.md 15: after the attempts comes the next address, and the one that worked is remembered")
    func addressList() async {
        let refused = ScriptedServer.Answer.fault(.connectionRefused)
        let server = ScriptedServer([
            refused, refused, refused, ScriptedServer.message(), ScriptedServer.message(),
        ])
        let link = link(server)
        let request = request(addresses: ["https://a.test/dm", "https://b.test/dm"])
        #expect(await respond(link, request) != nil)
        #expect(await respond(link, request) != nil)
        #expect(server.requests.map(\.url.host) == ["a.test", "a.test", "a.test", "b.test", "b.test"])
        #expect(link.memory.workingAddress == "https://b.test/dm")
    }

    @Test("DM-HDR-10: a RespURI is the session's own address; the list of the account does not count for it")
    func respURI() async {
        let server = ScriptedServer([ScriptedServer.message()])
        let link = link(server)
        #expect(await respond(link, request(to: "https://c.test/dm/2")) != nil)
        #expect(server.requests[0].url.description == "https://c.test/dm/2?mode=Maintenance&Platform=WoA")
        #expect(link.memory.workingAddress == nil)
    }

    @Test("enrollment.md 14.3: after 429 the same message goes out again once Retry-After is over")
    func retryAfter() async {
        let busy = ScriptedServer.message("", status: 429, ["Retry-After": "7"])
        let server = ScriptedServer([busy, ScriptedServer.message("<a/>")])
        #expect(await respond(link(server), request())?.body == Array("<a/>".utf8))
        #expect(clock.waits == [7000])
        #expect(server.requests[0].body == server.requests[1].body)
        let old = ScriptedServer([busy, ScriptedServer.message()])
        let link = link(old, honours: false)
        #expect(await respond(link, request()) == nil)
        #expect(link.silence == "HTTP 429")
    }

    @Test("A server that puts a message off for ever is given up")
    func endless() async {
        let busy = ScriptedServer.message("", status: 429, ["Retry-After": "1"])
        let server = ScriptedServer(Array(repeating: busy, count: 100))
        #expect(await respond(link(server), request()) == nil)
        #expect(server.requests.count == 11)
        let far = ScriptedServer([ScriptedServer.message("", status: 429, ["Retry-After": "86400"])])
        #expect(await respond(link(far), request()) == nil)
    }

    @Test(
        "DM-MSG-13: an answer in another content type is no answer", arguments: ["text/html", "application/soap+xml"])
    func contentType(type: String) async {
        let server = ScriptedServer([ScriptedServer.message("<html/>", status: 200, ["Content-Type": type])])
        let link = link(server)
        #expect(await respond(link, request()) == nil)
        #expect(link.silence?.contains(type) == true)
    }

    @Test(
        "DM-MSG-13: both DM types are taken, with parameters, and the one that Accept names beside them",
        arguments: [
            "application/vnd.syncml.dm+xml; charset=utf-8", "application/vnd.syncml.dm+wbxml",
            "application/octet-stream",
        ])
    func contentTypes(type: String) async {
        let server = ScriptedServer([ScriptedServer.message("x", status: 200, ["Content-Type": type])])
        #expect(await respond(link(server), request()) != nil)
    }

    @Test("enrollment.md 14.6: an empty answer with 200 is an answer, whatever its type")
    func empty() async {
        let server = ScriptedServer([.response(HTTPResponse(200))])
        #expect(await respond(link(server), request())?.body.isEmpty == true)
    }

    @Test("A redirect of HTTP is not followed: a session is moved by RespURI", arguments: [301, 302, 307, 308])
    func redirect(status: Int) async {
        let server = ScriptedServer([ScriptedServer.message("", status: status, ["Location": "https://b.test/"])])
        let link = link(server)
        #expect(await respond(link, request()) == nil)
        #expect(link.silence?.contains("RespURI") == true)
        #expect(server.requests.count == 1)
    }

    @Test("enrollment.md 14.3: RequireMessageSigning adds MDM-Signature over the body that is sent")
    func signature() async {
        let server = ScriptedServer([ScriptedServer.message(), ScriptedServer.message()])
        let link = link(server) { body in "signed \(body.count)" }
        _ = await respond(link, request(signs: true))
        _ = await respond(link, request())
        #expect(server.requests.map { $0.headers["MDM-Signature"] } == ["signed 9", nil])
    }

    @Test("An address that is none of HTTP is said to be one")
    func noAddress() async {
        let link = link(ScriptedServer([]))
        #expect(await respond(link, request(addresses: ["ldap://a.test"])) == nil)
        #expect(link.silence?.contains("ldap://a.test") == true)
    }
}
