import Notation

/// The pages of the browser leg (enrollment.md 5): the form that asks for user and password, and the end page that posts
/// `wresult` to the app.
enum LoginPage {
    /// - Parameter failed: whether the last attempt was wrong.
    static func form(appID: String, user: String, failed: Bool) -> String {
        let note = failed ? "<p role=\"alert\">The user or the password is wrong.</p>" : ""
        return page(
            "Sign in",
            """
            <h1>Sign in</h1><p>This is a test server of Espalier.</p>\(note)
            <form method="post" action="\(escaped(ServiceAddresses.loginPath))">
            <input type="hidden" name="appru" value="\(escaped(appID))">
            <p><label>User <input type="email" name="login" value="\(escaped(user))" autocomplete="username"></label></p>
            <p><label>Password <input type="password" name="password" autocomplete="current-password"></label></p>
            <p><button type="submit">Sign in</button></p></form>
            """)
    }

    /// ENR-11: the form posts to the app id that was given.
    static func end(appID: String, token: String) -> String {
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Signed in</title></head>\
        <body onload="document.forms[0].submit()"><form method="post" action="\(escaped(appID))">\
        <input type="hidden" name="wresult" value="\(escaped(token))">\
        <noscript><button type="submit">Go on</button></noscript></form></body></html>
        """
    }

    private static func page(_ title: String, _ body: String) -> String {
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(escaped(title))</title></head>\
        <body>\(body)</body></html>
        """
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// Names and values of a query, or of a form that was posted (application/x-www-form-urlencoded).
struct FormFields: Hashable, Sendable {
    private let fields: [(name: String, value: String)]

    /// The most fields that are looked at.
    private static let limit = 64

    /// What is no UTF-8, or has a broken escape, is left out.
    init(_ text: String) {
        fields = text.split(separator: "&").prefix(Self.limit).compactMap { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]),
                let value = parts.count == 2 ? Self.decoded(parts[1]) : ""
            else { return nil }
            return (name, value)
        }
    }

    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    private static func decoded(_ text: Substring) -> String? {
        PercentCoding.decode(text.replacing("+", with: "%20")[...])
    }

    static func == (left: FormFields, right: FormFields) -> Bool {
        left.fields.elementsEqual(right.fields, by: ==)
    }

    func hash(into hasher: inout Hasher) { for field in fields { hasher.combine(field.name) } }
}
