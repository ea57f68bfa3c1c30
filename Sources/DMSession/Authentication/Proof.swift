import ProtocolProfile
import SyncML

/// What a message carries to prove its sender.
public enum Proof: Hashable, Sendable {
    /// An element of the SyncHdr.
    case cred(Cred)
    /// A header beside the body; there is no Cred then (DM-MAC-03).
    case mac(BodySigner)
}

extension Credential {
    /// What proves this credential.
    ///
    /// - Parameter nonce: not used by basic.
    func proof(_ type: AuthenticationType, nonce: Nonce, _ ambiguities: Ambiguities) -> Proof {
        switch type {
        case .basic:
            // Only md5 needs a Format; the samples show it for basic as well (oma-dm.md 8 A32).
            let format = ambiguities.basicFormat == .b64 ? "b64" : nil
            return .cred(
                Cred(
                    meta: Meta(format: format, type: type.rawValue),
                    data: ItemData(Digest.basic(name: name, secret: secret))))
        case .md5:
            let digest = Digest.md5(name: name, secret: secret, nonce: nonce.hashed(ambiguities.nonceForm))
            return .cred(Cred(meta: Meta(format: "b64", type: type.rawValue), data: ItemData(digest)))
        case .mac:
            return .mac(
                BodySigner(
                    credential: self, nonce: nonce.hashed(ambiguities.nonceForm), macText: ambiguities.macText))
        }
    }
}

extension Nonce {
    /// What enters a digest: octets, or the text as faulty peers do (oma-dm.md 8 A25).
    func hashed(_ form: Ambiguities.NonceForm) -> [UInt8] {
        switch form {
        case .octets: octets
        case .text: undecoded
        }
    }
}

/// Makes the `x-syncml-hmac` header of a message when its bytes are there: the mac covers the whole body exactly as it
/// travels (DM-MAC-02), so the session cannot make it itself.
public struct BodySigner: Hashable, Sendable {
    private let credential: Credential
    private let nonce: [UInt8]
    private let macText: Ambiguities.MACText

    /// - Parameter nonce: the octets that enter the digest.
    public init(credential: Credential, nonce: [UInt8], macText: Ambiguities.MACText) {
        self.credential = credential
        self.nonce = nonce
        self.macText = macText
    }

    /// The value of the header for a body.
    public func header(for body: [UInt8]) -> String {
        let mac = Digest.mac(name: credential.name, secret: credential.secret, nonce: nonce, body: body)
        return MACHeader(username: credential.name, mac: MACHeader.text(of: mac, macText)).value
    }
}

extension BodySigner: CustomStringConvertible, CustomReflectable {
    /// Without the nonce and the secret.
    public var description: String { "signer with the \(credential)" }
    public var customMirror: Mirror { Mirror(self, children: ["credential": credential]) }
}

/// What the transport knows beside a message that came in: the value of its `x-syncml-hmac` header, and the bytes that
/// the mac covers.
public struct BodySignature: Hashable, Sendable {
    /// nil when the message has no such header.
    public var header: String?
    /// The body as it came, before WBXML or anything else was undone.
    public var body: [UInt8]

    public init(header: String?, body: [UInt8]) {
        self.header = header
        self.body = body
    }
}
