import Capture
import HTTPExchange
import Notation

/// The login page of Federated: a page that asks, and one that gives the token to the app (enrollment.md 5).
struct LoginService: Sendable {
    let settings: ServerSettings
    let randomness: Randomness

    /// The page that asks; or at once the end page, when the settings have a user who need not log in.
    func show(
        _ request: HTTPRequest, _ records: any ServerRecords, now: CaptureTime
    ) throws(StoreFault) -> HTTPResponse {
        let query = FormFields(request.url.query ?? "")
        guard let appID = query["appru"], Self.isApp(appID) else { return Self.noApp }
        if let user = settings.federation.automaticUser {
            return try finish(appID, user, records, now)
        }
        return Self.page(200, LoginPage.form(appID: appID, user: query["login_hint"] ?? "", failed: false))
    }

    /// User and password come back.
    func logIn(
        _ request: HTTPRequest, _ records: any ServerRecords, now: CaptureTime
    ) throws(StoreFault) -> HTTPResponse {
        guard request.headers.mediaType == "application/x-www-form-urlencoded",
            let text = String(validating: request.body, as: UTF8.self)
        else { return Self.plain(415, "The login page takes a form.") }
        let form = FormFields(text)
        guard let appID = form["appru"], Self.isApp(appID) else { return Self.noApp }
        let name = form["login"] ?? ""
        guard let user = try records.user(name), user.hasPassword(form["password"] ?? "") else {
            return Self.page(200, LoginPage.form(appID: appID, user: name, failed: true))
        }
        return try finish(appID, user.name, records, now)
    }

    private func finish(
        _ appID: String, _ user: String, _ records: any ServerRecords, _ now: CaptureTime
    ) throws(StoreFault) -> HTTPResponse {
        let fixed = settings.federation.tokens.first { $0.value == user }?.key
        let token = fixed ?? Base64.encode(randomness.bytes(24))
        if fixed == nil {
            let end = CaptureTime(
                microseconds: now.microseconds + settings.limits.loginTokenSeconds * 1_000_000)
            try records.addToken(Secrets.digest(ofToken: token), user: user, expires: end)
        }
        return Self.page(200, LoginPage.end(appID: appID, token: token))
    }

    /// A token goes to the app of Windows, never to a page on the web.
    private static func isApp(_ appID: String) -> Bool {
        appID.hasPrefix("ms-app://") && (10...256).contains(appID.utf8.count)
    }

    private static let noApp = plain(400, "The query has no appru of the form ms-app://name.")

    private static func page(_ status: Int, _ html: String) -> HTTPResponse {
        HTTPResponse(
            status,
            headers: [
                "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store",
                "Referrer-Policy": "no-referrer",
                "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY",
            ], body: Array(html.utf8))
    }

    private static func plain(_ status: Int, _ text: String) -> HTTPResponse {
        HTTPResponse(
            status, headers: ["Content-Type": "text/plain; charset=utf-8"], body: Array("\(text)\n".utf8))
    }
}
