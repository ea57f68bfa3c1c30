import ProtocolProfile
import SyncML

extension DMSession {
    /// The header of every message of ours. The SessionID is constant for the session, whatever the server's messages
    /// say; Target is the server's address, which a RespURI replaces (oma-dm.md 1.5).
    ///
    /// What we take at most is told in the standard's dialect only: the first message of Windows has no Meta there
    /// (oma-dm.md 8, A13).
    func header(msgID: Int, address: String?, profile: ProtocolProfile) -> SyncHdr {
        var header = SyncHdr(
            sessionID: sessionID ?? parameters.sessionID, msgID: String(msgID),
            target: Location(address ?? parameters.serverURI), source: Location(parameters.deviceID))
        prove(&header)
        switch profile.name {
        case .windows: break
        case .oma:
            header.meta = Meta(
                maxMsgSize: parameters.maxMsgSize.map { String($0) }, maxObjSize: String(parameters.maxObjSize))
        }
        return header
    }
}
