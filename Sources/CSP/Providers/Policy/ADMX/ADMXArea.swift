/// The name of an area that came with an ADMX file: `{App}~{Policy|Preference}~{Category}~{SubCategory}…`, the category
/// chain with its root first (windows-csp.md 4.6).
struct ADMXArea: Hashable, Sendable {
    /// Lower-case names.
    var app: String
    var settingsType: String
    /// Lower-case names of the categories, joined by `~`; empty for an area without category.
    var chain: String

    /// - Parameter key: the area's name in lower case. Blanks round its parts do not count.
    init(key: String) {
        let parts = key.split(separator: "~", omittingEmptySubsequences: false).map(Self.trim)
        app = parts[0]
        settingsType = parts.count > 1 ? parts[1] : ""
        chain = parts.dropFirst(2).joined(separator: "~")
    }

    /// The name without blanks round its parts.
    static func tidy(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: " ")) else { return name }
        return name.split(separator: "~", omittingEmptySubsequences: false).map(trim).joined(separator: "~")
    }

    private static func trim(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
