#if canImport(FoundationEssentials)
import Notation
import FoundationEssentials
#else
import Foundation
#endif

/// What the embedded server reads of an AADUserToken: whose it is. The signature is not checked, because nobody signs
/// the tokens of emulated users.
struct UserToken: Decodable {
    /// The user's name.
    let upn: String

    /// - Parameter text: a JWT.
    /// - Returns: nil when the text is none, or names nobody.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2 else { return nil }
        var payload = String(parts[1]).replacing("-", with: "+").replacing("_", with: "/")
        payload += String(repeating: "=", count: (4 - payload.utf8.count % 4) % 4)
        guard let octets = Base64.decode(payload, passingOver: .nothing),
            let token = try? JSONDecoder().decode(UserToken.self, from: Data(octets)), !token.upn.isEmpty
        else { return nil }
        self = token
    }
}
