import ProtocolProfile
import SyncML

/// How the client proves itself to the server in one session (oma-dm.md 2.11, enrollment.md 14.5).
///
/// The session asks `proof` for each message it is about to send and tells `receive` each Status for a SyncHdr. The type
/// of authentication is settled by the first challenge, or by the server's yes to what the client offered unasked, and
/// does not change after that (DM-AUTH-13).
public struct ClientAuthentication: Hashable, Sendable {
    public enum State: Hashable, Sendable {
        /// Nothing was offered and nothing was asked for.
        case none
        /// Messages carry credentials that nobody asked for, made with the last nonce that is known.
        case offering(Attempt)
        /// The server asked: messages carry credentials until it answers.
        case challenged(Attempt)
        /// 212: no more credentials in this session.
        case authenticatedForSession(AuthenticationType)
        /// 200: every message carries credentials anew.
        case authenticatedForMessage(Attempt)
        case failed(Failure)
    }

    /// Credentials that are being sent.
    public struct Attempt: Hashable, Sendable {
        public var type: AuthenticationType
        public var credential: Credential
        public var nonce: Nonce

        public init(type: AuthenticationType, credential: Credential, nonce: Nonce) {
            self.type = type
            self.credential = credential
            self.nonce = nonce
        }
    }

    /// Why the client cannot go on. The session ends.
    public enum Failure: Hashable, Sendable {
        /// 401 or 407 without Chal, or with one that names no type (DM-AUTH-05).
        case noChallenge
        /// DM-AUTH-20.
        case unknownType(String)
        /// DM-AUTH-13.
        case typeChanged(from: AuthenticationType, to: AuthenticationType)
        /// The account has no credential that serves for the type.
        case noCredential(AuthenticationType)
        /// Credentials were refused twice: the second ones were made with a fresh nonce (DM-AUTH-17).
        case refusedTwice
        /// With MAC the server has to answer 200 and to send a new nonce with every message (DM-MAC-04).
        case macBroken
    }

    /// What a Status for a SyncHdr leads to.
    public enum Reaction: Hashable, Sendable {
        case goesOn
        /// Package 1 is sent again, with credentials, in the same session (DM-SESS-21, DM-SESS-22).
        case repeatsPackage1
        case ends(Failure)
    }

    /// Credentials are refused this often before the client gives up: the first ones may rest on a stale nonce, the
    /// second ones rest on a fresh one (DM-AUTH-17, enrollment.md 14.5).
    private static let mostRefusals = 2

    public private(set) var state: State
    /// What the caller keeps for the next session.
    public private(set) var credentials: Credentials
    var ambiguities: Ambiguities
    private var refusals = 0
    /// Settled by the first challenge, or by acceptance.
    private var type: AuthenticationType?

    public init(_ credentials: Credentials, ambiguities: Ambiguities = Ambiguities(.windows)) {
        self.credentials = credentials
        self.ambiguities = ambiguities
        if let type = credentials.opening, let credential = credentials.client(for: type) {
            state = .offering(Attempt(type: type, credential: credential, nonce: credential.nonce))
        } else {
            state = .none
        }
    }

    /// What the next message carries; nil for nothing.
    public var proof: Proof? {
        attempt.map { $0.credential.proof($0.type, nonce: $0.nonce, ambiguities) }
    }

    /// The user name for Source/LocName of the next message: with md5 and MAC (DM-HDR-15), and with basic nobody needs
    /// it.
    public var userName: String? {
        guard let attempt, attempt.type != .basic else { return nil }
        return attempt.credential.name
    }

    private var attempt: Attempt? {
        switch state {
        case .offering(let attempt), .challenged(let attempt), .authenticatedForMessage(let attempt): attempt
        case .none, .authenticatedForSession, .failed: nil
        }
    }

    /// Takes a Status that the server sent for one of our SyncHdrs.
    ///
    /// - Parameter diagnostics: gets what the server did wrong.
    public mutating func receive(_ status: Status, _ diagnostics: inout [Diagnostic]) -> Reaction {
        if case .failed(let failure) = state { return .ends(failure) }
        switch status.data?.content.trimmedASCII {
        case "401", "407": return challenged(by: status, &diagnostics)
        case "200": return accepted(status, forSession: false, &diagnostics)
        case "212": return accepted(status, forSession: true, &diagnostics)
        // Other codes say nothing about credentials.
        default: return .goesOn
        }
    }

    // MARK: 401 and 407

    private mutating func challenged(by status: Status, _ diagnostics: inout [Diagnostic]) -> Reaction {
        let tried = attempt
        if tried != nil { refusals += 1 }
        guard let chal = status.chal else { return fail(.noChallenge, status, &diagnostics) }
        let challenge: Challenge
        do throws(Challenge.Fault) { challenge = try Challenge(chal) } catch {
            switch error {
            case .noType: return fail(.noChallenge, status, &diagnostics)
            case .unknownType(let text): return fail(.unknownType(text), status, &diagnostics)
            }
        }
        AuthenticationText.check(chal, challenge, status, &diagnostics)
        if let type, type != challenge.type {
            return fail(.typeChanged(from: type, to: challenge.type), status, &diagnostics)
        }
        guard let credential = credentials.client(for: challenge.type) else {
            return fail(.noCredential(challenge.type), status, &diagnostics)
        }
        guard refusals < Self.mostRefusals else { return fail(.refusedTwice, status, &diagnostics) }
        if tried != nil { diagnostics.append(AuthenticationText.refused(status)) }
        type = challenge.type
        let nonce = challenge.nonce ?? credential.nonce
        // A nonce of a peer that is not authenticated may be used and is not kept (oma-dm.md 2.11); some clients keep
        // every nonce (8 A24).
        if ambiguities.nonceLife == .atOnce { keep(nonce, for: challenge.type) }
        state = .challenged(Attempt(type: challenge.type, credential: credential, nonce: nonce))
        return .repeatsPackage1
    }

    // MARK: 200 and 212

    private mutating func accepted(
        _ status: Status, forSession: Bool, _ diagnostics: inout [Diagnostic]
    ) -> Reaction {
        // Nothing was sent: the server knows us by our certificate and the code says nothing more than that.
        guard var attempt else { return .goesOn }
        let challenge = status.chal.flatMap { try? Challenge($0) }
        if let chal = status.chal, let challenge { AuthenticationText.check(chal, challenge, status, &diagnostics) }
        if attempt.type == .mac, forSession || challenge?.nonce == nil {
            return fail(.macBroken, status, &diagnostics)
        }
        if let type = challenge?.type, type != attempt.type {
            return fail(.typeChanged(from: attempt.type, to: type), status, &diagnostics)
        }
        type = attempt.type
        credentials.opening = attempt.type
        // Accepted credentials vouch for the nonce they were made with, so the last nonce is kept even if none follows.
        let next = challenge?.nonce ?? attempt.nonce
        keep(next, for: attempt.type)
        guard !forSession else {
            state = .authenticatedForSession(attempt.type)
            return .goesOn
        }
        if attempt.type == .md5, challenge?.nonce == nil { diagnostics.append(AuthenticationText.noNextNonce(status)) }
        attempt.nonce = next
        state = .authenticatedForMessage(attempt)
        return .goesOn
    }

    /// The nonce for the next session (DM-AUTH-10).
    private mutating func keep(_ nonce: Nonce, for type: AuthenticationType) {
        guard type != .basic, let index = credentials.client.firstIndex(where: { $0.serves(type) }) else { return }
        credentials.client[index].nonce = nonce
    }

    private mutating func fail(
        _ failure: Failure, _ status: Status, _ diagnostics: inout [Diagnostic]
    ) -> Reaction {
        state = .failed(failure)
        diagnostics.append(AuthenticationText.failure(failure, status))
        return .ends(failure)
    }
}
