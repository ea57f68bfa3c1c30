import DMTree

/// What can be wrong with an Expected* list that Windows stores all the same (windows-csp.md 3.3.1).
enum ExpectedList {
    /// - Parameters:
    ///   - value: the list as it is written; nil and empty expect nothing.
    ///   - leaf: the lower-case name of the node.
    static func advice(on value: String?, leaf: String) -> [Advice] {
        guard let value, !value.isEmpty else { return [] }
        var advice: [Advice] = []
        if value.contains("\\xF000") || value.contains("0xF000") {
            advice.append(
                warning(
                    "firstsync.list-separator",
                    "the list holds the letters \\xF000 where the character U+F000 is meant",
                    "write &#xF000; between the items"))
        }
        let countsApps = leaf == "expectedmsiapppackages" || leaf == "expectedmodernapppackages"
        for item in value.split(separator: "\u{F000}").map(trimmed) {
            if !item.hasPrefix("./") {
                advice.append(
                    warning(
                        "firstsync.list-item", "the item \"\(item)\" is not a LocURI", "begin each item with \"./\""))
                continue
            }
            guard countsApps else { continue }
            let (uri, count) = parts(item)
            if let count, Int(count).map({ $0 < 1 }) ?? true {
                advice.append(
                    warning(
                        "firstsync.list-count", "the count \"\(count)\" of the item \"\(item)\" is no number of apps",
                        "write the LocURI, a semicolon, and how many apps the package installs"))
            }
            if uri.contains("/EnterpriseDesktopAppManagement/"), !uri.hasSuffix("/Status") {
                advice.append(
                    warning(
                        "firstsync.msi-item", "the item \"\(item)\" does not point at a Status node",
                        "write …/MSI/{ProductID}/Status;1 (ESP-403)"))
            }
        }
        return advice
    }

    /// The last semicolon separates the count; without one the count is 1.
    private static func parts(_ item: String) -> (uri: String, count: String?) {
        guard let semicolon = item.lastIndex(of: ";") else { return (item, nil) }
        return (String(item[..<semicolon]), String(item[item.index(after: semicolon)...]))
    }

    /// The documentation prints quotes and a blank round the separator that do not belong to the value.
    private static func trimmed(_ item: Substring) -> String {
        let isAround: (Character) -> Bool = { $0.isWhitespace || $0 == "\"" }
        return String(item.drop(while: isAround).reversed().drop(while: isAround).reversed())
    }

    private static func warning(_ rule: String, _ message: String, _ hint: String) -> Advice {
        Advice(rule: rule, severity: .warning, message: message, hint: hint, reference: "windows-csp.md 3.3.1")
    }
}
