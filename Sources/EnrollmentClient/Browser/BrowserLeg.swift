import HTTPExchange
import XMLStream

/// The sign-in page without a browser: redirects, cookies and forms, until a page posts `wresult` to the app (enrollment.md
/// 5). What the pages mean is nobody's business here.
public struct BrowserLeg: Hashable, Sendable {
    let appID: String
    let user: String
    let password: Secret?
    let headers: HTTPHeaders
    /// The request under way.
    private(set) var request: HTTPRequest?
    private(set) var redirects = 0
    private(set) var hasSignedIn = false

    init(appID: String, user: String, password: Secret?, headers: HTTPHeaders) {
        self.appID = appID
        self.user = user
        self.password = password
        self.headers = headers
    }

    enum Step {
        case request(HTTPRequest)
        case token(Secret)
        case failure(EnrollmentFailure)
    }

    /// The request for the first page.
    ///
    /// - Parameter cookies: kept from a leg before.
    mutating func open(_ page: HTTPURL, _ cookies: CookieJar, now: Int64) -> HTTPRequest {
        let url = page.appending(query: [("appru", appID), ("login_hint", user)])
        return send(HTTPRequest(.get, url, headers: headers), cookies, now: now)
    }

    mutating func received(_ response: HTTPResponse, _ cookies: inout CookieJar, now: Int64) -> Step {
        guard let request else { return .failure(.web("no page was asked for")) }
        cookies.take(response, from: request.url, now: now)
        switch response.status {
        case 301, 302, 303, 307, 308: return redirected(request, response, cookies, now: now)
        case 200..<300: return read(response, at: request.url, cookies, now: now)
        default:
            return .failure(
                .web(
                    "the sign-in page answers HTTP \(response.status)",
                    hint: response.status == 401
                        ? "show a page with a form: Windows authentication is not attempted here" : ""))
        }
    }

    // MARK: Redirects

    private mutating func redirected(
        _ request: HTTPRequest, _ response: HTTPResponse, _ cookies: CookieJar, now: Int64
    ) -> Step {
        let location = response.headers["Location"]
        guard let location, let target = request.url.resolving(location) else {
            return .failure(
                .web(
                    "a redirect of the sign-in page leads to no web address",
                    hint: "end with a page whose form posts wresult to \(appID)"))
        }
        guard target.scheme == .https || request.url.scheme == .http else {
            return .failure(.insecureRedirect(to: target, at: .authenticate))
        }
        redirects += 1
        guard redirects <= EnrollmentMachine.allowedRedirects else {
            return .failure(.tooManyRedirects(EnrollmentMachine.allowedRedirects, at: .authenticate))
        }
        // 307 and 308 keep the method; browsers turn a POST into a GET for the others.
        var next = HTTPRequest(.get, target, headers: headers)
        if response.status >= 307, request.method == .post {
            next.method = .post
            next.body = request.body
            next.headers.set("Content-Type", Self.formType)
        }
        return .request(send(next, cookies, now: now))
    }

    private mutating func send(_ request: HTTPRequest, _ cookies: CookieJar, now: Int64) -> HTTPRequest {
        var request = request
        request.headers.remove("Cookie")
        if let cookie = cookies.header(for: request.url, now: now) { request.headers.append("Cookie", cookie) }
        self.request = request
        return request
    }

    // MARK: Pages

    private mutating func read(
        _ response: HTTPResponse, at url: HTTPURL, _ cookies: CookieJar, now: Int64
    ) -> Step {
        let page: HTMLPage
        do throws(XMLError) { page = try HTMLPage(parsing: response.body) } catch {
            return .failure(.web("the sign-in page cannot be read: \(error.reason)"))
        }
        // ENR-11.
        if let end = page.forms.first(where: { $0.method == .post && $0.action == appID }) {
            guard let result = end.inputs.first(where: { $0.name == "wresult" }), !result.value.isEmpty else {
                return .failure(
                    .web(
                        "the form that posts to \(appID) has no wresult",
                        hint: "put the token into an input named wresult"))
            }
            return .token(Secret(result.value))
        }
        guard let form = page.forms.first(where: { $0.inputs.contains { $0.type == "password" } }) else {
            return .failure(noWay(page))
        }
        guard let password else {
            return .failure(
                .web(
                    "the sign-in page asks for a password, and none is given",
                    hint: "give a password, or the token itself"))
        }
        guard !hasSignedIn else {
            return .failure(
                .web("the sign-in page asks for the password again", hint: "give the right user and password"))
        }
        hasSignedIn = true
        let base = page.base.flatMap(url.resolving) ?? url
        guard let target = form.action.map({ $0.isEmpty ? url : base.resolving($0) }) ?? url else {
            return .failure(.web("the form of the sign-in page leads to no web address"))
        }
        guard target.scheme == .https || url.scheme == .http else {
            return .failure(.insecureRedirect(to: target, at: .authenticate))
        }
        return .request(send(filled(form, target, password), cookies, now: now))
    }

    private func noWay(_ page: HTMLPage) -> EnrollmentFailure {
        let title = page.title.map { " (\"\($0.prefix(80))\")" } ?? ""
        return .web(
            "the page\(title) has neither a form that posts wresult to \(appID) nor one for a password",
            hint: "end with a page whose form posts wresult to the appru of the first request")
    }

    // MARK: Forms

    static let formType = "application/x-www-form-urlencoded"

    /// The form as a browser sends it after the user typed name and password and pressed the first button.
    private func filled(_ form: HTMLForm, _ target: HTTPURL, _ password: Secret) -> HTTPRequest {
        let passwordIndex = form.inputs.firstIndex { $0.type == "password" } ?? 0
        let isName = { (input: HTMLForm.Input) in ["text", "email", "tel"].contains(input.type) && !input.isDisabled }
        let nameIndex =
            form.inputs[..<passwordIndex].firstIndex(where: isName) ?? form.inputs.firstIndex(where: isName)
        let button = form.inputs.firstIndex { ["submit", "image"].contains($0.type) && !$0.isDisabled }
        var fields: [(name: String, value: String)] = []
        for (index, input) in form.inputs.enumerated() {
            guard let name = input.name, !name.isEmpty, !input.isDisabled else { continue }
            switch input.type {
            case "checkbox", "radio":
                if input.isChecked { fields.append((name, input.value.isEmpty ? "on" : input.value)) }
            case "submit", "image": if index == button { fields.append((name, input.value)) }
            case "button", "reset", "file": break
            default:
                let value =
                    index == passwordIndex ? password.value : index == nameIndex ? user : input.value
                fields.append((name, value))
            }
        }
        switch form.method {
        case .get:
            var url = target
            url.query = nil
            return HTTPRequest(.get, url.appending(query: fields), headers: headers)
        case .post:
            var request = HTTPRequest(.post, target, headers: headers)
            request.headers.set("Content-Type", Self.formType)
            request.body = Array(
                fields.map { "\(HTTPURL.encoded($0.name))=\(HTTPURL.encoded($0.value))" }.joined(separator: "&").utf8)
            return request
        }
    }
}

extension BrowserLeg: CustomStringConvertible, CustomReflectable {
    /// Without requests and their bodies.
    public var description: String { "browser leg after \(redirects) redirects" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
