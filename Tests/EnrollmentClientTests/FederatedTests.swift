import EnrollmentClient
import HTTPExchange
import Notation
import Testing

/// The browser leg without a browser (enrollment.md 5).
@Suite struct FederatedTests {
    private func atPage(_ credentials: UserCredentials = UserCredentials(user: "ada@example.test")) throws -> Puppet {
        var puppet = Puppet.atDiscover(Fixture.configuration(credentials))
        try puppet.discover(Fixture.discoverResponse(.federated))
        return puppet
    }

    private static let loginForm: String = """
        <html><title>Sign in</title><form method=post action="/login?step=2"><input type=hidden name=csrf value="a&amp;b">
        <input name=user><input type=password name=pass><input type=checkbox name=keep>
        <input type=submit name=go value=Go><input type=submit name=cancel value=Cancel></form></html>
        """

    private func body(_ request: HTTPRequest?) -> String { String(decoding: request?.body ?? [], as: UTF8.self) }

    @Test("enrollment.md 5: an address with a query gets more of it")
    func query() throws {
        var puppet = Puppet.atDiscover()
        try puppet.discover(
            Fixture.discoverResponse(.federated, authenticationService: "https://login.example.test/mdm?tenant=7"))
        #expect(
            puppet.request?.url.query
                == "tenant=7&appru=ms-app%3A%2F%2Fwindows.immersivecontrolpanel&login_hint=ada%40example.test")
    }

    @Test("ENR-11: the token is taken from the form that posts to the appru, whatever else the page has")
    func token() throws {
        var puppet = try atPage()
        puppet.receive(
            Fixture.page(
                """
                <form action="/other" method=post><input name=wresult value=wrong></form>
                <form action="ms-app://windows.immersivecontrolpanel"><input name=wresult value=get></form>
                <form action="ms-app://windows.immersivecontrolpanel" method=POST><input name=x><input name=wresult value="a &lt; b"></form>
                """))
        let token = try #require(puppet.message?.header.security?.binarySecurityToken)
        #expect(token.octets == Array("a < b".utf8))
    }

    @Test("enrollment.md 5: another app id is asked with and looked for")
    func appID() throws {
        var configuration = Fixture.configuration()
        configuration.appID = "ms-app://another"
        var puppet = Puppet.atDiscover(configuration)
        try puppet.discover(Fixture.discoverResponse(.federated))
        #expect(puppet.request?.url.query?.contains("appru=ms-app%3A%2F%2Fanother") == true)
        puppet.receive(Fixture.endPage)
        #expect(puppet.failure?.symbol == .webAuthenticationError)
    }

    @Test(
        "enrollment.md 5: redirects are followed with cookies, as browsers change the method",
        arguments: [
            (302, HTTPRequest.Method.get), (303, .get), (307, .post), (308, .post),
        ])
    func redirects(status: Int, method: HTTPRequest.Method) throws {
        var puppet = try atPage(Fixture.password)
        var response = Fixture.redirect(to: "https://sts.example.test/start")
        response.headers.append("Set-Cookie", "leg=1; Path=/; Secure")
        puppet.receive(response)
        #expect(puppet.request?.url.description == "https://sts.example.test/start")
        #expect(puppet.request?.headers["Cookie"] == nil)
        puppet.receive(Fixture.redirect(to: "https://login.example.test/form"))
        #expect(puppet.request?.headers["Cookie"] == "leg=1")
        puppet.receive(Fixture.page(Self.loginForm))
        #expect(puppet.request?.method == .post)
        puppet.receive(Fixture.redirect(to: "/next", status: status))
        #expect(puppet.request?.method == method)
        #expect(puppet.request?.body.isEmpty == (method == .get))
        #expect(puppet.request?.headers["Content-Type"] == (method == .get ? nil : "application/x-www-form-urlencoded"))
    }

    @Test("enrollment.md 5: twenty redirects are followed, and no more")
    func loop() throws {
        var puppet = try atPage()
        for count in 1...20 {
            puppet.receive(Fixture.redirect(to: "/\(count)"))
            #expect(puppet.request != nil)
        }
        puppet.receive(Fixture.redirect(to: "/21"))
        #expect(puppet.failure?.hresult == HRESULT(0x8018_000F))
        #expect(puppet.failure?.message.contains("20") == true)
    }

    @Test("enrollment.md 5, 9.2: a redirect to http is refused")
    func insecure() throws {
        var puppet = try atPage()
        puppet.receive(Fixture.redirect(to: "http://login.example.test/"))
        #expect(puppet.failure?.symbol == .insecureRedirect)
    }

    @Test("enrollment.md 5: the first form with a password field is filled and sent")
    func login() throws {
        var puppet = try atPage(UserCredentials(user: "ada@example.test", password: Secret("p&ss word")))
        puppet.receive(Fixture.page(Self.loginForm))
        #expect(puppet.request?.method == .post)
        #expect(puppet.request?.url.description == "https://login.example.test/login?step=2")
        #expect(puppet.request?.headers["Content-Type"] == "application/x-www-form-urlencoded")
        #expect(body(puppet.request) == "csrf=a%26b&user=ada%40example.test&pass=p%26ss%20word&go=Go")
        puppet.receive(Fixture.endPage)
        #expect(puppet.message?.header.security?.binarySecurityToken?.text == "dG9rLTkxYzImdj0x")
    }

    @Test("A form by GET puts its fields in place of the query; base says where a page lives")
    func getForm() throws {
        var puppet = try atPage(Fixture.password)
        puppet.receive(
            Fixture.page(
                "<base href='https://sts.example.test/a/'><form action='login?old=1'><input type=email name=u><input type=password name=p></form>"
            ))
        #expect(puppet.request?.method == .get)
        #expect(
            puppet.request?.url.description == "https://sts.example.test/a/login?u=ada%40example.test&p=pa55")
    }

    @Test("A password form that posts to http is not filled")
    func insecureForm() throws {
        var puppet = try atPage(Fixture.password)
        puppet.receive(
            Fixture.page("<form method=post action='http://login.example.test/'><input type=password name=p></form>"))
        #expect(puppet.failure?.symbol == .insecureRedirect)
    }

    @Test(
        "enrollment.md 5: what cannot be gone through ends with 0x8018000F",
        arguments: [
            ("<p>Hello</p>", true), ("<form action=x><input name=a></form>", true), ("", true), (Self.loginForm, false),
            ("<form method=post action='ms-app://windows.immersivecontrolpanel'></form>", true),
            ("<form method=post action='ms-app://windows.immersivecontrolpanel'><input name=wresult></form>", true),
            ("<form action='mailto:a@b.example'><input type=password name=p></form>", true),
            (String(repeating: "<div>", count: 300), true),
        ])
    func noWay(html: String, hasPassword: Bool) throws {
        var puppet = try atPage(hasPassword ? Fixture.password : UserCredentials(user: "ada@example.test"))
        puppet.receive(Fixture.page(html))
        #expect(puppet.failure?.hresult == HRESULT(0x8018_000F))
        #expect(puppet.failure?.symbol?.name == "MENROLL_E_WAB_ERROR")
        #expect(puppet.failure?.step == .authenticate)
    }

    @Test("enrollment.md 5: a status, a redirect to nowhere and a fault of the network end with 0x8018000F")
    func broken() throws {
        for status in [401, 404, 500] {
            var puppet = try atPage()
            puppet.receive(HTTPResponse(status))
            #expect(puppet.failure?.symbol == .webAuthenticationError)
        }
        for location in ["ms-app://windows.immersivecontrolpanel?wresult=1", "https://"] {
            var puppet = try atPage()
            puppet.receive(Fixture.redirect(to: location))
            #expect(puppet.failure?.symbol == .webAuthenticationError)
        }
        var puppet = try atPage()
        puppet.event { $0.failed(ExchangeFault(.certificateUntrusted, in: .handshake, message: "untrusted")) }
        #expect(puppet.failure?.symbol == .webAuthenticationError)
        #expect(puppet.failure?.message.contains("untrusted") == true)
    }

    @Test("A page that asks for the password again ends the leg")
    func wrongPassword() throws {
        var puppet = try atPage(Fixture.password)
        puppet.receive(Fixture.page(Self.loginForm))
        puppet.receive(Fixture.page(Self.loginForm))
        #expect(puppet.failure?.symbol == .webAuthenticationError)
    }

    @Test("enrollment.md 5: closing the page is 0x80180030, and cancelling elsewhere 0x8018002A")
    func cancelled() throws {
        var puppet = try atPage()
        puppet.event { $0.cancelled() }
        #expect(puppet.failure?.hresult == HRESULT(0x8018_0030))
        var other = Puppet.atDiscover()
        other.event { $0.cancelled() }
        #expect(other.failure?.hresult == HRESULT(0x8018_002A))
    }

    @Test("enrollment.md 5: a given wresult skips the leg")
    func given() throws {
        let puppet = try atPage(UserCredentials(user: "ada@example.test", federatedToken: Secret("tok-91c2&v=1")))
        #expect(puppet.message?.header.security?.binarySecurityToken?.text == "dG9rLTkxYzImdj0x")
    }

    @Test("Cookies of the device outlive an enrolment")
    func cookies() throws {
        var puppet = try atPage()
        var response = Fixture.endPage
        response.headers.append("Set-Cookie", "known=1; Max-Age=3600; Path=/")
        puppet.receive(response)
        var configuration = Fixture.configuration()
        configuration.cookies = puppet.machine.configuration.cookies
        var again = Puppet.atDiscover(configuration)
        try again.discover(Fixture.discoverResponse(.federated))
        #expect(again.request?.headers["Cookie"] == "known=1")
    }
}
