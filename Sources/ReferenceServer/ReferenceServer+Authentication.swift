import DMSession
import ESP
import ProtocolProfile
import SyncML

/// The proofs of both sides (oma-dm.md 2.11): the server challenges its client, and proves itself when it is to.
extension ReferenceServer {
    /// What the client's credentials come to.
    enum Verdict {
        case accepted(status: Int, chal: Chal?)
        /// Nothing of the message is executed (DM-AUTH-11).
        case refused(status: Int, chal: Chal?)
    }

    /// The nonces, from the account at first.
    var proofs: Progress.Proofs? {
        get {
            progress.proofs
                ?? account.map {
                    Progress.Proofs(
                        client: $0.client.nonce, server: $0.server.nonce,
                        source: NonceSource(seed: Array("\($0.server.name) \($0.client.name)".utf8)))
                }
        }
        set { progress.proofs = newValue }
    }

    /// A session begins: nobody is known yet.
    mutating func beginProofs(_ now: DeviceTime) {
        guard authentication != nil else { return }
        proofs?.isClientKnown = false
        proofs?.isServerKnown = false
        proofs?.hasProvedItself = false
        proofs?.refusals = 0
        if makes(.forgetsNonce, now) { _ = nextClientNonce() }
    }

    private func makes(_ kind: Authentication.Mistake.Kind, _ now: DeviceTime) -> Bool {
        authentication?.makes(kind, now) ?? false
    }

    private mutating func nextClientNonce() -> Nonce? {
        let next = proofs?.source.next()
        if let next { proofs?.client = next }
        return next
    }

    // MARK: The client

    mutating func judge(_ message: Message, _ body: [UInt8], _ signature: String?, _ now: DeviceTime) -> Verdict {
        guard let authentication, let account, let known = proofs, !known.isClientKnown else {
            return .accepted(status: 200, chal: nil)
        }
        let isOffered = message.header?.cred != nil || signature != nil
        let isRight =
            isOffered && isProved(message, body, signature, account.client, known.client, now)
            && !(makes(.changesType, now) && known.refusals > 0)
        return isRight ? accept(authentication, now) : refuse(authentication, isOffered ? 401 : 407, now)
    }

    private func isProved(
        _ message: Message, _ body: [UInt8], _ signature: String?, _ client: Credential, _ nonce: Nonce,
        _ now: DeviceTime
    ) -> Bool {
        guard let authentication else { return true }
        var client = client
        if makes(.otherSecret, now) { client.secret += "-other" }
        let hashed: [UInt8] =
            switch authentication.ambiguities.nonceForm {
            case .octets: makes(.undecodedNonce, now) ? nonce.undecoded : nonce.octets
            case .text: nonce.undecoded
            }
        let cred = message.header?.cred
        let data = cred?.data?.content ?? ""
        switch authentication.type {
        case .basic:
            return cred?.meta?.type == AuthenticationType.basic.rawValue
                && data == Digest.basic(name: client.name, secret: client.secret)
        case .md5:
            return cred?.meta?.type == AuthenticationType.md5.rawValue
                && data == Digest.md5(name: client.name, secret: client.secret, nonce: hashed)
        case .mac:
            let signer = BodySigner(
                credential: client, nonce: hashed, macText: authentication.ambiguities.macText)
            guard let signature, let sent = try? MACHeader(parsing: signature),
                let right = try? MACHeader(parsing: signer.header(for: body))
            else { return false }
            return sent == right
        }
    }

    private mutating func accept(_ authentication: Authentication, _ now: DeviceTime) -> Verdict {
        let isForSession = authentication.extent == .session || makes(.sessionMAC, now)
        if isForSession { proofs?.isClientKnown = true }
        let status = isForSession ? 212 : 200
        guard authentication.type != .basic, !makes(.noNextNonce, now) else {
            return .accepted(status: status, chal: nil)
        }
        return .accepted(status: status, chal: Challenge(type: authentication.type, nonce: nextClientNonce()).chal)
    }

    private mutating func refuse(_ authentication: Authentication, _ status: Int, _ now: DeviceTime) -> Verdict {
        let isAgain = (proofs?.refusals ?? 0) > 0
        proofs?.refusals += 1
        progress.session.hasPackage1 = false
        guard !makes(.noChallenge, now) else { return .refused(status: status, chal: nil) }
        guard !makes(.unknownType, now) else {
            return .refused(status: status, chal: Chal(meta: Meta(format: "b64", type: "syncml:auth-X509")))
        }
        var type = authentication.type
        if isAgain, makes(.changesType, now) { type = type == .basic ? .md5 : .basic }
        let nonce = type == .basic ? nil : nextClientNonce()
        return .refused(status: status, chal: Challenge(type: type, nonce: nonce).chal)
    }

    // MARK: The server

    /// Takes what the client says to the server's credentials.
    mutating func readVerdict(of message: Message) {
        for case .status(let status) in message.commands where status.cmdRef == "0" {
            if let nonce = status.chal?.meta.nextNonce { proofs?.server = Nonce(text: nonce) }
            switch status.data?.content {
            case "212": proofs?.isServerKnown = true
            case "401", "407": takeBack()
            default: break
            }
        }
    }

    /// The Cred of the next message, and the name that goes with it.
    func ownCred(_ now: DeviceTime) -> (cred: Cred, name: String?)? {
        guard let own = ownCredential(now), let authentication, let proofs else { return nil }
        switch authentication.type {
        case .basic:
            return (
                Cred(
                    meta: Meta(format: "b64", type: AuthenticationType.basic.rawValue),
                    data: ItemData(Digest.basic(name: own.name, secret: own.secret))), nil
            )
        case .md5:
            let digest = Digest.md5(
                name: own.name, secret: own.secret, nonce: hashed(proofs.server, authentication.ambiguities))
            return (
                Cred(meta: Meta(format: "b64", type: AuthenticationType.md5.rawValue), data: ItemData(digest)),
                own.name
            )
        case .mac: return nil
        }
    }

    /// The `x-syncml-hmac` header of a message of ours.
    func ownSignature(_ body: [UInt8], _ now: DeviceTime) -> String? {
        guard let own = ownCredential(now), let authentication, authentication.type == .mac, let proofs else {
            return nil
        }
        return BodySigner(
            credential: own, nonce: hashed(proofs.server, authentication.ambiguities),
            macText: authentication.ambiguities.macText
        ).header(for: body)
    }

    private func ownCredential(_ now: DeviceTime) -> Credential? {
        guard let authentication, authentication.isMutual, var own = account?.server, let proofs,
            !proofs.isServerKnown, !(makes(.leavesOwnOut, now) && proofs.hasProvedItself)
        else { return nil }
        if makes(.otherOwnSecret, now) { own.secret += "-other" }
        return own
    }

    private func hashed(_ nonce: Nonce, _ ambiguities: Ambiguities) -> [UInt8] {
        switch ambiguities.nonceForm {
        case .octets: nonce.octets
        case .text: nonce.undecoded
        }
    }
}
