import EnrollmentClient
import Foundation
import HTTPExchange
import Testing

/// The cookies of the browser leg (enrollment.md 5; RFC 6265).
@Suite struct CookieJarTests {
    private let page = HTTPURL(scheme: .https, host: "login.example.test", path: "/mdm/page")

    private func jar(_ fields: String..., from url: HTTPURL? = nil, now: Int64 = 1_000) -> CookieJar {
        var jar = CookieJar()
        jar.take(
            HTTPResponse(200, headers: HTTPHeaders(fields.map { HTTPHeaders.Field("Set-Cookie", $0) })),
            from: url ?? page, now: now)
        return jar
    }

    private func header(_ jar: CookieJar, _ url: String, now: Int64 = 1_000) throws -> String? {
        jar.header(for: try #require(HTTPURL(url)), now: now)
    }

    @Test("A cookie without Domain goes to its host alone, below its path")
    func hostOnly() throws {
        let jar = jar("a=1")
        #expect(try header(jar, "https://login.example.test/mdm/other") == "a=1")
        #expect(try header(jar, "https://login.example.test/mdm") == "a=1")
        #expect(try header(jar, "https://login.example.test/mdmother") == nil)
        #expect(try header(jar, "https://login.example.test/") == nil)
        #expect(try header(jar, "https://sub.login.example.test/mdm/") == nil)
    }

    @Test("A Domain covers what is below it, and nobody speaks for another")
    func domain() throws {
        let jar = jar("a=1; Domain=.Example.test; Path=/")
        #expect(try header(jar, "https://other.example.test/") == "a=1")
        #expect(try header(jar, "https://badexample.test/") == nil)
        for foreign in ["other.test", "test", "sub.login.example.test"] {
            #expect(self.jar("a=1; Domain=\(foreign); Path=/").cookies.isEmpty)
        }
    }

    @Test("A secure cookie does not go over http, and is not taken from there")
    func secure() throws {
        #expect(try header(jar("a=1; Path=/; Secure"), "http://login.example.test/") == nil)
        let plain = HTTPURL(scheme: .http, host: "login.example.test")
        #expect(jar("a=1; Secure", from: plain).cookies.isEmpty)
    }

    @Test(
        "The end of a cookie: Max-Age before Expires, past ends delete",
        arguments: [
            ("Max-Age=10", 1_009, true), ("Max-Age=10", 1_010, false), ("Max-Age=0", 1_000, false),
            ("Expires=Thu, 01 Jan 1970 00:20:00 GMT", 1_199, true),
            ("Expires=Thu, 01 Jan 1970 00:20:00 GMT", 1_200, false),
            ("Expires=Thu, 01-Jan-70 00:00:00 GMT", 1_000, false), ("Expires=soon", 9_999_999, true),
            ("Max-Age=10; Expires=Thu, 01 Jan 1970 00:00:00 GMT", 1_005, true),
            ("Max-Age=9223372036854775807", 2_000, true),
            ("Max-Age=-9223372036854775808", 1_000, false),
        ])
    func ends(attribute: String, time: Int64, isThere: Bool) throws {
        let jar = jar("a=1; Path=/; \(attribute)")
        #expect(try header(jar, "https://login.example.test/", now: time) == (isThere ? "a=1" : nil))
    }

    @Test("The same name, domain and path replaces; longer paths come first")
    func order() throws {
        let jar = jar("a=1; Path=/", "b=2; Path=/mdm", "a=3; Path=/")
        #expect(try header(jar, "https://login.example.test/mdm/") == "b=2; a=3")
    }

    @Test("What is no cookie is passed over", arguments: ["", "novalue", "=x", "; Path=/", "a"])
    func odd(field: String) {
        #expect(jar(field).cookies.isEmpty)
    }

    @Test("Number and size are bounded")
    func bounds() {
        var jar = CookieJar()
        for count in 0..<500 {
            jar.take(
                HTTPResponse(
                    200,
                    headers: [
                        "Set-Cookie": "c\(count)=1", "set-cookie": "long=\(String(repeating: "x", count: 9_000))",
                    ]),
                from: page, now: 0)
        }
        #expect(jar.cookies.count == CookieJar.capacity)
        #expect(jar.cookies.last?.name == "c499")
    }

    @Test("A session's cookies go with it; the others are saved and loaded")
    func saving() throws {
        var jar = jar("a=1", "b=2; Max-Age=60")
        #expect(try JSONDecoder().decode(CookieJar.self, from: JSONEncoder().encode(jar)) == jar)
        jar.endSession()
        #expect(jar.cookies.map(\.name) == ["b"])
    }

    @Test("No value stands in a description")
    func secrets() {
        let jar = jar("a=hush-hush")
        #expect(!"\(jar) \(jar.cookies)".contains("hush-hush"))
        #expect(!String(reflecting: jar).contains("hush-hush"))
    }
}
