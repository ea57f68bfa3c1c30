import DMSession
import ESP
import ReferenceServer
import SyncML
import Yams

/// Commands that a scenario writes out itself.
extension ScenarioBuild {
    mutating func readScripted(_ node: Node) throws(ScenarioError) {
        let message = try Fields(node, path: "server.sends", keys: ["at", "commands"])
        guard let at = try message.seconds("at") else { throw Fields.error(node, "server.sends has no \"at\"") }
        try checkInstant("at", message)
        var commands: [Command] = []
        for command in try message.list("commands") {
            commands.append(try readCommand(command))
            scriptedCount += 1
        }
        guard !commands.isEmpty else { throw Fields.error(node, "server.sends has no \"commands\"") }
        scripted.append(ReferenceServer.ScriptedMessage(time: .seconds(at), commands: commands))
        script.pushes.append(.seconds(at))
    }

    private static let verbs = ["add", "replace", "delete", "get", "exec", "alert"]
    private static let alertKeys = ["options", "text", "choices"]

    private mutating func readCommand(_ node: Node) throws(ScenarioError) -> Command {
        let fields = try Fields(
            node, path: "command",
            keys: Self.verbs + ["format", "type", "data", "expect", "returns"] + Self.alertKeys)
        let named = Self.verbs.filter { fields[$0] != nil }
        guard named.count == 1, let verb = named.first else {
            throw Fields.error(
                node,
                named.isEmpty
                    ? "the command has no verb" : "the command has the verbs \(named.joined(separator: " and "))",
                "write one of \(Self.verbs.joined(separator: ", ")) with a LocURI")
        }
        let misplaced = verb == "alert" ? ["format", "type", "data"] : Self.alertKeys
        if let key = misplaced.first(where: { fields[$0] != nil }) {
            throw fields.error(key, "\"\(key)\" is no key of \(verb)")
        }
        // A LocURI that is malformed may be what the scenario is about, so it goes out as written.
        let uri = try fields.requireText(verb)
        let (format, type) = (try fields.text("format"), try fields.text("type"))
        let item = Item(
            target: Location(uri), meta: format == nil && type == nil ? nil : Meta(format: format, type: type),
            data: try fields.text("data").map { ItemData($0) })
        if let status = try fields.int("expect", in: 100...599) {
            expectations.append(
                Expectation(
                    moment: .end, claim: .status(scripted: scriptedCount, status), line: node.mark?.line ?? 1,
                    text: "\(verb) \(uri) answers \(status)"))
        }
        if let data = try returned(fields) {
            guard verb == "get" || verb == "alert" else {
                throw fields.error("returns", "only a get or an alert returns something")
            }
            expectations.append(
                Expectation(
                    moment: .end, claim: .result(scripted: scriptedCount, data), line: node.mark?.line ?? 1,
                    text: "\(verb) \(uri) returns \(data.joined(separator: ", "))"))
        }
        if verb == "alert" { return .alert(try readAlert(fields)) }
        let command = ItemCommand(cmdID: nil, items: [item])
        switch verb {
        case "add": return .add(command)
        case "replace": return .replace(command)
        case "delete": return .delete(command)
        case "get": return .get(command)
        default: return .exec(command)
        }
    }

    /// One text, or the list of several.
    private func returned(_ fields: Fields) throws(ScenarioError) -> [String]? {
        guard let node = fields["returns"] else { return nil }
        guard case .sequence(let sequence) = node else { return [try Fields.text(node, "\(fields.path).returns")] }
        var texts: [String] = []
        for node in sequence { texts.append(try Fields.text(node, "\(fields.path).returns")) }
        return texts
    }

    /// A question to the user, 1100 to 1104, with options, text and choices as Items; or another alert without Items,
    /// such as 1223 (oma-dm.md 2.5).
    private func readAlert(_ fields: Fields) throws(ScenarioError) -> Alert {
        guard let code = try fields.int("alert", in: 1100...1299) else {
            throw fields.error("alert", "the alert has no code")
        }
        var texts: [String] = []
        let isQuestion = UserAlert.Kind(rawValue: code) != nil
        if let key = Self.alertKeys.first(where: { fields[$0] != nil }), !isQuestion {
            throw fields.error(key, "only a question to the user has \"\(key)\"", "write alert: 1100 to 1104")
        }
        if isQuestion {
            texts.append(try fields.text("options") ?? "")
            if let text = try fields.text("text") { texts.append(text) }
            for node in try fields.list("choices") { texts.append(try Fields.text(node, "\(fields.path).choices")) }
        }
        return Alert(cmdID: nil, data: ItemData(String(code)), items: texts.map { Item(data: ItemData($0)) })
    }
}
