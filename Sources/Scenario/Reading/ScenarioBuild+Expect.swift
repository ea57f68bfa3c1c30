import DMTree
import Device
import ESP
import Yams

extension ScenarioBuild {
    private static let claims = [
        "outcome", "page", "category", "line", "node", "button", "app", "error", "signIn", "setting", "duration", "untouched",
    ]

    func expectation(_ node: Node) throws(ScenarioError) -> Expectation {
        let fields = try Fields(
            node, path: "expect",
            keys: Self.claims + ["at", "by", "state", "text", "value", "offered", "seconds", "tolerance"])
        let named = Self.claims.filter { fields[$0] != nil }
        guard named.count == 1, let claim = named.first else {
            throw Fields.error(
                node, named.isEmpty ? "the expectation says nothing" : "the expectation says \(named.joined(separator: " and "))",
                "write exactly one of \(Self.claims.joined(separator: ", "))")
        }
        return Expectation(
            moment: try moment(fields), claim: try self.claim(claim, fields), line: node.mark?.line ?? 1,
            text: try words(fields, claim))
    }

    private func moment(_ fields: Fields) throws(ScenarioError) -> Expectation.Moment {
        if let at = try fields.text("at") { return at == "end" ? .end : .at(.seconds(try fields.seconds("at") ?? 0)) }
        if let by = try fields.text("by") { return by == "end" ? .end : .by(.seconds(try fields.seconds("by") ?? 0)) }
        return .end
    }

    private func words(_ fields: Fields, _ claim: String) throws(ScenarioError) -> String {
        var words = ["\(claim) \(try fields.text(claim) ?? "")"]
        for key in ["state", "text", "value", "offered", "seconds"] {
            if let text = try fields.text(key) { words.append("\(key) \(text)") }
        }
        if let at = try fields.text("at") { words.insert("at \(at):", at: 0) }
        if let by = try fields.text("by") { words.insert("by \(by):", at: 0) }
        return words.joined(separator: " ")
    }

    private func claim(_ claim: String, _ fields: Fields) throws(ScenarioError) -> Expectation.Claim {
        let value = try fields.requireText(claim)
        switch claim {
        case "outcome":
            guard let outcome = try fields.choice("outcome", LifeOutcome.self) else { return .outcome(value) }
            return .outcome(outcome.rawValue)
        case "page":
            guard let state = try fields.choice("page", PageState.self) else {
                throw fields.error(claim, "expect.page is \"\(value)\"")
            }
            return .page(state)
        case "category":
            guard let category = Category.allCases.first(where: { Self.matches(value, $0.rawValue, suffix: "Category") })
            else { throw fields.error(claim, "\"\(value)\" is no category", Self.names(Category.allCases)) }
            guard let state = try fields.choice("state", CategoryState.self) else {
                throw fields.error(claim, "expect.category wants a \"state\"")
            }
            return .category(category, state)
        case "line":
            return .line(
                try subcategory(value, fields), state: try fields.choice("state", SubcategoryState.self),
                text: try fields.text("text"))
        case "node": return .node(uri: value, value: try fields.text("value"))
        case "button":
            guard let button = try fields.choice("button", PageButton.self) else {
                throw fields.error(claim, "\"\(value)\" is no button")
            }
            return .button(button, isOffered: try fields.bool("offered") ?? true)
        case "app":
            return .app(value, try appState(fields))
        case "error":
            return .error(code: value == "any" ? nil : HResult(text: value), text: try fields.text("text"))
        case "signIn":
            guard value == "automatic" || value == "prompt" else {
                throw fields.error(claim, "expect.signIn is \"\(value)\"", "expected automatic or prompt")
            }
            return .signIn(prompt: value == "prompt")
        case "setting": return .setting(name: value, value: try fields.requireText("value"))
        case "duration":
            guard let line = try fields.choice("duration", TrackedLine.self), let seconds = try fields.int("seconds")
            else { throw fields.error(claim, "expect.duration wants \"seconds\"") }
            return .duration(line, seconds: Int64(seconds), tolerance: Int64(try fields.int("tolerance") ?? 2))
        default: return .appUntouched(value)
        }
    }

    private func appState(_ fields: Fields) throws(ScenarioError) -> TrackedAppState {
        let text = try fields.text("state") ?? "completed"
        let names: [(String, TrackedAppState)] = [
            ("notInstalled", .notInstalled), ("inProgress", .inProgress), ("completed", .completed), ("error", .error),
        ]
        if let number = Int(text), let state = TrackedAppState(rawValue: number) { return state }
        if let match = names.first(where: { $0.0.lowercased() == text.lowercased() }) { return match.1 }
        throw fields.error("state", "\"\(text)\" is no state of an app", names.map(\.0).joined(separator: ", "))
    }

    private func subcategory(_ text: String, _ fields: Fields) throws(ScenarioError) -> Subcategory {
        let all = Category.allCases.flatMap { category in category.subcategories.map { Subcategory(category, $0) } }
        if let match = all.first(where: { Self.matches(text, $0.id, suffix: "Subcategory") }) { return match }
        let names = all.map(\.id)
        throw fields.error(
            "line", "\"\(text)\" is no line of the page",
            NameDistance.nearest(to: text, among: names).map { "did you mean \"\($0)\"?" }
                ?? "lines are \(names.joined(separator: ", "))")
    }

    private static func matches(_ text: String, _ name: String, suffix: String) -> Bool {
        let wanted = text.lowercased()
        return wanted == name.lowercased() || wanted + suffix.lowercased() == name.lowercased()
    }

    private static func names<Value: RawRepresentable>(_ values: [Value]) -> String where Value.RawValue == String {
        "expected one of \(values.map(\.rawValue).joined(separator: ", "))"
    }
}
