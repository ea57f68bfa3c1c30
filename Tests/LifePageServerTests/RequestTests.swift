import Testing

@testable import LifePageServer

/// What a request says, without a network.
@Suite("Requests to the page")
struct RequestTests {
    @Test("Addresses of docs/page.md, and no others")
    func addresses() {
        #expect(PageAddress(path: "/") == .document)
        #expect(PageAddress(path: "/devices") == .devices)
        #expect(PageAddress(path: "/devices/1/events") == .events(device: "1"))
        #expect(PageAddress(path: "/devices/a%20b/actions") == .actions(device: "a b"))
        #expect(PageAddress(path: "/devices/1/messages/17") == .message(device: "1", number: 17))
        for path in [
            "", "x", "//", "/x", "/devices/", "/devices/1", "/devices/1/events/", "/devices/1/messages/01",
            "/devices/1/messages/-1", "/devices/1/messages/x", "/devices/1/messages/99999999999999999999",
            "/../devices", "/favicon.ico",
        ] {
            #expect(PageAddress(path: path) == .nothing, "\(path)")
        }
    }

    @Test("On loopback only loopback names are answered, at any port")
    func loopbackHosts() {
        let check = HostCheck(host: "127.0.0.1")
        for host in ["127.0.0.1:8474", "localhost", "LOCALHOST:1", "[::1]:8474", "127.0.0.2", "[::1]"] {
            #expect(check.allows(authority: host), "\(host)")
        }
        for host in [
            "evil.example", "evil.example:8474", "192.168.1.2", "127.0.0.1.evil.example", "127.0.0.1@evil.example",
            "localhost:99999", "localhost:", "[::1", "[evil]:1", "", ":8474", "127.1", "[::2]", "127.evil.0.1",
        ] {
            #expect(!check.allows(authority: host), "\(host)")
        }
    }

    @Test("Beyond loopback addresses and the given name are answered, and no other name")
    func otherHosts() {
        let check = HostCheck(host: "lab.example")
        for host in ["lab.example:8474", "192.168.1.2:8474", "[fd00::1]:8474", "localhost"] {
            #expect(check.allows(authority: host), "\(host)")
        }
        #expect(!check.allows(authority: "evil.example:8474"))
        #expect(HostCheck(host: "0.0.0.0").allows(authority: "10.0.0.1:8474"))
    }

    @Test("Commands that are none are refused with what to do")
    func commands() throws {
        func command(_ text: String) throws(ActionInput.Fault) -> ConductorCommand {
            try ActionInput.command(Array(text.utf8))
        }
        #expect(try command("{\"action\":\"play\"}") == .play)
        #expect(try command("{\"action\":\"pause\"}") == .pause)
        #expect(try command("{\"action\":\"step\",\"more\":[]}") == .step)
        #expect(try command("{\"action\":\"speed\",\"speed\":60}") == .speed(.times(60)))
        #expect(try command("{\"action\":\"speed\",\"speed\":null}") == .speed(.unlimited))
        #expect(try command("{\"action\":\"press\",\"button\":\"tryAgain\"}") == .press(.tryAgain))
        for text in [
            "", "null", "[]", "{}", "{\"action\":1}", "{\"action\":\"fly\"}", "{\"action\":\"speed\"}",
            "{\"action\":\"speed\",\"speed\":0}", "{\"action\":\"speed\",\"speed\":-1}",
            "{\"action\":\"speed\",\"speed\":\"60\"}", "{\"action\":\"speed\",\"speed\":1e300}",
            "{\"action\":\"press\"}", "{\"action\":\"press\",\"button\":\"<b>\"}", "{\"action\":\"play\"",
        ] {
            let fault = #expect(throws: ActionInput.Fault.self, "\(text)") { try command(text) }
            #expect(fault?.hint.isEmpty == false)
            #expect(fault?.message.contains("<b>") == false)
        }
    }

    @Test("A command cut off at any byte is refused and nothing else")
    func truncation() throws {
        let whole = Array("{\"action\":\"press\",\"button\":\"tryAgain\"}".utf8)
        for length in 0..<whole.count {
            #expect(throws: ActionInput.Fault.self) { try ActionInput.command(Array(whole.prefix(length))) }
        }
    }

    @Test("The first value of a name counts, decoded")
    func queries() {
        let query = Query("token=a%20b&token=c&x&after=life:1")
        #expect(query["token"] == "a b")
        #expect(query["x"] == nil)
        #expect(query["after"] == "life:1")
    }
}
