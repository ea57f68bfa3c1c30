import SyncML

/// What `espalier wbxml` says with `--format json`.
struct WBXMLReport: Encodable {
    struct Place: Encodable {
        var rule: String?
        var severity: String
        var line: Int
        var column: Int
        var message: String
        var hint: String

        init(_ finding: Finding) {
            rule = finding.rule
            severity = finding.severity.rawValue
            line = finding.position.line
            column = finding.position.column
            message = finding.message
            hint = finding.hint
        }

        init(_ refusal: MessageRefusal) {
            severity = "error"
            line = refusal.position.line
            column = refusal.position.column
            message = refusal.message
            hint = refusal.hint
        }

        init(_ error: WBXMLEncodingError) {
            severity = "error"
            line = error.position.line
            column = error.position.column
            message = error.message
            hint = error.hint
        }

        /// The place in one line, with its file.
        func text(_ file: String) -> String {
            let rule = rule.map { " [\($0)]" } ?? ""
            let hint = hint.isEmpty ? "" : " \(hint)"
            return "\(file):\(line):\(column): \(severity): \(message)\(hint)\(rule)"
        }
    }

    var schemaVersion = 1
    var file: String
    /// `1.1`, `1.2` or `1.3`.
    var version: String?
    /// The document as XML, when it was decoded.
    var xml: String?
    /// The document as hexadecimal digits, when it was encoded.
    var wbxml: String?
    /// What was accepted, or left out.
    var findings: [Place] = []
    /// Why there is no document.
    var error: Place?
}
