import SyncML

extension Rule {
    static let doubleEscaped = Rule(
        "catalogue.double-escaped", .warning,
        "Data whose markup was escaped twice, or escaped inside of CDATA: the device gets `&lt;` where it wants `<`.",
        reference: "windows-csp.md 4.6; oma-dm.md 1.5, escaping",
        check: .command { linted in
            guard linted.isChange else { return [] }
            return linted.breaches { review, _ in
                guard let data = review.item.data, data.form != .markup, Self.isEscaped(data.content) else {
                    return nil
                }
                return (
                    data.form == .cdata
                        ? "the Data is escaped inside of CDATA, so the device gets &lt; where it wants <"
                        : "the Data is escaped twice, so the device gets &lt; where it wants <",
                    data.form == .cdata ? "leave the escapes, or the CDATA, out" : "escape the text once: < as &lt;"
                )
            }
        })

    /// Escaped markup and no markup round it: a document may well carry another one as text.
    private static func isEscaped(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "&")), !text.utf8.contains(UInt8(ascii: "<")) else { return false }
        return text.contains("&lt;") || text.contains("&amp;lt;")
    }
}
