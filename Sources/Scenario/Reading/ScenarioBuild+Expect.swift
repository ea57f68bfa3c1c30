import DMTree
import Device
import ESP
import Notation
import Yams

extension ScenarioBuild {
    private static let claims = [
        "outcome", "page", "category", "line", "node", "button", "app", "error", "signIn", "setting", "duration",
        "untouched",
        "event",
    ]
    private static let moments = ["at", "by", "from"]
    /// Which further keys each claim takes.
    private static let details = [
        "category": ["state"], "line": ["state", "text"], "node": ["value", "children"], "button": ["offered"],
        "app": ["state"],
        "error": ["text"], "setting": ["value"], "duration": ["seconds", "tolerance", "scope"],
        "event": ["text", "count"],
    ]
    private static let allDetails = [
        "state", "text", "value", "children", "offered", "seconds", "tolerance", "scope", "count",
    ]

    func expectation(_ node: Node) throws(ScenarioError) -> Expectation {
        let fields = try Fields(
            node, path: "expect", keys: Self.claims + Self.moments + ["after", "shows"] + Self.allDetails)
        let named = Self.claims.filter { fields[$0] != nil }
        guard named.count == 1, let claim = named.first else {
            throw Fields.error(
                node,
                named.isEmpty
                    ? "the expectation says nothing" : "the expectation says \(named.joined(separator: " and "))",
                "write exactly one of \(Self.claims.joined(separator: ", "))")
        }
        for key in Self.allDetails where fields[key] != nil && !(Self.details[claim] ?? []).contains(key) {
            throw fields.error(key, "expect.\(claim) takes no \"\(key)\"")
        }
        for key in ["at", "by", "from"] where try fields.text(key).map({ $0 != "never" && $0 != "end" }) ?? false {
            try checkInstant(key, fields)
            guard let after = try fields.seconds("after"), let instant = try fields.seconds(key), after > instant
            else { continue }
            throw fields.error("after", "expect.after lies behind expect.\(key), so nothing can hold")
        }
        try checkInstant("after", fields)
        let after = try fields.seconds("after").map { DeviceTime.seconds($0) }
        return Expectation(
            moment: try moment(fields), after: after, claim: try self.claim(claim, fields),
            line: node.mark?.line ?? 1, text: try words(fields, claim), shows: try requirements(fields))
    }

    /// The requirement ids that an expectation shows, such as `ESP-301`; several are separated by commas.
    private func requirements(_ fields: Fields) throws(ScenarioError) -> [String] {
        guard let text = try fields.text("shows") else { return [] }
        let ids = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
        guard !ids.isEmpty, ids.allSatisfy({ $0.contains("-") }) else {
            throw fields.error("shows", "expect.shows has to name requirements", "write ESP-301, or ESP-301, ESP-303")
        }
        return ids
    }

    private func moment(_ fields: Fields) throws(ScenarioError) -> Expectation.Moment {
        let named = Self.moments.filter { fields[$0] != nil }
        guard named.count <= 1 else {
            throw fields.error(
                named[1], "the expectation says \(named.joined(separator: " and "))", "write one of them")
        }
        guard let key = named.first else { return .end }
        let text = try fields.text(key)
        if key == "at", text == "never" { return .never }
        if key != "from", text == "end" { return .end }
        let instant = DeviceTime.seconds(try fields.seconds(key) ?? 0)
        switch key {
        case "at": return .at(instant)
        case "by": return .by(instant)
        default: return .from(instant)
        }
    }

    private func words(_ fields: Fields, _ claim: String) throws(ScenarioError) -> String {
        var words = ["\(claim) \(try fields.text(claim) ?? "")"]
        for key in Self.allDetails where fields[key] != nil {
            let value = key == "children" ? try names(fields).joined(separator: ", ") : try fields.text(key) ?? ""
            words.append("\(key) \(value)")
        }
        if let after = try fields.text("after") { words.insert("after \(after):", at: 0) }
        for key in Self.moments {
            if let time = try fields.text(key) { words.insert("\(key) \(time):", at: 0) }
        }
        return words.joined(separator: " ")
    }

    private func names(_ fields: Fields) throws(ScenarioError) -> [String] {
        var names: [String] = []
        for node in try fields.list("children") { names.append(try Fields.text(node, "expect.children")) }
        return names
    }

    private func claim(_ claim: String, _ fields: Fields) throws(ScenarioError) -> Expectation.Claim {
        let value = try fields.requireText(claim)
        switch claim {
        case "outcome": return .outcome(try fields.choice("outcome", LifeOutcome.self)?.rawValue ?? value)
        case "page":
            guard let state = try fields.choice("page", PageState.self) else {
                throw fields.error(claim, "expect.page is \"\(value)\"")
            }
            return .page(state)
        case "category":
            guard
                let category = Category.allCases.first(where: { Self.matches(value, $0.rawValue, suffix: "Category") })
            else {
                throw fields.error(
                    claim, "\"\(value)\" is no category", Self.hint(value, Category.allCases.map(\.rawValue)))
            }
            guard let state = try fields.choice("state", CategoryState.self) else {
                throw fields.error(claim, "expect.category wants a \"state\"")
            }
            return .category(category, state)
        case "line":
            let state = try fields.choice("state", SubcategoryState.self)
            let text = try fields.text("text")
            guard state != nil || text != nil else {
                throw fields.error(claim, "expect.line wants a \"state\" or a \"text\"")
            }
            return .line(try subcategory(value, fields), state: state, text: text)
        case "node": return try nodeClaim(value, fields)
        case "button":
            guard let button = try fields.choice("button", PageButton.self) else {
                throw fields.error(claim, "\"\(value)\" is no button")
            }
            return .button(button, isOffered: try fields.bool("offered") ?? true)
        case "app": return .app(try appName(value, claim, fields), try appState(fields))
        case "error":
            let code = HRESULT(text: value)
            guard value == "any" || code != nil else {
                throw fields.error(claim, "expect.error is \"\(value)\"", "write an HRESULT such as 0x87d1041c, or any")
            }
            return .error(code: code, text: try fields.text("text"))
        case "signIn":
            guard value == "automatic" || value == "prompt" else {
                throw fields.error(claim, "expect.signIn is \"\(value)\"", "expected automatic or prompt")
            }
            return .signIn(prompt: value == "prompt")
        case "setting": return .setting(name: value, value: try fields.requireText("value"))
        case "duration":
            guard let line = try fields.choice("duration", TrackedLine.self),
                let seconds = try fields.int("seconds", in: 0...10_000_000)
            else { throw fields.error(claim, "expect.duration wants \"seconds\"") }
            return .duration(
                try fields.choice("scope", PhaseScope.self) ?? .device, line, seconds: Int64(seconds),
                tolerance: Int64(try fields.int("tolerance", in: 0...10_000_000) ?? 2))
        case "event":
            guard DeviceEvent.names.contains(value) else {
                throw fields.error(claim, "\"\(value)\" is no event", Self.hint(value, DeviceEvent.names))
            }
            let count = try fields.int("count", in: 0...1_000_000)
            let moment = try moment(fields)
            guard count == nil || moment == .end else {
                throw fields.error("count", "a count is known only at the end", "leave at, by and from out")
            }
            return .event(name: value, text: try fields.text("text"), count: count)
        default: return .appUntouched(try appName(value, claim, fields))
        }
    }

    private func nodeClaim(_ uri: String, _ fields: Fields) throws(ScenarioError) -> Expectation.Claim {
        do throws(MalformedURI) { _ = try TreeURI(uri) } catch {
            throw fields.error("node", "\"\(uri)\" is no LocURI: \(error.reason)", error.hint)
        }
        guard fields["children"] != nil else { return .node(uri: uri, value: try fields.text("value")) }
        guard fields["value"] == nil else { throw fields.error("value", "a node has a value or children, not both") }
        return .children(uri: uri, names: try names(fields))
    }

    /// An app that the scenario knows, by name, id, product code or package family name.
    private func appName(_ text: String, _ key: String, _ fields: Fields) throws(ScenarioError) -> String {
        let names = appNamesAndIDs
        if names.contains(text) { return text }
        throw fields.error(key, "no app is called \"\(text)\"", Self.hint(text, names))
    }

    private func appState(_ fields: Fields) throws(ScenarioError) -> TrackedAppState {
        let text = try fields.text("state") ?? "completed"
        let names: [(String, TrackedAppState)] = [
            ("notInstalled", .notInstalled), ("inProgress", .inProgress), ("completed", .completed), ("error", .error),
        ]
        if let number = Int(text), let state = TrackedAppState(rawValue: number) { return state }
        if let match = names.first(where: { $0.0.lowercased() == text.lowercased() }) { return match.1 }
        throw fields.error("state", "\"\(text)\" is no state of an app", Self.hint(text, names.map(\.0)))
    }

    private func subcategory(_ text: String, _ fields: Fields) throws(ScenarioError) -> Subcategory {
        let all = Category.allCases.flatMap { category in category.subcategories.map { Subcategory(category, $0) } }
        if let match = all.first(where: { Self.matches(text, $0.id, suffix: "Subcategory") }) { return match }
        throw fields.error("line", "\"\(text)\" is no line of the page", Self.hint(text, all.map(\.id)))
    }

    private static func matches(_ text: String, _ name: String, suffix: String) -> Bool {
        let wanted = text.lowercased()
        return wanted == name.lowercased() || wanted + suffix.lowercased() == name.lowercased()
    }

    static func hint(_ text: String, _ names: [String]) -> String {
        if let nearest = NameDistance.nearest(to: text, among: names) { return "did you mean \"\(nearest)\"?" }
        return names.isEmpty ? "there is none" : "expected one of \(names.joined(separator: ", "))"
    }
}
