import ProtocolProfile

extension SignedNotification {
    /// One look at a notification with what somebody knows of the account, for tools.
    public struct Check: Hashable, Sendable {
        public enum Outcome: String, Hashable, Sendable, CaseIterable {
            /// No secret was given.
            case notVerified
            case verified
            /// With the special nonce.
            case resynchronised
            case wrong
        }

        public var outcome: Outcome
        public var diagnostics: [Diagnostic]

        /// - Parameters:
        ///   - serverID: what the account has; nil when nobody knows.
        ///   - secret: nil when nobody knows, and nothing is verified.
        public init(
            _ signed: SignedNotification, serverID: String?, secret: String?, nonce: Nonce, resynchronises: Bool,
            ambiguities: Ambiguities = Ambiguities(.windows)
        ) {
            diagnostics = []
            if let serverID, serverID != signed.notification.serverID {
                diagnostics.append(NotificationText.unknownServer(signed.notification.serverID))
            }
            guard let secret else {
                outcome = .notVerified
                return
            }
            switch signed.verify(
                secret: secret, nonce: nonce, resynchronises: resynchronises, ambiguities: ambiguities)
            {
            case .stored: outcome = .verified
            case .special:
                outcome = .resynchronised
                diagnostics.append(NotificationText.resynchronised())
            case nil:
                outcome = .wrong
                diagnostics.append(
                    NotificationText.digest(
                        isUndecoded: signed.matchesUndecoded(secret: secret, nonce: nonce)))
            }
        }
    }
}
