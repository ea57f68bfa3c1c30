import Notation

/// Recognises text that somebody fills in before a command is sent: variables of servers, and the blanks of published samples.
///
/// By its form alone: `{guid}`, `<data>`, `[Insert text here]`, an ellipsis, `$VARIABLE`, `${VARIABLE}`, `{{variable}}`, `%s`, `xxxx`.
enum PlaceholderText {
    /// Whether a name in an address is one.
    static func isInAddress(_ address: String) -> Bool {
        address.prefix { $0 != "?" }.split(separator: "/").contains { isName($0) }
    }

    private static func isName(_ name: Substring) -> Bool {
        let plain = String(name).replacing("%7B", with: "{").replacing("%7b", with: "{").replacing("%7D", with: "}")
            .replacing("%7d", with: "}")
        if isBracketed(plain[...]) || plain.contains("…") || plain == "..." || isRepeated(plain[...]) { return true }
        return hasVariable(plain)
    }

    /// Whether a value is one, or has one in it, and nothing else can be meant.
    static func isBlank(_ value: String) -> Bool {
        guard let text = trimmed(value) else { return false }
        return isBracketed(text) || hasVariable(String(text)) || isRepeated(text) || text == "..."
    }

    /// Whether a value may be one: where it breaks a rule, it probably is.
    static func isValue(_ value: String) -> Bool {
        guard let text = trimmed(value) else { return false }
        return isBlank(value) || text.contains("…") || text.contains("...") || isWords(text)
    }

    /// nil for what is empty, or too long for a blank.
    private static func trimmed(_ value: String) -> Substring? {
        guard value.utf8.count < 4096, let first = value.firstIndex(where: { !$0.isWhitespace }),
            let last = value.lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return value[first...last]
    }

    /// `<data>`, `[data]`, `{data}`, `*data*`: words in one pair of brackets, and no GUID.
    private static func isBracketed(_ text: Substring) -> Bool {
        let pairs: [(String, String)] = [
            ("{", "}"), ("<", ">"), ("[", "]"), ("*", "*"), ("_", "_"),
        ]
        for (open, close) in pairs where text.hasPrefix(open) && text.hasSuffix(close) {
            let inner = text.dropFirst(open.count).dropLast(close.count)
            guard let first = inner.first, first.isLetter || first == " ", inner.utf8.count <= 80 else { continue }
            if GUID.isGUID(inner.filter { $0 != " " }) { return false }
            if inner.allSatisfy({ $0.isLetter || $0.isNumber || " _-.,:'’()".contains($0) }) { return true }
        }
        return false
    }

    /// Variables of servers and of format strings. Documents have forms of their own, such as `$(string.x)` in ADMX files.
    private static func hasVariable(_ text: String) -> Bool {
        if text.contains("{{") || hasNamedVariable(text) { return true }
        if text.contains("<") { return false }
        if text.contains("${") || text.contains("$(") || text.contains("@@") { return true }
        return text == "%s" || text == "%d" || text == "{0}"
    }

    /// `$FLEET_VAR_HOST`: a dollar sign, then capitals with an underscore among them.
    private static func hasNamedVariable(_ text: String) -> Bool {
        text.split(separator: "$", omittingEmptySubsequences: false).dropFirst().contains { rest in
            let name = rest.prefix { $0 == "_" || $0.isASCII && ($0.isUppercase || $0.isNumber) }
            return name.count >= 4 && name.first?.isUppercase == true && name.contains("_")
        }
    }

    /// `xxxx`, `XXXXX-XXXXX`: one letter in place of every other.
    private static func isRepeated(_ text: Substring) -> Bool {
        let letters = text.filter { $0.isLetter }.lowercased()
        return letters.count >= 3 && letters.allSatisfy { $0 == "x" } && !text.contains { $0.isNumber }
    }

    private static func isWords(_ text: Substring) -> Bool {
        let lower = text.prefix(80).lowercased()
        return ["insert ", "your ", "enter ", "put ", "add ", "replace "].contains { lower.hasPrefix($0) }
            || lower.hasSuffix(" here") || lower.hasSuffix(" goes here")
    }
}
