import Notation

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension RecordedSession {
    /// The user of a capture whose tokens name nobody: there is one.
    static let onlyUser = "user"

    /// The UPN, or the object id, in the AADUserToken of package 1 (windows-csp.md 5.4); nil without a token that can be
    /// read. Nobody checks the signature.
    var user: String? {
        let token = openingAlert("com.microsoft/MDM/AADUserToken")?.items.first?.data?.content ?? ""
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2 else { return nil }
        var payload = String(parts[1]).replacing("-", with: "+").replacing("_", with: "/")
        payload += String(repeating: "=", count: (4 - payload.utf8.count % 4) % 4)
        guard let octets = Base64.decode(payload),
            let claims = try? JSONDecoder().decode(TokenClaims.self, from: Data(octets))
        else { return nil }
        return (claims.upn ?? claims.oid)?.lowercased()
    }
}

/// What a token says of its user.
private struct TokenClaims: Decodable {
    var upn: String?
    var oid: String?
}
