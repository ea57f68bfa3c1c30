import HTTPExchange
import Testing

@Suite struct HTTPURLTests {
    @Test(
        "An address is read, and written as it was",
        arguments: [
            "https://mdm.example.test/dm", "https://mdm.example.test:8443/dm?tenant=1", "http://10.0.0.1/",
            "https://[::1]:8443/EnrollmentServer/Discovery.svc",
        ])
    func roundTrip(text: String) throws {
        let url = try #require(HTTPURL(text))
        #expect(url.description == text)
    }

    @Test(
        "What is no absolute address is refused",
        arguments: [
            "", "mdm.example.test/dm", "ftp://mdm.example.test/", "https://", "https:///dm", "https://a:0/",
            "https://a:70000/",
            "https://user@mdm.example.test/", "https://a b/", "https://é.test/", "https://[::1/", "https://[zz]/",
        ])
    func refused(text: String) { #expect(HTTPURL(text) == nil) }

    @Test("Host carries the port only where it is not the scheme's own")
    func authority() {
        #expect(HTTPURL("https://A.test:443/x")?.authority == "a.test")
        #expect(HTTPURL("https://a.test:8443/x")?.authority == "a.test:8443")
        #expect(HTTPURL("http://[::1]:443/x")?.authority == "[::1]:443")
    }

    @Test("enrollment.md 14.2: a query that is there already is kept, and more is appended with &")
    func query() throws {
        let plain = try #require(HTTPURL("https://a.test/dm"))
        let mode = [(name: "mode", value: "Maintenance"), (name: "Platform", value: "WoA")]
        #expect(plain.appending(query: mode).target == "/dm?mode=Maintenance&Platform=WoA")
        let other = try #require(HTTPURL("https://a.test/dm?id=7"))
        #expect(other.appending(query: mode).target == "/dm?id=7&mode=Maintenance&Platform=WoA")
        // The documented query of the browser leg (enrollment.md 17.1).
        let login = [
            (name: "appru", value: "ms-app://windows.immersivecontrolpanel"),
            (name: "login_hint", value: "ada@example.test"),
        ]
        #expect(
            plain.appending(query: login).query
                == "appru=ms-app%3A%2F%2Fwindows.immersivecontrolpanel&login_hint=ada%40example.test")
    }

    @Test(
        "Where a Location leads",
        arguments: [
            ("https://b.test/x", "https://b.test/x"), ("//b.test/x", "https://b.test/x"),
            ("/x?y=1", "https://a.test:8443/x?y=1"),
            ("c", "https://a.test:8443/one/c"), ("../c?d", "https://a.test:8443/c?d"),
            ("?z", "https://a.test:8443/one/two?z"),
            ("./", "https://a.test:8443/one/"), ("http://a.test/", "http://a.test/"),
        ])
    func location(reference: String, target: String) throws {
        let base = try #require(HTTPURL("https://a.test:8443/one/two?q"))
        #expect(base.resolving(reference)?.description == target)
    }

    @Test("A Location that leads out of HTTP leads nowhere")
    func elsewhere() throws {
        let base = try #require(HTTPURL("https://a.test/"))
        #expect(base.resolving("ms-app://windows") == nil)
    }
}
