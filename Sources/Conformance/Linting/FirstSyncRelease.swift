import DMTree
import SyncML

/// How far a server came with the Enrollment Status Page in one scope: set up, and released by
/// ServerHasFinishedProvisioning (ESP-404, ESP-534).
struct FirstSyncRelease: Sendable {
    enum Scope: String, Hashable, Sendable, CaseIterable { case device, user }

    /// Lists, or tracking providers, were written and accepted.
    var isSetUp = false
    /// The page was switched on: Skip… was set to false.
    var isShown = false
    /// A session ran for a signed-in user.
    var sawUser = false
    var isReleased = false
    /// The last release that was not accepted; its code is nil when no Status came.
    var failure: (code: Int?, write: FirstSyncWrite)?
    /// The last write that set something up.
    var lastSetUp: FirstSyncWrite?

    mutating func take(_ write: FirstSyncWrite) {
        switch write.leaf {
        case "serverhasfinishedprovisioning":
            guard write.isTrue else { return }
            if write.isAccepted { isReleased = true } else { failure = (write.code, write) }
        case "skipdevicestatuspage":
            guard write.isAccepted else { return }
            isShown = !write.isTrue
            lastSetUp = write
        case "skipuserstatuspage", "timeoutuntilsyncfailure", "blockinstatuspage", "customerrortext",
            "allowcollectlogsbutton", "issyncdone", "wasdevicesuccessfullyprovisioned", "firstsyncstatus":
            break
        default:
            guard write.isAccepted else { return }
            isSetUp = true
            lastSetUp = write
        }
    }
}

/// A write to FirstSyncStatus or EnrollmentStatusTracking.
struct FirstSyncWrite: Sendable {
    var scope: FirstSyncRelease.Scope
    /// The last name of the address, in lower case; `provider` for a tracking provider.
    var leaf: String
    var isTrue: Bool
    var code: Int?
    var target: String
    var commandID: String?
    var place: Breach.Place
    var origin: Origin

    var isAccepted: Bool { code.map { $0 < 400 } ?? false }

    init?(_ sent: SentCommand) {
        switch sent.command {
        case .add, .replace: break
        case .delete, .get, .copy, .exec, .alert, .atomic, .sequence, .status, .results, .unknown: return nil
        }
        guard let uri = try? TreeURI(sent.target) else { return nil }
        let keys = uri.keys
        guard keys.count >= 4, keys[1] == "vendor", keys[2] == "msft" else { return nil }
        switch uri.scope {
        case .device: scope = .device
        case .user: scope = .user
        case .outside: return nil
        }
        if keys[3] == "dmclient", keys.count >= 7, keys[6] == "firstsyncstatus" {
            leaf = keys.last ?? ""
        } else if keys[3] == "enrollmentstatustracking" {
            leaf = "provider"
        } else {
            return nil
        }
        let value = (sent.item.data?.content ?? "").lowercased().filter { !$0.isWhitespace }
        isTrue = value == "true" || value == "1"
        code = sent.code
        target = sent.target
        commandID = sent.command.cmdID
        place = sent.place
        origin = sent.item.origin
    }
}
