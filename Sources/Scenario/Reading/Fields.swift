import DMTree
import ESP
import Notation
import Yams

/// The fields of one mapping of a scenario file. A key that is not among the known ones is an error that names the
/// nearest one.
package struct Fields {
    package let path: String
    private let node: Node
    private let mapping: Node.Mapping

    package init(_ node: Node, path: String, keys: [String]) throws(ScenarioError) {
        guard case .mapping(let mapping) = node else {
            throw Self.error(node, "\(path) has to be a list of keys and values")
        }
        self.node = node
        self.mapping = mapping
        self.path = path
        for (key, _) in mapping {
            guard let name = key.string, keys.contains(name) else {
                let name = key.string ?? "this"
                let nearest = NameDistance.nearest(to: name, among: keys)
                throw Self.error(
                    key, "\"\(name)\" is no key of \(path)",
                    nearest.map { "did you mean \"\($0)\"?" } ?? "the keys are \(keys.joined(separator: ", "))")
            }
        }
    }

    package subscript(key: String) -> Node? {
        mapping.first { $0.key.string == key }?.value
    }

    package func require(_ key: String) throws(ScenarioError) -> Node {
        guard let value = self[key] else { throw Self.error(node, "\(path) has no \"\(key)\"") }
        return value
    }

    package func text(_ key: String) throws(ScenarioError) -> String? {
        guard let value = self[key] else { return nil }
        return try Self.text(value, "\(path).\(key)")
    }

    package func requireText(_ key: String) throws(ScenarioError) -> String {
        try Self.text(try require(key), "\(path).\(key)")
    }

    package func bool(_ key: String) throws(ScenarioError) -> Bool? {
        guard let value = self[key] else { return nil }
        switch try Self.text(value, "\(path).\(key)").lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default: throw Self.error(value, "\(path).\(key) has to be true or false")
        }
    }

    /// A whole number within a range.
    package func int(_ key: String, in range: ClosedRange<Int>) throws(ScenarioError) -> Int? {
        guard let value = self[key] else { return nil }
        guard let number = Int(try Self.text(value, "\(path).\(key)")), range.contains(number) else {
            throw Self.error(
                value, "\(path).\(key) has to be a whole number", "from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// An exit code: a signed 32-bit number, or an HRESULT such as `0x80070643`.
    func exitCode(_ key: String) throws(ScenarioError) -> Int32? {
        guard let value = self[key] else { return nil }
        guard let code = HRESULT(text: try Self.text(value, "\(path).\(key)")) else {
            throw Self.error(
                value, "\(path).\(key) has to be an exit code",
                "write a number such as 1603, or an HRESULT such as 0x80070643")
        }
        return code.signed
    }

    /// An HRESULT such as `0x80070643`, or its decimal form.
    func hresult(_ key: String) throws(ScenarioError) -> HRESULT? {
        guard let value = self[key] else { return nil }
        guard let code = HRESULT(text: try Self.text(value, "\(path).\(key)")) else {
            throw Self.error(value, "\(path).\(key) has to be an HRESULT", "write it as 0x80070005")
        }
        return code
    }

    /// A name: one value that is not blank.
    package func name(_ key: String) throws(ScenarioError) -> String? {
        guard let value = self[key] else { return nil }
        let text = try Self.text(value, "\(path).\(key)")
        guard text.contains(where: { !$0.isWhitespace }) else { throw Self.error(value, "\(path).\(key) is blank") }
        return text
    }

    package func requireName(_ key: String) throws(ScenarioError) -> String {
        _ = try require(key)
        return try name(key) ?? ""
    }

    /// A LocURI.
    func locURI(_ key: String) throws(ScenarioError) -> String {
        let text = try requireText(key)
        do throws(MalformedURI) { _ = try TreeURI(text) } catch {
            throw self.error(key, "\(path).\(key) is no LocURI: \(error.reason)", error.hint)
        }
        return text
    }

    /// A length of time, or the word `never`, which gives nil.
    package func secondsOrNever(_ key: String) throws(ScenarioError) -> Int64?? {
        guard let text = try text(key) else { return nil }
        if text == "never" { return .some(nil) }
        return try seconds(key)
    }

    /// A length of time in seconds: `90`, `90s`, `20m`, `2h`, `3d` or `mm:ss`.
    package func seconds(_ key: String) throws(ScenarioError) -> Int64? {
        guard let value = self[key] else { return nil }
        return try Self.seconds(value, "\(path).\(key)")
    }

    package func list(_ key: String) throws(ScenarioError) -> [Node] {
        guard let value = self[key] else { return [] }
        guard case .sequence(let sequence) = value else {
            throw Self.error(value, "\(path).\(key) has to be a list: begin each entry with \"- \"")
        }
        return Array(sequence)
    }

    package func choice<Value: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Value.Type
    ) throws(ScenarioError) -> Value? where Value.RawValue == String {
        guard let value = self[key] else { return nil }
        return try Self.choice(value, "\(path).\(key)", type)
    }

    package static func choice<Value: RawRepresentable & CaseIterable>(
        _ node: Node, _ path: String, _ type: Value.Type
    ) throws(ScenarioError) -> Value where Value.RawValue == String {
        let text = try text(node, path)
        if let choice = Value.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) { return choice }
        let all = Value.allCases.map(\.rawValue)
        throw error(
            node, "\(path) is \"\(text)\"",
            NameDistance.nearest(to: text, among: all).map { "did you mean \"\($0)\"?" }
                ?? "expected one of \(all.joined(separator: ", "))")
    }

    package static func text(_ node: Node, _ path: String) throws(ScenarioError) -> String {
        guard case .scalar(let scalar) = node else { throw error(node, "\(path) has to be one value") }
        return scalar.string
    }

    static func seconds(_ node: Node, _ path: String) throws(ScenarioError) -> Int64 {
        let text = try text(node, path)
        if let seconds = Duration.seconds(text) { return seconds }
        throw error(
            node, "\(path) is \"\(text)\"",
            "write a length of time such as 50s, 20m, 2h or \"01:10\" (minutes and seconds), up to a year")
    }

    package static func error(_ node: Node, _ message: String, _ hint: String = "") -> ScenarioError {
        ScenarioError(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message: message, hint: hint)
    }

    package func error(_ key: String, _ message: String, _ hint: String = "") -> ScenarioError {
        Self.error(self[key] ?? node, message, hint)
    }
}

/// Lengths of time as scenario files write them.
enum Duration {
    /// A year. Longer is a slip of the keyboard.
    private static let limit: Int64 = 366 * 86_400

    /// Seconds of `90`, `90s`, `20m`, `2h`, `3d`, `mm:ss` or `hh:mm:ss`; nil for anything else.
    static func seconds(_ text: String) -> Int64? {
        if text.contains(":") {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
            guard parts.count == 2 || parts.count == 3 else { return nil }
            var total: Int64 = 0
            for part in parts {
                guard let part, (0..<limit).contains(part) else { return nil }
                total = total * 60 + part
            }
            return total < limit ? total : nil
        }
        let unit: Int64
        var digits = Substring(text)
        switch text.last {
        case "s": unit = 1
        case "m": unit = 60
        case "h": unit = 3600
        case "d": unit = 86_400
        default: unit = 0
        }
        if unit > 0 { digits = digits.dropLast() }
        guard let number = Int64(digits), (0..<limit).contains(number) else { return nil }
        let seconds = number * max(unit, 1)
        return seconds < limit ? seconds : nil
    }
}
