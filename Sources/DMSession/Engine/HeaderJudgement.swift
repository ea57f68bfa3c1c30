import ProtocolProfile
import SyncML

/// What the SyncHdr of a server's message comes to: the Status that answers it.
enum HeaderJudgement: Hashable, Sendable {
    /// 200.
    case accepted
    /// Nothing of the message is executed; the answer is this Status and Alert 1223. Our choice: the standard names the
    /// status only.
    case refused(status: Int)
}

extension DMSession {
    /// Compares the header of a message with what the session expects, and remembers what it says about the server.
    mutating func judge(
        _ message: Message, _ exchange: inout Exchange, _ profile: ProtocolProfile,
        _ diagnostics: inout [Diagnostic]
    ) -> HeaderJudgement {
        guard let header = message.header else {
            // Bare commands count as the message that was expected.
            exchange.answered = String(exchange.expected)
            exchange.expected += 1
            return .accepted
        }
        exchange.answered = header.msgID
        if let status = Self.versionFault(header, message.namespace, profile) {
            diagnostics.append(SessionText.versionRefused(header, message.namespace, status))
            return .refused(status: status)
        }
        if header.verDTD.isEmpty || header.verProto.isEmpty { diagnostics.append(SessionText.version(header)) }
        if let sessionID, sessionID != header.sessionID {
            diagnostics.append(SessionText.sessionID(header, expected: sessionID, profile.name))
            switch profile.name {
            // A finding, and the client goes on (design.md 6).
            case .windows: break
            case .oma: return .refused(status: 400)
            }
        } else if !header.sessionID.isEmpty {
            sessionID = header.sessionID
        }
        if header.msgID != String(exchange.expected) {
            diagnostics.append(SessionText.msgID(header, expected: exchange.expected))
        }
        exchange.expected = Int(Int32(header.msgID) ?? Int32(clamping: exchange.expected)) + 1
        takeLimits(header, &exchange, profile)
        takeAddress(header, &exchange, &diagnostics)
        return .accepted
    }

    /// 505 or 513 for a version that the client does not speak (DM-HDR-03, DM-HDR-04). DM 1.1 is taken, as Windows does
    /// (oma-dm.md 8, A35), and so is a header that names no version.
    private static func versionFault(_ header: SyncHdr, _ namespace: String?, _ profile: ProtocolProfile) -> Int? {
        let takesOld = profile.ambiguities.oldNamespace == .accepted
        if !takesOld, namespace == SyncMLNamespace.v11 { return 505 }
        let documents = takesOld ? ["", "1.1", "1.2"] : ["", "1.2"]
        let protocols = takesOld ? ["", "DM/1.1", "DM/1.2"] : ["", "DM/1.2"]
        if !documents.contains(header.verDTD) { return 505 }
        if !protocols.contains(header.verProto) { return 513 }
        return nil
    }

    /// The Meta of the header (oma-dm.md 8, A13). As observed on Windows, a MaxMsgSize counts for its own message and
    /// nothing else counts at all; in the standard both sizes bind until there are new ones.
    private func takeLimits(_ header: SyncHdr, _ exchange: inout Exchange, _ profile: ProtocolProfile) {
        switch profile.ambiguities.headerMeta {
        case .ignored: exchange.server = ServerLimits()
        case .observed:
            exchange.server = ServerLimits(maxMsgSize: ServerLimits.size(header.meta?.maxMsgSize))
        case .honoured:
            if let size = ServerLimits.size(header.meta?.maxMsgSize) { exchange.server.maxMsgSize = size }
            if let size = ServerLimits.size(header.meta?.maxObjSize) { exchange.server.maxObjSize = size }
        }
    }

    /// RespURI says where all further messages go (DM-HDR-10). One that is not absolute cannot be followed.
    private func takeAddress(_ header: SyncHdr, _ exchange: inout Exchange, _ diagnostics: inout [Diagnostic]) {
        guard let address = header.respURI?.trimmedASCII, !address.isEmpty else { return }
        guard address.contains("://"), address.first?.isLetter == true else {
            diagnostics.append(SessionText.respURI(header, address))
            return
        }
        exchange.address = address
    }
}
