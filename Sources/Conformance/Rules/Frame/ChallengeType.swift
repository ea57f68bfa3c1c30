import DMSession
import SyncML

extension Rule {
    static let challengeType = Rule(
        "authentication.type-unknown", .error, "A challenge of a type that the client cannot do.",
        requirements: ["DM-AUTH-20"], reference: "oma-dm.md 2.11",
        check: .message { linted in
            guard let status = linted.message.headerStatus, let type = status.chal?.meta.type, !type.isEmpty,
                AuthenticationType(caseInsensitive: type) == nil
            else { return [] }
            return [
                Breach(
                    at: status.origin, commandID: status.cmdID,
                    "the challenge asks for \"\(type)\", which the client cannot do; the session ends",
                    hint: "ask for syncml:auth-md5 or syncml:auth-basic")
            ]
        })
}

extension AuthenticationType {
    init?(caseInsensitive text: String) {
        guard let type = Self.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) else {
            return nil
        }
        self = type
    }
}
