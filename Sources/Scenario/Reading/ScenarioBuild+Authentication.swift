import CSP
import DMSession
import Device
import ESP
import ReferenceServer
import Yams

/// How client and server prove themselves inside SyncML (oma-dm.md 2.11).
extension ScenarioBuild {
    private enum Way: String, CaseIterable {
        case basic, md5, mac

        var type: AuthenticationType {
            switch self {
            case .basic: .basic
            case .md5: .md5
            case .mac: .mac
            }
        }

        /// The entry of the account that serves for it.
        var account: Entry { self == .basic ? .basic : .digest }
    }

    private enum Entry: String, CaseIterable {
        case basic, digest

        var type: AppAuth.AuthenticationType {
            switch self {
            case .basic: .basic
            case .digest: .digest
            }
        }
    }

    mutating func readAuthentication(_ server: Fields) throws(ScenarioError) {
        guard let node = server["authentication"] else { return }
        let section = try Fields(
            node, path: "server.authentication",
            keys: ["type", "lasts", "mutual", "account", "name", "secret", "mistakes"])
        guard let way = try section.choice("type", Way.self) else {
            throw Fields.error(node, "server.authentication has no \"type\"", "write basic, md5 or mac")
        }
        let extent = try section.choice("lasts", ReferenceServer.Authentication.Extent.self)
        guard way != .mac || extent != .session else {
            throw section.error(
                "lasts", "a mac proves one message only (DM-MAC-04)",
                "take it out, or let the mistake sessionMAC say it")
        }
        let isMutual = try section.bool("mutual") ?? false
        // Enrolment gives the client what the server will ask for.
        let entry = try section.choice("account", Entry.self) ?? way.account
        script.device.clientCredential.type = entry.type
        script.device.serverCredential.type = entry.type
        if let name = try section.name("name") { script.device.clientCredential.name = name }
        if let secret = try section.text("secret") { script.device.clientCredential.secret = secret }
        var settings = ReferenceServer.Authentication(
            way.type, extent: extent ?? .session, isMutual: isMutual)
        for node in try section.list("mistakes") { settings.mistakes.append(try authenticationMistake(node, settings)) }
        authentication = settings
    }

    /// A mistake by its name, all the time; or with the time in which it is made.
    private func authenticationMistake(
        _ node: Node, _ settings: ReferenceServer.Authentication
    ) throws(ScenarioError) -> ReferenceServer.Authentication.Mistake {
        typealias Mistake = ReferenceServer.Authentication.Mistake
        guard case .mapping = node else {
            let kind = try Fields.choice(node, "server.authentication.mistakes", Mistake.Kind.self)
            try check(kind, settings, node)
            return Mistake(kind)
        }
        let entry = try Fields(node, path: "server.authentication.mistakes", keys: ["at", "for", "kind"])
        guard let kind = try entry.choice("kind", Mistake.Kind.self) else {
            throw Fields.error(node, "server.authentication.mistakes has no \"kind\"")
        }
        try check(kind, settings, entry["kind"] ?? node)
        try checkInstant("at", entry)
        if try entry.seconds("for") == 0 {
            throw entry.error("for", "server.authentication.mistakes lasts no time at all")
        }
        let start = DeviceTime.seconds(try entry.seconds("at") ?? 0)
        let end = try entry.seconds("for").map { start.adding(seconds: $0) } ?? DeviceTime(milliseconds: .max)
        return Mistake(kind, from: start, to: end)
    }

    /// What cannot go wrong in this way of proving.
    private func check(
        _ kind: ReferenceServer.Authentication.Mistake.Kind, _ settings: ReferenceServer.Authentication, _ node: Node
    ) throws(ScenarioError) {
        switch kind {
        case .forgetsNonce, .undecodedNonce, .noNextNonce:
            guard settings.type == .basic else { return }
            throw Fields.error(node, "\(kind.rawValue): basic has no nonce", "set type: md5 or mac")
        case .sessionMAC:
            guard settings.type != .mac else { return }
            throw Fields.error(node, "sessionMAC: 212 is wrong for a mac only", "set type: mac")
        case .otherOwnSecret:
            guard !settings.isMutual else { return }
            throw Fields.error(node, "otherOwnSecret: the server proves nothing", "set mutual: true")
        case .leavesOwnOut:
            guard !settings.isMutual || settings.type != .mac else { return }
            throw Fields.error(
                node, "leavesOwnOut: only a mac has to stand beside every message", "set type: mac and mutual: true")
        case .otherSecret, .noChallenge, .unknownType, .changesType: return
        }
    }
}
