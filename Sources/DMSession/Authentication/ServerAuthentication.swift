import ProtocolProfile
import SyncML

/// How the server proves itself to the client in one session (oma-dm.md 2.11, enrollment.md 14.5): the client verifies
/// what the server sent and challenges it.
public struct ServerAuthentication: Hashable, Sendable {
    /// When the server has to prove itself.
    public enum Demand: Hashable, Sendable, Codable {
        /// Only what the server offers is verified: its TLS certificate has proved it already. Windows's way.
        case ifOffered
        /// A server without credentials is challenged.
        case always
    }

    public enum State: Hashable, Sendable {
        /// Nothing was offered yet.
        case none
        /// Challenged with this nonce.
        case challenged(Nonce)
        /// We said 212: no more credentials in this session.
        case authenticatedForSession
        /// MAC: every message proves itself anew, with this nonce.
        case authenticatedForMessage(Nonce)
        case failed
    }

    /// What the client answers to a SyncHdr.
    public enum Verdict: Hashable, Sendable {
        /// The message is executed. The Status of the SyncHdr is 200 or 212, with a Chal where a nonce follows.
        case accepted(status: Int, chal: Chal?)
        /// Nothing of the message is executed; every command of it is answered with this status, 401 or 407
        /// (DM-AUTH-11).
        case refused(status: Int, chal: Chal)
        /// The server failed too often: the session ends.
        case ends

        /// How one asks nothing and promises nothing.
        public static let plain = Verdict.accepted(status: 200, chal: nil)
    }

    /// A server is refused this often before the client gives up (DM-AUTH-17: a failed attempt gets one more challenge
    /// with a fresh nonce; that the third refusal ends the session is our choice).
    private static let mostRefusals = 3

    public private(set) var state: State = .none
    /// SRVCRED, with the nonce for the next digest: what the caller keeps for the next session.
    public private(set) var credential: Credential?
    private let demand: Demand
    var ambiguities: Ambiguities
    private var nonces: NonceSource
    private var refusals = 0
    /// MAC once the server used it: a message without the header is refused then (DM-MAC-05).
    private var expectsMAC = false
    /// As it was before the last Chal was made.
    private var nonceBefore: Nonce?

    /// - Parameters:
    ///   - credential: SRVCRED of the account; nil when the account has none, and nobody can be verified or challenged.
    ///   - nonces: fresh for this session.
    public init(
        _ credential: Credential?, demand: Demand = .ifOffered, nonces: NonceSource,
        ambiguities: Ambiguities = Ambiguities(.windows)
    ) {
        self.credential = credential
        self.demand = demand
        self.nonces = nonces
        self.ambiguities = ambiguities
        expectsMAC = credential?.kind == .hmac
    }

    /// Judges a message of the server before anything of it is executed.
    ///
    /// - Parameters:
    ///   - signature: what the transport says; nil when nobody asked it.
    ///   - diagnostics: gets what the server did wrong.
    public mutating func judge(
        _ message: Message, signature: BodySignature?, _ diagnostics: inout [Diagnostic]
    ) -> Verdict {
        if case .failed = state { return .ends }
        nonceBefore = nil
        guard let credential else { return .plain }
        if let header = signature?.header, let signature {
            return judge(mac: header, body: signature.body, message, credential, &diagnostics)
        }
        switch state {
        case .authenticatedForSession: return .plain
        case .none, .challenged, .authenticatedForMessage, .failed: break
        }
        if expectsMAC, demand == .always || state != .none {
            diagnostics.append(AuthenticationText.serverMACMissing(message))
            return refuse(401, credential, message)
        }
        guard let cred = message.header?.cred else {
            switch (demand, state) {
            case (.ifOffered, .none): return .plain
            case (.always, _), (.ifOffered, .challenged), (.ifOffered, .authenticatedForMessage),
                (.ifOffered, .authenticatedForSession), (.ifOffered, .failed):
                return refuse(407, credential, message)
            }
        }
        return judge(cred, message, credential, &diagnostics)
    }

    /// The last Chal was not sent.
    mutating func withdraw() {
        guard let nonce = nonceBefore else { return }
        credential?.nonce = nonce
        nonceBefore = nil
    }

    /// A nonce for a Chal, which is the one that the server's next digest is made with.
    private mutating func nextNonce() -> Nonce {
        let next = nonces.next()
        nonceBefore = credential?.nonce
        credential?.nonce = next
        return next
    }

    /// What to challenge the server with.
    private func challengeType(_ credential: Credential) -> AuthenticationType {
        switch credential.kind {
        case .basic: .basic
        case .digest: expectsMAC ? .mac : .md5
        case .hmac: .mac
        }
    }

    /// The nonce that the server's next digest should be made with.
    private func expectedNonce(_ credential: Credential) -> Nonce {
        switch state {
        case .challenged(let nonce), .authenticatedForMessage(let nonce): nonce
        case .none, .authenticatedForSession, .failed: credential.nonce
        }
    }

    // MARK: Cred

    private mutating func judge(
        _ cred: Cred, _ message: Message, _ credential: Credential, _ diagnostics: inout [Diagnostic]
    ) -> Verdict {
        let type = cred.meta?.type.flatMap(AuthenticationType.init)
        let data = cred.data?.content.trimmedASCII ?? ""
        let nonce = expectedNonce(credential)
        let isRight: Bool
        switch type {
        case .basic where credential.serves(.basic):
            isRight = data == Digest.basic(name: credential.name, secret: credential.secret)
        case .md5 where credential.serves(.md5):
            AuthenticationText.check(cred, message, &diagnostics)
            isRight =
                data
                == Digest.md5(
                    name: credential.name, secret: credential.secret, nonce: nonce.hashed(ambiguities.nonceForm))
            if !isRight,
                data == Digest.md5(name: credential.name, secret: credential.secret, nonce: nonce.undecoded)
            {
                diagnostics.append(AuthenticationText.undecodedNonce(message))
            }
        case .basic, .md5, .mac, nil:
            diagnostics.append(AuthenticationText.serverType(cred.meta?.type ?? "", message))
            return refuse(401, credential, message)
        }
        guard isRight else {
            diagnostics.append(AuthenticationText.serverRefused(message))
            return refuse(401, credential, message)
        }
        state = .authenticatedForSession
        guard type == .md5 else { return .accepted(status: 212, chal: nil) }
        let next = nextNonce()
        return .accepted(status: 212, chal: Challenge(type: .md5, nonce: next).chal)
    }

    // MARK: x-syncml-hmac

    private mutating func judge(
        mac header: String, body: [UInt8], _ message: Message, _ credential: Credential,
        _ diagnostics: inout [Diagnostic]
    ) -> Verdict {
        expectsMAC = true
        if message.header?.cred != nil { diagnostics.append(AuthenticationText.credBesideMAC(message)) }
        let nonce = expectedNonce(credential)
        let parsed: MACHeader
        do throws(MACHeader.Fault) { parsed = try MACHeader(parsing: header) } catch {
            diagnostics.append(AuthenticationText.macHeader(error, message))
            return refuse(401, credential, message)
        }
        let macText = ambiguities.macText
        func mac(_ nonce: [UInt8]) -> String {
            MACHeader.text(
                of: Digest.mac(name: credential.name, secret: credential.secret, nonce: nonce, body: body), macText)
        }
        guard credential.serves(.mac), parsed.username == credential.name,
            parsed.mac == mac(nonce.hashed(ambiguities.nonceForm))
        else {
            if parsed.mac == mac(nonce.undecoded) { diagnostics.append(AuthenticationText.undecodedNonce(message)) }
            diagnostics.append(AuthenticationText.serverRefused(message))
            return refuse(401, credential, message)
        }
        let next = nextNonce()
        state = .authenticatedForMessage(next)
        return .accepted(status: 200, chal: Challenge(type: .mac, nonce: next).chal)
    }

    // MARK: Refusing

    private mutating func refuse(_ status: Int, _ credential: Credential, _ message: Message) -> Verdict {
        // A server that failed and has nothing to execute and nothing to ask is not challenged (DM-AUTH-14).
        guard message.asksForSomething else { return .plain }
        refusals += 1
        guard refusals < Self.mostRefusals else {
            state = .failed
            return .ends
        }
        let type = challengeType(credential)
        guard type != .basic else {
            state = .challenged(.empty)
            return .refused(status: status, chal: Challenge(type: .basic).chal)
        }
        // We made this nonce ourselves, so it is kept even if the server never comes back.
        let nonce = nextNonce()
        state = .challenged(nonce)
        return .refused(status: status, chal: Challenge(type: type, nonce: nonce).chal)
    }
}

extension Message {
    /// True when a message holds a command or a challenge, false for Statuses alone.
    var asksForSomething: Bool {
        commands.contains { command in
            switch command {
            case .status(let status): status.cmdRef == "0" && status.chal != nil && !status.isAccepting
            case .results: false
            case .add, .replace, .delete, .get, .copy, .exec, .alert, .atomic, .sequence, .unknown: true
            }
        }
    }
}

extension Status {
    /// True for 200 and 212 on a SyncHdr: a Chal then brings a nonce and asks for nothing.
    var isAccepting: Bool {
        let code = data?.content.trimmedASCII
        return code == "200" || code == "212"
    }
}
