import CSP
import DMSession
import DMTree
import ESP

/// Notifications (package 0, oma-dm.md 2.13). Windows's MDM has none: a push of WNS wakes it.
extension DeviceLife {
    /// A notification comes in: a session starts when its digest is right for the account (DM-NOTI-01), with Alert 1200
    /// and the notification's SessionID.
    mutating func receiveNotification(_ index: Int) {
        guard enrolment == .active, let octets = server.notification(index, now: now) else { return }
        let accounts = DMAccount.all(in: tree).compactMap { account in
            account.serverID(in: tree).map { id in
                NotificationInbox.Account(
                    serverID: id,
                    credentials: Credentials(serverID: id, negotiated: negotiatedAuthentication, in: tree),
                    resynchronises: account.resynchronisesNonces(in: tree))
            }
        }
        let (start, found) = notifications.receive(
            octets, accounts: accounts, ambiguities: tree.profile.ambiguities)
        diagnostics += found
        guard let start else {
            note(.notification(sessionID: nil, refusal: found.last?.message))
            return
        }
        note(.notification(sessionID: start.sessionID, refusal: nil))
        // A life has one server; a session with another one is not played.
        guard start.serverID == tree.providerID else {
            note(.effectNotEmulated(uri: "./SyncML/DMAcc/\(DMAccount.name(providerID: start.serverID))"))
            return
        }
        runSession(.notification, answering: start)
    }
}
