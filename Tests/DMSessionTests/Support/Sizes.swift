import DMSession
import ProtocolProfile
import SyncML

extension Turn {
    /// The bytes of the reply as it travels.
    var replySize: Int { get throws { try replyBytes()?.count ?? 0 } }

    /// The codes of the alerts in the reply.
    var alertCodes: [String] {
        (reply?.commands ?? []).compactMap { if case .alert(let alert) = $0 { alert.data?.content } else { nil } }
    }

    /// Every Status of the reply but the SyncHdr's.
    var statusElements: [Status] {
        (reply?.commands ?? []).compactMap { command in
            guard case .status(let status) = command, status.cmd != "SyncHdr" else { return nil }
            return status
        }
    }
}

/// The Meta of a SyncHdr that states sizes.
func limits(message: Int? = nil, object: Int? = nil) -> String {
    "<Meta>" + (message.map { "<MaxMsgSize xmlns=\"syncml:metinf\">\($0)</MaxMsgSize>" } ?? "")
        + (object.map { "<MaxObjSize xmlns=\"syncml:metinf\">\($0)</MaxObjSize>" } ?? "") + "</Meta>"
}

/// The next-message response of a server: the Status for the SyncHdr and Alert 1222, without Final (oma-dm.md 2.2).
let nextMessage = syncHdrStatus() + "<Alert><CmdID>2</CmdID><Data>1222</Data></Alert>"

extension ProtocolProfile {
    /// The standard's dialect, in which a Replace makes what is not there (oma-dm.md 8, A21): for tests that are not about
    /// existence.
    static let creating: ProtocolProfile = {
        var profile = ProtocolProfile.oma
        profile.ambiguities.replaceOfAbsent = .added
        return profile
    }()
}
