import XMLStream

/// `wsse:UsernameToken`: a user and a password in plain text (enrollment.md 6.1, OnPremise). A renewal has an empty password
/// (enrollment.md 10.1).
public struct UsernameToken: Hashable, Sendable {
    /// `u:Id`.
    public var id: String?
    public var username: TextElement?
    /// As written, white space kept; nil without the element.
    public var password: String?
    /// The Type of the password; the real client writes the attribute with the prefix `wsse`, and both are read.
    public var passwordType: String?

    /// The id that every Windows client sends.
    public static let windowsID = "uuid-cc1ccc1f-2fba-4bcf-b063-ffc0cac77917-4"
    public static let passwordText =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText"

    public init(
        id: String? = windowsID, username: TextElement?, password: String?, passwordType: String? = passwordText
    ) {
        self.id = id
        self.username = username
        self.password = password
        self.passwordType = passwordType
    }
}

extension UsernameToken: CustomStringConvertible {
    /// Without the password.
    public var description: String { "UsernameToken of \(username?.value ?? "nobody")" }
}

extension UsernameToken {
    init(_ element: Element) {
        let password = element["Password"]
        self.init(
            id: element.attribute(anyPrefix: "Id"), username: element.text("Username"), password: password?.text,
            passwordType: password?.attribute(anyPrefix: "Type"))
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("wsse:UsernameToken")
        if let id { writer.attribute("u:Id", id) }
        writer.leaf("wsse:Username", username)
        if let password {
            writer.start("wsse:Password")
            if let passwordType { writer.attribute("wsse:Type", passwordType) }
            writer.text(password)
            writer.end("wsse:Password")
        }
        writer.end("wsse:UsernameToken")
    }
}
