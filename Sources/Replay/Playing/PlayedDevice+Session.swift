import Capture
import DMSession
import DMTree
import Device
import Notation
import SyncML

/// How the device goes into a session, and out of it.
extension PlayedDevice {
    /// Package 1 of a session: who is signed in, what the device has to tell, who it is.
    mutating func parameters(_ session: RecordedSession, number: Int) -> SessionParameters {
        let login = options.keepsLogin ? device.login : session.login ?? device.login
        signIn(login, user: session.user ?? signedInUser ?? userTrees.keys.sorted().first ?? RecordedSession.onlyUser)
        if let time = session.clientMessages.first?.record.time { tree.localTime = time.text.prefix(19) + "Z" }
        var alerts = [GenericAlert(code: 1224, type: RecordedSession.loginStatus, data: login.rawValue)]
        for alert in session.openingAlerts { if let event = event(alert, session) { alerts.append(event) } }
        var parameters = SessionParameters(
            sessionID: session.sessionID, serverURI: session.serverURI ?? FreshDevice.serverAddress,
            deviceID: device.profile.deviceID, alerts: alerts,
            initiation: session.openingAlerts.contains { $0.data?.content == "1200" } ? .server : .client)
        parameters.credentials = Credentials(serverID: tree.providerID, negotiated: nil, in: tree)
        parameters.credentials.opening = session.clientMessages.first?.message.header?.cred?.meta?.type
            .flatMap(AuthenticationType.init(rawValue:))
        parameters.nonces = NonceSource(seed: Array("\(device.profile.deviceID) \(number)".utf8))
        return parameters
    }

    /// The session is over: the next one goes on with its nonces.
    mutating func keep(_ session: DMSession, opened: SessionParameters) {
        session.credentials.keep(instead: opened.credentials, serverID: tree.providerID, in: &tree)
    }

    /// What the device tells of itself in package 1, behind LoginStatus: no message of the server says when, so the
    /// capture does.
    private mutating func event(_ alert: Alert, _ session: RecordedSession) -> GenericAlert? {
        guard let code = alert.data.flatMap({ StatusCode($0.content)?.rawValue }), [1224, 1226].contains(code),
            let item = alert.items.first, let type = item.meta?.type, type != RecordedSession.loginStatus,
            !tree.standingAlerts.contains(where: { $0.type == type })
        else { return nil }
        let isToken = type.lowercased().contains("token")
        learned.append(
            LearnedFact(
                .event, uri: type, value: isToken ? nil : item.data?.content, source: "Alert \(code) of package 1",
                record: session.clientMessages.first?.number ?? 0))
        return GenericAlert(
            code: code, type: type, source: item.source?.locURI, format: item.meta?.format, mark: item.meta?.mark,
            data: item.data?.content ?? "", correlator: alert.correlator)
    }

    /// A user context is there while an enrolled user is signed in (ESP-401b), and each user has nodes of their own. With
    /// Autopilot Windows makes the user's half of DMClient by itself (U-07).
    private mutating func signIn(_ login: FreshDevice.Login, user: String) {
        let next = login == .user ? user : nil
        guard next != signedInUser else { return }
        // A user who was there before any token named them (windows-csp.md 5.4: the first session of a join has none).
        if signedInUser == RecordedSession.onlyUser, let next {
            signedInUser = next
            return
        }
        let known = next.flatMap {
            userTrees.removeValue(forKey: $0) ?? userTrees.removeValue(forKey: RecordedSession.onlyUser)
        }
        let old = tree.switchUser(to: next == nil ? nil : known ?? UserTree())
        if let signedInUser { userTrees[signedInUser] = old }
        signedInUser = next
        guard next != nil, known == nil else { return }
        device.profile.provisionUser(LifeScript.User.standard.sid, in: &tree)
        guard isInAutopilot else { return }
        tree.setLocally(
            "./User/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(tree.providerID))/FirstSyncStatus", value: nil)
    }
}
