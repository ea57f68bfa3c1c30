import XMLStream

/// How two values of one node stand to each other.
enum DataVerdict: Hashable {
    case equal
    /// Different, and a rule says that this does not count.
    case masked(ComparisonRule)
    /// What differs.
    case different(String)
}

/// Compares two values by their format (windows-csp.md 1.4).
enum DataComparison {
    /// - Parameters:
    ///   - format: Meta Format in lower case; nil for none.
    ///   - isFact: the node tells what the device is.
    static func compare(ours: String, recorded: String, format: String?, isFact: Bool) -> DataVerdict {
        if ours == recorded { return .equal }
        if isSameValue(ours, recorded, format: format) { return .masked(.wording) }
        if format == "node" {
            if names(ours) == names(recorded) { return .masked(.childOrder) }
            if isFact { return .masked(.deviceFact) }
            return .different(difference(names(ours), names(recorded), of: "child"))
        }
        if isFact { return .masked(.deviceFact) }
        if Placeholders.isPlaceholder(Array(recorded.utf8)) { return .masked(.redacted) }
        if format != "int", isInstant(ours), isInstant(recorded) { return .masked(.instant) }
        let (left, right) = (GUIDText.masked(ours), GUIDText.masked(recorded))
        if left.hasGUIDs, right.hasGUIDs, left.text == right.text { return .masked(.guid) }
        if ours.contains(separator) || recorded.contains(separator) {
            return .different(
                difference(entries(ours), entries(recorded), of: "entry"))
        }
        return .different("the value differs")
    }

    /// U+F000, which separates the entries of a list (windows-csp.md 3.3.1).
    private static let separator: Character = "\u{F000}"

    private static func entries(_ text: String) -> [String] {
        text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }

    private static func names(_ text: String) -> [String] { text.split(separator: "/").map(String.init).sorted() }

    /// What one list has and the other does not.
    private static func difference(_ ours: [String], _ recorded: [String], of noun: String) -> String {
        let missing = recorded.filter { !ours.contains($0) }
        let extra = ours.filter { !recorded.contains($0) }
        let words = [
            missing.isEmpty ? nil : "ours lacks the \(noun) \(quoted(missing))",
            extra.isEmpty ? nil : "only ours has the \(noun) \(quoted(extra))",
        ].compactMap { $0 }
        return words.isEmpty ? "the order differs" : words.joined(separator: ", and ")
    }

    private static func quoted(_ texts: [String]) -> String {
        let shown = texts.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
        return texts.count > 3 ? "\(shown) and \(texts.count - 3) more" : shown
    }

    private static func isSameValue(_ ours: String, _ recorded: String, format: String?) -> Bool {
        switch format {
        case "int":
            if let left = Int(ours.trimmed), let right = Int(recorded.trimmed) { return left == right }
            return false
        case "bool":
            guard let left = truth(ours), let right = truth(recorded) else { return false }
            return left == right
        case "b64", "bin":
            return ours.filter { !$0.isWhitespace } == recorded.filter { !$0.isWhitespace }
        default:
            guard ours.trimmed.hasPrefix("<"), recorded.trimmed.hasPrefix("<"),
                let left = CanonicalXML.text(ours), let right = CanonicalXML.text(recorded)
            else { return false }
            return left == right
        }
    }

    private static func truth(_ text: String) -> Bool? {
        switch text.trimmed.lowercased() {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    /// A date of ISO 8601, with or without separators, with or without a time. A number of eight digits is one only when it has a month
    /// and a day.
    static func isInstant(_ text: String) -> Bool {
        let digits = text.trimmed.prefix { $0.isASCII && ($0.isNumber || "-:TZ+. ".contains($0)) }
        guard digits.count == text.trimmed.count else { return false }
        return digits.wholeMatch(
            of:
                /\d{4}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])(?:[T ]\d{2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/
        )
            != nil
    }
}

/// GUIDs of a text replaced by their number: equal GUIDs become equal numbers.
struct GUIDText {
    var text: String
    var hasGUIDs: Bool

    static func masked(_ text: String) -> GUIDText {
        var numbers: [String: Int] = [:]
        let masked = text.replacing(/[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/) { match in
            let key = match.output.lowercased()
            let number = numbers[key] ?? numbers.count
            numbers[key] = number
            return "guid\(number)"
        }
        return GUIDText(text: masked, hasGUIDs: !numbers.isEmpty)
    }
}

/// A form of an XML document that does not depend on how it was written.
enum CanonicalXML {
    /// nil for a text that is no XML.
    static func text(_ text: String) -> String? {
        guard let tape = try? XMLTape(parsing: Array(text.utf8), shape: .fragment) else { return nil }
        var cursor = XMLCursor(tape)
        var result = ""
        write(&cursor, &result)
        return result
    }

    /// The depth is bounded by the parser.
    private static func write(_ cursor: inout XMLCursor, _ result: inout String) {
        let name = cursor.name
        result += "<\(name.namespace ?? "") \(name.local)"
        for (name, value) in cursor.attributes.sorted(by: { ($0.name.local, $0.value) < ($1.name.local, $1.value) }) {
            result += " \(name.namespace ?? "") \(name.local)=\(value)"
        }
        result += ">"
        cursor.enter()
        while let node = cursor.nextNode() {
            switch node {
            case .element: write(&cursor, &result)
            case .text(let text, _):
                if !text.trimmed.isEmpty { result += text.trimmed }
            }
        }
        result += "</>"
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
