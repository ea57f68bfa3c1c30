import DDF
import DMTree

/// DMAcc CSP: the DM accounts of the device, with addresses and credentials (windows-csp.md 4.11). What an account holds
/// is read by `DMAccount`.
struct DMAcc: Provider {
    let name = "DMAcc"

    static let reference = "windows-csp.md 4.11"

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard let value = change.value else { return .allowed }
        return change.node.key(1) == "appauth" ? Self.judgeAuthentication(change, value, in: tree) : .allowed
    }

    /// A session starts when InitiateSession is written. The node stays, so that a second Add is 418 like any other and
    /// a Replace starts one more session (our choice; the reference speaks of adding it).
    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        guard change.node.key(1) == "ext", change.node.key(2) == "microsoft", change.node.key(3) == "initiatesession"
        else { return [] }
        switch change.kind {
        case .add, .replace:
            let account = DMAccount(uri: change.node.uri.prefix(change.node.uri.structuralCount + 2))
            guard let serverID = account.serverID(in: tree) else { return [] }
            return [.initiateSession(serverID: serverID)]
        case .delete: return []
        }
    }

    /// Rules that tie one leaf of an AppAuth entry to another.
    private static func judgeAuthentication(_ change: Change, _ value: String, in tree: DeviceTree) -> Judgement {
        let entry = change.node.uri.prefix(change.node.uri.structuralCount + 4)
        let stored = { (leaf: String) in tree.storedValue(entry.child(leaf)) ?? "" }
        switch change.node.key(3) {
        case "aauthtype"
        where AppAuth.AuthenticationType(text: value) == .basic && AppAuth.Level(text: stored("AAuthLevel")) == .server,
            "aauthlevel"
        where AppAuth.Level(text: value) == .server
            && AppAuth.AuthenticationType(text: stored("AAuthType")) == .basic:
            return Judgement(
                refusal: Judgement.Refusal(
                    row: .valueNotAllowed, status: 500, error: .invalidArgument,
                    advice: Advice(
                        rule: "dmacc.server-type", severity: .error,
                        message: "a server proves itself with DIGEST only, not with BASIC",
                        hint: "write DIGEST into AAuthType of the SRVCRED entry", reference: reference)))
        case "aauthdata" where NodeFormat.b64.check(value) != nil:
            // Taken all the same: 19043 took the word "nonce" from a provisioning document (enrollment.md 8.2).
            return Judgement(advice: [
                Advice(
                    rule: "dmacc.nonce", severity: .warning,
                    message: "the nonce is not Base64; what the client hashes is not known",
                    hint: "write 16 octets or more in Base64", reference: "\(reference), enrollment.md 8.2")
            ])
        default: return .allowed
        }
    }
}
