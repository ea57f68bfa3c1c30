import SyncML

/// What the server says about our messages.
extension DMSession {
    static func statuses(in message: Message) -> [Status] {
        message.commands.compactMap { if case .status(let status) = $0 { status } else { nil } }
    }

    /// The Status for our SyncHdr: the one place where it is judged. A code that nobody defined counts by its first
    /// digit (DM-STAT-15).
    ///
    /// - Returns: why the session cannot go on; nil when it can.
    mutating func judgeHeaderStatus(_ statuses: [Status], _ diagnostics: inout [Diagnostic]) -> SessionEnd? {
        guard let status = statuses.first(where: { $0.cmdRef == "0" }) else { return nil }
        let text = status.data?.content.trimmedASCII ?? ""
        switch clientAuthentication.receive(status, &diagnostics) {
        case .goesOn: break
        case .repeatsPackage1:
            repeatsPackage1 = true
            return nil
        case .ends(let failure): return .clientNotAuthenticated(failure)
        }
        switch StatusClass(status) {
        case .failure: diagnostics.append(SessionText.headerRefusedByServer(status, text))
        case .informational, .success, .redirection, nil: break
        }
        return nil
    }

    /// The server's answer to a chunk of ours: whatever is no failure asks for the next one (oma-dm.md 2.9 rule 6).
    func judgeChunkStatus(
        _ statuses: [Status], _ exchange: inout Exchange, _ diagnostics: inout [Diagnostic]
    ) {
        guard let object = exchange.outbox.object else { return }
        let msgRef = String(exchange.sent)
        let status = statuses.first { $0.cmd == "Results" && $0.msgRef == msgRef }
        guard let status, StatusClass(status) == .failure else { return }
        exchange.outbox.dropObject()
        diagnostics.append(SessionText.chunkRefused(status, object.source))
    }
}

/// What a status code says by its first digit (oma-dm.md 4.1, class rule).
enum StatusClass: Hashable, Sendable {
    case informational
    case success
    case redirection
    /// 4xx, and 5xx.
    case failure

    /// nil when Data is no code.
    init?(_ status: Status) {
        guard let code = StatusCode(status.data?.content ?? "") else { return nil }
        switch code.rawValue {
        case 100...199: self = .informational
        case 200...299: self = .success
        case 300...399: self = .redirection
        case 400...599: self = .failure
        default: return nil
        }
    }
}
