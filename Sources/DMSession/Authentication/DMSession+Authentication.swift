import DMTree
import ProtocolProfile
import SyncML

/// Authentication of both sides within a session (oma-dm.md 2.11).
extension DMSession {
    /// The nonces and the type that both sides came to: what the caller keeps for the next session. Right at any time,
    /// after the end of the session too.
    public var credentials: Credentials {
        var credentials = clientAuthentication.credentials
        credentials.server = serverAuthentication.credential
        return credentials
    }

    /// Signs the message that `open` or `receive` gave last, once its bytes are there: the value of its
    /// `x-syncml-hmac` header. nil when the message carries no mac.
    public var signer: BodySigner? {
        if case .mac(let signer) = clientAuthentication.proof { signer } else { nil }
    }

    /// What the messages of this session carry is decided in the tree's dialect.
    mutating func adopt(_ profile: ProtocolProfile) {
        clientAuthentication.ambiguities = profile.ambiguities
        serverAuthentication.ambiguities = profile.ambiguities
    }

    /// Puts what proves the client into a header: Cred, and the user's name with md5 and MAC (DM-HDR-15). A mac stands
    /// beside the message (DM-MAC-03).
    func prove(_ header: inout SyncHdr) {
        if case .cred(let cred) = clientAuthentication.proof { header.cred = cred }
        if let name = clientAuthentication.userName { header.source?.locName = name }
    }

    /// Takes the server's answer to our SyncHdr and its own credentials.
    ///
    /// - Returns: true when the message has had its answer, or none is due: nothing of it is executed.
    mutating func authenticate(
        _ message: Message, _ signature: BodySignature?, _ exchange: inout Exchange, _ turn: inout Turn,
        _ tree: DeviceTree
    ) -> Bool {
        let end = judgeHeaderStatus(turn.received, &turn.diagnostics)
        if let end {
            state = .ended(end)
            turn.end = end
            return true
        }
        let verdict = serverAuthentication.judge(message, signature: signature, &turn.diagnostics)
        switch verdict {
        case .accepted(let status, let chal): exchange.headerAnswer = HeaderAnswer(status: status, chal: chal)
        case .refused(let status, let chal): exchange.headerAnswer = HeaderAnswer(status: status, chal: chal)
        case .ends:
            turn.diagnostics.append(AuthenticationText.serverGivenUp(message))
            close(&turn, exchange, 401, answering: message, .serverNotAuthenticated, tree.profile)
            return true
        }
        if repeatsPackage1 {
            repeatPackage1(answering: message, &exchange, &turn, tree)
            return true
        }
        guard case .refused(let status, _) = verdict else { return false }
        turn.outcomes = RefusedCommands.outcomes(
            message.commands, status: status, tree.profile.ambiguities)
        // A response to a failure holds nothing but Statuses (DM-AUTH-11), so it asks for no next message either.
        exchange.isRequestOpen = false
        answer(message, &exchange, &turn, tree)
        return true
    }

    /// The whole of package 1 again, with credentials, in the same session and behind a Status for the challenge
    /// (DM-SESS-22, enrollment.md 14.5). What was under way is dropped: the server begins anew.
    private mutating func repeatPackage1(
        answering message: Message, _ exchange: inout Exchange, _ turn: inout Turn, _ tree: DeviceTree
    ) {
        repeatsPackage1 = false
        if let command = message.commands.first(where: \.isNewCommand) {
            turn.diagnostics.append(AuthenticationText.commandsBesideChallenge(command))
        }
        exchange.outbox = Outbox()
        exchange.incoming = nil
        exchange.isRequestOpen = false
        exchange.isHolding = false
        exchange.sent += 1
        var builder = ReplyBuilder(msgRef: exchange.answered, profile: tree.profile, reportsOriginalError: false)
        builder.appendHeaderStatus(exchange.headerAnswer, for: message.header)
        turn.reply = Message(
            header: header(msgID: exchange.sent, address: exchange.address, profile: tree.profile),
            commands: builder.commands + openingCommands(tree), isFinal: true)
        state = .talking(exchange)
    }

    /// A Chal of ours that was not sent brought the server no nonce: the old one goes on to count.
    mutating func withdrawChallenge() { serverAuthentication.withdraw() }
}

/// What a SyncHdr of the server is answered with.
struct HeaderAnswer: Hashable, Sendable {
    var status = 200
    var chal: Chal?
}
