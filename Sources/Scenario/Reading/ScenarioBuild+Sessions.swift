import DMSession
import Device
import ESP
import ReferenceServer
import Yams

/// What becomes of single sessions: on the device's side, and where the server moves them to.
extension ScenarioBuild {
    static let sessionKeys = ["at", "do", "after", "by", "keepAlives"]

    private enum Interruption: String, CaseIterable {
        case abort, disconnect, slow
    }

    mutating func readSessions() throws(ScenarioError) {
        for node in try fields.list("sessions") {
            let entry = try Fields(node, path: "sessions", keys: Self.sessionKeys)
            guard let at = try entry.seconds("at") else { throw Fields.error(node, "sessions has no \"at\"") }
            guard let word = try entry.choice("do", Interruption.self) else {
                throw Fields.error(node, "sessions has no \"do\"", "write abort, disconnect or slow")
            }
            try checkInstant("at", entry)
            if let last = script.interruptions.last?.time, last > .seconds(at) {
                throw entry.error(
                    "at", "sessions goes back in time: \(DeviceTime.seconds(at)) after \(last)",
                    "order the list by time")
            }
            if word != .abort, entry["by"] != nil {
                throw entry.error("by", "sessions: only an abort has somebody who does it", "take it out")
            }
            if word != .slow, entry["keepAlives"] != nil {
                throw entry.error("keepAlives", "sessions: only a slow device keeps its server waiting", "set do: slow")
            }
            let after = try entry.int("after", in: (word == .slow ? 1 : 0)...100) ?? 1
            let kind: LifeScript.Interruption.Kind
            switch word {
            case .abort: kind = .abort(by: try entry.choice("by", LifeScript.Interruption.Initiator.self) ?? .user)
            case .disconnect: kind = .disconnect
            case .slow: kind = .slow(keepAlives: try entry.int("keepAlives", in: 1...100) ?? 1)
            }
            script.interruptions.append(
                LifeScript.Interruption(time: .seconds(at), afterMessages: after, kind: kind))
        }
    }

    /// An address that is not absolute may be what the scenario is about, so it goes out as written.
    mutating func readRedirects(_ server: Fields) throws(ScenarioError) {
        for node in try server.list("respURI") {
            let entry = try Fields(node, path: "server.respURI", keys: ["at", "address"])
            try checkInstant("at", entry)
            let time = DeviceTime.seconds(try entry.seconds("at") ?? 0)
            if let last = redirects.last?.time, last > time {
                throw entry.error(
                    "at", "server.respURI goes back in time: \(time) after \(last)", "order the list by time")
            }
            redirects.append(ReferenceServer.Redirect(time: time, address: try entry.requireName("address")))
        }
    }

    mutating func readNotifications(_ server: Fields) throws(ScenarioError) {
        guard server["notifications"] != nil else { return }
        guard script.device.protocolProfile.name == .oma else {
            throw server.error(
                "notifications", "server.notifications belongs to protocol: oma; Windows is woken by a push",
                "set protocol: oma, or let the server push: sends has an instant")
        }
        for (index, node) in try server.list("notifications").enumerated() {
            let entry = try Fields(
                node, path: "server.notifications", keys: ["at", "session", "interaction", "mistake"])
            guard let at = try entry.seconds("at") else {
                throw Fields.error(node, "server.notifications has no \"at\"")
            }
            try checkInstant("at", entry)
            let session = try entry.int("session", in: 1...0xFFFF) ?? 0x1000 + index
            notifications.append(
                ReferenceServer.ScriptedNotification(
                    time: .seconds(at), sessionID: UInt16(truncatingIfNeeded: session),
                    userInteraction: try entry.choice("interaction", Interaction.self)?.value ?? .notSpecified,
                    mistake: try entry.choice("mistake", ReferenceServer.ScriptedNotification.Mistake.self)))
        }
        script.notifications = notifications.map(\.time)
    }

    /// ui-mode of a notification (oma-dm.md 2.13).
    private enum Interaction: String, CaseIterable {
        case notSpecified, background, informative, userInteraction

        var value: Notification.UserInteraction {
            switch self {
            case .notSpecified: .notSpecified
            case .background: .background
            case .informative: .informative
            case .userInteraction: .userInteraction
            }
        }
    }
}
