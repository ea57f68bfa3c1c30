import DMSession
import SyncML

extension ReferenceServer {
    /// What somebody hears whom the server does not know, or knows no more: nothing is executed and nothing is sent, and the
    /// challenge is one that no credentials of theirs meet (DM-AUTH-11). It is the same for both, so that nobody learns which
    /// devices there are.
    ///
    /// - Returns: nil for a message without a header.
    public static func refusal(of message: Message, _ type: AuthenticationType, nonce: Nonce) -> [UInt8]? {
        guard let header = message.header else { return nil }
        var next = 1
        let status = header.cred == nil ? 407 : 401
        let chal = Challenge(type: type, nonce: type == .basic ? nil : nonce).chal
        let answer = Message(
            header: SyncHdr(
                sessionID: header.sessionID, msgID: String(max(1, Int(header.msgID) ?? 1)),
                target: header.source.map { Location($0.locURI) }, source: header.target.map { Location($0.locURI) }),
            commands: refusals(of: message, header, status, chal).map { $0.numbered(&next) }, isFinal: true)
        return bytes(of: answer, inFormOf: message)
    }
}
