import SyncML

/// A Chal as a client understands it (oma-dm.md 2.11).
public struct Challenge: Hashable, Sendable {
    public var type: AuthenticationType
    /// nil for basic, and where the server forgot it.
    public var nonce: Nonce?

    public init(type: AuthenticationType, nonce: Nonce? = nil) {
        self.type = type
        self.nonce = nonce
    }

    /// Why a Chal cannot be answered.
    public enum Fault: Error, Hashable, Sendable {
        /// No Type at all.
        case noType
        /// A type that nobody plays, as written.
        case unknownType(String)
    }

    public init(_ chal: Chal) throws(Fault) {
        guard let text = chal.meta.type, !text.isEmpty else { throw .noType }
        guard let type = AuthenticationType(rawValue: text) else { throw .unknownType(text) }
        self.init(type: type, nonce: chal.meta.nextNonce.map { Nonce(text: $0) })
    }

    /// The element. Format b64 is stated (DM-AUTH-06).
    public var chal: Chal { Chal(meta: Meta(format: "b64", type: type.rawValue, nextNonce: nonce?.text)) }
}
