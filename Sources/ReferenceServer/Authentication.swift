import DMSession
import ESP
import ProtocolProfile

extension ReferenceServer {
    /// What both sides were given with enrolment: the server's copy of the DM account (oma-dm.md 3.7).
    public struct Account: Hashable, Sendable {
        /// CLCRED, with the nonce for the first digest.
        public var client: Credential
        /// SRVCRED; its name is the server's id.
        public var server: Credential

        public init(client: Credential, server: Credential) {
            self.client = client
            self.server = server
        }
    }

    /// How the server wants its client to prove itself inside SyncML, and whether it does so itself (oma-dm.md 2.11).
    public struct Authentication: Hashable, Sendable {
        /// For how long credentials that are right count.
        public enum Extent: String, Hashable, Sendable, CaseIterable {
            /// 212.
            case session
            /// 200: every message proves itself anew. The only way of a mac.
            case message
        }

        public var type: AuthenticationType
        public var extent: Extent
        /// The server sends credentials of its own.
        public var isMutual: Bool
        public var mistakes: [Mistake]
        /// The forms of digests that are spoken (oma-dm.md 8 A25, A31).
        public var ambiguities = Ambiguities(.windows)

        public init(
            _ type: AuthenticationType, extent: Extent = .session, isMutual: Bool = false, mistakes: [Mistake] = []
        ) {
            self.type = type
            self.extent = type == .mac ? .message : extent
            self.isMutual = isMutual
            self.mistakes = mistakes
        }

        /// Something that servers do wrong with credentials, for a while.
        public struct Mistake: Hashable, Sendable {
            public enum Kind: String, Hashable, Sendable, CaseIterable {
                /// The server has another secret of the client than the client: it is refused.
                case otherSecret
                /// The server lost the client's nonce when a session begins: one refusal, with a fresh nonce.
                case forgetsNonce
                /// The server hashes the text of the client's nonce, not its octets (DM-AUTH-04).
                case undecodedNonce
                /// 200 or 212 brings no NextNonce.
                case noNextNonce
                /// 401 and 407 bring no Chal (DM-AUTH-05).
                case noChallenge
                /// The Chal names a type that nobody plays (DM-AUTH-20).
                case unknownType
                /// The second Chal of a session names another type than the first (DM-AUTH-13).
                case changesType
                /// 212 for a mac (DM-MAC-04).
                case sessionMAC
                /// The server proves itself with another secret than the account has.
                case otherOwnSecret
                /// The server leaves its own credentials out, once it has sent some in an earlier message.
                case leavesOwnOut
            }

            public var kind: Kind
            public var from: DeviceTime
            /// The first instant at which the server does right again.
            public var to: DeviceTime

            public init(_ kind: Kind, from: DeviceTime = .zero, to: DeviceTime = DeviceTime(milliseconds: .max)) {
                self.kind = kind
                self.from = from
                self.to = to
            }
        }

        func makes(_ kind: Mistake.Kind, _ now: DeviceTime) -> Bool {
            mistakes.contains { $0.kind == kind && $0.from <= now && now < $0.to }
        }
    }
}
