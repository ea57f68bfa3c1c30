import ProtocolProfile
import Testing

/// Makes the text of docs/conformance.md.
enum ConformanceDocument {
    private typealias Row = ConformanceDocumentTests.Row

    static func text(_ rows: [ConformanceDocumentTests.Row]) -> String {
        let count = { (verdict: Row.Verdict) in rows.count { $0.verdict == verdict } }
        var text = """
            # Conformance statement

            This page is made by `ConformanceDocumentTests` from `conformance.tsv` and from the names of the tests; edit the table, not the
            page. It holds every requirement of OMA-DM 1.2 on a client (side C) and on both sides (B), by the ids of `reference/oma-dm.md`,
            section 7. Requirements on a server alone are not claimed by a client.

            Two profiles are played: `windows`, the default, is Windows 11 as it was observed; `oma` is the plain standard
            (`espalier apply --protocol oma`, `protocol: oma` in a scenario). "no" means that the profile does otherwise, for the reason that
            stands below the row's words; "absent" that Espalier does not do it.

            | verdict | rows |
            |---|---|
            | in both profiles | \(count(.both)) |
            | in profile oma, not in the Windows profile | \(count(.oma)) |
            | in profile windows alone | \(count(.windows)) |
            | absent | \(count(.absent)) |

            """
        for group in groups(rows) {
            text += "\n## \(group.name)\n\n| id | side, level | requirement | windows | oma | tests |\n"
            text += "|---|---|---|---|---|---|\n"
            for row in group.rows { text += line(row) + "\n" }
        }
        text += """

            ## Switches

            What the standard leaves open (`reference/oma-dm.md`, section 8). `--choice ID=option` sets one, `choices:` in a scenario too.

            | id | question | options | windows | oma | tests |
            |---|---|---|---|---|---|

            """
        let (windows, oma) = (Ambiguities(.windows), Ambiguities(.oma))
        for id in Ambiguities.ID.allCases {
            let options = id.options.map { "`\($0)`" }.joined(separator: ", ")
            text += "| \(id.rawValue) | \(id.question) | \(options) | `\(windows.option(of: id))` | "
            text += "`\(oma.option(of: id))` | \(tests(id.rawValue)) |\n"
        }
        return text
    }

    private static func line(_ row: Row) -> String {
        let (windows, oma) =
            switch row.verdict {
            case .both: ("yes", "yes")
            case .windows: ("yes", "no")
            case .oma: ("no", "yes")
            case .absent: ("absent", "absent")
            }
        let reason = row.reason.isEmpty ? "" : ". *\(row.reason)*"
        let words = row.requirement + reason
        return "| \(row.id) | \(row.side) \(row.level) | \(words) | \(windows) | \(oma) | \(tests(row.id)) |"
    }

    /// At most three; who wants all searches for the id.
    private static func tests(_ id: String) -> String {
        let functions = TestIndex.all.functions(naming: id)
        let rest = functions.count > 3 ? " and \(functions.count - 3) more" : ""
        return functions.prefix(3).map { "`\($0)`" }.joined(separator: ", ") + rest
    }

    private static let names = [
        "MSG": "Messages", "HDR": "SyncHdr", "SESS": "Sessions", "STAT": "Status", "RES": "Results",
        "CMD": "Commands", "ATOM": "Atomic", "SEQ": "Sequence", "LOB": "Large objects", "ALRT": "Alerts",
        "AUTH": "Authentication", "MAC": "HMAC header", "TREE": "Tree", "PROP": "Properties", "ACL": "ACL",
        "LIST": "Lists", "DDF": "Device descriptions", "TNDS": "TNDS", "WBX": "WBXML", "NOTI": "Notification",
        "HTTP": "HTTP", "WIN": "Windows",
    ]

    private static func groups(_ rows: [Row]) -> [(name: String, rows: [Row])] {
        var result: [(name: String, rows: [Row])] = []
        for row in rows {
            let key = String(row.id.split(separator: "-")[1])
            let name = names[key] ?? key
            if result.last?.name != name { result.append((name, [])) }
            result[result.count - 1].rows.append(row)
        }
        return result
    }
}
