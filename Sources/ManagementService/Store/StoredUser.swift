import Enrollment
import Hashing

/// A user as the records hold one: the password only as a salted digest.
struct StoredUser: Hashable, Sendable {
    var name: String
    var salt: [UInt8]
    /// HMAC-SHA-256 of the password under the salt; nil: no password.
    var digest: [UInt8]?
    /// A name of `SOAPFault.Kind` or of `DeviceEnrollmentServiceError.ErrorType`.
    var refusal: String?

    init(name: String, salt: [UInt8], digest: [UInt8]?, refusal: String?) {
        self.name = name
        self.salt = salt
        self.digest = digest
        self.refusal = refusal
    }

    init(_ user: ServerSettings.User, salt: [UInt8]) {
        let refusal: String? =
            switch user.refusal {
            case .kind(let kind): kind.rawValue
            case .error(let error): error.rawValue
            case nil: nil
            }
        self.init(
            name: user.name, salt: salt, digest: user.password.map { Self.digest($0, salt) }, refusal: refusal)
    }

    static func digest(_ password: String, _ salt: [UInt8]) -> [UInt8] {
        HMAC<SHA256>.code(of: Array(password.utf8), key: salt)
    }

    func hasPassword(_ password: String) -> Bool {
        digest.map { Secrets.areEqual($0, Self.digest(password, salt)) } ?? false
    }
}

extension StoredUser: CustomStringConvertible, CustomReflectable {
    /// Without the digest.
    var description: String { "user \(name)" }
    var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}
